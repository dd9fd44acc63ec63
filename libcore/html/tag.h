// tag.h: a tag's name and attributes.
//
// The standard's tag name and attribute states, over a page in memory. Where tags stand is tokenizer.h's
// question, what names mean elements.h's.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "html/elements.h"

namespace sito::html {

struct Attribute {
  std::string_view name;  ///< A to Z in small letters, NUL as U+FFFD
  std::string_view raw;   ///< the value as it stands in the page, without quotes; empty if there is none
};

/// The value with its references as characters: a view of the page if it holds none, else of `buffer`,
/// which is written over.
[[nodiscard]] std::string_view value(const Attribute& attribute, std::string& buffer);

/// A start or end tag. Views last until the next read(), and as long as the page.
class Tag {
 public:
  static constexpr std::size_t kUnfinished = std::string_view::npos;

  /// Reads the tag whose name begins at byte `at` of `page`, with a letter there; `page` is without CR (see
  /// tokenizer.h). Returns the byte behind its `>`, or kUnfinished if the page ends before. An attribute
  /// that is named again counts once, by its first value. Linear, but for the sorting of more than some
  /// attributes.
  std::size_t read(std::string_view page, std::size_t at);

  [[nodiscard]] std::string_view name() const { return name_; }  ///< as an attribute's
  [[nodiscard]] const Element& element() const { return *element_; }
  [[nodiscard]] std::span<const Attribute> attributes() const { return attributes_; }
  [[nodiscard]] bool self_closing() const { return self_closing_; }

  /// The attribute of `name`, in small letters; null if there is none.
  [[nodiscard]] const Attribute* find(std::string_view name) const;

 private:
  std::string_view read_name(std::string_view page, std::size_t& at, unsigned end);
  void settle_names();
  void drop_repeated();
  void drop_repeated_of_many();

  /// A name that is not as it stands in the page: it lies in `lowered_`, which may still move.
  struct Lowered {
    std::size_t attribute;  ///< kTheTag for the tag's own name
    std::size_t begin;
  };
  static constexpr std::size_t kTheTag = std::string_view::npos;

  std::string_view name_;
  const Element* element_ = nullptr;
  std::vector<Attribute> attributes_;
  bool self_closing_ = false;
  std::string lowered_;
  std::vector<Lowered> moved_;
};

}  // namespace sito::html
