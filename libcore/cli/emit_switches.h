// emit_switches.h: emit's switches, for sito-emit and for `sito run`.
//
// Which lines leave, as what they are written, and whether into one file or a folder of parts. What stands in
// lines is emit/'s question, what in folders batch/corpus.h's.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "batch/corpus.h"
#include "cli/switches.h"
#include "cli/tool.h"
#include "document/stage.h"
#include "emit/stage.h"

namespace sito::cli {

/// What every part is like.
struct PartShape {
  std::string suffix;  ///< "jsonl.zst"
  std::string head;    ///< what it begins with: the names of columns
};

/// Holds what its switches set, and outlives the parsing.
class EmitSwitches {
 public:
  explicit EmitSwitches(Switches switches);

  /// Makes the job up to the sink that it is given.
  using WithSink = std::function<Job(std::unique_ptr<Sink>)>;

  /// The job that ends as the switches say; where a schema is asked for, it prints that and reads nothing.
  /// Throws UsageError for values that make no sense and for a folder that may not be written, IoError.
  [[nodiscard]] Job job(const Request& request, const WithSink& with_sink) const;

  /// The same in steps, for a run of several passes: the folder of parts, if one is asked for, is checked and
  /// made before the first.
  [[nodiscard]] std::shared_ptr<Destination> destination(const Request& request) const;
  [[nodiscard]] Job job(const std::shared_ptr<Destination>& destination, const WithSink& with_sink) const;

  /// Of a folder of parts. Throws UsageError for values that make no sense.
  [[nodiscard]] PartShape part_shape() const;

  /// Whether --schema was given.
  [[nodiscard]] bool wants_schema() const { return !schema_.empty(); }
  [[nodiscard]] Job schema_job(const Request& request) const;

  /// For who keeps a folder of parts himself: what a part is called behind its number, and where it ends (by
  /// default at `size`). Throws UsageError for what only a file or a folder of emit's own can be.
  struct Parts {
    std::string suffix;
    batch::ShardSize shard_size;
  };
  [[nodiscard]] Parts line_parts(std::string_view size) const;
  /// The lines of such parts, JSON, without frames.
  [[nodiscard]] std::unique_ptr<Sink> line_sink() const;

  /// Whether the output is a folder of parts.
  [[nodiscard]] bool wants_parts(const Request& request) const;

 private:
  [[nodiscard]] emit::Settings settings() const;
  [[nodiscard]] batch::ShardSize shard_size(std::string_view by_default) const;
  [[nodiscard]] io::Compression compression() const;
  [[nodiscard]] batch::CorpusSettings corpus_settings(const Request& request) const;

  std::string view_ = "document";
  std::vector<std::string> fields_;
  std::string foreign_ = "drop";
  std::string format_ = "jsonl";
  bool byte_order_mark_ = false;
  std::optional<std::string> sample_;
  std::string schema_;  ///< empty if none is wanted
  std::optional<std::string> shard_size_;
  std::string compress_;  ///< empty if nothing was said
  bool overwrite_ = false;
};

}  // namespace sito::cli
