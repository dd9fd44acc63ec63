// stage.h: one step on a document's way.
//
// Source -> Document -> Stage -> ... -> Sink. `sito-NAME`, `sito run` and the tests use the same stage
// object. A stage is built once from its craft's settings and const from then on, so that workers
// share it.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "document/document.h"
#include "document/result.h"
#include "document/scratch.h"

namespace sito {

class Stage {
 public:
  virtual ~Stage() = default;

  /// Keys that the stage reads or writes: one that stands twice in a record is a reason to reject it.
  /// `text` need not be named. Views of constants.
  [[nodiscard]] virtual std::span<const std::string_view> fields() const = 0;

  /// Reads and rewrites fields of `document`. On a Reject the document counts as lost and is not
  /// written; its first bytes are kept by the pipeline. Must not print, and must not remember.
  virtual Result<void> apply(Document& document, Scratch& scratch) const = 0;
};

/// Where documents go at the end: appends no, one or many lines for one document to `out`, each ended
/// by LF. On a Reject nothing of what it appended is used.
class Sink {
 public:
  virtual ~Sink() = default;
  [[nodiscard]] virtual std::span<const std::string_view> fields() const = 0;
  virtual Result<void> write(Document& document, Scratch& scratch, std::string& out) const = 0;
};

}  // namespace sito
