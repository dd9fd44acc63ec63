#include "io/folder.h"

#include <fcntl.h>
#include <unistd.h>

#include <boost/filesystem/operations.hpp>
#include <cerrno>

#include "io/error.h"
#include "io/file.h"

namespace sito::io {

void sync_folder(const std::string& path) {
  FileDescriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  // Some folders may be written but not read, and some file systems sync no folders.
  if (!folder) return;
  if (::fsync(folder.number()) != 0 && errno != EINVAL && errno != EROFS) throw IoError(path, "sync", errno);
}

std::vector<std::string> names_in(const std::string& path) {
  std::vector<std::string> names;
  boost::system::error_code error;
  for (boost::filesystem::directory_iterator entry(path, error), end; !error && entry != end;
       entry.increment(error))
    names.push_back(entry->path().filename().string());
  if (error) throw IoError(path, "read", error.value());
  return names;
}

void copy_file(const std::string& from, const std::string& to) {
  boost::system::error_code error;
  boost::filesystem::copy_file(from, to, error);
  if (error) throw IoError(from, "copy", error.value());
  const auto file = open_file(to, O_RDONLY);
  if (::fsync(file.number()) != 0) throw IoError(to, "sync", errno);
}

}  // namespace sito::io
