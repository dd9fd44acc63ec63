#include "batch/night.h"

#include <unistd.h>

#include <boost/filesystem/operations.hpp>
#include <cstdio>
#include <utility>

#include "batch/changes.h"
#include "batch/entry.h"
#include "document/digest.h"
#include "io/error.h"
#include "io/input.h"
#include "io/output.h"

namespace sito::batch {
namespace {

// Notes of the generation that was last seen in that state: what a copied ledger says of an earlier one
// counts for nothing.
constexpr const char* kIsNew = "is_new";    // something in it is
constexpr const char* kIsTold = "is_told";  // its changes were written, if only by a run that was ended then
constexpr std::string_view kLearntModel = ".templates.learnt";

bool exists(const std::string& path) { return ::access(path.c_str(), F_OK) == 0; }

std::string digest_of_model(const std::string& path) {
  return templates::Model::read(io::Input(path)).digest();
}

std::string digest_bytes(std::string_view records) { return digest(DigestKind::kXxh128, records).substr(7); }

}  // namespace

/// What has been learnt from already, or was there before nights learnt, need not be read for it.
class Night::Unlearnt final : public pipeline::Known {
 public:
  Unlearnt(Night& night, Inputs inputs) : night_(night), inputs_(std::move(inputs)) {}

  bool has_file(const io::FoundFile& file) override {
    const std::lock_guard lock(night_.mutex_);
    return inputs_.is_known(file);
  }

  bool has_document(std::string_view id, std::string_view fingerprint) override {
    const std::lock_guard lock(night_.mutex_);
    const std::string name(id);
    const std::string print(fingerprint);
    if (night_.ledger_->is_learnt(name, print) || inputs_.is_known(name, fingerprint)) return true;
    night_.ledger_->add_learnt(name, print);
    return false;
  }

 private:
  Night& night_;
  Inputs inputs_;
};

class Night::WatchedSource final : public pipeline::Source {
 public:
  WatchedSource(std::unique_ptr<pipeline::Source> source, Night& night)
      : source_(std::move(source)), night_(night) {}

  std::unique_ptr<pipeline::Batch> next() override {
    const auto& limit = night_.settings_.time_limit;
    if (limit && std::chrono::steady_clock::now() - night_.start_ >= *limit) return nullptr;
    auto batch = source_->next();
    night_.source_ended_ = batch == nullptr;
    return batch;
  }

  [[nodiscard]] Counts counts() const override { return source_->counts(); }

 private:
  std::unique_ptr<pipeline::Source> source_;
  Night& night_;
};

Night::Night(NightSettings settings) : settings_(std::move(settings)), generations_(settings_.folder) {
  generations_.begin(true);
  open();
  if (generations_.resumed() && !shelf_->check()) {
    shelf_.reset();
    ledger_.reset();
    generations_.begin(false);
    open();
  }
  if (!generations_.resumed()) ledger_->forget_removed(generations_.number());
  adopt_learnt_model();
}

Night::~Night() = default;

void Night::open() {
  ledger_ = std::make_unique<Ledger>(generations_.file(kLedgerName));
  shelf_ = std::make_unique<Shelf>(
      *ledger_, ShelfSettings{generations_.path(), settings_.suffix, settings_.shard_size});
}

void Night::note(const char* state) { ledger_->set_note(state, std::to_string(generations_.number())); }

bool Night::is_noted(const char* state) {
  return ledger_->note(state) == std::to_string(generations_.number());
}

/// A run may have been ended between the ledger's note of a new model and the file's renaming, or before it.
void Night::adopt_learnt_model() {
  const auto learnt = generations_.file(kLearntModel);
  if (!exists(learnt)) return;
  if (ledger_->note(kModelNote) != digest_of_model(learnt)) {
    (void)::unlink(learnt.c_str());
  } else if (std::rename(learnt.c_str(), generations_.file(kModelName).c_str()) != 0) {
    throw IoError(learnt, "rename", errno);
  }
}

std::optional<std::string> Night::objection() {
  if (settings_.again.other_makings || ledger_->documents_of_other_shape(settings_.making) == 0)
    return std::nullopt;
  if (!generations_.resumed()) {
    ledger_->close();
    generations_.drop();
  }
  return "its records have another shape (view, fields, foreign fields): --reprocess makes all of them anew";
}

std::shared_ptr<const templates::Model> Night::model() {
  const auto file = generations_.file(kModelName);
  if (!exists(file)) return nullptr;
  return std::make_shared<const templates::Model>(templates::Model::read(io::Input(file)));
}

pipeline::Known& Night::unlearnt() {
  unlearnt_ =
      std::make_unique<Unlearnt>(*this, Inputs(*ledger_, settings_.again, ledger_->making(settings_.making)));
  return *unlearnt_;
}

void Night::learnt(const std::function<void(const std::optional<std::string>&, const std::string&)>& merge) {
  unlearnt_.reset();
  const auto file = generations_.file(kModelName);
  const auto next = generations_.file(kLearntModel);
  merge(exists(file) ? std::optional(file) : std::nullopt, next);
  const auto digest = digest_of_model(next);
  if (digest == ledger_->note(kModelNote) && exists(file)) {
    (void)::unlink(next.c_str());  // so that an unchanged version stays one file
    ledger_->commit();
    return;
  }
  note(kIsNew);
  ledger_->set_note(kModelNote, digest);
  ledger_->commit();
  adopt_learnt_model();
}

void Night::begin() {
  settings_.making.model = ledger_->note(kModelNote).value_or("");
  making_ = ledger_->making(settings_.making);
  inputs_ = std::make_unique<Inputs>(*ledger_, settings_.again, making_);
}

std::unique_ptr<pipeline::Source> Night::watched(std::unique_ptr<pipeline::Source> source) {
  return std::make_unique<WatchedSource>(std::move(source), *this);
}

bool Night::has_file(const io::FoundFile& file) {
  const std::lock_guard lock(mutex_);
  return inputs_->has_file(file);
}

bool Night::has_document(std::string_view id, std::string_view fingerprint) {
  const std::lock_guard lock(mutex_);
  return inputs_->has_document(id, fingerprint);
}

void Night::add(std::string_view entries) {
  while (!entries.empty()) {
    const auto entry = take_entry(entries);
    LedgerDocument document;
    document.id = entry.id;
    document.fingerprint = entry.fingerprint;
    document.making = making_;
    document.bytes = static_cast<std::int64_t>(entry.records.size());
    document.records = entry.count();
    document.digest = digest_bytes(entry.records);
    const auto spot = shelved(entry, document.records);
    document.part = spot.part;
    document.offset = spot.offset;
    const std::lock_guard lock(mutex_);
    document.file = inputs_->file(entry.input);
    inputs_->saw_document(ledger_->put_document(document, generations_.number()));
    bytes_ += document.bytes;
    if (!shelf_->is_due()) continue;
    note(kIsNew);
    shelf_->settle();
  }
}

/// Records are compressed and parts synced while sources and workers ask.
Shelf::Spot Night::shelved(const Entry& entry, std::int64_t count) {
  if (entry.records.empty()) return {};
  {
    const std::lock_guard lock(mutex_);
    shelf_->make_room();
  }
  return shelf_->put(entry.id, entry.records, count);
}

void Night::refuse(const pipeline::Refusal& refusal) {
  const std::lock_guard lock(mutex_);
  inputs_->refuse(refusal);
}

void Night::delivered() {
  const std::lock_guard lock(mutex_);
  inputs_->settle();
}

NightSummary Night::commit() {
  const std::lock_guard lock(mutex_);
  inputs_->end(source_ended_);
  if (inputs_->changed() || bytes_ > 0) note(kIsNew);
  shelf_->settle();
  NightSummary summary;
  summary.time_was_up = !source_ended_;
  prune(summary);
  if (ledger_->documents_of_other_shape(settings_.making) > 0) {
    if (source_ended_)
      throw IoError(settings_.folder, "commit",
                    "records of inputs that are gone have another shape: --prune=all takes them out");
    return summary;
  }
  tidy();
  const bool is_new = is_noted(kIsNew);
  summary.changes = ledger_->changes(generations_.number());
  summary.documents = ledger_->documents();
  summary.gone = ledger_->gone_documents();
  summary.stale = ledger_->documents_of_other_options(settings_.making);
  if (is_new) write_lists();
  if (settings_.changes) write_changes();
  ledger_->close();
  summary.committed = is_new;
  summary.generation = generations_.number() - (is_new ? 0 : 1);
  is_new ? generations_.commit(settings_.keep_generations) : generations_.drop();
  return summary;
}

void Night::prune(NightSummary& summary) {
  const auto gone = ledger_->gone_documents();
  if (gone == 0 || settings_.prune == Prune::kKeep || !source_ended_) return;
  summary.prune_was_refused =
      settings_.prune == Prune::kFew && gone * 100 > ledger_->documents() * kFewPercent;
  if (summary.prune_was_refused) return;
  ledger_->remove_gone(generations_.number(), is_noted(kIsTold));
  note(kIsNew);
}

/// The parts, when all documents are where they belong.
void Night::tidy() {
  if (is_noted(kIsNew)) shelf_->pour_holes();
  if (settings_.compact && shelf_->pour_small()) note(kIsNew);
  if (is_noted(kIsNew)) shelf_->keep_one();
  shelf_->settle();
}

void Night::write_lists() {
  io::Output rejects(generations_.file(kRejectsName));
  ledger_->for_each_refusal([&](const std::string& line) { rejects.write(line); });
  rejects.commit();
  auto manifest = settings_.manifest;
  for (auto& [row, part] : ledger_->parts()) manifest.parts.push_back(std::move(part));
  io::write_file(generations_.file(kManifestName), to_json(manifest));
}

void Night::write_changes() {
  note(kIsTold);
  ledger_->commit();
  io::Output output(*settings_.changes);
  batch::write_changes(*ledger_, generations_.number(), generations_.path(), output);
  output.commit();
}

}  // namespace sito::batch
