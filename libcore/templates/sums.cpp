#include "templates/sums.h"

#include <algorithm>
#include <cstring>
#include <numeric>

namespace sito::templates {
namespace {

constexpr std::size_t kFirstSlots = 1024;
constexpr std::size_t kChunkBytes = std::size_t{1} << 16;
constexpr std::size_t kMostChunks = (std::size_t{1} << 32) / kChunkBytes;  ///< what a Slot can name
constexpr std::size_t kSiteBytes = 128;  ///< roughly what a site takes besides its name

}  // namespace

Sums::Sums() { clear(); }

std::uint32_t Sums::number_of(std::string_view site) {
  const auto [entry, is_new] =
      numbers_.try_emplace(std::string(site), static_cast<std::uint32_t>(sites_.size()));
  if (is_new) {
    sites_.push_back({entry->first, 0});
    site_bytes_ += kSiteBytes + 2 * site.size();
  }
  return entry->second;
}

void Sums::add_page(std::uint32_t site) {
  auto& pages = sites_[site].pages;
  pages = saturating_sum(pages, 1, kMostSitePages);
}

void Sums::add(std::uint32_t site, const Record& record) {
  if (is_nearly_full()) grow();
  auto& slot = slot_of(record.key, site);
  if (slot.pages == 0) {
    ++used_;
    slot = {record.key,
            site,
            keep(record.excerpt),
            static_cast<std::uint16_t>(record.seen.pages),
            record.seen.from_start,
            record.seen.from_end,
            static_cast<std::uint8_t>(record.excerpt.size())};
    return;
  }
  auto sum = this->record(slot);
  add_to(sum, record);
  slot.pages = static_cast<std::uint16_t>(sum.seen.pages);
  slot.from_start = sum.seen.from_start;
  slot.from_end = sum.seen.from_end;
  if (sum.excerpt.data() != record.excerpt.data()) return;
  slot.excerpt = keep(record.excerpt);  // another line with the same key
  slot.excerpt_bytes = static_cast<std::uint8_t>(record.excerpt.size());
}

std::size_t Sums::bytes_to_add() const {
  if (chunks_.size() == kMostChunks) return SIZE_MAX;
  const std::size_t tables = is_nearly_full() ? 3 : 1;
  return tables * slots_.size() * sizeof(Slot) + chunks_.size() * kChunkBytes + site_bytes_;
}

void Sums::drain(const Write& write) {
  ModelWriter writer(write, {});
  const auto order = sites_by_name();
  sort_slots(order);
  std::size_t at = 0;
  for (const auto site : order) {
    writer.begin_site(sites_[site].name, sites_[site].pages);
    for (; at < used_ && slots_[at].site == site; ++at) writer.add(record(slots_[at]));
  }
  writer.finish();
  clear();
}

std::size_t Sums::home(std::uint64_t key, std::uint32_t site) const {
  constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15;  // 2^64 / golden ratio, Knuth
  return (key ^ (site * kSpread) >> 20) & (slots_.size() - 1);
}

Sums::Slot& Sums::slot_of(std::uint64_t key, std::uint32_t site) {
  auto at = home(key, site);
  while (slots_[at].pages != 0 && (slots_[at].key != key || slots_[at].site != site))
    at = (at + 1) & (slots_.size() - 1);
  return slots_[at];
}

Record Sums::record(const Slot& slot) const {
  const auto* chunk = chunks_[slot.excerpt / kChunkBytes].get();
  return {slot.key,
          {slot.pages, slot.from_start, slot.from_end},
          {chunk + slot.excerpt % kChunkBytes, slot.excerpt_bytes}};
}

void Sums::grow() {
  std::vector<Slot> old(2 * slots_.size());
  old.swap(slots_);
  for (const auto& slot : old)
    if (slot.pages != 0) slot_of(slot.key, slot.site) = slot;
}

std::uint32_t Sums::keep(std::string_view excerpt) {
  if (chunks_.empty() || chunk_used_ + excerpt.size() > kChunkBytes) {
    chunks_.push_back(std::make_unique<char[]>(kChunkBytes));
    chunk_used_ = 0;
  }
  const auto at = (chunks_.size() - 1) * kChunkBytes + chunk_used_;
  if (!excerpt.empty()) std::memcpy(chunks_.back().get() + chunk_used_, excerpt.data(), excerpt.size());
  chunk_used_ += excerpt.size();
  return static_cast<std::uint32_t>(at);
}

std::vector<std::uint32_t> Sums::sites_by_name() const {
  std::vector<std::uint32_t> order(sites_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [this](auto a, auto b) { return sites_[a].name < sites_[b].name; });
  return order;
}

void Sums::sort_slots(const std::vector<std::uint32_t>& order) {
  std::vector<std::uint32_t> rank(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) rank[order[i]] = static_cast<std::uint32_t>(i);
  const auto end = std::partition(slots_.begin(), slots_.end(), [](const Slot& s) { return s.pages != 0; });
  std::sort(slots_.begin(), end, [&](const Slot& a, const Slot& b) {
    return rank[a.site] != rank[b.site] ? rank[a.site] < rank[b.site] : a.key < b.key;
  });
}

void Sums::clear() {
  std::vector<Slot>(kFirstSlots).swap(slots_);
  used_ = 0;
  chunks_.clear();
  chunk_used_ = 0;
  sites_.clear();
  numbers_.clear();
  site_bytes_ = 0;
}

}  // namespace sito::templates
