// page_text.h: the text that a page shows.
//
// What a reader sees, as lines: no tree, no style sheets, no scripts. Tags are tokenizer.h's question, what
// a page says of itself facts.h's, what of the text is the article's and what the site's that of strip/.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "html/facts.h"
#include "html/hiding.h"
#include "html/line_writer.h"
#include "html/tokenizer.h"

namespace sito::html {

struct Page {
  std::string text;
  Facts facts;
};

/// Reads pages one after the other, in the same memory.
class PageReader {
 public:
  /// Writes over `page` what `html` shows and says. `html` is UTF-8; other bytes pass as they are.
  ///
  ///     <h1>Дощ</h1><p>Іде <b>дощ</b>.<br>Сильний.<ul><li>раз<li>два</ul>     Дощ
  ///
  ///                                                                       Іде дощ.
  ///                                                                       Сильний.
  ///
  ///                                                                       раз
  ///                                                                       два
  ///
  /// - Inline elements join; blocks begin and end a line; paragraphs, headings, lists, tables, their rows and
  ///   sections have a blank line around them; cells are parted by tabs, paragraphs in them or not, but for
  ///   those of several lines (data/html_elements.tsv).
  /// - White space collapses, but in pre; U+00A0 and soft hyphens stay. Lines neither begin nor end with it.
  /// - Gone are scripts, styles, templates, noscript, svg, embedded content, form controls, closed dialogs,
  ///   and elements with `hidden` (but until-found), `display:none` or `visibility:hidden` in their style.
  ///   aria-hidden alone says nothing of what is seen, and `alt` is not shown.
  /// - Ruby's text stands in place with its parentheses; q has the marks of the page's language.
  /// - A hidden element without an end tag ends with the element around it (hiding.h); where the body ends
  ///   first, it counts as shown. So does, by its attributes, all that is hidden on a page that shows
  ///   nothing else: scripts would show it.
  ///
  /// Never fails. Linear in `html`, whatever its nesting. Source: HTML 15.3, rendering.
  void read(std::string_view html, Page& page);

  /// The same, but stops once the text has `enough` bytes. Whether it read all.
  [[nodiscard]] bool read_head(std::string_view html, std::size_t enough, Page& page);

 private:
  bool read_once(std::string_view html, std::size_t enough, Page& page);
  void text(std::string_view characters);
  void raw_text(std::string_view characters);
  void start_tag(const Tag& tag);
  void begin_raw(const Tag& tag);
  void end_raw();
  void end_tag(const Tag& tag);

  [[nodiscard]] bool is_hidden_by_attributes(const Tag& tag);
  void hide(const Tag& tag);
  void show_again();
  bool take_back_hiding();
  void end_paragraph_by_start(const Element& element);
  void begin_layout(const Element& element);
  void end_layout(const Element& element);
  void quotation_mark(bool opens);

  Tokenizer tokenizer_;
  Hiding hiding_;
  LineWriter writer_;
  FactReader facts_;
  Page* page_ = nullptr;

  const Element* raw_ = nullptr;  ///< whose text the next tokens are
  bool is_json_ld_ = false;
  bool swallows_body_ = false;  ///< such a text holds the end of the page's body
  std::size_t open_pre_ = 0, open_lists_ = 0, open_quotations_ = 0;
  bool at_pre_start_ = false;
  bool body_ended_ = false;
  bool was_hidden_by_attributes_ = false;
  bool believes_attributes_ = true;
  std::size_t hidden_from_ = 0;  ///< behind the start tag of what is hidden
  std::size_t taken_back_ = 0;   ///< how often hiding was
  std::string value_;
};

/// The same for one page.
[[nodiscard]] Page read_page(std::string_view html);

}  // namespace sito::html
