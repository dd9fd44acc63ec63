#include "strip/rules.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <iterator>
#include <utility>

#include "data/tables.h"

namespace sito::strip {
namespace {

constexpr std::size_t kLabelRest = 40;
constexpr std::size_t kCreditRest = 10;
constexpr std::size_t kBriefRest = 8;
constexpr std::size_t kCrumbWords = 25;
constexpr std::size_t kPhraseWords = 40;
constexpr std::size_t kMentionWords = 25;
// A credit's name, a signature's rest of so few words may end with a full stop and is no sentence all the
// same.
constexpr std::size_t kNameWords = 4;
constexpr std::size_t kSignatureWords = 2;
constexpr std::size_t kMaxExpressionBytes = 300;

constexpr std::array<std::string_view, 8> kColumns = {"phrase", "match", "where",   "extent",
                                                      "reason", "score", "example", "source"};

constexpr std::array<std::pair<std::string_view, Match>, 11> kMatches = {{{"line", Match::kLine},
                                                                          {"label", Match::kLabel},
                                                                          {"credit", Match::kCredit},
                                                                          {"brief", Match::kBrief},
                                                                          {"prefix", Match::kPrefix},
                                                                          {"crumbs", Match::kCrumbs},
                                                                          {"phrase", Match::kPhrase},
                                                                          {"mention", Match::kMention},
                                                                          {"hint", Match::kHint},
                                                                          {"item", Match::kItem},
                                                                          {"regex", Match::kRegex}}};
constexpr std::array<std::pair<std::string_view, Where>, 4> kWheres = {{{"anywhere", Where::kAnywhere},
                                                                        {"top", Where::kTop},
                                                                        {"bottom", Where::kBottom},
                                                                        {"edges", Where::kEdges}}};
constexpr std::array<std::pair<std::string_view, Extent>, 5> kExtents = {{{"line", Extent::kLine},
                                                                          {"paragraph", Extent::kParagraph},
                                                                          {"list", Extent::kList},
                                                                          {"block", Extent::kBlock},
                                                                          {"rest", Extent::kRest}}};

template <class Names, class T>
bool read_name(const Names& names, std::string_view written, T& value) {
  auto found =
      std::find_if(names.begin(), names.end(), [&](const auto& name) { return name.first == written; });
  if (found == names.end()) return false;
  value = found->second;
  return true;
}

bool read_score(std::string_view written, double& score) {
  auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), score);
  return error == std::errc() && end == written.data() + written.size() && score > 0 && score <= 1;
}

bool is_reason(std::string_view reason) {
  return !reason.empty() &&
         std::all_of(reason.begin(), reason.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

Result<void> check_phrase(const Rule& rule) {
  if (rule.match == Match::kRegex) {
    re2::RE2 expression(re2::StringPiece(rule.phrase.data(), rule.phrase.size()), re2::RE2::Quiet);
    if (!expression.ok()) return Reject{"bad regular expression: " + expression.error()};
    return {};
  }
  auto pattern = Pattern::parse(rule.phrase);
  if (!pattern) return pattern.error();
  return {};
}

template <class Cells>
Result<Rule> read_rule(const Cells& cells) {
  Rule rule;
  rule.phrase = cells[0];
  rule.reason = cells[4];
  if (!read_name(kMatches, cells[1], rule.match)) return Reject{fmt::format("unknown match `{}`", cells[1])};
  if (!read_name(kWheres, cells[2], rule.where)) return Reject{fmt::format("unknown place `{}`", cells[2])};
  if (!read_name(kExtents, cells[3], rule.extent))
    return Reject{fmt::format("unknown extent `{}`", cells[3])};
  if (!is_reason(rule.reason)) return Reject{"a reason is lower-case letters and hyphens"};
  if (!read_score(cells[5], rule.score)) return Reject{"a score is a number above 0 and at most 1"};
  return rule;
}

// Sixteen bits of a word's ends and size.
std::size_t cheap_hash(std::string_view word) {
  constexpr std::size_t kEnd = sizeof(std::uint64_t);
  std::uint64_t head = 0, tail = 0;
  const std::size_t size = std::min(word.size(), kEnd);
  std::memcpy(&head, word.data(), size);
  std::memcpy(&tail, word.data() + word.size() - size, size);
  return ((head ^ (tail * 0x9E3779B97F4A7C15) ^ word.size()) * 0xC2B2AE3D27D4EB4F) >> 48U;
}

// Line of each row in a file whose rows parse_tsv() accepted: the lines that are no comments, in order.
std::vector<std::size_t> row_lines(std::string_view content) {
  std::vector<std::size_t> result;
  std::size_t number = 0;
  for (std::size_t at = 0; at < content.size();) {
    const std::size_t end = std::min(content.find('\n', at), content.size());
    std::string_view line = content.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    ++number;
    if (!line.empty() && line.front() != '#') result.push_back(number);
    at = end + 1;
  }
  return result;
}

bool is_label_end(Mark mark) {
  return mark == Mark::kColon || mark == Mark::kDash || mark == Mark::kSeparator;
}

// A question, an exclamation and an item of a list are no names.
bool is_no_sentence(const LineShape& line, std::size_t rest, std::size_t most) {
  const char last = line.folded().back();
  if (line.is_cut() || last == '?' || last == '!' || last == ';') return false;
  return !line.ends_sentence() || rest <= most;
}

// Whether a rule that covers tokens[0, end) of the line fits it.
bool fits_head(Match match, const LineShape& line, std::size_t end) {
  const auto& tokens = line.tokens();
  const std::size_t rest = tokens.size() - end;
  const Mark mark = tokens[end - 1].after;
  switch (match) {
    case Match::kLine: return rest == 0 && !line.is_cut();
    case Match::kLabel: return (rest == 0 || is_label_end(mark)) && rest <= kLabelRest && !line.is_cut();
    case Match::kCredit:
      return rest > 0 && is_label_end(mark) && rest <= kCreditRest &&
             is_no_sentence(line, rest, mark == Mark::kDash ? 0 : kNameWords);
    case Match::kBrief: return rest <= kBriefRest && is_no_sentence(line, rest, kSignatureWords);
    case Match::kPrefix: return true;
    case Match::kCrumbs: return mark == Mark::kSeparator && tokens.size() <= kCrumbWords && !line.is_cut();
    default: return false;
  }
}

}  // namespace

Rules Rules::builtin() {
  Rules result;
  const data::Table& table = data::boilerplate_rules();
  result.rules_.reserve(table.size());
  for (std::size_t i = 0; i < table.size(); ++i) {
    auto rule = read_rule(table.row(i).cells);
    assert(rule);
    if (rule) result.rules_.push_back(*rule);
  }
  return result;
}

Result<Rules> Rules::parse(std::string_view content, std::string_view name) {
  auto parsed = data::parse_tsv(content);
  if (!parsed.errors.empty())
    return Reject{fmt::format("{}:{}: {}", name, parsed.errors[0].line, parsed.errors[0].reason)};
  auto tsv = std::make_shared<const data::Tsv>(std::move(parsed.tsv));
  if (!std::equal(tsv->columns.begin(), tsv->columns.end(), kColumns.begin(), kColumns.end()))
    return Reject{fmt::format("{}:1: the columns are not {}", name, fmt::join(kColumns, ", "))};
  Rules result;
  const auto lines = row_lines(content);
  for (std::size_t i = 0; i < tsv->rows.size(); ++i) {
    auto rule = read_rule(tsv->rows[i]);
    auto phrase = rule ? check_phrase(*rule) : Result<void>(rule.error());
    if (!phrase) return Reject{fmt::format("{}:{}: {}", name, lines[i], phrase.error().reason)};
    result.rules_.push_back(*rule);
  }
  result.kept_.push_back(std::move(tsv));
  return result;
}

void Rules::add(const Rules& other) {
  rules_.insert(rules_.end(), other.rules_.begin(), other.rules_.end());
  kept_.insert(kept_.end(), other.kept_.begin(), other.kept_.end());
}

struct Matcher::Expression {
  const Rule* rule = nullptr;
  mutable std::once_flag once;
  mutable std::unique_ptr<re2::RE2> compiled;
  // Where all lines that it fits lie in the order of bytes: most lines need no look.
  static constexpr int kRangeBytes = 4;
  mutable bool bounded = false;
  mutable std::string least, most;

  [[nodiscard]] bool is_in(std::string_view line) const {
    std::call_once(once, [this] {
      compiled = std::make_unique<re2::RE2>(re2::StringPiece(rule->phrase.data(), rule->phrase.size()),
                                            re2::RE2::Quiet);
      bounded = compiled->PossibleMatchRange(&least, &most, kRangeBytes);
    });
    if (bounded && (line < least || line > most)) return false;
    return re2::RE2::PartialMatch(re2::StringPiece(line.data(), line.size()), *compiled);
  }
};

/// The patterns that begin with one word.
struct Matcher::Entries {
  std::vector<Entry> heads, phrases, items, hints;

  std::vector<Entry>& of(Match match) {
    switch (match) {
      case Match::kPhrase:
      case Match::kMention: return phrases;
      case Match::kItem: return items;
      case Match::kHint: return hints;
      default: return heads;
    }
  }
};

Matcher::~Matcher() = default;

Matcher::Matcher(Rules rules) : rules_(std::move(rules)) {
  for (const Rule& rule : rules_.rules()) {
    if (rule.match == Match::kRegex) {
      expressions_.emplace_back().rule = &rule;
      continue;
    }
    auto pattern = Pattern::parse(rule.phrase);
    assert(pattern);
    if (!pattern) continue;
    const std::string_view word = pattern->first_word();
    first_words_.set(cheap_hash(word));
    auto& found = index_[word];
    if (!found) found = std::make_unique<Entries>();
    found->of(rule.match).push_back({&rule, std::move(*pattern)});
  }
}

const Matcher::Entries* Matcher::entries(std::string_view word) const {
  if (!first_words_.test(cheap_hash(word))) return nullptr;
  const auto found = index_.find(word);
  return found == index_.end() ? nullptr : found->second.get();
}

void Matcher::read(const LineShape& line, Reading& reading) const {
  const auto& tokens = line.tokens();
  reading.hits.clear();
  reading.starts.clear();
  reading.items = {};
  reading.hints = 0;
  for (std::size_t at = 0; at < tokens.size(); ++at)
    if (const Entries* found = entries(tokens[at].word); found != nullptr)
      reading.starts.emplace_back(at, found);
  if (!reading.starts.empty()) {
    find_heads(line, reading);
    if (tokens.size() <= kPhraseWords && !line.is_cut()) find_phrases(line, reading);
    find_items(line, reading);
    find_hints(line, reading);
  }
  if (!expressions_.empty() && line.folded().size() <= kMaxExpressionBytes && !line.is_cut())
    find_expressions(line, reading);
}

void Matcher::find_heads(const LineShape& line, Reading& reading) {
  const auto& tokens = line.tokens();
  const auto& [first, found] = reading.starts.front();
  if (first != 0) return;
  for (const auto& [rule, pattern] : found->heads) {
    const Match match = rule->match;
    auto end = pattern.match(tokens, 0, [&](std::size_t at) { return fits_head(match, line, at); });
    if (end) reading.hits.push_back({rule, *end == tokens.size()});
  }
}

void Matcher::find_phrases(const LineShape& line, Reading& reading) {
  const auto& tokens = line.tokens();
  for (const auto& [at, found] : reading.starts)
    for (const auto& [rule, pattern] : found->phrases) {
      if (rule->match == Match::kMention && (line.ends_sentence() || tokens.size() > kMentionWords)) continue;
      auto end = pattern.match(tokens, at, [](std::size_t) { return true; });
      if (end) reading.hits.push_back({rule, at == 0 && *end == tokens.size()});
    }
}

void Matcher::find_expressions(const LineShape& line, Reading& reading) const {
  for (const Expression& expression : expressions_)
    if (expression.is_in(line.folded())) reading.hits.push_back({expression.rule, true});
}

void Matcher::find_hints(const LineShape& line, Reading& reading) {
  std::size_t next = 0;
  for (const auto& [at, found] : reading.starts) {
    if (at < next) continue;
    for (const auto& [rule, pattern] : found->hints) {
      auto end = pattern.match(line.tokens(), at, [](std::size_t) { return true; });
      if (!end) continue;
      reading.hints += rule->score;
      next = *end;
      break;
    }
  }
}

void Matcher::find_items(const LineShape& line, Reading& reading) {
  if (line.is_cut()) return;
  const auto& tokens = line.tokens();
  Items result;
  auto start = reading.starts.begin();
  for (std::size_t at = 0; at < tokens.size();) {
    while (start != reading.starts.end() && start->first < at) ++start;
    std::size_t longest = at;
    if (start != reading.starts.end() && start->first == at) {
      for (const auto& [rule, pattern] : start->second->items) {
        if (result.rule != nullptr && rule->reason != result.rule->reason) continue;
        auto end = pattern.match(tokens, at, [](std::size_t) { return true; });
        if (!end || *end <= longest) continue;
        longest = *end;
        if (result.count == 0) result.rule = rule;
      }
    }
    if (longest == at && tokens[at].word != "0") return;
    if (longest > at) ++result.count;
    at = longest > at ? longest : at + 1;
  }
  reading.items = result;
}

}  // namespace sito::strip
