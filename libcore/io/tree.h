// tree.h: which files a list of paths holds.
//
// Settles what is read and in which order: files, and folders with all below them, each folder sorted by
// the bytes of its names. Whether a file is an archive or a document is archive.h's question, opening it
// input.h's.
#pragma once

#include <time.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/result.h"
#include "io/glob.h"

namespace sito::io {

/// A path without what does not change it: "./a//b/" and "a/c/../b" are "a/b"; "" and "./" are ".". Absolute
/// stays absolute, leading ".." stay. By the letters alone, so links are not looked at.
[[nodiscard]] std::string plain_path(std::string_view path);

/// Two paths one of which is the other or stands below it, as they were given.
struct Overlap {
  std::string outer;
  std::string inner;
};

/// The first such two, if any, links resolved; what does not exist overlaps nothing. Sorts: n log n.
[[nodiscard]] std::optional<Overlap> overlap(std::span<const std::string> paths);

struct MemberRange;  // member_range.h

struct FoundFile {
  std::string path;              ///< made plain: what names are made of. "-" is standard input
  std::string location;          ///< what to open: the path given and what is below it, just as written
  std::string given;             ///< the PATH that held it, made plain
  std::string below;             ///< the path below it; where a file itself was given, its name
  bool given_itself = false;     ///< the PATH is this file
  bool regular = true;           ///< false for `-`, and for a FIFO or device that was given by name
  std::uint64_t bytes = 0;       ///< size of a regular file
  struct timespec modified {};   ///< of a regular file
  std::optional<Reject> reject;  ///< a file or folder that is gone or may not be read: `path` says which
  std::shared_ptr<const MemberRange> members = nullptr;  ///< of an archive, only these; a walk finds all
};

/// What a walk passed over.
struct SkippedFiles {
  std::size_t links = 0;     ///< symbolic links
  std::size_t special = 0;   ///< FIFOs, sockets and devices
  std::size_t outputs = 0;   ///< our own outputs
  std::size_t excluded = 0;  ///< files that the globs do not want; a whole folder counts as one
};

struct TreeSettings {
  /// On the path below PATH. No `include` takes all; `exclude` wins, and leaves out whole folders too.
  std::vector<Glob> include;
  std::vector<Glob> exclude;
  /// Files and folders that are written by this run: not read, nor are their temporaries. An output need
  /// not exist yet; "-" is none.
  std::vector<std::string> outputs;

  /// Whether include and exclude take a file (or an archive's member) at this path.
  [[nodiscard]] bool wanted(std::string_view below) const;
};

/// Walks the paths in the order given. A path that is a link itself is followed, links below are not. Not
/// recursive, and one folder's names for each level are all it holds.
class Tree {
 public:
  /// Throws IoError for a path that does not exist or cannot be looked at: before anything is read.
  explicit Tree(std::vector<std::string> paths, TreeSettings settings = {});

  /// The next files, at most `most`, in place of what `files` held; false when there are no more.
  [[nodiscard]] bool next(std::vector<FoundFile>& files, std::size_t most);

  [[nodiscard]] const SkippedFiles& skipped() const { return skipped_; }

 private:
  struct Folder {
    std::string location;  ///< with the slash behind it
    std::string below;     ///< empty, or with the slash behind it
    std::vector<std::string> names;
    std::size_t next = 0;
  };

  void start(const std::string& path, std::vector<FoundFile>& files);
  void step(std::vector<FoundFile>& files);
  void open_folder(const std::string& location, const std::string& below, std::vector<FoundFile>& files);
  [[nodiscard]] FoundFile found(const std::string& location, const std::string& below) const;
  [[nodiscard]] bool is_output(std::string_view below) const;
  [[nodiscard]] bool excluded(std::string_view below) const;

  std::vector<std::string> paths_;
  TreeSettings settings_;
  std::vector<std::string> outputs_;  ///< where they really are
  std::size_t next_path_ = 0;
  std::string given_;            ///< of the folder being walked
  std::string real_given_;       ///< the same, links resolved, with the slash behind it
  std::vector<Folder> folders_;  ///< open ones, the outermost first
  SkippedFiles skipped_;
};

}  // namespace sito::io
