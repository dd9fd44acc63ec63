// elements.h: what is known of an element by its name.
//
// How it lies on a page, what may stand in it and what ends it, as far as tokens and a page's text depend
// on that. The rows are data/html_elements.tsv's, the tokens tokenizer.h's.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sito::html {

/// The columns `layout` and `content` of the table, where they are explained.
enum class Layout : std::uint8_t {
  kInline,
  kLine,
  kParagraph,
  kList,
  kTable,
  kRow,
  kCell,
  kBreak,
  kPreformatted,
  kQuotation,
  kControl,
  kGone
};
enum class Content : std::uint8_t { kMarkup, kCharacters, kRaw, kScript, kRest, kNone };

inline constexpr std::size_t kMaxElements = 256;

/// One row. Elements live as long as the program.
struct Element {
  std::size_t id = 0;     ///< below kMaxElements; 0 is any element that the table does not have
  std::string_view name;  ///< empty for id 0
  Layout layout = Layout::kInline;
  Content content = Content::kMarkup;
  bool ends_paragraph = false;         ///< its start tag ends an open p
  bool is_wall = false;                ///< an end tag within never ends an element around it
  bool leaves_svg = false;             ///< its start tag ends an open svg
  bool begins_page = false;            ///< what begins with its start tag is a page
  std::bitset<kMaxElements> ended_by;  ///< ids whose start tags end it

  [[nodiscard]] bool is_block() const { return layout >= Layout::kLine && layout <= Layout::kCell; }
};

/// The element of `name`, in small letters. Constant time.
[[nodiscard]] const Element& element(std::string_view name);

}  // namespace sito::html
