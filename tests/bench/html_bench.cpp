// html_bench: how fast pages become tokens, and text. Prints MB/s in processor time.
//
//     html_bench [FILE...]    with FILEs, which are pages in UTF-8, besides its own
//     html_bench --write      its own page, for others to read

#include <cstdio>
#include <ctime>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "html/page_text.h"
#include "html/tokenizer.h"
#include "text/utf8.h"

namespace {

constexpr std::size_t kBytes = std::size_t{64} << 20;

/// An invented news page: nested boxes of navigation, paragraphs of two-byte letters with links and
/// references, and scripts that are four tenths of its bytes.
class PageWriter {
 public:
  explicit PageWriter(unsigned seed) : state_(seed) {}

  std::string page() {
    out_ =
        "<!DOCTYPE html>\n<html lang=\"uk\">\n<head>\n<meta charset=\"utf-8\">\n<meta property=\"article:"
        "published_time\" content=\"2021-03-04T10:20:00+02:00\">\n<link rel=\"canonical\" "
        "href=\"https://news.example/2021/03/04/a?b=1&amp;c=2\">\n<title>";
    words(9);
    out_ += "</title>\n<style>\n";
    for (int i = 0; i < 40; ++i)
      out_ += ".box-" + number() + " > a:hover { color: #a0b1c2; margin: 0 4px }\n";
    out_ += "</style>\n";
    script(5000);
    out_ += "</head>\n<body class=\"page page--news\">\n";
    for (int i = 0; i < 30; ++i) menu_item();
    out_ += "<div class=\"wrap\"><div class=\"col col-8\"><article itemscope>\n<h1>";
    words(9);
    out_ += "</h1>\n<time datetime=\"2021-03-04T10:20:00+02:00\">4.03</time>\n";
    for (int i = 0; i < 14; ++i) paragraph();
    out_ += "</article></div>\n";
    for (int i = 0; i < 20; ++i) card();
    out_ += "</div>\n<!-- counters -->\n";
    script(16000);
    return out_ += "<footer><p>&copy; 2021 ";
  }

 private:
  unsigned next(unsigned below) {
    state_ = state_ * 1103515245U + 12345U;
    return (state_ >> 16) % below;
  }
  std::string number() { return std::to_string(next(100000)); }

  void words(int count) {
    for (int i = 0; i < count; ++i) {
      for (unsigned letters = 2 + next(9); letters > 0; --letters)
        sito::text::append(out_, 0x0430 + next(32));
      const unsigned mark = next(30);
      out_ += mark == 0 ? ". " : mark == 1 ? " &mdash; " : mark == 2 ? ",&nbsp;" : mark == 3 ? "\n  " : " ";
    }
  }

  void script(std::size_t bytes) {
    out_ += "<script type=\"text/javascript\">\n";
    const std::size_t end = out_.size() + bytes;
    while (out_.size() < end)
      out_ += "  (function(w,d){var n=" + number() + ";if(n<2&&w.a){d.write(\"<i id='x" + number() +
              "'></i>\");}for(var i=0;i<n;i++){w.q.push({k:i,v:n});}})(window,document);\n";
    out_ += "</script>\n";
  }

  void menu_item() {
    out_ += "<div class=\"nav__item nav__item--" + number() + "\"><ul class=\"nav\"><li><a href=\"/section/" +
            number() + "?from=menu&amp;place=" + number() + "\" title='x'><span class=\"nav__text\">";
    words(2);
    out_ += "</span></a></li></ul></div>\n";
  }

  void paragraph() {
    out_ += "<p>";
    words(40);
    out_ += "<a href=\"https://news.example/tag/" + number() + "\" target=\"_blank\" rel=\"nofollow\">";
    words(3);
    out_ += "</a> &laquo;";
    words(12);
    out_ += "&raquo;.</p>\n";
  }

  void card() {
    out_ += "<div class=\"card\" data-id=\"" + number() +
            "\">\n  <div class=\"card__image\">\n    <img src=\"/i/" + number() +
            ".jpg\" width=\"320\" height=\"200\" alt=\"x\" loading=\"lazy\">\n  </div>\n  <h3><a href=\"/n/" +
            number() + "\">";
    words(8);
    out_ += "</a></h3>\n  <span class=\"card__time\">10:20</span>\n</div>\n";
  }

  unsigned state_;
  std::string out_;
};

void measure(const char* name, std::size_t bytes, const std::function<void()>& step) {
  constexpr int kRounds = 5;
  step();
  double best = 1e9;
  for (int i = 0; i < kRounds; ++i) {
    const std::clock_t start = std::clock();
    step();
    best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  std::printf("  %-24s %8.0f MB/s\n", name, static_cast<double>(bytes) / best / 1e6);
}

void measure_pages(const char* name, const std::vector<std::string>& pages) {
  std::size_t bytes = 0, tokens = 0;
  for (const auto& page : pages) bytes += page.size();
  const std::size_t rounds = kBytes / (bytes + 1) + 1;
  sito::html::Tokenizer tokenizer;
  std::printf("%s: %zu bytes\n", name, bytes);
  measure("tokens", bytes * rounds, [&] {
    for (std::size_t round = 0; round < rounds; ++round)
      for (const auto& page : pages) {
        tokenizer.assign(page, {});
        while (tokenizer.next().kind != sito::html::Token::Kind::kEnd) ++tokens;
      }
  });
  sito::html::PageReader reader;
  sito::html::Page read;
  std::size_t text = 0;
  measure("text", bytes * rounds, [&] {
    text = 0;
    for (std::size_t round = 0; round < rounds; ++round)
      for (const auto& page : pages) {
        reader.read(page, read);
        text += read.text.size();
      }
  });
  std::printf("  text is %.0f %% of a page\n",
              100.0 * static_cast<double>(text) / static_cast<double>(bytes * rounds));
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> pages;
  for (unsigned seed = 1; seed <= 64; ++seed) pages.push_back(PageWriter(seed).page());
  if (argc > 1 && std::string_view(argv[1]) == "--write") {
    std::fwrite(pages[0].data(), 1, pages[0].size(), stdout);
    return 0;
  }
  measure_pages("invented", pages);
  for (int i = 1; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    measure_pages(argv[i], {std::string(std::istreambuf_iterator<char>(file), {})});
  }
  return 0;
}
