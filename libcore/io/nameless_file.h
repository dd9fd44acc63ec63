// nameless_file.h: bytes that do not fit in memory, for as long as this process runs.
//
// A temporary file that has no name: nobody sees it, and it is gone with its owner however the process ends.
// Files that come to stand under a name are output.h's question.
#pragma once

#include <string>
#include <string_view>

#include "io/file.h"
#include "io/input.h"

namespace sito::io {

class NamelessFile {
 public:
  /// In the folder that TMPDIR names, else /tmp. Throws IoError.
  NamelessFile();

  /// Through a buffer of 1 MiB. Throws IoError.
  void write(std::string_view bytes);

  /// All that was written, to be read from its beginning. The last thing to ask of it.
  [[nodiscard]] Input read_back() &&;

 private:
  void put_buffer();

  std::string folder_;
  FileDescriptor file_;
  std::string buffer_;
};

}  // namespace sito::io
