#include "html/facts.h"

#include <algorithm>

#include "html/line_writer.h"

namespace sito::html {
namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

bool equals_in_any_case(std::string_view text, std::string_view small) {
  return std::equal(text.begin(), text.end(), small.begin(), small.end(),
                    [](char a, char b) { return lower(a) == b; });
}

/// Whether one of the words parted by white space is `small`, in any case.
bool has_word(std::string_view words, std::string_view small) {
  for (std::size_t at = 0; at < words.size();) {
    while (at < words.size() && is_space(words[at])) ++at;
    const std::size_t begin = at;
    while (at < words.size() && !is_space(words[at])) ++at;
    if (equals_in_any_case(words.substr(begin, at - begin), small)) return true;
  }
  return false;
}

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

/// The string of JSON that begins behind the quote at `at`; ASCII's escapes resolved, enough for a date.
std::string json_string(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 100;
  std::string out;
  for (++at; at < text.size() && text[at] != '"' && out.size() < kLongest; ++at) {
    const bool escaped = text[at] == '\\' && at + 1 < text.size();
    if (escaped) ++at;
    if (!escaped || text[at] != 'u') {
      out += text[at];
    } else {
      unsigned value = 0;
      for (std::size_t digits = 0; digits < 4 && at + 1 < text.size(); ++digits) {
        const char c = lower(text[++at]);
        value = value * 16 + static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10);
      }
      if (value > 0 && value < 0x80) out += static_cast<char>(value);
    }
  }
  return out;
}

}  // namespace

void FactReader::assign(Facts& facts) {
  facts_ = &facts;
  for (Place* place : {&published_, &canonical_, &language_}) {
    place->rank = 0;
    (facts.*place->fact).clear();
  }
  facts.title.clear();
  raw_title_.clear();
  has_title_ = false;
}

void FactReader::start_tag(const Tag& tag, bool in_article) {
  const std::string_view name = tag.element().name;
  if (name == "meta")
    meta(tag);
  else if (name == "link")
    link(tag);
  else if (name == "time")
    time(tag, in_article);
  else if (name == "html") {
    std::string buffer;
    offer(language_, 1, value_of(tag, "lang", buffer));
    offer(language_, 2, value_of(tag, "xml:lang", buffer));
  }
  item(tag);
}

void FactReader::meta(const Tag& tag) {
  std::string_view name = value_of(tag, "property", name_);
  if (name.empty()) name = value_of(tag, "name", name_);
  const std::string_view content = value_of(tag, "content", value_);
  if (equals_in_any_case(name, "article:published_time")) {
    offer(published_, 1, content);
  } else if (equals_in_any_case(name, "og:url")) {
    offer(canonical_, 2, content);
  } else if (equals_in_any_case(name, "og:locale")) {
    std::string locale(content);
    std::replace(locale.begin(), locale.end(), '_', '-');
    offer(language_, 4, locale);
  } else if (equals_in_any_case(value_of(tag, "http-equiv", name_), "content-language")) {
    offer(language_, 3, content.substr(0, content.find_first_of(", ;")));
  }
}

void FactReader::link(const Tag& tag) {
  if (!has_word(value_of(tag, "rel", name_), "canonical")) return;
  offer(canonical_, 1, value_of(tag, "href", value_));
}

void FactReader::time(const Tag& tag, bool in_article) {
  const std::string_view datetime = value_of(tag, "datetime", value_);
  if (tag.find("pubdate") != nullptr)
    offer(published_, 4, datetime);
  else if (in_article)
    offer(published_, 5, datetime);
}

void FactReader::item(const Tag& tag) {
  const Attribute* property = tag.find("itemprop");
  if (property == nullptr || !has_word(value(*property, name_), "datepublished")) return;
  offer(published_, 3, value_of(tag, "content", value_));
  offer(published_, 3, value_of(tag, "datetime", value_));
}

void FactReader::title(std::string_view part) {
  if (!has_title_) raw_title_.append(part);
}

void FactReader::title_end() {
  if (has_title_) return;
  LineWriter writer;
  writer.assign(facts_->title);
  writer.text(raw_title_);
  has_title_ = !facts_->title.empty();
  raw_title_.clear();
}

void FactReader::json_ld(std::string_view text) {
  constexpr std::string_view kKey = "\"datePublished\"";
  for (std::size_t at = text.find(kKey); at < text.size(); at = text.find(kKey, at)) {
    at = skip_space(text, at + kKey.size());
    if (at == text.size() || text[at] != ':') continue;
    at = skip_space(text, at + 1);
    if (at < text.size() && text[at] == '"') return offer(published_, 2, json_string(text, at));
  }
}

void FactReader::offer(Place& place, unsigned rank, std::string_view value) {
  if (skip_space(value, 0) == value.size() || (place.rank != 0 && place.rank <= rank)) return;
  place.rank = rank;
  LineWriter writer;
  writer.assign(facts_->*place.fact);
  writer.text(value);
}

std::string_view FactReader::value_of(const Tag& tag, std::string_view name, std::string& buffer) const {
  const Attribute* attribute = tag.find(name);
  return attribute == nullptr ? std::string_view() : value(*attribute, buffer);
}

}  // namespace sito::html
