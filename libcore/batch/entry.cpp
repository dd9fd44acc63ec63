#include "batch/entry.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <span>
#include <utility>

namespace sito::batch {
namespace {

using Sizes = std::array<std::size_t, 4>;

class EntrySink final : public Sink {
 public:
  explicit EntrySink(std::unique_ptr<Sink> records) : records_(std::move(records)) {}

  [[nodiscard]] std::span<const std::string_view> fields() const override { return records_->fields(); }

  /// The head goes before the records once their size is known: they are never copied.
  Result<void> write(Document& document, Scratch& scratch, std::string& out) const override {
    const std::size_t start = out.size();
    const auto id = document.id();
    if (!id) return Reject{"no id"};
    const auto& from = scratch.provenance;
    append_entry(out, {*id, from.input, from.fingerprint, {}});
    const std::size_t head = out.size();
    if (auto written = records_->write(document, scratch, out); !written) {
      out.resize(start);
      return written;
    }
    const Sizes sizes = {id->size(), from.input.size(), from.fingerprint.size(), out.size() - head};
    std::memcpy(out.data() + start, sizes.data(), sizeof sizes);
    return {};
  }

 private:
  std::unique_ptr<Sink> records_;
};

}  // namespace

std::int64_t Entry::count() const { return std::count(records.begin(), records.end(), '\n'); }

void append_entry(std::string& out, const Entry& entry) {
  const Sizes sizes = {entry.id.size(), entry.input.size(), entry.fingerprint.size(), entry.records.size()};
  char head[sizeof sizes];
  std::memcpy(head, sizes.data(), sizeof sizes);
  out.append(head, sizeof head).append(entry.id).append(entry.input);
  out.append(entry.fingerprint).append(entry.records);
}

Entry take_entry(std::string_view& entries) {
  Sizes sizes;
  std::memcpy(sizes.data(), entries.data(), sizeof sizes);
  entries.remove_prefix(sizeof sizes);
  const auto taken = [&](std::size_t size) {
    const auto head = entries.substr(0, size);
    entries.remove_prefix(size);
    return head;
  };
  Entry entry;
  entry.id = taken(sizes[0]);
  entry.input = taken(sizes[1]);
  entry.fingerprint = taken(sizes[2]);
  entry.records = taken(sizes[3]);
  return entry;
}

std::unique_ptr<Sink> make_entry_sink(std::unique_ptr<Sink> records) {
  return std::make_unique<EntrySink>(std::move(records));
}

}  // namespace sito::batch
