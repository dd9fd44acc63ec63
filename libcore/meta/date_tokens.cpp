#include "meta/date_tokens.h"

#include <bitset>
#include <memory>

#include "data/tables.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::meta {
namespace {

// Which words may begin a row of the tables that meta reads. Most words of a text begin none, and one bit
// says so.
class RowBeginnings {
 public:
  static bool may_have(std::string_view word) {
    static const RowBeginnings kOnly;
    return kOnly.bits_->test(slot(word));
  }

 private:
  static constexpr std::size_t kBits = std::size_t{1} << 17;

  RowBeginnings() {
    for (const data::Table* table : {&data::date_labels(), &data::date_joiners(), &data::page_words(),
                                     &data::months(), &data::weekdays(), &data::relative_days()}) {
      for (std::size_t i = 0; i < table->size(); ++i) bits_->set(slot(data::first_word(table->row(i).key())));
    }
  }

  static std::size_t slot(std::string_view word) { return data::word_hash(word) % kBits; }

  std::unique_ptr<std::bitset<kBits>> bits_ = std::make_unique<std::bitset<kBits>>();
};

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// Letters, and an apostrophe or hyphen where a letter follows it.
std::size_t word_end(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end) {
    const auto [c, length] = text::decode(text, at);
    if (!text::is_letter(c)) {
      const bool binds = text::is_apostrophe(c) || c == '-' || c == 0x2010 || c == 0x2011;
      if (!binds || at + length >= end || !text::is_letter(text::decode(text, at + length).code_point)) break;
    }
    at += length;
  }
  return at;
}

Token word_token(std::string_view text, ByteRange place) {
  Token token;
  token.kind = Token::Kind::kWord;
  token.place = place;
  token.word = text::folded(place.of(text));
  token.begins_row = RowBeginnings::may_have(token.word);
  token.capital = text::is_upper(text::decode(text, place.begin).code_point);
  token.all_capitals = token.capital;
  for (std::size_t at = place.begin; at < place.end;) {
    const auto [c, length] = text::decode(text, at);
    if (text::is_lower(c)) token.all_capitals = false;
    at += length;
  }
  return token;
}

Token number_token(std::string_view text, std::size_t at, std::size_t end) {
  Token token;
  token.kind = Token::Kind::kNumber;
  token.place.begin = at;
  for (; at < end && is_ascii_digit(text[at]); ++at) {
    ++token.digits;
    if (token.digits <= 8) token.value = token.value * 10 + static_cast<unsigned>(text[at] - '0');
  }
  token.place.end = at;
  return token;
}

Token mark_token(char32_t c, ByteRange place) {
  Token token;
  token.place = place;
  token.mark = c;
  return token;
}

bool is_invisible(char32_t c) {
  return c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xFEFF || c == 0xAD;
}

}  // namespace

bool Token::is_dash() const { return kind == Kind::kMark && text::is_dash(mark); }

std::vector<Token> date_tokens(std::string_view text, ByteRange line, std::size_t limit) {
  std::vector<Token> tokens;
  bool spaced = true;
  for (std::size_t at = line.begin; at < line.end && tokens.size() < limit;) {
    const auto [c, length] = text::decode(text, at);
    if (text::is_space(c) || is_invisible(c)) {
      spaced = spaced || text::is_space(c);
      at += length;
      continue;
    }
    if (is_ascii_digit(text[at])) {
      tokens.push_back(number_token(text, at, line.end));
    } else if (text::is_letter(c)) {
      tokens.push_back(word_token(text, {at, word_end(text, at, line.end)}));
    } else {
      tokens.push_back(mark_token(c, {at, at + length}));
    }
    tokens.back().spaced = spaced;
    spaced = false;
    at = tokens.back().place.end;
  }
  return tokens;
}

std::size_t key_length(const std::vector<Token>& tokens, std::size_t at, std::string_view key) {
  std::size_t length = 0;
  while (true) {
    const std::string_view word = data::first_word(key);
    if (at + length >= tokens.size() || tokens[at + length].word != word) return 0;
    ++length;
    if (word.size() == key.size()) return length;
    key.remove_prefix(word.size() + 1);
  }
}

}  // namespace sito::meta
