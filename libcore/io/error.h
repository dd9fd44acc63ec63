// error.h: a broken machine, as an exception.
//
// A file that cannot be opened, a full disk, a reader that went away: what no document is to blame for.
// A bad document is a value (document/result.h). Caught once, in cli/, where IoError becomes status 3.
#pragma once

#include <exception>
#include <stdexcept>
#include <string>

namespace sito {

/// What could not be read or written, and the system's words. what() is
/// "PATH: cannot write: No space left on device"; the path stands in it as it is, unescaped.
class IoError : public std::runtime_error {
 public:
  /// `tried` is a verb: "open", "read", "write", "sync", "rename", ….
  IoError(std::string path, std::string tried, std::string words);
  /// With the system's words for `error_number`, an errno.
  IoError(std::string path, std::string tried, int error_number);

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] const std::string& tried() const { return tried_; }
  [[nodiscard]] const std::string& words() const { return words_; }
  /// The errno, or 0 where the words are not the system's.
  [[nodiscard]] int error_number() const { return error_number_; }

 private:
  std::string path_;
  std::string tried_;
  std::string words_;
  int error_number_ = 0;
};

/// Bytes that are not what their format promises: a compressed stream cut short, a wrong checksum. Reading
/// a file of the wire it ends the run like any IoError; reading a raw document, rest() of input.h
/// makes it that document's Reject.
class DamagedInput : public IoError {
 public:
  DamagedInput(std::string path, std::string words) : IoError(std::move(path), "read", std::move(words)) {}
};

/// Whoever read our output has gone (EPIPE). The process must ignore SIGPIPE to see it.
class BrokenPipe : public std::exception {
 public:
  [[nodiscard]] const char* what() const noexcept override { return "broken pipe"; }
};

}  // namespace sito
