#include "decode/converter.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include <cassert>
#include <cstring>

#include "text/utf8.h"

namespace sito::decode {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// ICU's own substitution writes U+001A for some single bytes and counts nothing.
void U_CALLCONV replace_and_count(const void* count, UConverterToUnicodeArgs* arguments, const char*,
                                  std::int32_t, UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;  // reset, close and clone are no errors
  *status = U_ZERO_ERROR;
  const char16_t replacement = 0xFFFD;
  ucnv_cbToUWriteUChars(arguments, &replacement, 1, 0, status);
  ++*const_cast<std::size_t*>(static_cast<const std::size_t*>(count));
}

void count_into(UConverter* converter, std::size_t* count) {
  UErrorCode status = U_ZERO_ERROR;
  ucnv_setToUCallBack(converter, replace_and_count, count, nullptr, nullptr, &status);
}

bool is_single_byte(UConverter* converter) {
  const auto type = ucnv_getType(converter);
  return type == UCNV_SBCS || type == UCNV_LATIN_1 || type == UCNV_US_ASCII;
}

// UTF-16 without lone surrogates to UTF-8, behind what `out` holds.
void append_utf16(std::string& out, const char16_t* units, std::size_t length) {
  for (std::size_t at = 0; at < length;) {
    UChar32 c = 0;
    U16_NEXT(units, at, length, c);
    text::append(out, U_IS_SURROGATE(c) ? 0xFFFD : static_cast<char32_t>(c));
  }
}

}  // namespace

void Converter::Close::operator()(UConverter* converter) const { ucnv_close(converter); }

Converter::Converter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  icu_.reset(ucnv_open(name.c_str(), &status));
  assert(U_SUCCESS(status));
  is_utf8_ = ucnv_getType(icu_.get()) == UCNV_UTF8;
  if (is_single_byte(icu_.get())) fill_rows();
}

void Converter::fill_rows() {
  rows_ = std::make_unique<std::array<Row, 256>>();
  std::size_t bad = 0;
  count_into(icu_.get(), &bad);
  for (std::size_t byte = 0; byte < 256; ++byte) {
    const char source = static_cast<char>(byte);
    std::array<char16_t, 8> units{};
    UErrorCode status = U_ZERO_ERROR;
    bad = 0;
    const auto length = ucnv_toUChars(icu_.get(), units.data(), units.size(), &source, 1, &status);
    std::string utf8;
    if (U_SUCCESS(status)) append_utf16(utf8, units.data(), static_cast<std::size_t>(length));
    Row& row = (*rows_)[byte];
    if (bad != 0 || utf8.size() > row.utf8.size()) continue;
    std::memcpy(row.utf8.data(), utf8.data(), utf8.size());
    row.length = static_cast<unsigned char>(utf8.size());
  }
  const bool is_ascii_based = (*rows_)['a'].utf8[0] == 'a' && (*rows_)['~'].length == 1;
  if (!is_ascii_based) return;
  for (const char control : {'\x1A', '\x1C', '\x7F'}) {
    Row& row = (*rows_)[static_cast<unsigned char>(control)];
    row.utf8[0] = control;
    row.length = 1;
  }
}

Converted Converter::convert(std::string_view bytes) {
  if (is_utf8_) {
    auto repaired = text::repaired(bytes);
    return {std::move(repaired.text), repaired.replaced};
  }
  return rows_ ? convert_by_rows(bytes) : convert_by_icu(bytes);
}

Converted Converter::convert_by_rows(std::string_view bytes) const {
  Converted result;
  result.text.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const Row& row = (*rows_)[static_cast<unsigned char>(c)];
    if (row.length != 0) {
      result.text.append(row.utf8.data(), row.length);
    } else {
      result.text += kReplacement;
      ++result.replaced;
    }
  }
  return result;
}

Converted Converter::convert_by_icu(std::string_view bytes) {
  Converted result;
  result.text.reserve(bytes.size() + bytes.size() / 4);
  ucnv_reset(icu_.get());
  count_into(icu_.get(), &result.replaced);
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  std::array<char16_t, 4096> units{};
  std::size_t held = 0;  // a high surrogate whose other half comes with the next block
  for (UErrorCode status = U_BUFFER_OVERFLOW_ERROR; status == U_BUFFER_OVERFLOW_ERROR;) {
    status = U_ZERO_ERROR;
    char16_t* target = units.data() + held;
    ucnv_toUnicode(icu_.get(), &target, units.data() + units.size(), &source, end, nullptr, true, &status);
    std::size_t length = static_cast<std::size_t>(target - units.data());
    held = status == U_BUFFER_OVERFLOW_ERROR && length > 0 && U16_IS_LEAD(units[length - 1]) ? 1 : 0;
    append_utf16(result.text, units.data(), length - held);
    if (held != 0) units[0] = units[length - 1];
  }
  return result;
}

}  // namespace sito::decode
