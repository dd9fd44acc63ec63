// Invented pages of tests/cases/quotes.jsonl, pattern by pattern: every quotation with its kind, speaker,
// role and cue, one of several where readers may differ. What a quotation's `fails` names must fail, until
// the code learns it and the word is taken out.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "case_file.h"
#include "quotes/find_quotes.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::quotes {
namespace {

constexpr std::array<std::string_view, 3> kKinds = {"speech", "title", "term"};

std::string text_in(std::string_view object, std::string_view key) {
  return json::string(*json::member(object, key)).value();
}

/// The strings of a list; none if the object has no such key.
std::optional<std::vector<std::string>> list_in(std::string_view object, std::string_view key) {
  const auto list = json::member(object, key);
  if (!list) return std::nullopt;
  std::vector<std::string> result;
  for (const auto& element : json::elements(*list)) result.push_back(json::string(element).value());
  return result;
}

bool holds(const std::vector<std::string>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

/// Whether a span's edge may be set either way: white space, commas, stops, dashes.
bool is_edge(char32_t c) {
  return text::is_space(c) || text::is_dash(c) || c == ',' || c == ';' || c == ':' || c == '.';
}

std::string without_edges(std::string_view span) {
  while (!span.empty() && is_edge(text::decode(span, 0).code_point))
    span.remove_prefix(text::decode(span, 0).length);
  while (!span.empty() && is_edge(text::decode_before(span, span.size()).code_point))
    span.remove_suffix(text::decode_before(span, span.size()).length);
  return std::string(span);
}

/// The quotation's spans, parted at line ends too.
std::vector<std::string> pieces(const Quote& quote, std::string_view text) {
  std::vector<std::string> result;
  for (const auto span : quote.spans)
    for (std::string_view rest = span.of(text); !rest.empty();) {
      const auto line = rest.substr(0, rest.find('\n'));
      if (auto piece = without_edges(line); !piece.empty()) result.push_back(std::move(piece));
      rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    }
  return result;
}

/// What is wrong with a quotation that ought to be as `want` says.
std::set<std::string> faults(std::string_view want, const Quote* found, std::string_view text) {
  if (found == nullptr) return {"spans"};
  if (!holds(*list_in(want, "kind"), kKinds[static_cast<std::size_t>(found->kind)])) return {"kind"};
  std::set<std::string> result;
  const auto speakers = list_in(want, "speaker"), roles = list_in(want, "role"), cues = list_in(want, "cue");
  const std::string speaker = found->speaker ? found->speaker->name : "";
  const bool right = !speakers || (speakers->empty() ? speaker.empty() : holds(*speakers, speaker));
  if (!right) result.insert("speaker");
  if (right && roles && !holds(*roles, found->speaker->role)) result.insert("role");
  const std::string_view cue = found->cue.of(text);
  if (cues && (cues->empty() ? !cue.empty() : !holds(*cues, cue))) result.insert("cue");
  return result;
}

class QuoteCases : public testing::TestWithParam<FileCase> {};

TEST_P(QuoteCases, AreFound) {
  const std::string text = text_in(GetParam().input, "text");
  const auto found = find_quotes(text);
  std::vector<bool> taken(found.size());
  for (const auto& want : json::elements(GetParam().want)) {
    const auto spans = *list_in(want, "spans");
    const Quote* match = nullptr;
    for (std::size_t i = 0; i < found.size() && match == nullptr; ++i) {
      if (taken[i] || pieces(found[i], text) != spans) continue;
      taken[i] = true;
      match = &found[i];
    }
    const auto known = list_in(want, "fails").value_or(std::vector<std::string>{});
    EXPECT_EQ(faults(want, match, text), std::set<std::string>(known.begin(), known.end()))
        << GetParam().comment << ": " << spans.front();
  }
}

INSTANTIATE_TEST_SUITE_P(Cases, QuoteCases, testing::ValuesIn(cases_of("quotes")),
                         [](const auto& row) { return name_of_case(row.param); });

TEST(QuoteFile, HasEachLabelOnceAndMostQuotationsRight) {
  std::set<std::string> labels;
  std::size_t all = 0, failing = 0;
  for (const FileCase& row : cases_of("quotes")) {
    EXPECT_TRUE(labels.insert(row.label).second) << row.label;
    for (const auto& want : json::elements(row.want)) {
      ++all;
      failing += list_in(want, "fails").has_value();
    }
  }
  EXPECT_GE(labels.size(), 150U);
  EXPECT_LE(failing * 4, all);
}

}  // namespace
}  // namespace sito::quotes
