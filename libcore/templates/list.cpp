#include "templates/list.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "templates/cursor.h"
#include "text/escaped.h"

namespace sito::templates {
namespace {

struct Row {
  Record record;
  std::string line;
};

bool stands_before(const Row& a, const Row& b) {
  auto rank = [](const Row& row) {
    return std::tuple(~row.record.seen.pages, row.record.seen.from_start, std::string_view(row.line),
                      row.record.key);
  };
  return rank(a) < rank(b);
}

std::vector<Row> rows_of(Cursor& cursor, std::string_view site, std::uint32_t min_pages) {
  std::vector<Row> rows;
  if (!cursor.has_record(site)) cursor.step();
  for (; cursor.has_record(site); cursor.step())
    if (cursor.record().seen.pages >= min_pages)
      rows.push_back({cursor.record(), std::string(cursor.record().excerpt)});
  std::sort(rows.begin(), rows.end(), stands_before);
  return rows;
}

std::string drawn(const std::vector<Row>& rows, std::string_view site, std::uint32_t site_pages) {
  const auto name = text::escaped(site);
  std::string out;
  for (const auto& [record, line] : rows) {
    const auto& seen = record.seen;
    const double share = site_pages == 0 ? 0 : 100.0 * seen.pages / site_pages;
    fmt::format_to(std::back_inserter(out), "{}\t{}\t{}\t{:.1f}\t{}\t{}\t{}\n", name, seen.pages, site_pages,
                   share, seen.from_start, seen.from_end, text::escaped(line));
  }
  return out;
}

}  // namespace

void list(io::Input model, const ListSettings& settings, const Write& write) {
  Cursor cursor(std::move(model));
  write("site\tpages\tof\tshare\tfrom_start\tfrom_end\tline\n");
  const auto& wanted = settings.sites;
  while (cursor.has_site()) {
    const std::string site(cursor.site());
    const auto pages = cursor.site_pages();
    const bool is_wanted = wanted.empty() || std::find(wanted.begin(), wanted.end(), site) != wanted.end();
    const auto least = is_wanted ? settings.min_pages : kMostPages + 1;
    write(drawn(rows_of(cursor, site, least), site, pages));
  }
}

}  // namespace sito::templates
