#include "templates/learner.h"

#include <utility>

#include "io/nameless_file.h"
#include "templates/merge.h"

namespace sito::templates {

void Learner::add_pages(std::string_view bytes) {
  while (!bytes.empty()) {
    take_page(bytes, page_);
    add_page();
  }
}

void Learner::finish(const Write& write) {
  if (runs_.empty()) {
    sums_.drain(write);
    return;
  }
  set_aside();
  merge(std::move(runs_), write);
}

void Learner::add_page() {
  make_room();
  auto site = sums_.number_of(page_.site);
  sums_.add_page(site);
  for (const auto& record : page_.records) {
    if (make_room()) site = sums_.number_of(page_.site);  // whose page has been counted
    sums_.add(site, record);
  }
}

/// Whether what there was had to be set aside.
bool Learner::make_room() {
  if (sums_.bytes_to_add() <= memory_) return false;
  set_aside();
  return true;
}

void Learner::set_aside() {
  if (runs_.size() + 1 == kFanIn) {
    io::NamelessFile merged;
    merge(std::exchange(runs_, {}), [&](std::string_view bytes) { merged.write(bytes); });
    runs_.push_back(std::move(merged).read_back());
  }
  io::NamelessFile run;
  sums_.drain([&](std::string_view bytes) { run.write(bytes); });
  runs_.push_back(std::move(run).read_back());
}

}  // namespace sito::templates
