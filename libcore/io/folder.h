// folder.h: small acts on files and folders that must last.
//
// What a rename needs before and after it, to survive a machine that loses power.
#pragma once

#include <string>

namespace sito::io {

/// fsync(2) of a folder: the names in it are on the disk. Does nothing where a folder may not be read or its
/// file system syncs none. Throws IoError.
void sync_folder(const std::string& path);

/// A new file `to` with the bytes of `from`, synced. Shares blocks where the file system can. Throws IoError,
/// and then there may be an unfinished `to`.
void copy_file(const std::string& from, const std::string& to);

}  // namespace sito::io
