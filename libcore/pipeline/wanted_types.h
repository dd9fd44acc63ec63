// wanted_types.h: which media types become documents.
//
// Settles what --types means. What type bytes have is decode/'s question (media_type.h, declared_type.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/result.h"

namespace sito::pipeline {

class WantedTypes {
 public:
  /// text/plain and text/html.
  WantedTypes();

  /// From words as "text/csv" and "text/*", patterns as io/glob.h has them. One after a `+` joins those
  /// before it, one after a `-` leaves them; in front of the first stand text/plain and text/html if it has a
  /// sign, else nothing. Rejects a word that fits no type of text.
  [[nodiscard]] static Result<WantedTypes> of(const std::vector<std::string>& words);

  [[nodiscard]] bool contains(std::string_view media_type) const;

 private:
  std::vector<std::string_view> types_;  ///< of decode::text_types()
};

}  // namespace sito::pipeline
