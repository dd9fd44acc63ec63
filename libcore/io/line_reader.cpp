#include "io/line_reader.h"

#include <algorithm>
#include <cstring>

namespace sito::io {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kLeastBlock = 4096;

}  // namespace

// Taking a line that is too long out of what is held moves the rest. Blocks hardly longer than such a line
// keep that linear.
LineReader::LineReader(Input& input, LineReaderSettings settings) : input_(input), settings_(settings) {
  const std::size_t longest = std::max(settings_.max_line_bytes, kLeastBlock);
  settings_.block_bytes = std::max<std::size_t>(1, std::min(settings_.block_bytes, longest));
}

/// Appends to held_ what one read gives; false at the input's end.
bool LineReader::read_more() {
  const std::size_t before = held_.size();
  held_.resize(before + settings_.block_bytes);
  const std::size_t got = input_.read(held_.data() + before, settings_.block_bytes);
  held_.resize(before + got);
  const std::size_t last = std::string_view(held_).substr(before).rfind('\n');
  if (last != std::string_view::npos) whole_ = before + last + 1;
  return got > 0;
}

/// The end has come: what is held is whole now, but for the mark of a tool that gave up.
void LineReader::end_input() {
  ended_ = true;
  if (held_.size() > whole_ && held_.ends_with(kAbortLine)) {
    aborted_ = true;
    held_.resize(whole_);
  }
  whole_ = held_.size();
}

/// Reads until there is something to give: a block's worth of whole lines, whole lines and an input that
/// has nothing ready, a line that is too long already, or the end.
void LineReader::fill() {
  while (!ended_ && whole_ < settings_.block_bytes) {
    if (whole_ > 0 && !input_.ready()) return;
    if (held_.size() - whole_ > settings_.max_line_bytes + kByteOrderMark.size()) return;
    if (!read_more()) end_input();
    drop_byte_order_mark();
  }
}

void LineReader::drop_byte_order_mark() {
  if (!at_start_) return;
  const bool undecided = held_.size() < kByteOrderMark.size() && kByteOrderMark.starts_with(held_);
  if (undecided && !ended_) return;
  at_start_ = false;
  if (!held_.starts_with(kByteOrderMark)) return;
  held_.erase(0, kByteOrderMark.size());
  whole_ -= std::min(whole_, kByteOrderMark.size());
}

/// The lines at the front of held_ up to the first that is too long.
LineReader::Lines LineReader::short_lines() const {
  Lines lines;
  while (lines.bytes < whole_) {
    const char* begin = held_.data() + lines.bytes;
    const void* end = std::memchr(begin, '\n', whole_ - lines.bytes);
    const std::size_t size = end == nullptr ? whole_ - lines.bytes
                                            : static_cast<std::size_t>(static_cast<const char*>(end) - begin);
    if (size > settings_.max_line_bytes) break;
    lines.bytes += size + (end == nullptr ? 0 : 1);
    ++lines.count;
  }
  return lines;
}

void LineReader::give_lines(Lines lines, Block& block) {
  std::string left = std::move(block.bytes);
  left.assign(held_, lines.bytes);
  held_.resize(lines.bytes);
  block = Block{std::move(held_), line_, lines.count};
  held_ = std::move(left);
  whole_ -= lines.bytes;
  line_ += lines.count;
}

/// The line at the front of held_ is too long: counts it to its LF, keeping none of it but its last bytes,
/// which may be the mark of a tool that gave up. False where they are.
bool LineReader::give_long_line(Block& block) {
  std::size_t size = 0;
  std::size_t end = held_.find('\n');
  while (end == std::string::npos && !ended_) {
    const std::size_t dropped = held_.size() - std::min(held_.size(), kAbortLine.size());
    held_.erase(0, dropped);
    size += dropped;
    if (!read_more()) ended_ = true;
    end = held_.find('\n');
  }
  if (end == std::string::npos) {
    aborted_ = held_.ends_with(kAbortLine);
    size += held_.size();
    held_.clear();
  } else {
    size += end;
    held_.erase(0, end + 1);
  }
  const std::size_t last = held_.rfind('\n');
  whole_ = last == std::string::npos ? 0 : last + 1;
  if (ended_) whole_ = held_.size();
  block = Block{{}, line_++, 1, true, size};
  return !aborted_;
}

bool LineReader::next(Block& block) {
  fill();
  if (held_.empty() && ended_) return false;
  const Lines lines = short_lines();
  if (lines.count == 0) return give_long_line(block);
  give_lines(lines, block);
  return true;
}

}  // namespace sito::io
