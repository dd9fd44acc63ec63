// sums.h: what was learnt so far, in memory.
//
// A hash table from site and key to the record, and the excerpts beside it. When it is too large and where it
// goes then is learner.h's question.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "templates/model_writer.h"
#include "templates/record.h"

namespace sito::templates {

class Sums {
 public:
  Sums();

  /// The number of a site, until the next drain().
  [[nodiscard]] std::uint32_t number_of(std::string_view site);

  /// Counts a page of that site.
  void add_page(std::uint32_t site);

  /// Adds a record of that site.
  void add(std::uint32_t site, const Record& record);

  /// How many bytes are taken, and would be, for a moment, while a further record is added: the table doubles
  /// when it is three quarters full.
  [[nodiscard]] std::size_t bytes_to_add() const;

  [[nodiscard]] bool empty() const { return sites_.empty(); }

  /// Writes all there is as a model and is empty afterwards. Sorts in place: takes no memory but a block.
  void drain(const Write& write);

 private:
  struct Slot {
    std::uint64_t key;
    std::uint32_t site;
    std::uint32_t excerpt;  ///< where it begins, counted over all chunks
    std::uint16_t pages;    ///< 0: the slot is free
    std::uint8_t from_start;
    std::uint8_t from_end;
    std::uint8_t excerpt_bytes;
  };
  struct Site {
    std::string_view name;  ///< a key of numbers_
    std::uint32_t pages = 0;
  };

  [[nodiscard]] std::size_t home(std::uint64_t key, std::uint32_t site) const;
  [[nodiscard]] Slot& slot_of(std::uint64_t key, std::uint32_t site);
  [[nodiscard]] bool is_nearly_full() const { return (used_ + 1) * 4 > slots_.size() * 3; }
  [[nodiscard]] Record record(const Slot& slot) const;
  void grow();
  [[nodiscard]] std::uint32_t keep(std::string_view excerpt);
  [[nodiscard]] std::vector<std::uint32_t> sites_by_name() const;
  void sort_slots(const std::vector<std::uint32_t>& order);
  void clear();

  std::vector<Slot> slots_;  ///< a power of two of them
  std::size_t used_ = 0;
  std::vector<std::unique_ptr<char[]>> chunks_;
  std::size_t chunk_used_ = 0;  ///< of the last one
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<Site> sites_;
  std::size_t site_bytes_ = 0;
};

}  // namespace sito::templates
