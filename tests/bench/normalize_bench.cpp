// normalize_bench: how fast texts are found to be normal, and how fast they are made so. Prints MB/s in
// processor time.
//
//     normalize_bench [FILE]    with the text of FILE, which is UTF-8, repeated to 64 MB, besides its own

#include <cstdio>
#include <ctime>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>

#include "normalize/concerns.h"
#include "normalize/lost_letters.h"
#include "normalize/normalize.h"
#include "text/utf8.h"

namespace {

constexpr std::size_t kTextBytes = std::size_t{64} << 20;
constexpr int kRounds = 5;

std::string repeated(const std::string& page) {
  std::string text;
  text.reserve(kTextBytes + page.size());
  while (text.size() < kTextBytes) text += page;
  return text;
}

// Words of two-byte letters with dashes, quotation marks and line ends at the rate of a news page.
std::string cyrillic_page() {
  std::string text;
  unsigned state = 1;
  while (text.size() < (std::size_t{1} << 20)) {
    state = state * 1103515245U + 12345U;
    const unsigned letters = 2 + (state >> 16) % 9;
    for (unsigned i = 0; i < letters; ++i) sito::text::append(text, 0x0430 + (state >> (i + 4)) % 32);
    const unsigned mark = (state >> 8) % 40;
    text += mark == 0 ? ".\n" : mark == 1 ? " – " : mark == 2 ? " «" : mark == 3 ? "» " : " ";
    if (text.ends_with("» ") || text.ends_with(" «")) text += "та";
  }
  return text + "та\n";
}

std::string english_page() {
  std::string text;
  for (int i = 0; i < 1000; ++i)
    text += "The mayor's office said on Monday that a bridge, which is 120 years old, would be closed.\n";
  return text;
}

void measure(const char* name, std::size_t bytes, const std::function<void()>& step) {
  step();
  const std::clock_t start = std::clock();
  for (int i = 0; i < kRounds; ++i) step();
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  std::printf("%-36s %8.0f MB/s\n", name, static_cast<double>(bytes) * kRounds / seconds / 1e6);
}

void measure_text(const char* name, const std::string& text) {
  std::string out;
  std::size_t changed = 0;
  std::printf("%s: %zu bytes, concerns %x\n", name, text.size(), sito::normalize::concerns(text));
  measure("  concerns", text.size(), [&] { changed += sito::normalize::concerns(text); });
  measure("  has_lost_letters", text.size(),
          [&] { changed += sito::normalize::has_lost_letters(text) ? 1 : 0; });
  measure("  normalize", text.size(), [&] { changed += sito::normalize::normalize(text, {}, out).size(); });
  const bool normal = sito::normalize::normalize(text, {}, out).empty();
  std::printf("  %s\n", normal ? "is normal" : "is not normal");
  if (!normal) {
    const std::string twice = out;
    measure("  normalize, once normal", twice.size(),
            [&] { changed += sito::normalize::normalize(twice, {}, out).size(); });
  }
}

}  // namespace

int main(int argc, char** argv) {
  measure_text("Cyrillic", repeated(cyrillic_page()));
  measure_text("English", repeated(english_page()));
  if (argc > 1) {
    std::ifstream file(argv[1], std::ios::binary);
    measure_text(argv[1], repeated({std::istreambuf_iterator<char>(file), {}}));
  }
  return 0;
}
