#include "io/file.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "io/error.h"

namespace sito::io {
namespace {

std::optional<FileIdentity> identity(const struct stat& status) {
  if (!S_ISREG(status.st_mode)) return std::nullopt;
  return FileIdentity{status.st_dev, status.st_ino};
}

}  // namespace

std::optional<FileIdentity> identity_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return identity(status);
}

std::optional<FileIdentity> identity_of(int descriptor) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return std::nullopt;
  return identity(status);
}

int FileDescriptor::close() {
  const int number = std::exchange(number_, -1);
  if (number < 0 || !owned_) return 0;
  // Linux frees the number even where close() says EINTR; trying again could close another thread's file.
  return ::close(number) == 0 || errno == EINTR ? 0 : errno;
}

FileDescriptor open_file(const std::string& path, int flags, mode_t mode) {
  for (;;) {
    const int number = ::open(path.c_str(), flags | O_CLOEXEC | O_NOCTTY, mode);
    if (number >= 0) return FileDescriptor(number);
    if (errno != EINTR) throw IoError(path, "open", errno);
  }
}

bool wait_for(int descriptor, short events, int milliseconds) {
  struct pollfd one {
    descriptor, events, 0
  };
  for (;;) {
    const int found = ::poll(&one, 1, milliseconds);
    if (found >= 0) return found > 0;
    if (errno != EINTR && errno != EAGAIN) return true;
  }
}

}  // namespace sito::io
