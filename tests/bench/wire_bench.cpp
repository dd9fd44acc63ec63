// wire_bench: how fast lines of the wire are taken in and given out. Prints MB/s of each step, in
// processor time.

#include <cstdio>
#include <ctime>
#include <functional>
#include <string>

#include "document/document.h"
#include "document/json_writer.h"
#include "text/utf8.h"

namespace {

constexpr std::size_t kTextBytes = std::size_t{8} << 20;
constexpr int kRounds = 20;

// Words of two-byte letters with dashes, quotation marks and line ends at the rate of a news page.
std::string cyrillic_text() {
  std::string text;
  unsigned state = 1;
  while (text.size() < kTextBytes) {
    state = state * 1103515245U + 12345U;
    const unsigned letters = 2 + (state >> 16) % 9;
    for (unsigned i = 0; i < letters; ++i) sito::text::append(text, 0x0430 + (state >> (i + 4)) % 32);
    const unsigned mark = (state >> 8) % 40;
    text += mark == 0 ? ".\n" : mark == 1 ? " – " : mark == 2 ? " «" : mark == 3 ? "» " : " ";
  }
  return text;
}

/// The text as `\u` escapes, as some writers have it.
std::string escaped_line(std::string_view text) {
  std::string line = R"({"id":"a","text":")";
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = sito::text::decode(text, at);
    char escape[8];
    std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
    line += escape;
    at += length;
  }
  return line + "\"}";
}

void measure(const char* name, std::size_t bytes, const std::function<void()>& step) {
  step();
  const std::clock_t start = std::clock();
  for (int i = 0; i < kRounds; ++i) step();
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  std::printf("%-36s %8.0f MB/s\n", name, static_cast<double>(bytes) * kRounds / seconds / 1e6);
}

}  // namespace

int main() {
  const std::string text = cyrillic_text();
  std::string plain = R"({"id":"a","text":)";
  sito::json::append_string(plain, text);
  plain += '}';
  std::string unbroken = text;
  for (char& c : unbroken) c = c == '\n' ? ' ' : c;
  std::string unbroken_line = R"({"id":"a","text":")" + unbroken + "\"}";
  const std::string escaped = escaped_line(text);
  std::string pages = "{\"text\":\"\",\"pages\":[";
  while (pages.size() < kTextBytes)
    pages += R"({"name":"Ліна","mention":{"start":3,"end":7},"n":[1,2,null]},)";
  pages.back() = ']';
  pages += '}';

  sito::Document document;
  std::string out;
  measure("assign, no escapes", unbroken_line.size(),
          [&] { (void)document.assign(unbroken_line).has_value(); });
  measure("assign, line ends", plain.size(), [&] { (void)document.assign(plain).has_value(); });
  measure("assign + text()", plain.size(), [&] {
    (void)document.assign(plain).has_value();
    (void)document.text().has_value();
  });
  measure("assign, all \\u escapes", escaped.size(), [&] { (void)document.assign(escaped).has_value(); });
  measure("assign, nested objects", pages.size(), [&] { (void)document.assign(pages).has_value(); });
  measure("append_string", text.size(), [&] { out.clear(), sito::json::append_string(out, text); });
  measure("valid_prefix", text.size(), [&] { (void)(sito::text::valid_prefix(text) == 0); });
  return 0;
}
