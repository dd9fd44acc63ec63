// done.h: what a task answers.
//
// `done/3.json` stands when task 3 is done: which part it wrote, by which plan, switches and model. It is
// written last, so that it is there only if all else is. What is then made of all of them is assembly.h's
// question.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "batch/manifest.h"
#include "batch/plan.h"

namespace sito::batch {

/// What has to be equal for a part to be one of the corpus.
struct TaskKey {
  std::string plan;     ///< PlanFile::digest()
  std::string options;  ///< Plan::options_digest
  std::string model;    ///< digest of the templates that the task was given, "xxh128:…"; empty without
  friend bool operator==(const TaskKey&, const TaskKey&) = default;
};

/// A file that is no part.
struct StoredFile {
  std::string name;  ///< within the folder: "rejects/3.jsonl"
  std::int64_t bytes = 0;
  std::string digest;  ///< "sha256:…"
};

struct Done {
  std::size_t task = 0;
  TaskKey key;
  Part part;
  StoredFile rejects;
  std::int64_t documents = 0;  ///< that came through
  std::int64_t rejected = 0;
  std::int64_t skipped = 0;
  double seconds = 0;
  std::string host;  ///< of the attempt that wrote it
  std::int64_t process = 0;
};

/// Its name within the folder: "done/3.json".
[[nodiscard]] std::string done_name(std::size_t task);
[[nodiscard]] std::string rejects_name(std::size_t task);

/// `{"task", "plan", "options", "model", "part": {…}, "rejects": {"name", "bytes", "digest"}, "documents",
/// "rejected", "skipped", "seconds", "host", "process"}`, ended by LF; the part as in a manifest, `model`
/// null without one.
[[nodiscard]] std::string to_json(const Done& done);

/// Of a file's content; `path` for messages. Throws DamagedInput for what to_json() has not written.
[[nodiscard]] Done parse_done(const std::string& json, const std::string& path);

/// What stands in the folder of a plan, if anything; none too where it is damaged, since the task is done
/// again then. Throws IoError.
[[nodiscard]] std::optional<Done> read_done(const std::string& folder, std::size_t task);

/// Whether task's part is in the folder, by name and size, made with that key. Throws IoError.
[[nodiscard]] bool is_done(const std::string& folder, std::size_t task, const TaskKey& key);

}  // namespace sito::batch
