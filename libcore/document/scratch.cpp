#include "document/scratch.h"

namespace sito {

void Counts::add(std::string_view name, std::int64_t count) {
  auto at = sums_.find(name);
  if (at == sums_.end()) at = sums_.emplace(std::string(name), 0).first;
  at->second += count;
}

void Counts::merge(const Counts& other) {
  for (const auto& [name, count] : other.sums_) add(name, count);
}

}  // namespace sito
