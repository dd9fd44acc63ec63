#include "batch/inputs.h"

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <thread>
#include <utility>

#include "pipeline/naming.h"

namespace sito::batch {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr const char* kReadings = "readings";

std::int64_t nanoseconds(const timespec& time) {
  return static_cast<std::int64_t>(time.tv_sec) * kSecond + time.tv_nsec;
}

/// A file that was written just now may be written again within one tick of its file system's clock, and its
/// time would not tell (git calls it racily clean). So it is read a tick later; but where the clock seems to
/// count whole seconds, its time is kept as none, and the next night reads it again.
std::int64_t settled_time(const timespec& modified) {
  constexpr std::int64_t kTick = kSecond / 50;
  timespec now = {};
  ::clock_gettime(CLOCK_REALTIME, &now);
  const auto time = nanoseconds(modified);
  const auto age = std::abs(nanoseconds(now) - time);
  if (modified.tv_nsec == 0) return age < 2 * kSecond ? -1 : time;
  if (age < kTick) std::this_thread::sleep_for(std::chrono::nanoseconds(kTick - age));
  return time;
}

std::int64_t next_reading(Ledger& ledger) {
  const auto number = std::stoll(ledger.note(kReadings).value_or("0")) + 1;
  ledger.set_note(kReadings, std::to_string(number));
  return number;
}

}  // namespace

bool is_as_it_was(const io::FoundFile& found, const InputFile& file, const ReadAgain& again, RowId making) {
  const bool never_tells = !found.regular && !found.reject;
  if (never_tells || again.all || (again.refused && file.refused)) return false;
  if (again.other_makings && file.making != making) return false;
  return file.bytes == static_cast<std::int64_t>(found.bytes) &&
         file.modified == nanoseconds(found.modified) && file.given == pipeline::encoded_name(found.given);
}

void Inputs::Seen::add(RowId row) {
  const auto at = static_cast<std::size_t>(row);
  if (at >= bits_.size()) bits_.resize(std::max(at + 1, bits_.size() * 2));
  bits_[at] = true;
}

bool Inputs::Seen::has(RowId row) const {
  const auto at = static_cast<std::size_t>(row);
  return at < bits_.size() && bits_[at];
}

Inputs::Inputs(Ledger& ledger, ReadAgain again, RowId making)
    : ledger_(ledger), again_(again), making_(making), reading_(next_reading(ledger)) {}

bool Inputs::is_known(const io::FoundFile& found) const {
  const auto row = ledger_.file(pipeline::encoded_name(found.path));
  return row && is_as_it_was(found, row->second, again_, making_);
}

bool Inputs::is_known(const std::string& id, std::string_view fingerprint) const {
  const auto row = ledger_.document(id);
  return row && is_the_same(row->second, fingerprint);
}

bool Inputs::is_the_same(const LedgerDocument& document, std::string_view fingerprint) const {
  return document.fingerprint == fingerprint && (!again_.other_makings || document.making == making_);
}

bool Inputs::has_file(const io::FoundFile& found) {
  const auto path = pipeline::encoded_name(found.path);
  const auto row = ledger_.file(path);
  if (row) files_.add(row->first);
  if (row && row->second.gone) {
    ledger_.set_file_gone(row->first, false);
    changed_ = true;
  }
  if (row && is_as_it_was(found, row->second, again_, making_)) return true;
  Pending pending{row ? row->first : ledger_.begin_file(path), !row, {}};
  files_.add(pending.row);
  pending.file.path = path;
  pending.file.given = pipeline::encoded_name(found.given);
  pending.file.bytes = static_cast<std::int64_t>(found.bytes);
  pending.file.modified = settled_time(found.modified);
  place_.emplace(path, completed_ + pending_.size());
  pending_.push_back(std::move(pending));
  return false;
}

bool Inputs::has_document(std::string_view id, std::string_view fingerprint) {
  const auto row = ledger_.document(std::string(id));
  if (!row || !is_the_same(row->second, fingerprint)) return false;
  documents_.add(row->first);
  if (row->second.gone) {
    ledger_.set_document_gone(row->first, false);
    changed_ = true;
  }
  return true;
}

RowId Inputs::file(std::string_view input) {
  const auto place = place_.at(pipeline::encoded_name(input));
  reached_ = std::max(reached_, place);
  return pending_[place - completed_].row;
}

void Inputs::saw_document(RowId document) {
  documents_.add(document);
  changed_ = true;
}

void Inputs::refuse(const pipeline::Refusal& refusal) {
  const auto line = pipeline::to_json(refusal);
  if (ledger_.add_refusal(file(refusal.input), line, refusal.skipped, reading_)) changed_ = true;
}

void Inputs::settle() { complete_first(reached_ - completed_); }

void Inputs::end(bool whole) {
  if (!whole) return settle();
  complete_first(pending_.size());
  find_gone();
}

void Inputs::complete_first(std::size_t count) {
  for (; count > 0; --count) {
    complete(pending_.front());
    place_.erase(pending_.front().file.path);
    pending_.pop_front();
    ++completed_;
  }
  reached_ = std::max(reached_, completed_);
}

void Inputs::complete(const Pending& pending) {
  auto file = pending.file;
  file.making = making_;
  if (!pending.is_new) settle_documents(pending.row, file);
  if (ledger_.end_file(pending.row, file, reading_)) changed_ = true;
}

/// What the file held before and holds no more is gone.
void Inputs::settle_documents(RowId row, InputFile& file) {
  ledger_.for_each_document_of(row, [&](RowId document, RowId making) {
    if (!documents_.has(document)) {
      ledger_.set_document_gone(document, true);
      changed_ = true;
    } else if (making != making_) {
      file.making = 0;
    }
  });
}

void Inputs::find_gone() {
  std::vector<RowId> gone;
  ledger_.for_each_file([&](RowId row, const std::string&) {
    if (!files_.has(row)) gone.push_back(row);
  });
  for (const auto row : gone) ledger_.set_file_gone(row, true);
  changed_ = changed_ || !gone.empty();
}

}  // namespace sito::batch
