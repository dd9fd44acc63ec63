// wire_fuzz: any bytes as a line of the wire. Whatever is taken in must come out byte for byte, must be
// valid again after edits, and must keep its foreign fields.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/json_scan.h"
#include "document/json_value.h"
#include "text/utf8.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

std::string written(const sito::Document& document) {
  std::string line;
  document.append_to(line);
  return line;
}

/// Every value can be walked, all the way down; by a list of what is left, not by recursion.
void walk(sito::json::Value top) {
  std::vector<sito::json::Value> left = {top};
  std::size_t budget = 1000;
  while (!left.empty() && budget-- > 0) {
    const auto value = left.back();
    left.pop_back();
    check(!value.empty());
    for (const auto& element : sito::json::elements(value)) left.push_back(element);
    for (const auto& [key, member] : sito::json::members(value)) left.push_back(member);
    if (const auto string = sito::json::string(value)) check(sito::text::is_valid(*string));
    (void)sito::json::integer(value);
  }
}

void edit(sito::Document& document, std::string_view line) {
  check(written(document) == line);
  const auto foreign = document.field("foreign") ? std::string(*document.field("foreign")) : "";
  const std::string text(document.lenient_text().text);
  check(sito::text::is_valid(text));
  if (document.text()) document.set_text(text);
  check(written(document) == line || !document.text());
  document.set_text(text + "\"\\\n");
  document.set("title", "null");
  document.remove("quotes");

  sito::Document again;
  check(again.assign(written(document)).has_value());
  check(*again.text() == text + "\"\\\n");
  check(again.field("title") == "null" && !again.field("quotes"));
  check((again.field("foreign") ? std::string(*again.field("foreign")) : "") == foreign);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view line(reinterpret_cast<const char*>(data), size);
  check(sito::json::plain_prefix(line) <= sito::text::valid_prefix(line));
  sito::json::Index index;
  if (!sito::json::scan(line, index)) return 0;
  walk(line.substr(index.open, index.close + 1 - index.open));
  sito::Document document;
  if (document.assign(line)) edit(document, line);
  return 0;
}
