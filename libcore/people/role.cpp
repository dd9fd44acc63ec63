#include "people/role.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "data/tables.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::people {
namespace {

constexpr std::size_t kTokensBack = 24;
constexpr std::size_t kTokensBeforeComma = 6;
constexpr std::size_t kTokensAhead = 48;
constexpr std::size_t kModifiersAhead = 4;       // words before the head of an apposition
constexpr std::size_t kEnglishModifiers = 6;     // English piles nouns up before the head
constexpr std::size_t kAbbreviationLetters = 5;  // "ім.", "акад.", "оф.", "RNDr."
constexpr std::size_t kLongestArticle = 3;       // bytes
constexpr std::size_t kWordsOfAge = 3;           // "38 років"
constexpr std::array<std::string_view, 2> kFieldsOfRanks = {"military", "science"};

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
  const RoleNoun& noun(std::size_t at) const {
    static constexpr RoleNoun kNone;
    const WordFacts& word = words_.word(at);
    return word.role.known && (word.noun_classes & kSurname) != 0 && is_surname_by_capital(at) ? kNone
                                                                                               : word.role;
  }
  /// A word that no role phrase holds. A capital makes some of them names: "Перша Рада".
  bool is_stop(std::size_t at) const {
    const unsigned found = classes(at);
    if ((found & (kPreposition | kConjunction)) != 0) return false;
    if ((found & kHonorific) != 0 && noun(at).known) return false;  // "King"
    return (found & (kFunction | kHonorific)) != 0 && (found & kModifier) == 0;
  }
  bool is_modifier(std::size_t at) const {
    return (words_.word(at).noun_classes & kModifier) != 0 && !is(at, kPreposition | kConjunction);
  }

  /// Whether the full stop before `at` ends an abbreviation, not a sentence: "ім. Шевченка", "в. о. голови".
  bool after_abbreviation(std::size_t at) const {
    if (at == 0 || tokens_[at].before != Gap::kStop) return false;
    if (tokens_[at - 1].shape == Shape::kInitial) return true;
    const std::size_t letters = text::code_points(tokens_[at - 1].range.of(text_));
    if (letters > kAbbreviationLetters) return false;
    if (is(at - 1, kHonorific)) return true;  // "Ing. Jitka"
    // "with the war. Orchard owner": before a capital only what is known for an abbreviation.
    return tokens_[at - 1].shape == Shape::kLower &&
           (tokens_[at].shape == Shape::kLower || letters == 1 || is_abbreviation(at - 1));
  }
  /// Whether the quotation mark before `at` closes what stands before it.
  bool closes_quote(std::size_t at) const {
    const auto mark = text::decode(text_, tokens_[at - 1].range.end).code_point;
    return at > 0 && !text::is_blank(mark) && mark != U'(';
  }
  /// "asp. Ewelina"
  bool is_abbreviated(std::size_t at) const {
    return at + 1 < tokens_.size() && tokens_[at + 1].before == Gap::kStop && after_abbreviation(at + 1);
  }
  bool opens_bracket(std::size_t at) const {
    return tokens_[at].before == Gap::kBracket && text_[tokens_[at].range.begin - 1] == '(';
  }
  bool is_colon(std::size_t at) const { return at > 0 && text_[tokens_[at - 1].range.end] == ':'; }
  bool is_article(std::size_t at) const {
    return is(at, kFunction) && tokens_[at].range.size() <= kLongestArticle;
  }
  bool is_given_name(std::size_t at) const {
    const NameFacts& facts = words_.name(at);
    return tokens_[at].shape == Shape::kCapital && facts.given && !facts.given_oblique;
  }
  /// As adjectives of women do in the nominative.
  bool ends_as_feminine(std::size_t at) const {
    constexpr std::u32string_view kEnds = U"\u0430\u044Fa\u00E1";
    const std::string& word = words_.folded(at);
    return kEnds.find(text::decode_before(word, word.size()).code_point) != kEnds.npos;
  }
  bool is_sure_oblique(std::size_t at) const { return words_.is_sure_oblique(at); }
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
    const std::size_t stop = last < tokens_.size() && after_abbreviation(last) ? 1 : 0;  // "asp. szt."
    result.range = {tokens_[first].range.begin,
                    closed(tokens_[first].range.begin, tokens_[last - 1].range.end + stop)};
    result.head = head;
    result.caseless = is_abbreviated(head);
    result.gender = found.gender;
    result.known = found.known;
    result.oblique = found.oblique;
    return result;
  }

 private:
  bool is_abbreviation(std::size_t at) const {
    const data::Table& table = data::abbreviations();
    auto [first, last] = table.with_key(words_.folded(at));
    while (first < last && table.row(first).language != code_of(words_.language())) ++first;
    return first < last;
  }
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

  /// "зустріла Олена |Пекар|": a trade has its capital only from its sentence.
  bool is_surname_by_capital(std::size_t at) const {
    return tokens_[at].shape != Shape::kLower && !opens_sentence(at);
  }

  const Vocabulary& words_;
  std::string_view text_;
  std::span<const Token> tokens_;
};

/// The first token of the stretch that ends before `name` and can hold one role phrase. Words in quotation
/// marks are an institution's: "депутатка від фракції «Наш дім»".
std::size_t stretch_before(const Phrase& phrase, std::size_t first, std::size_t name) {
  std::size_t from = name;
  std::size_t quoted = 0;  // the token behind the marks that we are in
  while (from > first && name - from < kTokensBack && phrase.goes_on(from)) {
    if (phrase.token(from).before == Gap::kQuote)
      quoted = quoted == 0 && phrase.closes_quote(from) ? from : 0;
    if (quoted == 0 && phrase.is_stop(from - 1)) break;
    --from;
  }
  if (quoted == 0) return from;
  // Nobody opened them.
  from = quoted;
  while (from > first && name - from < kTokensBack && phrase.goes_on(from) && !phrase.is_stop(from - 1))
    --from;
  return from;
}

/// The role noun that leads tokens [from, last); `last` if there is none. A noun in another case gives way
/// to a nominative behind it: "у коментарі журналісту |голова| ради". In English the last of a compound
/// leads.
std::size_t leading_noun(const Phrase& phrase, std::size_t from, std::size_t last) {
  std::size_t oblique = last;
  for (std::size_t at = from; at < last; ++at) {
    const RoleNoun noun = phrase.noun(at);
    if (!noun.known || phrase.is_medium(at)) continue;
    if (phrase.is_english())
      while (at + 1 < last && phrase.noun(at + 1).known && phrase.token(at + 1).before == Gap::kBlank) ++at;
    if (!noun.oblique && (oblique == last || !phrase.is_abbreviated(at))) return at;
    if (oblique == last) oblique = at;
  }
  return oblique;
}

/// Whether the word before token `first` goes with a role noun in such a case: "|новий| голова", "|в. о.|
/// голови".
bool modifies(const Phrase& phrase, std::size_t first, bool oblique) {
  const std::size_t before = first - 1;
  if (phrase.after_abbreviation(first)) return true;
  if (phrase.is(before, kPreposition | kConjunction | kCalendar | kMedium)) return false;
  if (phrase.is_english()) return true;
  // "подарував гміні |партнерській| війт", "|розмова| директора": they do not agree.
  if (!phrase.is_modifier(before)) return false;
  return oblique ? !phrase.ends_as_feminine(before) : !phrase.is_sure_oblique(before);
}

std::size_t with_modifiers(const Phrase& phrase, std::size_t from, std::size_t head, bool oblique) {
  std::size_t first = head;
  const std::size_t most = phrase.is_english() ? kEnglishModifiers : kModifiersAhead;
  while (first > from && head - first < most && phrase.goes_on(first)) {
    const bool joined = first < head && first - from > 1 && phrase.is(first - 1, kConjunction) &&
                        phrase.goes_on(first - 1) && phrase.is_modifier(first - 2);
    if (!joined && !modifies(phrase, first, oblique)) break;
    first -= joined ? 2 : 1;  // "|Надзвичайний і| Повноважний Посол"
  }
  // "při |zahájení| historik": a preposition governs it.
  const bool governed = !phrase.is_english() && first < head && first > 0 && phrase.goes_on(first) &&
                        !oblique && phrase.is(first - 1, kPreposition) && !phrase.after_abbreviation(first);
  return governed ? first + 1 : first;
}

std::size_t with_modifiers(const Phrase& phrase, std::size_t from, std::size_t head) {
  return with_modifiers(phrase, from, head, phrase.noun(head).oblique);
}

/// Whether tokens from `at` open a role phrase, and at which noun; the end of the text if not.
std::size_t head_ahead(const Phrase& phrase, std::size_t at) {
  const std::size_t limit = phrase.is_english() ? kEnglishModifiers : kModifiersAhead;
  for (std::size_t word = at; word < phrase.size() && word <= at + limit; ++word) {
    if (word > at && !phrase.goes_on(word)) break;
    if (phrase.noun(word).known) return word;
    if (word + 1 < phrase.size() && phrase.after_abbreviation(word + 1)) continue;  // "в. о. голови"
    if (phrase.is_stop(word) || phrase.is(word, kPreposition | kConjunction)) break;
    if (!phrase.is_english() && !phrase.is_modifier(word)) break;
  }
  return phrase.size();
}

/// The end of the role phrase whose noun is `head`: before what no role phrase holds.
std::size_t phrase_end(const Phrase& phrase, std::size_t head, std::size_t most) {
  std::size_t end = head + 1;
  bool quoted = false;
  for (; end < phrase.size() && end < most && phrase.goes_on(end); ++end) {
    if (phrase.token(end).before == Gap::kQuote) quoted = !quoted && !phrase.closes_quote(end);
    if (phrase.token(end).before == Gap::kBracket || (!quoted && phrase.is_stop(end))) break;
  }
  while (end > head + 1 && phrase.is(end - 1, kPreposition | kConjunction)) --end;
  return end;
}

bool opens_apposition(const Phrase& phrase, std::size_t at) {
  const Gap gap = phrase.token(at).before;
  return gap == Gap::kComma || gap == Gap::kDash || gap == Gap::kBracket;
}

std::size_t without_article(const Phrase& phrase, std::size_t at) {
  const bool article = phrase.is_english() && at + 1 < phrase.size() && phrase.is_article(at) &&
                       phrase.token(at + 1).before == Gap::kBlank;
  return article ? at + 1 : at;
}

/// The token behind an age that stands before the role: "(38 років, |фермер|)"; `at` if none does.
std::size_t without_age(const Phrase& phrase, std::size_t at) {
  if (phrase.token(at).shape != Shape::kOther) return at;
  std::size_t end = at + 1;
  while (end < phrase.size() && end - at < kWordsOfAge && phrase.token(end).before == Gap::kBlank) ++end;
  return end < phrase.size() && phrase.token(end).before == Gap::kComma ? end : at;
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

/// Whether a given name or bracket stands among tokens [first, last): what precedes is another's post.
bool names_somebody(const Phrase& phrase, std::size_t first, std::size_t last) {
  for (std::size_t at = first; at < last; ++at)
    if (phrase.is_given_name(at) || phrase.token(at).before == Gap::kBracket) return true;
  return false;
}

/// The token at which the role that begins at `start` does with the one before its comma: "|начальник сектору
/// поліції|, капітан". What follows the comma is a rank or degree, or what precedes it opens the sentence.
std::size_t with_post_before(const Phrase& phrase, std::size_t first, std::size_t start, std::size_t head) {
  if (start <= first + 1 || phrase.token(start).before != Gap::kComma || phrase.is_stop(start - 1))
    return start;
  const std::size_t from = stretch_before(phrase, first, start - 1);
  const std::size_t post = leading_noun(phrase, from, start);
  if (post == start) return start;
  const RoleNoun &one = phrase.noun(post), &other = phrase.noun(head);
  const bool rank =
      std::find(kFieldsOfRanks.begin(), kFieldsOfRanks.end(), other.field) != kFieldsOfRanks.end();
  if (one.oblique != other.oblique || (!rank && clash(one.gender, other.gender))) return start;
  if (names_somebody(phrase, post + 1, start)) return start;
  const std::size_t begin = with_modifiers(phrase, from, post);
  return rank || (begin == from && phrase.opens_sentence(begin)) ? begin : start;
}

/// Where the words before `name` end that may be a role: honorifics belong to neither.
std::size_t without_honorifics(const Phrase& phrase, std::size_t first, std::size_t name,
                               bool posts_too = false) {
  while (name > first && phrase.goes_on(name) && phrase.is(name - 1, kHonorific) &&
         (posts_too || !phrase.noun(name - 1).known))
    --name;
  return name;
}

/// Whether a list's item, or a sentence, begins at token `at`, or one word before: "Його |педагог|".
bool opens_item(const Phrase& phrase, std::size_t at) {
  const Gap gap = phrase.token(at).before;
  return phrase.opens_sentence(at) || gap == Gap::kComma || gap == Gap::kSemicolon ||
         (at > 0 && phrase.is_stop(at - 1) && phrase.opens_sentence(at - 1));
}

/// "|Директоркою філармонії| призначено Ірину Шпак"
std::optional<Role> role_before_verb(const Phrase& phrase, std::size_t first, std::size_t name) {
  const std::size_t verb = name - 1;
  if (verb <= first || !phrase.is(verb, kAppointment) || !phrase.goes_on(verb)) return std::nullopt;
  const std::size_t from = stretch_before(phrase, first, verb);
  const std::size_t head = leading_noun(phrase, from, verb);
  if (head == verb || !phrase.noun(head).oblique) return std::nullopt;
  return phrase.role(with_modifiers(phrase, from, head), verb, head);
}

/// "thanked the |caretaker|, Tom Harlow, for"
std::optional<Role> role_behind_article(const Phrase& phrase, std::size_t first, std::size_t name,
                                        std::size_t behind) {
  const bool closed = behind >= phrase.size() || phrase.token(behind).before != Gap::kBlank;
  if (!phrase.is_english() || !closed || name < first + 2) return std::nullopt;
  for (std::size_t from = name - 1; from > first && name - from <= kTokensBack && phrase.goes_on(from);) {
    if (!phrase.is_article(--from)) continue;
    const std::size_t last = leading_noun(phrase, from + 1, name);
    // "the |owner of the mill|, Ingrid Solheim, promised"
    const std::size_t head = head_ahead(phrase, from + 1);
    if ((last + 1 == name && name - from <= kTokensBeforeComma) ||
        (head < name && phrase.is(head + 1, kPreposition)))
      return phrase.role(from + 1, name, last);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Role> role_before(const Vocabulary& words, std::size_t first, std::size_t name) {
  const Phrase phrase(words);
  if (name >= phrase.size()) return std::nullopt;
  std::size_t last = without_honorifics(phrase, first, name);
  if (last > first && phrase.token(last).before == Gap::kComma) return role_before_comma(phrase, first, last);
  if (last > first && (phrase.is(last - 1, kPreposition | kConjunction) || phrase.opens_bracket(last)))
    return std::nullopt;
  const std::size_t from = stretch_before(phrase, first, last);
  const std::size_t head = leading_noun(phrase, from, last);
  if (head == last) return std::nullopt;
  // "онколог |доктор| Зайченко": beside a post a title is none.
  const std::size_t untitled = phrase.is_english() ? last : without_honorifics(phrase, first, last, true);
  if (head < untitled) last = untitled;
  const std::size_t start = with_modifiers(phrase, from, head);
  const std::size_t begin = with_post_before(phrase, first, start, head);
  return phrase.role(begin, last, begin == start ? head : leading_noun(phrase, begin, start));
}

std::optional<Role> plural_role_before(const Vocabulary& words, std::size_t first, std::size_t name) {
  const Phrase phrase(words);
  if (name <= first || name >= phrase.size()) return std::nullopt;
  const bool colon =
      phrase.token(name).before == Gap::kSentence && phrase.is_colon(name);  // "Члени: Олег Сич, …"
  const std::size_t last = colon ? name - 1 : name;
  if (phrase.is(name - 1, kPreposition | kConjunction) || (colon && phrase.is_stop(last)))
    return std::nullopt;
  std::size_t from = stretch_before(phrase, first, last);
  // Plurals that open sentences are no names, and so among the words that end other phrases.
  if (from > first && phrase.goes_on(from) && words.plural_role(from - 1).known)
    from = stretch_before(phrase, first, from - 1);
  auto is_head = [&](std::size_t at) {
    const RoleNoun& noun = words.plural_role(at);
    return noun.known && !noun.oblique && !phrase.is_medium(at);
  };
  std::size_t head = phrase.is_english() ? name - 1 : from;
  while (head < name && !is_head(head)) ++head;
  if (head >= name || head < from) return std::nullopt;
  Role role = phrase.role(with_modifiers(phrase, from, head, false), name, head);
  role.plural = true;
  role.known = true;
  role.oblique = false;
  role.gender = words.plural_role(head).gender;
  return role;
}

std::optional<Role> role_set_off(const Vocabulary& words, std::size_t first, std::size_t name,
                                 std::size_t behind) {
  const Phrase phrase(words);
  if (name >= phrase.size()) return std::nullopt;
  const std::size_t last = without_honorifics(phrase, first, name);
  if (last <= first) return std::nullopt;
  const Gap gap = phrase.token(last).before;
  if (gap == Gap::kBlank) return role_before_verb(phrase, first, last);
  if (gap == Gap::kComma) return role_behind_article(phrase, first, last, behind);
  const bool colon = gap == Gap::kSentence && phrase.is_colon(last);
  if ((gap != Gap::kDash && !colon) || phrase.is_stop(last - 1)) return std::nullopt;
  const std::size_t from = stretch_before(phrase, first, last - 1);
  if (last - from > kTokensBeforeComma || !(colon ? phrase.opens_sentence(from) : opens_item(phrase, from)))
    return std::nullopt;
  const std::size_t head = head_ahead(phrase, from);
  if (head >= last || phrase.noun(head).oblique || names_somebody(phrase, head + 1, last))
    return std::nullopt;
  if (phrase.is_english() && head + 1 < last) return std::nullopt;  // "Reporter's Notebook: Ann Lee"
  return phrase.role(from, last, head);
}

std::optional<Role> role_after(const Vocabulary& words, std::size_t after) {
  const Phrase phrase(words);
  if (after >= phrase.size() || !opens_apposition(phrase, after)) return std::nullopt;
  const std::size_t first = without_article(phrase, without_age(phrase, after));
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
