#include "pipeline/html_page.h"

#include <array>
#include <optional>
#include <string>
#include <utility>

#include "html/declared_charset.h"
#include "language/character_model.h"
#include "text/utf8.h"

namespace sito::pipeline {
namespace {

// So much of a text tells in which encoding it reads better.
constexpr std::size_t kSampleBytes = std::size_t{16} << 10;

// Labels that pages use for windows-1252, which is what browsers take them for.
// Source: WHATWG Encoding, 4.2 "Names and labels".
constexpr std::array<std::string_view, 7> kWestern = {"iso-8859-1", "iso8859-1", "iso_8859-1", "latin1",
                                                      "l1",         "us-ascii",  "ascii"};

std::string as_named(std::string_view label) {
  std::string small;
  for (const char c : label) small += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  for (const std::string_view western : kWestern)
    if (small == western) return "windows-1252";
  return small;
}

bool is_settled(const decode::Decoded& found) {
  return found.bom || found.encoding.starts_with("UTF-") || found.encoding.starts_with("ISO-2022");
}

/// How many nats a character of the text costs where it is cheapest.
double cost(std::string_view text) {
  std::size_t end = std::min(text.size(), kSampleBytes);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
  const std::string_view sample = text.substr(0, end);
  const std::size_t characters = text::code_points(sample);
  return characters == 0
             ? 0
             : static_cast<double>(language::cheapest(sample).cost) / static_cast<double>(characters);
}

HtmlPage page_of(decode::Decoded decoded, html::PageReader& reader) {
  html::Page page;
  reader.read(decoded.text, page);
  decoded.text = std::move(page.text);
  return {std::move(decoded), std::move(page.facts)};
}

}  // namespace

HtmlPage read_html(std::string_view bytes, std::string_view http_charset, DecoderPool& decoders,
                   html::PageReader& reader) {
  auto found = decoders.decode(bytes);
  if (decoders.is_named() || is_settled(found)) return page_of(std::move(found), reader);
  const std::string label =
      as_named(http_charset.empty() ? std::string_view(html::declared_charset(bytes)) : http_charset);
  auto named = label.empty() ? std::nullopt : decoders.decode_as(bytes, label);
  if (!named || named->encoding == found.encoding || named->replaced > found.replaced)
    return page_of(std::move(found), reader);
  auto declared = page_of(*std::move(named), reader);
  auto likeliest = page_of(std::move(found), reader);
  return cost(declared.decoded.text) <= cost(likeliest.decoded.text) ? declared : likeliest;
}

}  // namespace sito::pipeline
