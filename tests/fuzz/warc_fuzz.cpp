// Whatever a WARC holds, compressed or not, damaged or not: it ends, each record is a body, skipped or a
// reason, and bodies stay within their limit however they were sent.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "io/warc.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  sito::io::WarcSettings settings;
  settings.body.max_bytes = 1 << 16;
  sito::io::Input input(std::string(reinterpret_cast<const char*>(bytes), size), "fuzz");
  sito::io::Warc warc(input, settings);
  sito::io::WarcRecord record;
  for (std::size_t number = 1; warc.next(record); ++number) {
    if (record.number != number) std::abort();
    if (!record.body.empty() && (record.reject || !record.skipped.empty())) std::abort();
    const auto body = sito::io::http_body(record.http, std::move(record.body), settings.body);
    if (body && body->size() > settings.body.max_bytes) std::abort();
  }
  return 0;
}
