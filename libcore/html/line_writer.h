// line_writer.h: text with white space as a page shows it.
//
// White space collapses and is only written once something follows it, so that lines have none at their
// ends and a text neither begins nor ends with any. Which element makes which break is page_text.h's
// question.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sito::html {

class LineWriter {
 public:
  /// Begins a text at the head of `out`, which is cleared and outlives the writer's use.
  void assign(std::string& out);

  /// Characters, with runs of white space (TAB, LF, FF, CR, space) as one space or, behind a break, as
  /// nothing. NUL goes, other spaces (U+00A0) stay. Linear.
  void text(std::string_view characters);
  /// Characters whose white space counts; only at the ends of lines it goes. CR and FF count as space.
  void preformatted(std::string_view characters);

  // What lies between what was written and what follows: the largest counts.
  void space() { space_ = true; }
  void line_end();   ///< of two, the second makes a blank line; more make no more
  void line();       ///< what follows begins a line; nothing where a cell begins
  void paragraph();  ///< and there is a blank line before

  /// What follows is another cell: a tab, whatever breaks stood at the end of the one before, unless that
  /// one had lines itself or no cell of its row has shown anything yet.
  void cell();
  /// A row of cells begins or ends, or a table: a paragraph, where a cell begins too.
  void row();

 private:
  void settle();  ///< writes what lies between
  [[nodiscard]] bool at_cell_head() const { return tabs_ > 0 && lines_ == 0; }

  std::string* out_ = nullptr;
  std::size_t lines_ = 0;
  std::size_t tabs_ = 0;
  bool space_ = false;
  std::string blanks_;  ///< white space of a preformatted line

  bool in_row_ = false;  ///< a cell has begun since row()
  bool row_has_text_ = false;
  bool cell_has_text_ = false, cell_has_lines_ = false;
};

}  // namespace sito::html
