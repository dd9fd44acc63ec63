// page_keys.h: the keys of one page's lines, and where the lines stand.
//
// What learning takes from a page. How a line becomes a key is line_key.h's question; how pages are added
// up, learner.h's.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "templates/record.h"

namespace sito::templates {

/// Appends the excerpt of a form (line_key.h): all of it, if it has at most 40 characters, as most templates;
/// else its first 8 with a `…`. It has no line feed, as forms have none. At most kMostExcerptBytes.
void append_excerpt(std::string_view form, std::string& out);
constexpr std::size_t kMostExcerptBytes = 40 * 4 + 3;

/// Holds its memory from page to page.
class PageKeys {
 public:
  /// Takes a page, valid UTF-8, in: the exact and the masked key of each line that is not blank, and that of
  /// the last sentence for the last six lines. O(n log n) in the lines, linear in their bytes.
  void assign(std::string_view text);

  /// Each key once, ascending, with `pages` 1 and the least distances. The views hold until the next
  /// assign().
  [[nodiscard]] const std::vector<Record>& records() const { return records_; }

 private:
  struct Line {
    std::size_t from_start;
    std::size_t from_end;
  };
  void add(std::uint64_t key, Line line, std::string_view form);
  void merge_twins();

  std::vector<std::string_view> lines_;
  std::vector<Record> records_;
  std::string excerpts_;
  std::vector<std::size_t> excerpt_ends_;
  std::string exact_, masked_;
};

}  // namespace sito::templates
