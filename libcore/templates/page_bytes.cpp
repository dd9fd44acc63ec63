#include "templates/page_bytes.h"

#include <cstring>

namespace sito::templates {
namespace {

/// Never leaves the process, so the machine's own order of bytes will do.
template <class Number>
void append_number(Number number, std::string& out) {
  out.append(reinterpret_cast<const char*>(&number), sizeof number);
}

template <class Number>
Number take_number(std::string_view& bytes) {
  Number number;
  std::memcpy(&number, bytes.data(), sizeof number);
  bytes.remove_prefix(sizeof number);
  return number;
}

std::string_view take_bytes(std::string_view& bytes, std::size_t size) {
  const auto taken = bytes.substr(0, size);
  bytes.remove_prefix(size);
  return taken;
}

}  // namespace

void append_page(std::string_view site, std::span<const Record> records, std::string& out) {
  append_number(site.size(), out);
  out += site;
  append_number(records.size(), out);
  for (const auto& record : records) {
    append_number(record.key, out);
    append_number(record.seen.from_start, out);
    append_number(record.seen.from_end, out);
    append_number(static_cast<std::uint8_t>(record.excerpt.size()), out);
    out += record.excerpt;
  }
}

void take_page(std::string_view& bytes, PageOfSite& page) {
  page.site = take_bytes(bytes, take_number<std::size_t>(bytes));
  page.records.resize(take_number<std::size_t>(bytes));
  for (auto& record : page.records) {
    record.key = take_number<std::uint64_t>(bytes);
    record.seen.pages = 1;
    record.seen.from_start = take_number<std::uint8_t>(bytes);
    record.seen.from_end = take_number<std::uint8_t>(bytes);
    record.excerpt = take_bytes(bytes, take_number<std::uint8_t>(bytes));
  }
}

}  // namespace sito::templates
