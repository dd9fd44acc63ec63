// line_reader.h: an input as blocks of whole lines.
//
// Settles where the lines of the wire begin and end, how long one may be, and whether the tool before us
// gave up. What a line holds is document/'s question.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "io/input.h"

namespace sito::io {

/// The unfinished line with which a tool that gave up ends its standard output.
inline constexpr std::string_view kAbortLine = R"({"sito_aborted":)";

/// Whole lines, one after the other, each with its LF; only the input's very last line may lack it.
/// Or, where `too_long`, one line that is over the limit: `bytes` is empty then.
struct Block {
  std::string bytes;
  std::size_t first_line = 0;  ///< number of the first line, from 1
  std::size_t lines = 0;       ///< how many lines; empty ones count
  bool too_long = false;
  std::size_t line_bytes = 0;  ///< how long the line is that is `too_long`, without its LF
};

struct LineReaderSettings {
  std::size_t block_bytes = std::size_t{1} << 20;     ///< aimed at; a longer line makes a longer block
  std::size_t max_line_bytes = std::size_t{1} << 30;  ///< without the LF
};

class LineReader {
 public:
  /// `input` outlives the reader, which alone reads from it.
  explicit LineReader(Input& input, LineReaderSettings settings = {});

  /// The next block, in place of what `block` held (its memory may be used again); false at the end.
  /// Sleeps only while no whole line is held. A byte order mark before the first line is left out.
  /// Memory is bounded by block_bytes and max_line_bytes, times two while a line grows. Throws what
  /// Input::read throws.
  [[nodiscard]] bool next(Block& block);

  /// After next() has said false: whether the input ended with kAbortLine, unfinished. That line is
  /// not given.
  [[nodiscard]] bool aborted() const { return aborted_; }

 private:
  struct Lines {
    std::size_t bytes = 0;
    std::size_t count = 0;
  };

  bool read_more();
  void fill();
  void drop_byte_order_mark();
  void end_input();
  [[nodiscard]] Lines short_lines() const;
  void give_lines(Lines lines, Block& block);
  [[nodiscard]] bool give_long_line(Block& block);

  Input& input_;
  LineReaderSettings settings_;
  std::string held_;       ///< read and not given yet
  std::size_t whole_ = 0;  ///< bytes of held_ that are whole lines
  std::size_t line_ = 1;   ///< number of held_'s first line
  bool at_start_ = true;
  bool ended_ = false;
  bool aborted_ = false;
};

}  // namespace sito::io
