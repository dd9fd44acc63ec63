// documents.h: where a craft's tool takes its documents from.
//
// The wire, or with --plain raw texts, through the same stage. Which chain follows is the tool's choice.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/decode_switches.h"
#include "cli/switches.h"
#include "cli/tool.h"
#include "document/stage.h"

namespace sito::cli {

/// A chain on the heap, as Job wants it.
[[nodiscard]] std::unique_ptr<pipeline::Chain> chain(std::vector<std::unique_ptr<Stage>> stages,
                                                     std::unique_ptr<Sink> sink);

/// --plain, --encoding and --encodings.
class DocumentSwitches {
 public:
  /// `plain_help` says what comes out with --plain. Outlives the parsing.
  DocumentSwitches(Switches switches, std::string_view plain_help);

  /// Records through `stage` to records; with --plain, raw texts through it to `plain_sink`, by default the
  /// text itself.
  [[nodiscard]] Job job(const Request& request, std::unique_ptr<Stage> stage,
                        std::unique_ptr<Sink> plain_sink = nullptr) const;

  /// As job(), but `sink` takes records in place of the wire. Throws UsageError for --plain.
  [[nodiscard]] Job record_job(const Request& request, std::unique_ptr<Stage> stage,
                               std::unique_ptr<Sink> sink) const;

  /// Raw texts through `stage` to `sink`, whatever the switches say.
  [[nodiscard]] Job plain_job(const Request& request, std::unique_ptr<Stage> stage,
                              std::unique_ptr<Sink> sink) const;

  /// As job(), but `sink` takes the documents of both: for output that is always for reading.
  [[nodiscard]] Job rendered_job(const Request& request, std::unique_ptr<Stage> stage,
                                 std::unique_ptr<Sink> sink) const;

 private:
  [[nodiscard]] Job wire_job(const Request& request, std::unique_ptr<Stage> stage,
                             std::unique_ptr<Sink> sink) const;

  bool plain_ = false;
  DecodeSwitches decode_;
};

}  // namespace sito::cli
