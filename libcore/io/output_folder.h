// output_folder.h: a folder of files that appears whole or not at all.
//
// What output.h is for one file, for several that belong together. What stands in them is batch/'s question.
#pragma once

#include <string>
#include <string_view>

#include "io/error.h"

namespace sito::io {

class OutputFolder {
 public:
  /// Makes a folder beside `path`, in which files are written, `path` being left as it is; slashes at its end
  /// do not count, a link is followed. Throws IoError.
  explicit OutputFolder(const std::string& path);
  OutputFolder(const OutputFolder&) = delete;
  OutputFolder& operator=(const OutputFolder&) = delete;
  /// Without commit() the folder never appears and what was written goes.
  ~OutputFolder();

  /// Where a file of that name is to be written now.
  [[nodiscard]] std::string file(std::string_view name) const { return temporary_ + '/' + std::string(name); }

  /// `error` of such a file, told of the place where the file is to stand: nobody knows the other.
  [[nodiscard]] IoError told(const IoError& error) const;

  /// Syncs the folder and puts it in the place of `path`: one that is not there, an empty folder or, if
  /// `replace`, a folder with all it holds, which is removed then. Readers see the old folder or the new one,
  /// never a mixture. The last thing to ask of it. Throws IoError, and `path` is as it was.
  void commit(bool replace);

 private:
  std::string target_;     ///< absolute, links followed
  std::string name_;       ///< as given
  std::string temporary_;  ///< empty once committed
};

}  // namespace sito::io
