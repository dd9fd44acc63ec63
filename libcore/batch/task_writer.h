// task_writer.h: what a task leaves in the folder, while it is written.
//
// A part, what was rejected, and last the answer that both are there (done.h), each a file that appears
// whole. A task writes no other task's files, and several attempts at one write the same bytes, so that
// whoever is last changes nothing.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "batch/done.h"
#include "batch/part_writer.h"
#include "document/digest.h"
#include "io/output.h"

namespace sito::batch {

class TaskWriter {
 public:
  /// `folder` is the plan's, with a slash at its end; the folders `done` and `rejects` in it are made.
  /// `part_name` with the suffix by which it is compressed, `head` what it begins with. Throws IoError, as
  /// all of these do.
  TaskWriter(const std::string& folder, const std::string& part_name, std::size_t task,
             std::string_view head);

  /// Records in frames (document/frame.h). Memory: a buffer.
  void add(std::string_view frames);

  /// A line of what did not come through.
  void refuse(std::string_view line);

  /// The bytes of head and records so far, not compressed.
  [[nodiscard]] std::int64_t content_bytes() const { return part_.part().content_bytes; }

  /// Lets part, rejects and then the answer appear. Of `done` the files, the host and the process are filled
  /// in. Without it nothing stays. The last thing to ask of it.
  void finish(Done done);

 private:
  std::string folder_;
  std::size_t task_;
  PartWriter part_;
  io::Output rejects_;
  Sha256 rejects_digest_;
  std::int64_t rejects_bytes_ = 0;
};

}  // namespace sito::batch
