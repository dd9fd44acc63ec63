// folder.h: small acts on files and folders that must last.
//
// What a rename needs before and after it, to survive a machine that loses power; and what a folder holds,
// where tree.h's walk would be too much.
#pragma once

#include <string>
#include <vector>

namespace sito::io {

/// fsync(2) of a folder: the names in it are on the disk. Does nothing where a folder may not be read or its
/// file system syncs none. Throws IoError.
void sync_folder(const std::string& path);

/// What stands in a folder, in no order. Throws IoError.
[[nodiscard]] std::vector<std::string> names_in(const std::string& path);

/// A new file `to` with the bytes of `from`, synced. Shares blocks where the file system can. Throws IoError,
/// and then there may be an unfinished `to`.
void copy_file(const std::string& from, const std::string& to);

}  // namespace sito::io
