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
  const sito::normalize::Settings defaults;
  if (sito::normalize::concerns(text) == 0 && !sito::normalize::normalize(text, defaults, out).empty())
    std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  constexpr std::size_t kSettings = 3;
  if (size < kSettings) return 0;
  sito::normalize::Settings settings;
  const auto text =
      sito::text::repaired({reinterpret_cast<const char*>(bytes + kSettings), size - kSettings}).text;
  check(text, settings);
  unsigned bits = bytes[0] | static_cast<unsigned>(bytes[1]) << 8U | static_cast<unsigned>(bytes[2]) << 16U;
  for (const auto& step : sito::normalize::steps()) {
    settings.*step.enabled = (bits & 1U) != 0;
    bits >>= 1U;
  }
  settings.apostrophe = static_cast<sito::normalize::Apostrophe>((bits & 3U) % 3U);
  settings.quotation_mark = static_cast<sito::normalize::QuotationMarks>(bits >> 2U & 1U);
  settings.dash = static_cast<sito::normalize::Dashes>(bits >> 3U & 1U);
  check(text, settings);
  return 0;
}
