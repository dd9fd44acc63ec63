// encoded.h: a text as the bytes of another encoding, for tests that decode it again.
#pragma once

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <cassert>
#include <string>
#include <string_view>

namespace sito {

inline std::string encoded(std::string_view utf8, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(encoding, &status);
  assert(U_SUCCESS(status));
  const auto text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int>(utf8.size())));
  std::string bytes(utf8.size() * 4 + 8, '\0');
  bytes.resize(static_cast<std::size_t>(
      text.extract(bytes.data(), static_cast<int>(bytes.size()), converter, status)));
  ucnv_close(converter);
  assert(U_SUCCESS(status));
  return bytes;
}

}  // namespace sito
