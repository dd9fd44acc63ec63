#include "charset/code_page.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "text/utf8.h"

namespace sito::charset {
namespace {

struct Close {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

std::unique_ptr<UConverter, Close> single_byte_converter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UConverter, Close> converter(ucnv_open(name.c_str(), &status));
  if (U_FAILURE(status)) return nullptr;
  const auto type = ucnv_getType(converter.get());
  if (type != UCNV_SBCS && type != UCNV_LATIN_1 && type != UCNV_US_ASCII) return nullptr;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  return converter;
}

// None if the byte means more than one unit of UTF-16.
std::optional<char32_t> meaning(UConverter* converter, unsigned char byte) {
  const char source = static_cast<char>(byte);
  std::array<char16_t, 8> units{};
  UErrorCode status = U_ZERO_ERROR;
  const auto length = ucnv_toUChars(converter, units.data(), units.size(), &source, 1, &status);
  if (U_FAILURE(status) || length == 0) return CodePage::kNothing;
  if (length != 1 || U16_IS_SURROGATE(units[0])) return std::nullopt;
  return units[0];
}

}  // namespace

std::optional<CodePage> CodePage::make(const std::string& name) {
  const auto converter = single_byte_converter(name);
  if (!converter) return std::nullopt;
  CodePage page;
  page.name_ = name;
  for (std::size_t byte = 0; byte < 256; ++byte) {
    const auto c = meaning(converter.get(), static_cast<unsigned char>(byte));
    if (!c) return std::nullopt;
    page.characters_[byte] = *c;
  }
  if (page.characters_['a'] == 'a' && page.characters_['~'] == '~')
    for (const std::size_t control : {0x1AU, 0x1CU, 0x7FU})
      page.characters_[control] = static_cast<char32_t>(control);
  for (std::size_t byte = 0; byte < 256; ++byte) {
    const char32_t c = page.characters_[byte];
    if (c != kNothing) page.bytes_.emplace_back(c, static_cast<unsigned char>(byte));
    std::string utf8;
    text::append(utf8, c);
    std::copy(utf8.begin(), utf8.end(), page.sequences_[byte].utf8.begin());
    page.sequences_[byte].length = static_cast<std::uint8_t>(utf8.size());
  }
  std::sort(page.bytes_.begin(), page.bytes_.end());
  page.low_bytes_.fill(kNoByte);
  // Of several bytes of a character the first, but for ASCII its own.
  for (auto entry = page.bytes_.rbegin(); entry != page.bytes_.rend(); ++entry)
    if (entry->first < kLow) page.low_bytes_[entry->first] = entry->second;
  for (std::size_t byte = 0; byte < 0x80; ++byte)
    if (page.characters_[byte] == byte) page.low_bytes_[byte] = static_cast<std::uint16_t>(byte);
  return page;
}

std::optional<unsigned char> CodePage::byte(char32_t c) const {
  if (c < kLow) {
    const std::uint16_t byte = low_bytes_[c];
    return byte == kNoByte ? std::nullopt : std::optional(static_cast<unsigned char>(byte));
  }
  const auto at = std::lower_bound(bytes_.begin(), bytes_.end(), std::pair<char32_t, unsigned char>(c, 0));
  if (at == bytes_.end() || at->first != c) return std::nullopt;
  return at->second;
}

std::size_t CodePage::append(std::string_view bytes, std::string& out) const {
  // Every sequence is written as four bytes, of which the next one overwrites those that are not its own.
  const std::size_t begin = out.size();
  out.resize(begin + bytes.size() * 3 + 4);
  char* to = out.data() + begin;
  std::size_t replaced = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const Sequence& sequence = sequences_[byte];
    std::memcpy(to, sequence.utf8.data(), 4);
    to += sequence.length;
    replaced += characters_[byte] == kNothing ? 1 : 0;
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
  return replaced;
}

}  // namespace sito::charset
