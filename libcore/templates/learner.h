// learner.h: a model, learnt from pages.
//
// Adds up pages in bounded memory: what does not fit is set aside as a model of its own in a nameless file
// (io/nameless_file.h), and all are merged at the end. So the bytes depend on the pages alone, not on their
// order and not on the memory.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "io/input.h"
#include "templates/page_bytes.h"
#include "templates/sums.h"

namespace sito::templates {

class Learner {
 public:
  /// Tables take about `memory` bytes; less than kLeastMemory counts as that.
  explicit Learner(std::size_t memory) : memory_(std::max(memory, kLeastMemory)) {}
  static constexpr std::size_t kLeastMemory = std::size_t{128} << 10;

  /// Pages as append_page() has them, one after the other. Throws IoError where they cannot be set aside.
  void add_pages(std::string_view bytes);

  /// The model; the last thing to ask of it. Throws IoError.
  void finish(const Write& write);

 private:
  void add_page();
  bool make_room();
  void set_aside();

  std::size_t memory_;
  PageOfSite page_;
  Sums sums_;
  std::vector<io::Input> runs_;
};

}  // namespace sito::templates
