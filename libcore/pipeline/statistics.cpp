#include "pipeline/statistics.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "document/json_writer.h"

namespace sito::pipeline {
namespace {

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// The largest first.
template <class Sums>
void append_sums(std::string& out, std::string_view name, const Sums& sums) {
  out += fmt::format(",\"{}\":{{", name);
  bool first = true;
  std::vector<std::pair<std::string_view, std::int64_t>> ranked(sums.begin(), sums.end());
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  for (const auto& [key, count] : ranked) {
    if (!first) out += ',';
    first = false;
    json::append_string(out, key);
    out += fmt::format(":{}", count);
  }
  out += '}';
}

}  // namespace

std::string to_json(const Statistics& statistics, std::string_view tool) {
  auto out = fmt::format(
      R"({{"tool":"{}","version":"{}","documents":{},"bytes_in":{},"bytes_out":{},"rejected":{},"skipped":{},"seconds":{:.3f})",
      tool, SITO_VERSION, statistics.documents, statistics.bytes_in, statistics.bytes_out,
      statistics.rejected, statistics.skipped, statistics.seconds);
  append_sums(out, "rejects", statistics.reasons);
  append_sums(out, "skips", statistics.media_types);
  append_sums(out, "counts", statistics.counts.sums());
  out += "}\n";
  return out;
}

std::string reason_class(std::string_view reason) {
  std::string out;
  for (std::size_t at = 0; at < reason.size();) {
    if (is_ascii_digit(reason[at])) {
      while (at < reason.size() && is_ascii_digit(reason[at])) ++at;
      out += 'N';
    } else if (auto close = reason.find('\'', at + 1);
               reason[at] == '\'' && close != std::string_view::npos) {
      out += "'...'";
      at = close + 1;
    } else {
      out += reason[at++];
    }
  }
  return out;
}

}  // namespace sito::pipeline
