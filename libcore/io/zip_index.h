// zip_index.h: what the index at a zip's end says of where its members stand.
//
// A zip whose members share their bytes holds a thousand times what it weighs, and no tool writes one but to
// do harm. Settles whether that is so. Members themselves are archive.h's question. After APPNOTE 6.3.9,
// 4.3.12 to 4.3.16.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace sito::io {

/// Up to `size` bytes of a file at `offset`: fewer only at its end.
using ReadAt = std::function<std::string(std::uint64_t offset, std::size_t size)>;

/// The name, raw bytes, of the first member of a zip of `size` bytes that another one's bytes reach into,
/// in the order of their places. None too where the index is missing or cannot be read. Linear in the index
/// but for a sort; memory 24 bytes a member. Throws what `read` throws.
[[nodiscard]] std::optional<std::string> overlapped_member(const ReadAt& read, std::uint64_t size);

}  // namespace sito::io
