// Whatever the text and the steps: normal text is valid, twice is once, and the scan that spares a step
// was right to.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "normalize/concerns.h"
#include "normalize/normalize.h"
#include "text/utf8.h"

namespace {

void check(std::string_view text, const sito::normalize::Settings& settings) {
  std::string out;
  const auto changes = sito::normalize::normalize(text, settings, out);
  const std::string once = changes.empty() ? std::string(text) : out;
  if (!sito::text::is_valid(once) || (!changes.empty() && once == text)) std::abort();
  if (!sito::normalize::normalize(once, settings, out).empty()) std::abort();
  if (sito::normalize::concerns(text) == 0 && !changes.empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  sito::normalize::Settings settings;
  check(sito::text::repaired({reinterpret_cast<const char*>(bytes + 1), size - 1}).text, settings);
  unsigned bits = bytes[0];
  for (const auto& step : sito::normalize::steps()) {
    settings.*step.enabled = (bits & 1U) != 0;
    bits >>= 1U;
  }
  check(sito::text::repaired({reinterpret_cast<const char*>(bytes + 1), size - 1}).text, settings);
  return 0;
}
