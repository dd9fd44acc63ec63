// Pages in any bytes: tokens are parts of the page and come to an end, text is valid where the page is, has
// no white space at its ends, and does not depend on the pages that were read before.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "html/declared_charset.h"
#include "html/markup.h"
#include "html/page_text.h"
#include "text/utf8.h"

namespace {

using sito::html::Token;
using sito::html::Tokenizer;

void check_tokens(std::string_view page, const Tokenizer::Settings& settings) {
  Tokenizer tokenizer(page, settings);
  std::string buffer;
  for (std::size_t tokens = 0;; ++tokens) {
    const Token& token = tokenizer.next();
    if (token.kind == Token::Kind::kEnd) break;
    if (tokens > page.size()) std::abort();
    if (token.tag == nullptr) continue;
    for (const auto& attribute : token.tag->attributes())
      if (attribute.name.empty() || value(attribute, buffer).size() > 3 * page.size()) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static sito::html::PageReader reader;
  static sito::html::Page page;
  if (size == 0) return 0;
  const std::string_view html(reinterpret_cast<const char*>(bytes + 1), size - 1);
  check_tokens(html, {static_cast<Tokenizer::State>(bytes[0] % 6), bytes[0] > 127 ? "title" : "script",
                      (bytes[0] & 8U) != 0, (bytes[0] & 16U) != 0, (bytes[0] & 32U) != 0});
  (void)sito::html::markup(html);
  (void)sito::html::declared_charset(html);
  reader.read(html, page);
  const auto fresh = sito::html::read_page(html);
  if (fresh.text != page.text || fresh.facts != page.facts) std::abort();
  const std::size_t enough = bytes[0];
  if (reader.read_head(html, enough, page) ? fresh.text != page.text : page.text.size() < enough)
    std::abort();
  if (sito::text::is_valid(html) && !sito::text::is_valid(page.text)) std::abort();
  if (page.text.starts_with('\n') || page.text.ends_with('\n') || page.text.ends_with(' ')) std::abort();
  return 0;
}
