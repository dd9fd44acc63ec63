// night.h: one run of a corpus that is kept current.
//
// Takes what is new or changed into the next generation and makes that the current one: ledger, inputs, shelf
// and generations at work together. What killed an earlier run left whole is used. How documents are read and
// what records are made of them is the source's and the chain's question.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "batch/entry.h"
#include "batch/generations.h"
#include "batch/inputs.h"
#include "batch/ledger.h"
#include "batch/manifest.h"
#include "batch/shelf.h"
#include "pipeline/known.h"
#include "pipeline/rejects.h"
#include "pipeline/source.h"
#include "templates/model.h"

namespace sito::batch {

/// What becomes of records whose input is gone.
enum class Prune {
  kKeep,
  kFew,  ///< they go, unless they are more than kFewPercent of all documents: a disk may not be mounted
  kAll,
};
inline constexpr int kFewPercent = 5;

struct NightSettings {
  std::string folder;
  Making making;  ///< `model` is the night's own matter
  std::string suffix = "jsonl.zst";
  ShardSize shard_size;
  ReadAgain again;
  Prune prune = Prune::kKeep;
  bool compact = false;
  std::size_t keep_generations = 3;
  std::optional<std::string> changes;  ///< file for what was added, replaced and removed
  std::optional<std::chrono::seconds> time_limit;
  Manifest manifest;  ///< without its parts
};

/// What came of a night.
struct NightSummary {
  std::int64_t generation = 0;  ///< the current one now; 0 if there is none yet
  bool committed = false;  ///< false: nothing was new, or the time was up before the corpus was of one shape
  ChangeCounts changes;
  std::int64_t documents = 0;
  std::int64_t gone = 0;           ///< documents whose input is gone and whose records are kept
  std::int64_t stale = 0;          ///< documents that were made with other options
  bool prune_was_refused = false;  ///< `gone` is more than kFewPercent of them
  bool time_was_up = false;        ///< the next night goes on
};

class Night final : public pipeline::Known {
 public:
  /// Takes the folder's lock and makes or resumes its next generation. Throws IoError, as all of these do.
  explicit Night(NightSettings settings);
  ~Night() override;

  /// Why the records of this run do not go with those that are there: another shape, and not all is made
  /// anew. Then nothing else is to be asked of this.
  [[nodiscard]] std::optional<std::string> objection();

  /// The templates that nights before learnt, if any did.
  [[nodiscard]] std::shared_ptr<const templates::Model> model();

  /// What is to be learnt from: as this, but nothing is noted but what is learnt. Before begin().
  [[nodiscard]] pipeline::Known& unlearnt();
  /// `merge` writes the model of what was read from unlearnt() and of the file `before`, if any, to `file`.
  /// Before begin().
  void learnt(
      const std::function<void(const std::optional<std::string>& before, const std::string& file)>& merge);

  /// The night's reading begins, with the templates that model() gives.
  void begin();

  /// `source` until it ends or the time is up.
  [[nodiscard]] std::unique_ptr<pipeline::Source> watched(std::unique_ptr<pipeline::Source> source);

  bool has_file(const io::FoundFile& file) override;
  bool has_document(std::string_view id, std::string_view fingerprint) override;

  /// What the chain gave (entry.h), and what it did not take.
  void add(std::string_view entries);
  void refuse(const pipeline::Refusal& refusal);
  /// All that was given so far is through.
  void delivered();
  /// Of records, in this run.
  [[nodiscard]] std::int64_t bytes() const { return bytes_; }

  /// Makes the generation current, or removes it if nothing is new.
  [[nodiscard]] NightSummary commit();

 private:
  class Unlearnt;
  class WatchedSource;

  [[nodiscard]] Shelf::Spot shelved(const Entry& entry, std::int64_t count);
  void open();
  void adopt_learnt_model();
  void note(const char* state);
  [[nodiscard]] bool is_noted(const char* state);
  void prune(NightSummary& summary);
  void tidy();
  void write_lists();
  void write_changes();

  NightSettings settings_;
  std::mutex mutex_;  ///< of inputs and ledger: sources, workers and the output ask at once
  Generations generations_;
  std::unique_ptr<Ledger> ledger_;
  std::unique_ptr<Shelf> shelf_;
  std::unique_ptr<Inputs> inputs_;
  std::unique_ptr<Unlearnt> unlearnt_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::int64_t bytes_ = 0;
  RowId making_ = 0;
  bool source_ended_ = false;
};

}  // namespace sito::batch
