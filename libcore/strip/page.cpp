#include "strip/page.h"

#include <algorithm>

#include "strip/line_form.h"
#include "text/words.h"

namespace sito::strip {

std::vector<Row> rows(std::string_view text) {
  std::vector<Row> result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t feed = text.find('\n', at);
    const std::size_t end = std::min(feed, text.size());
    const std::size_t next = std::min(end + 1, text.size());
    if (!text::is_blank_line(text.substr(at, end - at)))
      result.push_back({{at, next}, text::trimmed(text, {at, end}), false, false, false});
    at = next;
  }
  return result;
}

bool is_prose(const LineShape& line) {
  const std::size_t words = line.tokens().size();
  return line.is_cut() || words >= LineForm::kParagraphWords ||
         (line.ends_sentence() && words >= LineForm::kSentenceWords);
}

Edges edges(const std::vector<Row>& rows) {
  auto is_prose = [](const Row& row) { return row.prose; };
  const auto head = std::find_if(rows.begin(), rows.end(), is_prose);
  if (head == rows.end()) return {rows.size(), 0};
  const auto tail = std::find_if(rows.rbegin(), rows.rend(), is_prose).base();
  return {static_cast<std::size_t>(head - rows.begin()), static_cast<std::size_t>(tail - rows.begin())};
}

}  // namespace sito::strip
