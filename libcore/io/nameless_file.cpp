#include "io/nameless_file.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "io/error.h"

namespace sito::io {
namespace {

constexpr std::size_t kBufferSize = std::size_t{1} << 20;

std::string temporary_folder() {
  const char* named = std::getenv("TMPDIR");
  return named != nullptr && *named != '\0' ? named : "/tmp";
}

FileDescriptor create_in(const std::string& folder) {
  const int without_name = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (without_name >= 0) return FileDescriptor(without_name);
  // Some file systems (NFS, overlays) cannot make a file without a name.
  std::string path = folder + "/sito-XXXXXX";
  const int named = ::mkostemp(path.data(), O_CLOEXEC);
  if (named < 0) throw IoError(folder, "open a temporary file in it", errno);
  ::unlink(path.c_str());
  return FileDescriptor(named);
}

}  // namespace

NamelessFile::NamelessFile() : folder_(temporary_folder()), file_(create_in(folder_)) {}

void NamelessFile::write(std::string_view bytes) {
  buffer_ += bytes;
  if (buffer_.size() >= kBufferSize) put_buffer();
}

void NamelessFile::put_buffer() {
  for (std::string_view left = buffer_; !left.empty();) {
    const ssize_t written = ::write(file_.number(), left.data(), left.size());
    if (written < 0 && errno != EINTR) throw IoError(folder_, "write a temporary file in it", errno);
    if (written > 0) left.remove_prefix(static_cast<std::size_t>(written));
  }
  buffer_.clear();
}

Input NamelessFile::read_back() && {
  put_buffer();
  if (::lseek(file_.number(), 0, SEEK_SET) != 0) throw IoError(folder_, "read a temporary file in it", errno);
  return {std::move(file_), "a temporary file in " + folder_};
}

}  // namespace sito::io
