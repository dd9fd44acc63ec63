#include "normalize/stage.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "document/offsets_fields.h"
#include "normalize/lost_letters.h"
#include "normalize/record.h"

namespace sito::normalize {
namespace {

constexpr std::array<std::string_view, 1 + kOffsetFields.size()> kFields = [] {
  std::array<std::string_view, 1 + kOffsetFields.size()> fields{"normalization"};
  std::copy(kOffsetFields.begin(), kOffsetFields.end(), fields.begin() + 1);
  return fields;
}();

constexpr std::string_view kLostLetters = "lost_letters";

class NormalizeStage final : public Stage {
 public:
  explicit NormalizeStage(Settings settings) : settings_(settings) {}

  [[nodiscard]] std::span<const std::string_view> fields() const override { return kFields; }

  Result<void> apply(Document& document, Scratch& scratch) const override {
    auto record = Record::read(document.field("normalization"));
    if (!record) return record.error();
    const auto [changes, lost_letters] = rewrite(document, scratch);
    for (const Change& change : changes) {
      record->add(change);
      scratch.counts.add("normalize." + std::string(change.kind), static_cast<std::int64_t>(change.count));
    }
    record->set_form(settings_.compatibility ? "NFKC" : settings_.form ? "NFC" : "", !changes.empty());
    record->set_suspects(lost_letters ? std::span(&kLostLetters, 1) : std::span<const std::string_view>());
    if (lost_letters) scratch.counts.add("normalize.lost_letters", 1);
    record->write(scratch.json);
    document.set("normalization", scratch.json);
    return {};
  }

 private:
  struct Outcome {
    std::vector<Change> changes;
    bool lost_letters = false;
  };

  Outcome rewrite(Document& document, Scratch& scratch) const {
    const auto given = document.lenient_text();
    auto changes = normalize(given.text, settings_, scratch.text);
    if (changes.empty() && given.replaced > 0) scratch.text = given.text;
    if (given.replaced > 0) changes.insert(changes.begin(), {"surrogate", given.replaced, {}});
    if (changes.empty()) return {{}, has_lost_letters(given.text)};
    document.set_text(scratch.text);
    const auto dropped = drop_offset_fields(document);
    if (dropped > 0) scratch.counts.add("normalize.dropped_fields", static_cast<std::int64_t>(dropped));
    return {std::move(changes), has_lost_letters(scratch.text)};
  }

  Settings settings_;
};

}  // namespace

std::unique_ptr<Stage> make_stage(Settings settings) { return std::make_unique<NormalizeStage>(settings); }

}  // namespace sito::normalize
