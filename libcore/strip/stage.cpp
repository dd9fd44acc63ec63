#include "strip/stage.h"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "document/offsets_fields.h"
#include "strip/boilerplate.h"
#include "strip/marks.h"

namespace sito::strip {
namespace {

constexpr std::string_view kFields[] = {kBoilerplateField, kStripField};

void set_text(Document& document, std::string_view before, std::string_view after, Counts& counts) {
  if (before == after) return;
  document.set_text(after);
  const auto dropped = drop_offset_fields(document);
  if (dropped != 0) counts.add("strip.dropped_fields", static_cast<std::int64_t>(dropped));
}

class StripStage final : public Stage {
 public:
  StripStage(Rules rules, bool keep) : matcher_(std::move(rules)), keep_(keep) {}

  [[nodiscard]] std::span<const std::string_view> fields() const override { return kFields; }

  Result<void> apply(Document& document, Scratch& scratch) const override {
    auto text = document.text();
    if (!text) return text.error();
    auto earlier = marks(document);
    if (!earlier) return earlier.error();
    std::string undone;
    std::string_view input = *text;
    if (*earlier) {
      auto restored = input_text(**earlier, *text);
      if (!restored) return restored.error();
      undone = std::move(*restored);
      input = undone;
    }
    strip(document, *text, input, scratch);
    return {};
  }

 private:
  void strip(Document& document, std::string_view before, std::string_view input, Scratch& scratch) const {
    const Findings findings = find_boilerplate(input, matcher_);
    cut(input, keep_ ? std::span<const Removal>() : findings.removals, scratch.text);
    set_marks(document, input, findings.removals, scratch.text, scratch.offsets, scratch.json);
    set_text(document, before, scratch.text, scratch.counts);
    for (const auto& [rule, lines] : findings.counts) {
      const auto count = static_cast<std::int64_t>(lines);
      scratch.counts.add(fmt::format("strip.reason.{}", rule->reason), count);
      if (!rule->phrase.empty()) scratch.counts.add(fmt::format("strip.rule.{}", rule->phrase), count);
    }
  }

  Matcher matcher_;
  bool keep_;
};

class UndoStage final : public Stage {
 public:
  [[nodiscard]] std::span<const std::string_view> fields() const override { return kFields; }

  Result<void> apply(Document& document, Scratch& scratch) const override {
    auto text = document.text();
    if (!text) return text.error();
    auto earlier = marks(document);
    if (!earlier) return earlier.error();
    if (!*earlier) return {};
    auto input = input_text(**earlier, *text);
    if (!input) return input.error();
    set_text(document, *text, *input, scratch.counts);
    document.remove(kBoilerplateField);
    document.remove(kStripField);
    return {};
  }
};

}  // namespace

std::unique_ptr<Stage> make_stage(Settings settings) {
  if (settings.undo) return std::make_unique<UndoStage>();
  Rules rules = settings.builtin_rules ? Rules::builtin() : Rules();
  rules.add(settings.user_rules);
  return std::make_unique<StripStage>(std::move(rules), settings.keep);
}

}  // namespace sito::strip
