#include "text/offsets.h"

#include <algorithm>

#include "text/utf8.h"

namespace sito::text {
namespace {
constexpr std::size_t kBlock = 256;
}  // namespace

void OffsetIndex::assign(std::string_view valid) {
  text_ = valid;
  before_.clear();
  total_ = 0;
  for (std::size_t at = 0; at < valid.size(); at += kBlock) {
    before_.push_back(total_);
    total_ += code_points(valid.substr(at, kBlock));
  }
  before_.push_back(total_);
  if (total_ == valid.size()) before_.clear();
}

std::size_t OffsetIndex::code_point(std::size_t byte) const {
  if (before_.empty()) return byte;
  const std::size_t block = byte / kBlock;
  return before_[block] + code_points(text_.substr(block * kBlock, byte - block * kBlock));
}

std::size_t OffsetIndex::byte(std::size_t code_point) const {
  if (before_.empty()) return code_point;
  if (code_point >= total_) return text_.size();
  const auto next = std::upper_bound(before_.begin(), before_.end(), code_point);
  const auto block = static_cast<std::size_t>(next - before_.begin()) - 1;
  std::size_t at = block * kBlock;
  // A block may begin inside a code point, which then counts to the block before it.
  while (at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0) == 0x80) ++at;
  for (std::size_t left = code_point - before_[block]; left > 0; --left) at += decode(text_, at).length;
  return at;
}

}  // namespace sito::text
