// hiding.h: how far what a page does not show goes.
//
// Without a tree there is no end of an element but its end tag, which soup may lack. This header settles
// when a hidden element is over. What hides one is page_text.h's question, raw text the tokenizer's.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "html/elements.h"
#include "html/tag.h"

namespace sito::html {

/// Keeps counts of open elements by their names, those outside of the outermost hidden one and those
/// within: memory does not grow with nesting, and every tag takes constant time.
class Hiding {
 public:
  void clear();

  [[nodiscard]] bool is_active() const { return hidden_ != nullptr; }
  /// What is hidden; null if nothing is.
  [[nodiscard]] const Element* hidden() const { return hidden_; }
  [[nodiscard]] bool is_svg() const { return is_active() && name_ == "svg"; }
  /// Whether an svg is hidden, or open within what is.
  [[nodiscard]] bool holds_svg() const;
  /// Whether an element is open outside of the hidden one.
  [[nodiscard]] bool is_open(const Element& element) const { return open_[element.id] != 0; }

  /// Tags outside.
  void opened(const Element& element);
  void closed(const Element& element);
  /// A tag outside that ends an open p without naming it; whether there was one.
  bool ends_paragraph();

  /// The element whose start tag `tag` is hides all up to its end.
  void begin(const Tag& tag);
  /// All is shown again.
  void end() { hidden_ = nullptr; }

  /// Whether a start tag within means that the hidden element has ended before it: one that the table says
  /// so of (a row's next row), a paragraph where one is open around a hidden inline element, text of the
  /// page within an svg.
  [[nodiscard]] bool start_ends(const Tag& tag);

  enum class End : std::uint8_t {
    kNot,     ///< it goes on
    kItself,  ///< the tag is its own end
    kBefore,  ///< the tag ends an element around it
    kNever    ///< the body ends: there was no end tag, and much may have been taken for hidden
  };
  /// What an end tag within means for it.
  [[nodiscard]] End end_tag(const Tag& tag);

 private:
  using Counts = std::array<std::uint32_t, kMaxElements>;

  [[nodiscard]] bool is_ended_by_next_of_outer(const Element& element) const;
  [[nodiscard]] bool counts_as_nested() const;
  [[nodiscard]] bool is_ended_by_start(const Element& element) const;
  [[nodiscard]] bool is_ended_by_outer_end(const Element& element) const;

  const Element* hidden_ = nullptr;
  std::string name_;          ///< of the hidden element
  std::size_t depth_ = 0;     ///< open elements of that name within
  std::size_t barriers_ = 0;  ///< open lists, tables and the like within
  Counts open_{};
  Counts inside_{};
};

}  // namespace sito::html
