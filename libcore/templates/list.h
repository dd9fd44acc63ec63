// list.h: a model as a table for reading.
//
// Which lines a site repeats, the most frequent first. What the numbers count is record.h's question.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "io/input.h"
#include "templates/model_writer.h"

namespace sito::templates {

struct ListSettings {
  std::vector<std::string> sites;  ///< only these; none: all
  std::uint32_t min_pages = 2;     ///< lines that fewer pages have are left out
};

/// Writes tab-separated rows under a line that names the columns: site; pages with the line; of how many;
/// their share in percent; the least numbers of lines before and behind it; and the head of the line, with
/// control characters as \xNN. Sites stand in the order of their bytes; in a site the most pages first, then
/// the nearest to the start, then the line. Throws as ModelReader does. Memory: the rows of a site.
void list(io::Input model, const ListSettings& settings, const Write& write);

}  // namespace sito::templates
