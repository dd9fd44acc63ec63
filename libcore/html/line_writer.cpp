#include "html/line_writer.h"

#include <algorithm>
#include <bit>
#include <cstdint>

#include "text/block.h"

namespace sito::html {
namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r' && c != '\v'); }

/// How many characters at the head can be copied as they are: up to a white space that is more than one
/// space between two words, or NUL.
std::size_t plain_head(std::string_view characters) {
  for (std::size_t at = 0; at < characters.size(); at += text::Block::kSize) {
    const text::Block block(characters.substr(at));
    const std::uint64_t blank = block.equal(' ');
    const std::uint64_t other = block.equal_any('\0', '\t', '\n', '\f', '\r');
    // The last space of a block is looked at as if another followed.
    const std::uint64_t stops = other | (blank & ((blank | other) >> 1U | std::uint64_t{1} << 63U));
    if (stops == 0) continue;
    return std::min(at + static_cast<std::size_t>(std::countr_zero(stops)), characters.size());
  }
  return characters.size();
}

}  // namespace

void LineWriter::assign(std::string& out) {
  out_ = &out;
  out.clear();
  blanks_.clear();
  lines_ = tabs_ = 0;
  space_ = false;
  in_row_ = row_has_text_ = cell_has_text_ = cell_has_lines_ = false;
}

void LineWriter::text(std::string_view characters) {
  for (std::size_t at = 0;;) {
    for (; at < characters.size() && (is_space(characters[at]) || characters[at] == '\0'); ++at)
      space_ |= characters[at] != '\0';
    if (at == characters.size()) return;
    settle();
    const std::string_view rest = characters.substr(at);
    const std::size_t size = plain_head(rest);
    out_->append(rest.substr(0, size));
    at += size;
  }
}

void LineWriter::preformatted(std::string_view characters) {
  for (const char c : characters) {
    if (c == '\n') {
      ++lines_;
      tabs_ = 0;
      space_ = false;
      blanks_.clear();
    } else if (is_space(c)) {
      blanks_ += c == '\t' ? '\t' : ' ';
    } else if (c != '\0') {
      if (lines_ != 0 || tabs_ != 0 || space_ || !cell_has_text_ || !blanks_.empty()) settle();
      *out_ += c;
    }
  }
}

void LineWriter::line_end() { lines_ = std::min<std::size_t>(lines_ + 1, 2); }

void LineWriter::line() {
  if (at_cell_head()) return;
  lines_ = std::clamp<std::size_t>(lines_, 1, 2);
  blanks_.clear();
}

void LineWriter::paragraph() {
  if (at_cell_head()) return;
  lines_ = 2;
  blanks_.clear();
}

void LineWriter::cell() {
  row_has_text_ |= in_row_ && cell_has_text_;
  if (lines_ == 0 ? !out_->empty() : row_has_text_ && !cell_has_lines_) {
    lines_ = 0;
    blanks_.clear();
    ++tabs_;
  }
  in_row_ = true;
  cell_has_text_ = cell_has_lines_ = false;
}

void LineWriter::row() {
  in_row_ = row_has_text_ = false;
  tabs_ = 0;
  paragraph();
}

void LineWriter::settle() {
  cell_has_lines_ |= cell_has_text_ && lines_ > 0;
  cell_has_text_ = true;
  if (!out_->empty()) {
    if (lines_ > 0)
      out_->append(lines_, '\n');
    else if (tabs_ > 0)
      out_->append(tabs_, '\t');
    else if (space_ && blanks_.empty())
      *out_ += ' ';
  }
  if (!blanks_.empty()) {
    out_->append(blanks_);
    blanks_.clear();
  }
  lines_ = tabs_ = 0;
  space_ = false;
}

}  // namespace sito::html
