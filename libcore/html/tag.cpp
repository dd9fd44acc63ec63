#include "html/tag.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "html/references.h"

namespace sito::html {
namespace {

enum : unsigned { kEndsTagName = 1, kEndsAttributeName = 2, kEndsValue = 4, kIsChanged = 8, kIsSpace = 16 };

constexpr std::array<std::uint8_t, 256> kClasses = [] {
  std::array<std::uint8_t, 256> classes{};
  for (const unsigned c : {0x09U, 0x0AU, 0x0CU, 0x20U})
    classes[c] = kEndsTagName | kEndsAttributeName | kEndsValue | kIsSpace;
  classes['/'] = kEndsTagName | kEndsAttributeName;
  classes['>'] = kEndsTagName | kEndsAttributeName | kEndsValue;
  classes['='] = kEndsAttributeName;
  for (unsigned char c = 'A'; c <= 'Z'; ++c) classes[c] = kIsChanged;
  classes[0] = kIsChanged;
  return classes;
}();

unsigned class_of(char c) { return kClasses[static_cast<unsigned char>(c)]; }

std::size_t skip_space(std::string_view page, std::size_t at) {
  while (at < page.size() && (class_of(page[at]) & kIsSpace) != 0) ++at;
  return at;
}

/// The value at `at`, which is behind the equals sign, and moves behind the value. A page that ends within
/// it leaves `at` at its end.
std::string_view read_value(std::string_view page, std::size_t& at) {
  at = skip_space(page, at);
  if (at == page.size() || page[at] == '>') return {};
  if (page[at] == '"' || page[at] == '\'') {
    const std::size_t begin = at + 1;
    const std::size_t end = std::min(page.find(page[at], begin), page.size());
    at = std::min(end + 1, page.size());
    return end == page.size() ? std::string_view() : page.substr(begin, end - begin);
  }
  const std::size_t begin = at;
  while (at < page.size() && (class_of(page[at]) & kEndsValue) == 0) ++at;
  return page.substr(begin, at - begin);
}

constexpr std::size_t kFew = 16;

}  // namespace

std::string_view value(const Attribute& attribute, std::string& buffer) {
  constexpr std::string_view kSpecial("&\0", 2);
  if (attribute.raw.find_first_of(kSpecial) == std::string_view::npos) return attribute.raw;
  buffer.clear();
  append_resolved(attribute.raw, buffer);
  return buffer;
}

std::size_t Tag::read(std::string_view page, std::size_t at) {
  attributes_.clear();
  lowered_.clear();
  moved_.clear();
  self_closing_ = false;
  name_ = read_name(page, at, kEndsTagName);
  for (;;) {
    while (at < page.size() && (class_of(page[at]) & kIsSpace) != 0) ++at;
    if (at == page.size()) return kUnfinished;
    if (page[at] == '>') break;
    if (page[at] == '/') {
      ++at;
      self_closing_ = at < page.size() && page[at] == '>';
      continue;
    }
    attributes_.emplace_back();
    attributes_.back().name = read_name(page, at, kEndsAttributeName);
    const std::size_t behind = skip_space(page, at);
    if (behind == page.size()) return kUnfinished;
    at = behind;
    if (page[at] == '=') attributes_.back().raw = read_value(page, ++at);
  }
  settle_names();
  element_ = &html::element(name_);
  return at + 1;
}

// An equals sign where a name begins is a part of it.
std::string_view Tag::read_name(std::string_view page, std::size_t& at, unsigned end) {
  const std::size_t begin = at;
  unsigned seen = class_of(page[at++]);
  for (; at < page.size(); ++at) {
    const unsigned next = class_of(page[at]);
    if ((next & end) != 0) break;
    seen |= next;
  }
  const std::string_view raw = page.substr(begin, at - begin);
  if ((seen & kIsChanged) == 0) return raw;
  moved_.push_back({attributes_.empty() ? kTheTag : attributes_.size() - 1, lowered_.size()});
  const std::size_t before = lowered_.size();
  for (const char c : raw) {
    if (c == '\0')
      lowered_ += "\xEF\xBF\xBD";
    else
      lowered_ += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  }
  return {raw.data(), lowered_.size() - before};  // only its size counts until settle_names()
}

void Tag::settle_names() {
  for (const auto& [attribute, begin] : moved_) {
    std::string_view& name = attribute == kTheTag ? name_ : attributes_[attribute].name;
    name = std::string_view(lowered_).substr(begin, name.size());
  }
  if (attributes_.size() > 1) drop_repeated();
}

void Tag::drop_repeated() {
  if (attributes_.size() > kFew) return drop_repeated_of_many();
  for (std::size_t i = 1; i < attributes_.size();) {
    const auto same = [&](const Attribute& before) { return before.name == attributes_[i].name; };
    const auto here = attributes_.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::any_of(attributes_.begin(), here, same))
      attributes_.erase(here);
    else
      ++i;
  }
}

// Without this a tag of a megabyte would take hours.
void Tag::drop_repeated_of_many() {
  std::vector<std::size_t> order(attributes_.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto name = [&](std::size_t i) { return attributes_[i].name; };
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const int compared = name(a).compare(name(b));
    return compared != 0 ? compared < 0 : a < b;
  });
  std::vector<bool> repeated(attributes_.size());
  for (std::size_t i = 1; i < order.size(); ++i) repeated[order[i]] = name(order[i]) == name(order[i - 1]);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < attributes_.size(); ++i)
    if (!repeated[i]) attributes_[kept++] = attributes_[i];
  attributes_.resize(kept);
}

const Attribute* Tag::find(std::string_view name) const {
  for (const Attribute& attribute : attributes_)
    if (attribute.name == name) return &attribute;
  return nullptr;
}

}  // namespace sito::html
