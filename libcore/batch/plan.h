// plan.h: which task reads what, as a file.
//
// `plan.json` settles a run before it is begun: the switches, the inputs in the order of the walk with their
// sizes, times and digests, and which stretch of them each of N tasks reads. A task reads the head and its
// own stretch only. How inputs are weighed and who reads them is cli/'s question; what a task answers,
// done.h's.
#pragma once

#include <time.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "io/file.h"
#include "io/member_range.h"
#include "io/tree.h"

namespace sito::batch {

/// A switch as it was given: {"emit.view", {"quote"}}.
struct PlannedOption {
  std::string name;
  std::vector<std::string> values;   ///< files as absolute paths
  std::vector<std::string> digests;  ///< of these files, "xxh128:…"; none if its values are no files
};

/// A PATH.
struct PlannedPath {
  std::string given;     ///< made plain: what names begin with
  std::string location;  ///< absolute
};

/// What all tasks share.
struct Plan {
  std::string version;  ///< of the program
  std::vector<PlannedPath> paths;
  std::vector<PlannedOption> options;
  std::string options_digest;  ///< "xxh128:…"
  std::string suffix;          ///< of parts: "jsonl.zst"
};

struct PlannedInput {
  std::size_t in = 0;       ///< the PATH that it was found under, of Plan::paths
  std::string path;         ///< made plain: what its names are made of
  std::uint64_t bytes = 0;  ///< size of the file
  struct timespec modified {};
  std::string digest;  ///< of its own bytes, "xxh128:…"; empty if none was taken, or it could not be read
  std::string reject;  ///< why the walk could not go there; empty if it could
  std::shared_ptr<const io::MemberRange> members = nullptr;  ///< of an archive, only these; null: all of it

  /// How many bytes of the file are read.
  [[nodiscard]] std::uint64_t own_bytes() const;
};

/// As the walk found it; `in` is its PATH.
[[nodiscard]] PlannedInput planned(const io::FoundFile& file, std::size_t in);

/// As the walk found it, but for its place and its PATH's, which are absolute.
[[nodiscard]] io::FoundFile found(const Plan& plan, const PlannedInput& input);

/// The plan as a JSON object, a task and an input a line, ended by LF:
///
///     {"program": "sito plan", "version", "paths": [{"given", "location"}, …],
///     "options": [{"name", "values", "digests"?}, …], "options_digest", "suffix",
///     "tasks": [
///     {"task", "inputs", "bytes", "offset", "length", "digest"},
///     ],
///     "inputs": [
///     {"in", "path", "bytes", "modified", "members"?: {"begin", "end", "seen": [{"name", "times"}, …]},
///     "digest"?} or {"in", "path", "reject"},
///     ]}
///
/// A task's lines of `inputs` begin `offset` bytes behind the first one's begin and are `length` bytes, with
/// that digest. Of an archive that is shared
/// out, `members` are those whose headers stand from byte `begin` on and before `end`, whose digest it is
/// then; `bytes` are the whole file's. `modified` are seconds since 1970, as `stat -c %.9Y` prints them.
/// Names and values that are no UTF-8 stand as {"base64": …}. The same archive makes the same bytes.
[[nodiscard]] std::string to_json(const Plan& plan, const std::vector<std::vector<PlannedInput>>& tasks);

/// A plan that was written.
class PlanFile {
 public:
  /// Reads the head. Throws IoError, DamagedInput for what is no plan, as inputs() does.
  explicit PlanFile(const std::string& path);

  [[nodiscard]] const std::string& path() const { return path_; }
  /// The folder that it stands in, with a slash at its end: where tasks write.
  [[nodiscard]] std::string folder() const;
  [[nodiscard]] const Plan& plan() const { return plan_; }
  [[nodiscard]] std::size_t tasks() const { return stretches_.size(); }
  /// Of the whole plan, "xxh128:…": the head holds the digests of all else.
  [[nodiscard]] const std::string& digest() const { return digest_; }

  /// What a task reads, in order. Memory and time: that task's alone.
  [[nodiscard]] std::vector<PlannedInput> inputs(std::size_t task) const;

  /// `part-00003.jsonl.zst`; numbers are as wide as the largest, so that parts sort by them.
  [[nodiscard]] std::string part_name(std::size_t task) const;

 private:
  struct Stretch {
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
    std::string digest;
  };

  [[nodiscard]] std::string read(std::uint64_t offset, std::uint64_t length) const;
  [[nodiscard]] std::string read_head();
  void parse_head(const std::string& head);

  std::string path_;
  io::FileDescriptor file_;
  std::uint64_t inputs_at_ = 0;
  Plan plan_;
  std::string digest_;
  std::vector<Stretch> stretches_;
};

}  // namespace sito::batch
