#include "normalize/stage.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "document/offsets_fields.h"
#include "normalize/record.h"

namespace sito::normalize {
namespace {

constexpr std::array<std::string_view, 1 + kOffsetFields.size()> kFields = [] {
  std::array<std::string_view, 1 + kOffsetFields.size()> fields{"normalization"};
  std::copy(kOffsetFields.begin(), kOffsetFields.end(), fields.begin() + 1);
  return fields;
}();

class NormalizeStage final : public Stage {
 public:
  explicit NormalizeStage(Settings settings) : settings_(settings) {}

  [[nodiscard]] std::span<const std::string_view> fields() const override { return kFields; }

  Result<void> apply(Document& document, Scratch& scratch) const override {
    auto record = Record::read(document.field("normalization"));
    if (!record) return record.error();
    auto changes = rewrite(document, scratch);
    for (const Change& change : changes) {
      record->add(change);
      scratch.counts.add("normalize." + std::string(change.kind), static_cast<std::int64_t>(change.count));
    }
    record->set_form(settings_.form, !changes.empty());
    record->write(scratch.json);
    document.set("normalization", scratch.json);
    return {};
  }

 private:
  std::vector<Change> rewrite(Document& document, Scratch& scratch) const {
    const auto given = document.lenient_text();
    auto changes = normalize(given.text, settings_, scratch.text);
    if (changes.empty() && given.replaced > 0) scratch.text = given.text;
    if (given.replaced > 0) changes.insert(changes.begin(), {"surrogate", given.replaced});
    if (changes.empty()) return changes;
    document.set_text(scratch.text);
    const auto dropped = drop_offset_fields(document);
    if (dropped > 0) scratch.counts.add("normalize.dropped_fields", static_cast<std::int64_t>(dropped));
    return changes;
  }

  Settings settings_;
};

}  // namespace

std::unique_ptr<Stage> make_stage(Settings settings) { return std::make_unique<NormalizeStage>(settings); }

}  // namespace sito::normalize
