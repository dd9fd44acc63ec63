#include "cli/craft_switches.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/exit_status.h"
#include "io/input.h"
#include "language/language.h"
#include "meta/stage.h"
#include "normalize/stage.h"
#include "quotes/stage.h"
#include "strip/stage.h"
#include "templates/stage.h"

namespace sito::cli {
namespace {

constexpr std::size_t kMaxRuleBytes = std::size_t{64} << 20;

std::string content(const std::string& path) {
  io::Input input(path);
  auto bytes = io::rest(input, kMaxRuleBytes);
  if (!bytes) throw UsageError(fmt::format("{}: {}", path, bytes.error().reason));
  return *std::move(bytes);
}

}  // namespace

NormalizeSwitches::NormalizeSwitches(Switches switches) {
  std::string names;
  for (const auto& step : normalize::steps()) {
    if (!step.on_request)
      switches.off(fmt::format("--no-{}", step.name), settings_.*step.enabled,
                   fmt::format("Leave out the step '{}': {}", step.name, step.description));
    names += fmt::format("{}{}", names.empty() ? "" : ", ", step.name);
  }
  switches.choice("--apostrophe", apostrophe_, {"keep", "straight", "curly", "modifier"},
                  "Write all apostrophes inside words as U+0027, U+2019 or U+02BC");
  switches.choice("--quotation-marks", quotation_marks_, {"keep", "straight", "angle"},
                  "Write all double quotation marks as \"\" or as \u00AB\u00BB, within them \u201E\u201C");
  switches.choice("--dashes", dashes_, {"keep", "en", "em"},
                  "Write dashes between words, hyphens too, as \u2013 or as \u2014");
  switches.flag("--compatibility", settings_.compatibility,
                "Make ligatures, full-width forms and the like plain: NFKC instead of NFC");
  switches.list("--only", only_, "STEP,...", "Run these steps alone, of: " + names);
}

normalize::Settings NormalizeSwitches::settings() const {
  auto settings = settings_;
  if (apostrophe_ == "straight") settings.apostrophe = normalize::Apostrophe::kStraight;
  if (apostrophe_ == "curly") settings.apostrophe = normalize::Apostrophe::kCurly;
  if (apostrophe_ == "modifier") settings.apostrophe = normalize::Apostrophe::kModifier;
  settings.quotation_marks = quotation_marks_ != "keep";
  if (quotation_marks_ == "straight") settings.quotation_mark = normalize::QuotationMarks::kStraight;
  settings.dashes = dashes_ != "keep";
  if (dashes_ == "em") settings.dash = normalize::Dashes::kEm;
  if (!only_.empty()) keep_only(settings);
  return settings;
}

// A step on request that is named alone has still to be asked for: its form is not to be guessed.
void NormalizeSwitches::keep_only(normalize::Settings& settings) const {
  const auto wanted = settings;
  for (const auto& step : normalize::steps()) settings.*step.enabled = false;
  for (const auto& name : only_) {
    const auto steps = normalize::steps();
    const auto step =
        std::find_if(steps.begin(), steps.end(), [&](const auto& one) { return one.name == name; });
    if (step == steps.end()) throw UsageError(fmt::format("--only: there is no step '{}'", name));
    if (step->on_request && !(wanted.*step->enabled))
      throw UsageError(fmt::format("--only: the step '{}' wants --{}", name, name));
    settings.*step->enabled = wanted.*step->enabled;
  }
}

std::unique_ptr<Stage> NormalizeSwitches::stage() const { return normalize::make_stage(settings()); }

StripSwitches::StripSwitches(Switches switches) {
  switches.flag("--keep", settings_.keep, "Mark boilerplate without removing it");
  switches.repeated("--rules", rule_files_, "FILE",
                    "Use the rules of FILE too (tab-separated; columns as in sito(7))");
  switches.off("--no-builtin-rules", settings_.builtin_rules, "Use only the rules of --rules");
  switches.text("--model", model_file_, "FILE",
                "Remove what the templates in FILE say of a page's site too (see sito-templates)");
  switches.text("--group-by", group_by_, "FIELD",
                "The field that says whose templates a page follows; by default its site");
  switches.flag("--learn", learns_, "Read all twice: first learn the templates of its sites, then use them");
  switches.exclude("--learn", "--model");
}

void StripSwitches::declare_undo(Switches switches) {
  switches.flag("--undo", settings_.undo, "Put back exactly what an earlier run removed");
  switches.exclude("--keep", "--undo");
}

std::unique_ptr<Sink> StripSwitches::page_sink() const { return templates::make_page_sink(group_by_); }

std::unique_ptr<Stage> StripSwitches::stage(std::shared_ptr<const templates::Model> model) const {
  auto settings = settings_;
  for (const auto& file : rule_files_) {
    auto rules = strip::Rules::parse(content(file), file);
    if (!rules) throw UsageError(rules.error().reason);
    settings.user_rules.add(*rules);
  }
  settings.model = std::move(model);
  if (model_file_)
    settings.model =
        std::make_shared<const templates::Model>(templates::Model::read(io::Input(*model_file_)));
  settings.group_by = group_by_;
  return strip::make_stage(std::move(settings));
}

MetaSwitches::MetaSwitches(Switches switches) {
  switches.flag("--redo", redo_, "Decide anew what the record already says");
  switches.text("--today", today_, "YYYY-MM-DD",
                "The day that 'today' and 'yesterday' in a page are counted from");
  switches.list("--languages", languages_, "CODE,...", "Languages that texts may be in, as uk,ru,en");
}

QuotesSwitches::QuotesSwitches(Switches) {}

std::unique_ptr<Stage> QuotesSwitches::stage() const { return quotes::make_stage({}); }

std::unique_ptr<Stage> MetaSwitches::stage() const {
  meta::Settings settings;
  settings.redo = redo_;
  if (today_) settings.today = meta::parse_date(*today_);
  if (today_ && !settings.today)
    throw UsageError(fmt::format("--today: '{}' is no day such as 2024-05-01", *today_));
  for (const auto& list : languages_) {
    auto languages = meta::parse_languages(list);
    if (!languages)
      throw UsageError(
          fmt::format("--languages: '{}' is none of {}", list, fmt::join(language::known_languages(), ", ")));
    settings.languages.insert(settings.languages.end(), languages->begin(), languages->end());
  }
  return meta::make_stage(std::move(settings));
}

}  // namespace sito::cli
