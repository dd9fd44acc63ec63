// glob.h: patterns for the paths of files.
//
// Settles what `--include` and `--exclude` match, for files in folders (tree.h) as for members of archives.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sito::io {

/// `*` is any characters within a name, `?` one, `[a-z]` one of these and `[!a-z]` one of the others, `\`
/// takes the next character's meaning away. `**` as a whole name is any number of folders (none too;
/// at a pattern's end, all that is below). A pattern without `/` is for the last name of the path, one with
/// `/` for the whole; a `/` at its head only says that it is for the whole. Characters are those of
/// UTF-8; a byte that is none is a character of its own. Upper and lower case differ.
///
///     *.txt          a.txt, b/a.txt
///     2023/*.txt     2023/a.txt; not 2023/b/a.txt
///     **/old/**      old/a, b/old/c/d; not old
class Glob {
 public:
  explicit Glob(std::string_view pattern);

  /// `path` has no `/` at its ends. Any pattern has a meaning: nothing fails. Time is at most the product of
  /// both sizes.
  [[nodiscard]] bool matches(std::string_view path) const;

 private:
  std::vector<std::string> names_;  ///< the pattern's parts between slashes
  bool whole_path_ = false;
};

}  // namespace sito::io
