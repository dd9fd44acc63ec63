#include "meta/stage.h"

#include <array>
#include <utility>

#include "document/json_value.h"
#include "document/json_writer.h"
#include "language/language.h"
#include "meta/date.h"
#include "meta/origin_date.h"
#include "meta/title.h"
#include "meta/whole_page.h"
#include "people/people.h"

namespace sito::meta {
namespace {

// What is known of a page's date, in the record's units.
struct Created {
  Date date;
  std::optional<ClockTime> time;
  std::optional<Span> span;
  std::string_view from;
};

std::string_view name_of(OriginDate::From from) {
  switch (from) {
    case OriginDate::From::kHtml: return "html";
    case OriginDate::From::kUri: return "uri";
    case OriginDate::From::kRecord: break;
  }
  return "record";
}

// The date among what sito-strip took out; its place is told if the text still has it.
std::optional<Created> removed_date(const Document& document, std::string_view text,
                                    std::string_view language, const Settings& settings,
                                    const Scratch& scratch) {
  const auto strip = document.field("strip");
  const auto boilerplate = document.field("boilerplate");
  if (!strip || !boilerplate || json::member(*strip, "removed") != json::Value("true")) return std::nullopt;
  const auto page = WholePage::restored(text, scratch.offsets, *boilerplate);
  if (!page) return std::nullopt;
  const auto found = publication_date(page->text(), language, settings.today);
  if (!found) return std::nullopt;
  const auto place = page->in_text(found->place);
  const auto span = place ? std::optional(scratch.offsets.span(*place)) : std::nullopt;
  return Created{found->date, found->time, span, "text"};
}

std::optional<Created> created_of(const Document& document, std::string_view text, std::string_view language,
                                  const Settings& settings, const Scratch& scratch) {
  if (const auto found = publication_date(text, language, settings.today)) {
    return Created{found->date, found->time, scratch.offsets.span(found->place), "text"};
  }
  if (const auto found = removed_date(document, text, language, settings, scratch)) return found;
  const auto origin = document.field("origin");
  if (!origin) return std::nullopt;
  const auto found = origin_date(*origin);
  if (!found) return std::nullopt;
  return Created{found->date, found->time, std::nullopt, name_of(found->from)};
}

class MetaStage : public Stage {
 public:
  explicit MetaStage(Settings settings) : settings_(std::move(settings)) {}

  [[nodiscard]] std::span<const std::string_view> fields() const override {
    static constexpr std::array<std::string_view, 10> kFields = {
        "created",  "created_time", "created_span", "created_from", "title",
        "language", "people",       "origin",       "boilerplate",  "strip"};
    return kFields;
  }

  Result<void> apply(Document& document, Scratch& scratch) const override {
    const auto text = document.text();
    if (!text) return text.error();
    scratch.offsets.assign(*text);
    const std::string language = language_of(document, *text);
    set_created(document, *text, language, scratch);
    set_title(document, *text, language, scratch);
    set_language(document, language, scratch);
    set_people(document, *text, language, scratch);
    return {};
  }

 private:
  // Whether the field came in with a value that stays.
  [[nodiscard]] bool keeps(const Document& document, std::string_view key) const {
    const auto value = document.field(key);
    return !settings_.redo && value && json::kind(*value) != json::Kind::kNull;
  }

  [[nodiscard]] std::string language_of(const Document& document, std::string_view text) const {
    if (keeps(document, "language")) return json::string(*document.field("language")).value_or(std::string());
    const auto guess = language::guess(text, settings_.languages);
    return guess ? std::string(guess->language) : std::string();
  }

  void set_created(Document& document, std::string_view text, std::string_view language,
                   Scratch& scratch) const {
    const auto created = created_of(document, text, language, settings_, scratch);
    if (keeps(document, "created")) {
      fill_companions(document, created, scratch);
      return;
    }
    scratch.counts.add(std::string("meta.created_from.").append(created ? created->from : "null"), 1);
    set_string(document, "created", created ? std::optional(iso_date(created->date)) : std::nullopt, scratch);
    set_companions(document, created, false, scratch);
  }

  // The record's date stays; what the text says of its place and time is only of use if it means that date.
  static void fill_companions(Document& document, const std::optional<Created>& created, Scratch& scratch) {
    scratch.counts.add("meta.created_from.kept", 1);
    const auto kept = json::string(*document.field("created"));
    const bool agrees = created && kept && *kept == iso_date(created->date);
    set_companions(document, agrees ? created : std::nullopt, true, scratch);
  }

  static void set_companions(Document& document, const std::optional<Created>& created, bool only_missing,
                             Scratch& scratch) {
    const auto wanted = [&](std::string_view key) { return !only_missing || !document.field(key); };
    if (wanted("created_time")) {
      const bool timed = created && created->time;
      set_string(document, "created_time", timed ? std::optional(iso_time(*created->time)) : std::nullopt,
                 scratch);
    }
    if (wanted("created_span")) {
      json::Writer writer(scratch.json);
      created && created->span ? writer.span(*created->span) : writer.null();
      document.set("created_span", scratch.json);
    }
    if (wanted("created_from")) {
      set_string(document, "created_from", created ? std::optional(std::string(created->from)) : std::nullopt,
                 scratch);
    }
  }

  void set_title(Document& document, std::string_view text, std::string_view language,
                 Scratch& scratch) const {
    if (keeps(document, "title")) return;
    const auto title = headline(text, language);
    scratch.counts.add("meta.title", title ? 1 : 0);
    set_string(document, "title", title ? std::optional(std::string(title->of(text))) : std::nullopt,
               scratch);
  }

  void set_language(Document& document, const std::string& language, Scratch& scratch) const {
    if (keeps(document, "language")) return;
    scratch.counts.add("meta.language." + (language.empty() ? "null" : language), 1);
    set_string(document, "language", language.empty() ? std::nullopt : std::optional(language), scratch);
  }

  static void set_people(Document& document, std::string_view text, std::string_view language,
                         Scratch& scratch) {
    const auto people = people::people_with_roles(text, language);
    scratch.counts.add("meta.people", static_cast<std::int64_t>(people.size()));
    json::Writer writer(scratch.json);
    writer.begin_array();
    for (const people::PersonWithRole& person : people) {
      writer.begin_object();
      writer.key("name").string(person.name);
      writer.key("role").string(person.role);
      writer.key("mention").span(scratch.offsets.span(person.mention));
      writer.end_object();
    }
    writer.end_array();
    document.set("people", scratch.json);
  }

  static void set_string(Document& document, std::string_view key, const std::optional<std::string>& value,
                         Scratch& scratch) {
    json::Writer writer(scratch.json);
    value ? writer.string(*value) : writer.null();
    document.set(key, scratch.json);
  }

  Settings settings_;
};

}  // namespace

std::unique_ptr<Stage> make_stage(Settings settings) {
  return std::make_unique<MetaStage>(std::move(settings));
}

}  // namespace sito::meta
