// unicode_form.h: which of Unicode's own encodings bytes show by themselves.
//
// A byte order mark, the zeros of UTF-16, or well-formed UTF-8 need no language to be seen. Legacy
// encodings are detect.h's question.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace sito::decode {

/// What a byte order mark at the head says.
struct ByteOrderMark {
  std::string_view encoding;  ///< UTF-8, UTF-16LE, UTF-16BE, UTF-32LE or UTF-32BE
  std::size_t length = 0;     ///< bytes
};

/// The mark at the head of `bytes`. FF FE 00 00 is UTF-32LE where the size is a multiple of four,
/// else UTF-16LE. Constant.
[[nodiscard]] std::optional<ByteOrderMark> byte_order_mark(std::string_view bytes);

/// UTF-16LE or UTF-16BE where `bytes` bear no mark but read as UTF-16 text in an alphabet of Europe:
/// of the first 4,096 units at least 95 % are letters, digits, punctuation or white space below U+0530
/// or in General Punctuation, or emoji, at least one in 8 has a high byte of zero or that is a control in any
/// other encoding, and the other byte order reads worse. Chinese, Japanese, Korean and Thai are not seen.
[[nodiscard]] std::optional<std::string_view> unmarked_utf16(std::string_view bytes);

/// UTF-32LE or UTF-32BE where `bytes` bear no mark but their number is a multiple of four and the first 1,024
/// units are characters of at most U+10FFFF that texts hold, at least 3 in 4 of them below U+0800.
[[nodiscard]] std::optional<std::string_view> unmarked_utf32(std::string_view bytes);

}  // namespace sito::decode
