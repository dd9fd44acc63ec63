#include "decode/declared_type.h"

#include <algorithm>
#include <array>

namespace sito::decode {
namespace {

using namespace std::string_view_literals;

constexpr std::array kTextTypes = {"application/atom+xml"sv,
                                   "application/json"sv,
                                   "application/postscript"sv,
                                   "application/rss+xml"sv,
                                   "application/rtf"sv,
                                   "application/x-subrip"sv,
                                   "image/svg+xml"sv,
                                   "text/calendar"sv,
                                   "text/css"sv,
                                   "text/csv"sv,
                                   "text/html"sv,
                                   "text/javascript"sv,
                                   "text/plain"sv,
                                   "text/tab-separated-values"sv,
                                   "text/vcard"sv,
                                   "text/vtt"sv,
                                   "text/xml"sv};

struct Alias {
  std::string_view declared;
  std::string_view type;
};
// JavaScript's and JSON's: WHATWG "MIME Sniffing", 4.6 "MIME type groups"; the rest are the names before
// IANA's.
constexpr Alias kAliases[] = {{"application/ecmascript", "text/javascript"},
                              {"application/javascript", "text/javascript"},
                              {"application/x-ecmascript", "text/javascript"},
                              {"application/x-javascript", "text/javascript"},
                              {"text/ecmascript", "text/javascript"},
                              {"text/x-ecmascript", "text/javascript"},
                              {"text/x-javascript", "text/javascript"},
                              {"text/json", "application/json"},
                              {"application/x-json", "application/json"},
                              {"application/x-ndjson", "application/json"},
                              {"application/jsonl", "application/json"},
                              {"application/xml", "text/xml"},
                              {"application/csv", "text/csv"},
                              {"text/x-csv", "text/csv"},
                              {"text/comma-separated-values", "text/csv"},
                              {"text/srt", "application/x-subrip"},
                              {"text/x-vcard", "text/vcard"}};

/// None for what is not in the tables.
std::string_view usual_name(std::string_view declared) {
  for (const auto& [alias, type] : kAliases)
    if (declared == alias) return type;
  const auto* const known = std::find(kTextTypes.begin(), kTextTypes.end(), declared);
  if (known != kTextTypes.end()) return *known;
  if (declared.ends_with("+json")) return "application/json";
  if (declared.ends_with("+xml") && declared != "application/xhtml+xml") return "text/xml";
  return {};
}

}  // namespace

std::string_view declared_type(std::string_view sniffed, std::string_view declared) {
  const auto type = usual_name(declared);
  if (type.empty() || type == "text/html" || type == "text/plain") return sniffed;
  if (sniffed == "text/plain") return type;
  return sniffed == "text/xml" && type.ends_with("xml") ? type : sniffed;
}

std::span<const std::string_view> text_types() { return kTextTypes; }

bool is_text_type(std::string_view media_type) {
  return std::find(kTextTypes.begin(), kTextTypes.end(), media_type) != kTextTypes.end();
}

}  // namespace sito::decode
