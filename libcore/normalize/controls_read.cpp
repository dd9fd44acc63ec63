#include "normalize/controls_read.h"

#include "charset/code_page.h"
#include "normalize/neighbours.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::normalize {
namespace {

using charset::CodePage;

constexpr char32_t kNextLine = 0x85;

/// The controls of a line, and in which script it is.
struct Look {
  std::size_t controls = 0;
  std::size_t next_lines = 0;
  bool cyrillic = false;

  explicit Look(std::string_view line) {
    for (std::size_t at = 0; at < line.size();) {
      const auto [c, length] = text::decode(line, at);
      controls += text::is_c1(c) ? 1 : 0;
      next_lines += c == kNextLine ? 1 : 0;
      cyrillic = cyrillic || text::is_cyrillic(c);
      at += length;
    }
  }
};

const CodePage& page_of(bool cyrillic) {
  static const CodePage kWestern = *CodePage::make("windows-1252"),
                        kCyrillic = *CodePage::make("windows-1251");
  return cyrillic ? kCyrillic : kWestern;
}

}  // namespace

std::optional<ControlsRead> read_c1_controls(std::string_view line) {
  const Look look(line);
  if (look.controls == 0) return std::nullopt;
  const CodePage& page = page_of(look.cyrillic);
  ControlsRead read{{}, look.cyrillic ? "ISO-8859-1>windows-1251" : "ISO-8859-1>windows-1252"};
  bool any = false;
  for (std::size_t at = 0; at < line.size();) {
    const auto [c, length] = text::decode(line, at);
    const char32_t meant = text::is_c1(c) ? page.character(static_cast<unsigned char>(c)) : c;
    const char32_t next = after(line, at + length);
    const bool ends_line = c == kNextLine && look.controls == look.next_lines && !text::is_blank(next);
    const bool means = text::is_c1(c) && !text::is_c1(meant) && meant != CodePage::kNothing && !ends_line;
    if (means)
      text::append(read.text, meant);
    else
      read.text += line.substr(at, length);
    any = any || means;
    at += length;
  }
  if (!any) return std::nullopt;
  return read;
}

}  // namespace sito::normalize
