#include "decode/converter.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include <array>
#include <cassert>

#include "text/utf8.h"

namespace sito::decode {
namespace {

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

Converter::Converter(const std::string& name) : page_(charset::CodePage::make(name)) {
  UErrorCode status = U_ZERO_ERROR;
  icu_.reset(ucnv_open(name.c_str(), &status));
  assert(U_SUCCESS(status));
  is_utf8_ = ucnv_getType(icu_.get()) == UCNV_UTF8;
}

std::size_t Converter::append(std::string_view bytes, std::string& out) {
  if (is_utf8_) {
    const auto repaired = text::repaired(bytes);
    out += repaired.text;
    return repaired.replaced;
  }
  return page_ ? page_->append(bytes, out) : append_by_icu(bytes, out);
}

std::size_t Converter::append_by_icu(std::string_view bytes, std::string& out) {
  std::size_t replaced = 0;
  out.reserve(out.size() + bytes.size() + bytes.size() / 4);
  ucnv_reset(icu_.get());
  count_into(icu_.get(), &replaced);
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
    append_utf16(out, units.data(), length - held);
    if (held != 0) units[0] = units[length - 1];
  }
  return replaced;
}

}  // namespace sito::decode
