// Whatever the text: a repair is valid, changes something, and brings no control, box drawing or private use
// character that was not there.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "normalize/misreading.h"
#include "normalize/mojibake.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto text = sito::text::repaired({reinterpret_cast<const char*>(bytes), size}).text;
  std::string out;
  if (sito::normalize::repair_mojibake(text, out).empty()) return 0;
  if (!sito::text::is_valid(out) || out == text) std::abort();
  if (sito::normalize::unsound_characters(out) > sito::normalize::unsound_characters(text)) std::abort();
  return 0;
}
