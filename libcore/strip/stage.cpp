#include "strip/stage.h"

#include <fmt/format.h>

#include <array>
#include <string>
#include <utility>

#include "document/json_value.h"
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
  StripStage(Rules rules, Settings settings)
      : matcher_(std::move(rules)),
        keep_(settings.keep),
        model_(std::move(settings.model)),
        group_by_(std::move(settings.group_by)),
        fields_{kBoilerplateField, kStripField, group_by_} {}

  [[nodiscard]] std::span<const std::string_view> fields() const override {
    return std::span(fields_).first(model_ ? fields_.size() : std::size(kFields));
  }

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
    const Findings findings = find_boilerplate(input, matcher_, site_of(document));
    cut(input, keep_ ? std::span<const Removal>() : findings.removals, scratch.text);
    set_marks(document, input, findings.removals, scratch.text, model_ ? model_->digest() : "", scratch);
    set_text(document, before, scratch.text, scratch.counts);
    for (const auto& [key, lines] : findings.templates)
      scratch.counts.add(fmt::format("strip.template.{:016x}", key), static_cast<std::int64_t>(lines));
    for (const auto& [rule, lines] : findings.counts) {
      const auto count = static_cast<std::int64_t>(lines);
      scratch.counts.add(fmt::format("strip.reason.{}", rule->reason), count);
      if (!rule->phrase.empty()) scratch.counts.add(fmt::format("strip.rule.{}", rule->phrase), count);
    }
  }

  // A page of no known site has no templates.
  [[nodiscard]] templates::SiteTemplates site_of(const Document& document) const {
    const auto field = model_ ? document.field(group_by_) : std::nullopt;
    const auto name = field ? json::string(*field) : std::nullopt;
    return name ? model_->of(*name) : templates::SiteTemplates();
  }

  Matcher matcher_;
  bool keep_;
  std::shared_ptr<const templates::Model> model_;
  std::string group_by_;
  std::array<std::string_view, 3> fields_;
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

std::unique_ptr<Stage> make_undo_stage() { return std::make_unique<UndoStage>(); }

std::unique_ptr<Stage> make_stage(Settings settings) {
  if (settings.undo) return make_undo_stage();
  Rules rules = settings.builtin_rules ? Rules::builtin() : Rules();
  rules.add(settings.user_rules);
  return std::make_unique<StripStage>(std::move(rules), std::move(settings));
}

}  // namespace sito::strip
