// member_range.h: some of an archive's members, as an archive of their own.
//
// A large archive is read by several at once, each a stretch of its members. That needs members that can be
// reached without reading those before: those of a zip, by its index, and of a tar that is not compressed.
// Who reads which is batch/'s question, what a member is archive.h's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "document/result.h"
#include "io/input.h"

namespace sito::io {

/// Members that stand behind each other.
struct MemberRange {
  std::uint64_t begin = 0;  ///< where the first one's header stands in the file
  std::uint64_t end = 0;  ///< where that of the first one behind them does; for the last ones the file's size
  /// Of names that stand within: how often they have before. Made plain, as naming is (pipeline/naming.h).
  std::map<std::string, std::size_t> seen = {};
};

/// A member in its place.
struct MemberPlace {
  std::uint64_t begin = 0;   ///< where its header stands in the file
  std::string path;          ///< as in the archive
  bool is_document = false;  ///< a regular file: Archive::next() gives it
  bool may_begin = true;     ///< a range may begin with it
};

/// Tells `see` of all members of the archive at `path` in the order of Archive. False, perhaps after some of
/// them, where ranges of them would not give what the whole gives, member for member: other formats, a
/// compressed tar, damage, names that are no UTF-8 (whose encoding shows in all of them together), a WACZ, a
/// zip whose members share bytes. Reads headers and skips large members; of small ones it reads all. Throws
/// IoError.
[[nodiscard]] bool list_members(const std::string& path, const std::function<void(MemberPlace&&)>& see);

/// An archive that holds those members alone. The file is one that list_members() was true of. Rejects, as
/// open_document() does, a file that is gone, and one that has no such members. Memory: of a zip its index
/// for a moment, and the part of it that is about the range. Throws IoError.
[[nodiscard]] Result<Input> open_members(const std::string& path, const MemberRange& range);

}  // namespace sito::io
