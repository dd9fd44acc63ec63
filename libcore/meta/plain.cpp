#include "meta/plain.h"

#include <array>
#include <optional>
#include <string>

#include "document/json_value.h"

namespace sito::meta {
namespace {

// A string's characters, fit for a line of a terminal; none for null and other kinds.
std::optional<std::string> shown(std::optional<json::Value> value) {
  if (!value) return std::nullopt;
  auto characters = json::string(*value);
  if (!characters) return std::nullopt;
  for (char& c : *characters) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return characters;
}

class PlainSink : public Sink {
 public:
  explicit PlainSink(bool colour) : colour_(colour) {}

  [[nodiscard]] std::span<const std::string_view> fields() const override {
    static constexpr std::array<std::string_view, 7> kFields = {
        "id", "created", "created_time", "created_from", "title", "language", "people"};
    return kFields;
  }

  Result<void> write(Document& document, Scratch& /*scratch*/, std::string& out) const override {
    if (const auto id = shown(document.field("id"))) append_line("id", *id, out);
    append_line("created", created(document), out);
    append_line("title", shown(document.field("title")).value_or("-"), out);
    append_line("language", shown(document.field("language")).value_or("-"), out);
    append_people(document, out);
    return {};
  }

 private:
  static std::string created(const Document& document) {
    std::string line = shown(document.field("created")).value_or("-");
    if (const auto time = shown(document.field("created_time"))) line.append(" ").append(*time);
    if (const auto from = shown(document.field("created_from"))) line.append(" (").append(*from).append(")");
    return line;
  }

  void append_name(std::string_view name, std::string& out) const {
    if (colour_) out.append("\x1b[1m");
    out.append(name).append(":");
    if (colour_) out.append("\x1b[0m");
  }

  void append_line(std::string_view name, std::string_view value, std::string& out) const {
    append_name(name, out);
    out.append(" ").append(value).append("\n");
  }

  void append_people(const Document& document, std::string& out) const {
    const auto people = document.field("people");
    const auto persons = people ? json::elements(*people) : std::vector<json::Value>();
    if (persons.empty()) {
      append_line("people", "-", out);
      return;
    }
    append_name("people", out);
    out.append("\n");
    for (const json::Value person : persons) {
      out.append("  ").append(shown(json::member(person, "name")).value_or("-"));
      if (const auto role = shown(json::member(person, "role"))) out.append(", ").append(*role);
      out.append("\n");
    }
  }

  bool colour_;
};

}  // namespace

std::unique_ptr<Sink> make_plain_sink(bool colour) { return std::make_unique<PlainSink>(colour); }

}  // namespace sito::meta
