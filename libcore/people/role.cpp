#include "people/role.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "text/character.h"
#include "text/utf8.h"

namespace sito::people {
namespace {

constexpr std::size_t kTokensBack = 24;
constexpr std::size_t kTokensBeforeComma = 6;
constexpr std::size_t kTokensAhead = 48;
constexpr std::size_t kModifiersAhead = 4;       // words before the head of an apposition
constexpr std::size_t kEnglishModifiers = 6;     // English piles nouns up before the head
constexpr std::size_t kAbbreviationLetters = 4;  // "ім.", "акад.", "оф."

/// The words of the text, as a role phrase asks about them.
class Phrase {
 public:
  explicit Phrase(const Vocabulary& words) : words_(words), text_(words.text()), tokens_(words.tokens()) {}

  const Token& token(std::size_t at) const { return tokens_[at]; }
  std::size_t size() const { return tokens_.size(); }
  bool is_english() const { return words_.language() == Language::kEnglish; }
  unsigned classes(std::size_t at) const { return words_.word(at).classes; }
  bool is(std::size_t at, unsigned wanted) const { return (classes(at) & wanted) != 0; }
  bool is_medium(std::size_t at) const { return (words_.word(at).noun_classes & kMedium) != 0; }
  const RoleNoun& noun(std::size_t at) const { return words_.word(at).role; }
  /// A word that no role phrase holds. A capital makes some of them names: "Перша Рада".
  bool is_stop(std::size_t at) const {
    const unsigned found = classes(at);
    if ((found & (kPreposition | kConjunction)) != 0) return false;
    if ((found & kHonorific) != 0 && noun(at).known) return false;  // "King"
    return (found & (kFunction | kHonorific)) != 0 && (found & kModifier) == 0;
  }
  bool is_modifier(std::size_t at) const { return is(at, kModifier) && !is(at, kPreposition | kConjunction); }

  /// Whether the full stop before `at` ends an abbreviation, not a sentence: "ім. Шевченка", "в. о. голови".
  bool after_abbreviation(std::size_t at) const {
    if (at == 0 || tokens_[at].before != Gap::kStop) return false;
    const std::string_view word = tokens_[at - 1].range.of(text_);
    return tokens_[at - 1].shape == Shape::kInitial ||
           (tokens_[at - 1].shape == Shape::kLower && text::code_points(word) <= kAbbreviationLetters);
  }
  bool goes_on(std::size_t at) const {
    switch (tokens_[at].before) {
      case Gap::kBlank:
      case Gap::kQuote:
      case Gap::kBracket:
      case Gap::kNothing: return true;
      case Gap::kStop: return after_abbreviation(at);
      default: return false;
    }
  }

  bool opens_sentence(std::size_t at) const {
    const Gap gap = tokens_[at].before;
    return gap == Gap::kSentence || gap == Gap::kLine || (gap == Gap::kStop && !after_abbreviation(at));
  }

  Role role(std::size_t first, std::size_t last, std::size_t head) const {
    const RoleNoun& found = noun(head);
    Role result;
    result.range = {tokens_[first].range.begin,
                    closed(tokens_[first].range.begin, tokens_[last - 1].range.end)};
    result.head = head;
    result.gender = found.gender;
    result.known = found.known;
    result.oblique = found.oblique;
    return result;
  }

 private:
  /// A quotation mark or bracket that the phrase opens and that closes right behind it belongs to it.
  std::size_t closed(std::size_t begin, std::size_t end) const {
    int open = 0;
    for (std::size_t at = begin; at < end;) {
      auto [c, length] = text::decode(text_, at);
      if (c == U'(' || c == 0xAB || c == 0x201E) ++open;
      if (c == U')' || c == 0xBB || (c == 0x201C && open > 0)) --open;
      at += length;
    }
    const bool straight = std::count(text_.begin() + static_cast<std::ptrdiff_t>(begin),
                                     text_.begin() + static_cast<std::ptrdiff_t>(end), '"') %
                              2 !=
                          0;
    if (straight && end < text_.size() && text_[end] == '"') ++end;
    while (open > 0 && end < text_.size()) {
      auto [c, length] = text::decode(text_, end);
      if (c != U')' && c != 0xBB && c != 0x201C && c != 0x201D) break;
      end += length;
      --open;
    }
    return end;
  }

  const Vocabulary& words_;
  std::string_view text_;
  std::span<const Token> tokens_;
};

/// The first token of the stretch that ends before `name` and can hold one role phrase.
std::size_t stretch_before(const Phrase& phrase, std::size_t first, std::size_t name) {
  std::size_t from = name;
  while (from > first && name - from < kTokensBack && phrase.goes_on(from) && !phrase.is_stop(from - 1))
    --from;
  return from;
}

/// The role noun that leads tokens [from, last); `last` if there is none. A noun in another case gives way
/// to a nominative behind it: "у коментарі журналісту |голова| ради".
std::size_t leading_noun(const Phrase& phrase, std::size_t from, std::size_t last) {
  std::size_t oblique = last;
  for (std::size_t at = from; at < last; ++at) {
    const RoleNoun noun = phrase.noun(at);
    if (!noun.known || phrase.is_medium(at)) continue;
    if (!noun.oblique) return at;
    if (oblique == last) oblique = at;
  }
  return oblique;
}

std::size_t with_modifiers(const Phrase& phrase, std::size_t from, std::size_t head) {
  std::size_t first = head;
  const std::size_t most = phrase.is_english() ? kEnglishModifiers : kModifiersAhead;
  while (first > from && head - first < most && phrase.goes_on(first)) {
    const std::size_t before = first - 1;
    const bool abbreviated = phrase.after_abbreviation(first);
    if (!abbreviated && phrase.is(before, kPreposition | kConjunction | kCalendar | kMedium)) break;
    if (!abbreviated && !phrase.is_english() && !phrase.is_modifier(before)) break;
    first = before;
  }
  return first;
}

/// Whether tokens from `at` open a role phrase, and at which noun; the end of the text if not.
std::size_t head_ahead(const Phrase& phrase, std::size_t at) {
  const std::size_t limit = phrase.is_english() ? kEnglishModifiers : kModifiersAhead;
  for (std::size_t word = at; word < phrase.size() && word <= at + limit; ++word) {
    if (word > at && !phrase.goes_on(word)) break;
    if (phrase.noun(word).known) return word;
    if (phrase.is_stop(word) || phrase.is(word, kPreposition | kConjunction)) break;
    if (!phrase.is_english() && !phrase.is_modifier(word)) break;
  }
  return phrase.size();
}

/// The end of the role phrase whose noun is `head`: before what no role phrase holds.
std::size_t phrase_end(const Phrase& phrase, std::size_t head, std::size_t most) {
  std::size_t end = head + 1;
  while (end < phrase.size() && end < most && phrase.goes_on(end) &&
         phrase.token(end).before != Gap::kBracket && !phrase.is_stop(end))
    ++end;
  while (end > head + 1 && phrase.is(end - 1, kPreposition | kConjunction)) --end;
  return end;
}

bool opens_apposition(const Phrase& phrase, std::size_t at) {
  const Gap gap = phrase.token(at).before;
  return gap == Gap::kComma || gap == Gap::kDash || gap == Gap::kBracket;
}

std::size_t without_article(const Phrase& phrase, std::size_t at) {
  const bool article = phrase.is_english() && at + 1 < phrase.size() && phrase.is(at, kFunction) &&
                       phrase.token(at).range.size() <= 3 && phrase.token(at + 1).before == Gap::kBlank;
  return article ? at + 1 : at;
}

/// "|Сестра|, Марія Зайченко, прийшла": a role that opens its sentence, with a comma behind it.
std::optional<Role> role_before_comma(const Phrase& phrase, std::size_t first, std::size_t name) {
  std::size_t from = name - 1;  // the token before the comma
  if (phrase.is_stop(from)) return std::nullopt;
  from = stretch_before(phrase, first, from);
  const bool opens = from < name && phrase.opens_sentence(from);
  if (!opens || name - from > kTokensBeforeComma) return std::nullopt;
  const std::size_t head = head_ahead(phrase, from);
  if (head >= name || phrase.noun(head).oblique) return std::nullopt;
  return phrase.role(from, name, head);
}

}  // namespace

std::optional<Role> role_before(const Vocabulary& words, std::size_t first, std::size_t name) {
  const Phrase phrase(words);
  if (name >= phrase.size()) return std::nullopt;
  std::size_t last = name;
  while (last > first && phrase.goes_on(last) && phrase.is(last - 1, kHonorific) &&
         !phrase.noun(last - 1).known)
    --last;
  if (last > first && phrase.token(last).before == Gap::kComma) return role_before_comma(phrase, first, last);
  if (last > first && phrase.is(last - 1, kPreposition | kConjunction)) return std::nullopt;
  const std::size_t from = stretch_before(phrase, first, last);
  const std::size_t head = leading_noun(phrase, from, last);
  if (head == last) return std::nullopt;
  return phrase.role(with_modifiers(phrase, from, head), last, head);
}

std::optional<Role> role_after(const Vocabulary& words, std::size_t after) {
  const Phrase phrase(words);
  if (after >= phrase.size() || !opens_apposition(phrase, after)) return std::nullopt;
  const std::size_t first = without_article(phrase, after);
  const std::size_t head = head_ahead(phrase, first);
  if (head == phrase.size()) return std::nullopt;
  const std::size_t most = after + kTokensAhead;
  std::size_t end = phrase_end(phrase, head, most);
  while (end < phrase.size() && end < most && phrase.token(end).before == Gap::kComma) {
    const std::size_t next = head_ahead(phrase, end);
    if (next == phrase.size()) break;
    end = phrase_end(phrase, next, most);
  }
  return phrase.role(first, end, head);
}

std::optional<Role> role_alone(const Vocabulary& words, std::size_t first, std::size_t last) {
  const Phrase phrase(words);
  last = std::min(last, phrase.size());
  for (std::size_t at = first; at < last; ++at) {
    if (!phrase.noun(at).known || phrase.is_medium(at)) continue;
    const std::size_t end = std::min(phrase_end(phrase, at, at + kTokensAhead), std::max(last, at + 1));
    return phrase.role(with_modifiers(phrase, first, at), end, at);
  }
  return std::nullopt;
}

}  // namespace sito::people
