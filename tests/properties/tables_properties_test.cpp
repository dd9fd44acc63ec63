// What must hold for every table: read by the grammar of RFC 4180 and nothing else, its cells are the values
// of the lines. On seeded random records whose strings are made of what breaks such readers.

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "document/json_value.h"
#include "document/json_writer.h"
#include "emit/stage.h"

namespace sito {
namespace {

constexpr std::string_view kPieces[] = {
    "\"",    "\"\"", ",",      "\t",     "\n",     "\r\n",   "\r",
    " ",     "  ",   ";",      "'",      "\\",     "\\n",    "null",
    "NULL",  "NA",   "0",      "-1.5",   "=1+1",   "true",   "2024-05-01",
    "ї",     "😀",    "\u2028", "\u0085", "\uFEFF", "\u00A0", std::string_view("\0", 1),
    "слово", "|"};

class RandomRecord {
 public:
  explicit RandomRecord(unsigned seed) : random_(seed) {}

  /// A record as sito-quotes writes it: some of its fields missing, null or empty, its offsets in the text.
  std::string line() {
    const std::string text = "слово «так» і ще одне\n\nдругий абзац" + string();
    std::string out;
    json::Writer json(out);
    json.begin_object();
    json.key("id").string("a/" + string());
    json.key("text").string(text);
    for (const char* name : {"title", "language", "site", "source", "created_from"}) maybe(json.key(name));
    json.key("created");
    if (random_() % 2 == 0)
      json.string("2024-05-01");
    else
      json.null();
    json.key("people").raw(list(R"({"name":)", R"(,"role":null,"mention":{"start":0,"end":5}})"));
    json.key("quotes").raw(
        list(R"({"kind":"speech","spans":[{"start":7,"end":10}],"text":)", R"(,"speaker":{}})"));
    json.key("segments")
        .raw(R"([{"type":"narrative","start":0,"end":6},{"type":"narrative","start":6,"end":9}])");
    json.end_object();
    return out;
  }

 private:
  std::string string() {
    std::string text;
    for (auto left = random_() % 5; left > 0; --left) text += kPieces[random_() % std::size(kPieces)];
    return text;
  }

  void maybe(json::Writer& json) {
    if (random_() % 3 == 0) {
      json.null();
    } else {
      json.string(string());
    }
  }

  std::string list(std::string_view before, std::string_view behind) {
    std::string out = "[";
    for (auto left = random_() % 3; left > 0; --left) {
      out.append(out.size() > 1 ? "," : "").append(before);
      json::append_string(out, string());
      out += behind;
    }
    return out + ']';
  }

  std::mt19937 random_;
};

/// A cell; none where nothing stood between the separators.
using Cell = std::optional<std::string>;

/// Rows by RFC 4180, its `"` the only mark, with any separator and line end; none if a byte stands where
/// the grammar has none.
std::optional<std::vector<std::vector<Cell>>> rows_of(std::string_view table, char separator,
                                                      std::string_view end) {
  std::vector<std::vector<Cell>> rows;
  for (std::size_t at = 0; at < table.size();) {
    auto& row = rows.emplace_back();
    for (bool more = true; more;) {
      Cell& cell = row.emplace_back();
      if (table[at] == '"') {
        cell.emplace();
        for (++at;; ++at) {
          if (at >= table.size()) return std::nullopt;
          if (table[at] == '"' && (at + 1 == table.size() || table[at + 1] != '"')) break;
          if (table[at] == '"') ++at;
          *cell += table[at];
        }
        ++at;
      } else {
        const auto stop = table.find_first_of(std::string("\"\r\n") + separator, at);
        if (stop == std::string_view::npos) return std::nullopt;
        if (stop > at) cell = std::string(table.substr(at, stop - at));
        at = stop;
      }
      more = at < table.size() && table[at] == separator;
      if (more) ++at;
    }
    if (!table.substr(at).starts_with(end)) return std::nullopt;
    at += end.size();
  }
  return rows;
}

/// The cells of a value, as its type has them.
void append_cells_of(json::Value value, std::vector<Cell>& cells) {
  if (json::kind(value) == json::Kind::kObject) {
    for (const auto& member : json::members(value)) append_cells_of(member.value, cells);
  } else if (json::kind(value) == json::Kind::kNull) {
    cells.emplace_back();
  } else {
    cells.emplace_back(json::string(value).value_or(std::string(value)));
  }
}

std::string written(emit::View view, emit::Format format, std::string_view line) {
  emit::Settings settings;
  settings.view = view;
  settings.format = format;
  const auto sink = emit::make_sink(settings);
  Document document;
  Scratch scratch;
  std::string out;
  const auto taken = document.assign(line, sink->fields());
  EXPECT_TRUE(taken) << taken.error().reason;
  const auto done = sink->write(document, scratch, out);
  EXPECT_TRUE(done) << done.error().reason;
  return out;
}

void check(emit::View view, emit::Format format, std::string_view line) {
  const bool is_csv = format == emit::Format::kCsv;
  const auto rows = rows_of(written(view, format, line), is_csv ? ',' : '\t', is_csv ? "\r\n" : "\n");
  ASSERT_TRUE(rows);
  const std::string lines = written(view, emit::Format::kJsonLines, line);
  std::size_t row = 0;
  for (std::size_t at = 0; at < lines.size(); ++row) {
    const std::size_t end = lines.find('\n', at);
    std::vector<Cell> want;
    append_cells_of(std::string_view(lines).substr(at, end - at), want);
    ASSERT_LT(row, rows->size());
    ASSERT_EQ(rows->at(row), want);
    at = end + 1;
  }
  ASSERT_EQ(row, rows->size());
}

TEST(Tables, CellsAreTheValuesOfTheLines) {
  for (unsigned seed = 0; seed < 300; ++seed) {
    const std::string line = RandomRecord(seed).line();
    SCOPED_TRACE(line);
    for (const auto view : emit::kViews)
      for (const auto format : {emit::Format::kCsv, emit::Format::kTsv}) check(view, format, line);
    if (testing::Test::HasFailure()) return;
  }
}

}  // namespace
}  // namespace sito
