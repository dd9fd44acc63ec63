// zip_index.h: what the index at a zip's end says of where its members stand.
//
// Finds the index and takes it apart. A zip whose members share their bytes holds a thousand times what it
// weighs, and no tool writes one but to do harm: settles whether that is so. Members themselves are
// archive.h's question, zips made of some of another's members member_range.h's. After APPNOTE 6.3.9, 4.3.12
// to 4.3.16.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace sito::io {

/// Up to `size` bytes of a file at `offset`: fewer only at its end.
using ReadAt = std::function<std::string(std::uint64_t offset, std::size_t size)>;

/// Where the index stands in the file.
struct ZipIndex {
  std::uint64_t begin = 0;  ///< counted back from its end, since other bytes may stand before a zip
  std::uint64_t size = 0;
  bool is_exact = false;  ///< it says itself that it stands there, and nothing stands behind the zip
};

/// The index of a zip of `size` bytes; none where it is missing. Throws what `read` throws.
[[nodiscard]] std::optional<ZipIndex> find_zip_index(const ReadAt& read, std::uint64_t size);

/// What the index says of one member.
struct ZipEntry {
  std::uint64_t begin = 0;  ///< of its local header
  std::uint64_t end = 0;    ///< at least, of its bytes
  std::string_view bytes;   ///< of the entry, a view of the index
  std::string_view name;    ///< raw bytes, likewise

  /// More than the longest entry has.
  static constexpr std::size_t kMostBytes = 46 + 3 * std::size_t{65535};
};

/// The entry at the head of `index`, which it takes off; none, and nothing is taken, where there is no whole
/// one.
[[nodiscard]] std::optional<ZipEntry> take_zip_entry(std::string_view& index);

/// The name, raw bytes, of the first member of a zip of `size` bytes that another one's bytes reach into,
/// in the order of their places. None too where the index is missing or cannot be read. Linear in the index
/// but for a sort; memory 24 bytes a member. Throws what `read` throws.
[[nodiscard]] std::optional<std::string> overlapped_member(const ReadAt& read, std::uint64_t size);

}  // namespace sito::io
