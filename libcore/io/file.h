// file.h: an open file descriptor, and which file it is.
//
// Owns descriptors and tells whether two of them are one file. What is read from them is input.h's
// question, what is written output.h's.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <utility>

namespace sito::io {

/// Which file of the machine: two names, or a name and standard output, may be the same one.
struct FileIdentity {
  dev_t device = 0;
  ino_t inode = 0;
  friend bool operator==(const FileIdentity&, const FileIdentity&) = default;
};

/// Of a regular file, links followed. None for what is no regular file (a terminal or /dev/null may well
/// be read and written at once) and for what is not there.
[[nodiscard]] std::optional<FileIdentity> identity_of(const std::string& path);
[[nodiscard]] std::optional<FileIdentity> identity_of(int descriptor);

/// Closes what it owns; moves, does not copy.
class FileDescriptor {
 public:
  FileDescriptor() = default;
  explicit FileDescriptor(int number, bool owned = true) : number_(number), owned_(owned) {}
  FileDescriptor(FileDescriptor&& other) noexcept
      : number_(std::exchange(other.number_, -1)), owned_(other.owned_) {}
  FileDescriptor& operator=(FileDescriptor&& other) noexcept {
    std::swap(number_, other.number_);
    std::swap(owned_, other.owned_);
    return *this;
  }
  ~FileDescriptor() { close(); }

  [[nodiscard]] int number() const { return number_; }
  explicit operator bool() const { return number_ >= 0; }

  /// Closes it now. Returns the errno, or 0; a second call does nothing.
  int close();

 private:
  int number_ = -1;
  bool owned_ = false;
};

/// open(2) with O_CLOEXEC, again after a signal. Throws IoError ("open").
[[nodiscard]] FileDescriptor open_file(const std::string& path, int flags, mode_t mode = 0);

/// Sleeps until poll(2) has `events` for it, at most `milliseconds` (-1: for ever). Whether it has; an
/// error or hang-up counts, since the next call will tell.
bool wait_for(int descriptor, short events, int milliseconds);

}  // namespace sito::io
