#include "templates/merge.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "io/error.h"
#include "io/nameless_file.h"
#include "templates/cursor.h"

namespace sito::templates {
namespace {

/// A record that outlives the cursors' steps.
struct Sum {
  Record record;
  std::string excerpt;

  void begin(const Record& first) {
    record = first;
    excerpt = first.excerpt;
    record.excerpt = excerpt;
  }
  void take(const Record& other) {
    add_to(record, other);
    excerpt = record.excerpt;
    record.excerpt = excerpt;
  }
};

using Cursors = std::vector<std::unique_ptr<Cursor>>;

/// The cursors that stand at the site whose name comes first.
std::vector<Cursor*> at_first_site(const Cursors& cursors) {
  std::vector<Cursor*> first;
  for (const auto& cursor : cursors) {
    if (!cursor->has_site()) continue;
    if (!first.empty() && cursor->site() > first.front()->site()) continue;
    if (!first.empty() && cursor->site() < first.front()->site()) first.clear();
    first.push_back(cursor.get());
  }
  return first;
}

void merge_records(const std::vector<Cursor*>& cursors, std::string_view site, ModelWriter& writer) {
  auto later = [](const Cursor* a, const Cursor* b) { return a->record().key > b->record().key; };
  std::vector<Cursor*> heap;
  for (auto* cursor : cursors) {
    if (cursor->has_record(site))
      heap.push_back(cursor);
    else
      cursor->step();
  }
  std::make_heap(heap.begin(), heap.end(), later);
  Sum sum;
  bool has_sum = false;
  while (!heap.empty()) {
    std::pop_heap(heap.begin(), heap.end(), later);
    auto* cursor = heap.back();
    if (has_sum && cursor->record().key == sum.record.key) {
      sum.take(cursor->record());
    } else {
      if (has_sum) writer.add(sum.record);
      sum.begin(cursor->record());
      has_sum = true;
    }
    cursor->step();
    if (cursor->has_record(site))
      std::push_heap(heap.begin(), heap.end(), later);
    else
      heap.pop_back();
  }
  if (has_sum) writer.add(sum.record);
}

std::unique_ptr<Cursor> whole_model(io::Input input) {
  auto cursor = std::make_unique<Cursor>(std::move(input));
  if (cursor->reader().is_compacted())
    throw IoError(cursor->reader().name(), "merge", "compacted, so its counts are no longer whole");
  return cursor;
}

}  // namespace

void merge(std::vector<io::Input> models, const Write& write) {
  Cursors cursors;
  for (auto& model : models) cursors.push_back(whole_model(std::move(model)));
  ModelWriter writer(write, {});
  for (auto first = at_first_site(cursors); !first.empty(); first = at_first_site(cursors)) {
    const std::string site(first.front()->site());
    std::uint32_t pages = 0;
    for (const auto* cursor : first) pages = saturating_sum(pages, cursor->site_pages(), kMostSitePages);
    writer.begin_site(site, pages);
    merge_records(first, site, writer);
  }
  writer.finish();
}

void merge_files(const std::vector<std::string>& paths, const Write& write) {
  std::vector<io::Input> models;
  for (const auto& path : paths) {
    if (models.size() == kFanIn) {
      io::NamelessFile merged;
      merge(std::move(models), [&](std::string_view bytes) { merged.write(bytes); });
      models.clear();
      models.push_back(std::move(merged).read_back());
    }
    models.emplace_back(path);
  }
  merge(std::move(models), write);
}

void compact(io::Input model, std::uint32_t min_pages, const Write& write) {
  Cursor cursor(std::move(model));
  ModelWriter writer(write, {.compacted = true});
  while (cursor.has_site()) {
    const std::string site(cursor.site());
    writer.begin_site(site, cursor.site_pages());
    if (!cursor.has_record(site)) cursor.step();
    for (; cursor.has_record(site); cursor.step())
      if (cursor.record().seen.pages >= min_pages) writer.add(cursor.record());
  }
  writer.finish();
}

}  // namespace sito::templates
