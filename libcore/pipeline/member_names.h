// member_names.h: what the members of an archive are called.
//
// A zip from a Windows desk has its names in the desk's old code page, and nothing in it says in which. This
// header settles the characters of such names, one encoding for all of an archive's, and tells members of one
// name apart. What ids are made of is naming.h's question.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "decode/decode.h"
#include "pipeline/naming.h"

namespace sito::pipeline {

class MemberNames {
 public:
  /// `sample`: names of the archive that are no UTF-8, as many as are known beforehand
  /// (io::Archive::sample_of_names), a line each; may be empty.
  explicit MemberNames(std::string_view sample = {}) : sample_(sample) {}

  /// `raw` as UTF-8: as it stands if it is UTF-8; else decoded, if the sample and the names so far tell the
  /// encoding (one of those that desks had: IBM866, windows-1251, KOI8-U and their like for Central and
  /// Western Europe); else the raw bytes. Linear; the first such name costs some milliseconds.
  [[nodiscard]] std::string decoded(std::string_view raw);

  /// What to put behind a name to tell it from the same one before: naming.h.
  [[nodiscard]] MemberCounter& counter() { return counter_; }

 private:
  void find_encoding();

  std::string sample_;
  bool is_settled_ = false;  ///< the sample was large enough to say, or `decoder_` is there
  std::optional<decode::Decoder> decoder_;
  MemberCounter counter_;
};

}  // namespace sito::pipeline
