#include "batch/shelf.h"

#include <fmt/format.h>
#include <unistd.h>

#include <set>
#include <utility>

#include "batch/file_state.h"
#include "batch/part_content.h"
#include "io/error.h"
#include "io/folder.h"
#include "io/temporaries.h"

namespace sito::batch {
namespace {}  // namespace

Shelf::Shelf(Ledger& ledger, ShelfSettings settings) : ledger_(ledger), settings_(std::move(settings)) {}

std::string Shelf::file(std::string_view name) const { return settings_.folder + '/' + std::string(name); }

bool Shelf::check() {
  std::set<std::string, std::less<>> known;
  for (const auto& [row, part] : ledger_.parts()) {
    if (!has_size(file(part.name), part.bytes)) return false;
    known.insert(part.name);
  }
  for (const auto& name : io::names_in(settings_.folder)) {
    const bool is_left_over = name.starts_with("part-") || io::temporaries::is_temporary(name);
    if (is_left_over && !known.contains(name)) (void)::unlink(file(name).c_str());
  }
  return true;
}

void Shelf::make_room() {
  if (writer_) return;
  end_part();
  row_ = ledger_.begin_part();
  const auto name = fmt::format("part-{:08}.{}", row_, settings_.suffix);
  writer_ = std::make_unique<PartWriter>(file(name), name, "");
}

void Shelf::finish_part() {
  if (!writer_) return;
  finished_ = writer_->finish();
  writer_.reset();
  is_due_ = true;
}

void Shelf::end_part() {
  finish_part();
  if (finished_) ledger_.end_part(row_, *finished_);
  finished_.reset();
}

Shelf::Spot Shelf::put(std::string_view id, std::string_view records, std::int64_t count) {
  if (records.empty()) return {};
  make_room();
  const Spot spot{row_, writer_->part().content_bytes};
  writer_->add(id, records, count);
  if (settings_.size.is_reached(writer_->part())) finish_part();
  return spot;
}

void Shelf::settle() {
  end_part();
  ledger_.commit();
  is_due_ = false;
  for (const auto& name : std::exchange(emptied_, {}))
    if (::unlink(file(name).c_str()) != 0 && errno != ENOENT) throw IoError(file(name), "remove", errno);
}

void Shelf::pour(RowId part) {
  const auto name = ledger_.part_name(part);
  if (!name) return;
  const auto documents = ledger_.documents_in(part);
  if (!documents.empty()) {
    PartContent content(file(*name));
    std::string records;
    for (const auto& [row, document] : documents) {
      content.read(document.offset, document.bytes, records);
      const auto spot = put(document.id, records, document.records);
      ledger_.move_document(row, spot.part, spot.offset);
    }
  }
  ledger_.remove_part(part);
  emptied_.push_back(*name);
}

void Shelf::pour_holes() {
  end_part();
  for (const auto part : ledger_.parts_with_holes()) pour(part);
}

bool Shelf::is_small(const Part& part) const {
  const auto& size = settings_.size;
  if (size.records != 0) return static_cast<std::size_t>(part.records) < (size.records + 1) / 2;
  return static_cast<std::size_t>(part.content_bytes) < size.bytes / 2;
}

bool Shelf::pour_small() {
  end_part();
  std::vector<RowId> small;
  for (const auto& [row, part] : ledger_.parts())
    if (is_small(part)) small.push_back(row);
  if (small.size() < 2) return false;
  for (const auto part : small) pour(part);
  return true;
}

void Shelf::keep_one() {
  end_part();
  if (!ledger_.parts().empty()) return;
  make_room();
  end_part();
}

}  // namespace sito::batch
