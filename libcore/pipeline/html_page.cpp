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

/// How many nats a character of the text's head costs where it is cheapest.
double cost_of(std::string_view text) {
  std::size_t end = std::min(text.size(), kSampleBytes);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
  const std::string_view sample = text.substr(0, end);
  const std::size_t characters = text::code_points(sample);
  return characters == 0
             ? 0
             : static_cast<double>(language::cheapest(sample).cost) / static_cast<double>(characters);
}

/// A reading of the page's bytes, and of its text and facts so far.
class Reading {
 public:
  Reading(decode::Decoded decoded, html::PageReader& reader)
      : reader_(reader), decoded_(std::move(decoded)) {}

  double cost() {
    is_whole_ = reader_.read_head(decoded_.text, kSampleBytes, page_);
    return cost_of(page_.text);
  }

  HtmlPage page() && {
    if (!is_whole_) reader_.read(decoded_.text, page_);
    decoded_.text = std::move(page_.text);
    return {std::move(decoded_), std::move(page_.facts)};
  }

 private:
  html::PageReader& reader_;
  decode::Decoded decoded_;
  html::Page page_;
  bool is_whole_ = false;
};

}  // namespace

HtmlPage read_html(std::string_view bytes, std::string_view http_charset, DecoderPool& decoders,
                   html::PageReader& reader) {
  auto found = decoders.decode(bytes);
  if (decoders.is_named() || is_settled(found)) return Reading(std::move(found), reader).page();
  const std::string label =
      as_named(http_charset.empty() ? std::string_view(html::declared_charset(bytes)) : http_charset);
  auto named = label.empty() ? std::nullopt : decoders.decode_as(bytes, label);
  if (!named || named->encoding == found.encoding || named->replaced > found.replaced)
    return Reading(std::move(found), reader).page();
  Reading declared(*std::move(named), reader), likeliest(std::move(found), reader);
  return declared.cost() <= likeliest.cost() ? std::move(declared).page() : std::move(likeliest).page();
}

}  // namespace sito::pipeline
