// scratch.h: what a worker keeps from one document to the next.
//
// Stages are const and shared; whatever they need to remember for the length of a document, or to count
// over a run, stands in the worker's own Scratch, so that the hot path allocates next to nothing and
// the output cannot depend on the number of workers.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "text/offsets.h"

namespace sito {

/// Sums by name ("normalize.whitespace": 12), for --stats. Addition commutes, so any split of the work
/// gives the same sums.
class Counts {
 public:
  void add(std::string_view name, std::int64_t count);
  void merge(const Counts& other);
  [[nodiscard]] const std::map<std::string, std::int64_t, std::less<>>& sums() const { return sums_; }

 private:
  std::map<std::string, std::int64_t, std::less<>> sums_;
};

/// Which raw input the document on its way was read from, for who keeps a ledger of inputs. Empty where
/// nobody asked.
struct Provenance {
  std::string input;        ///< the file's path, made plain
  std::string fingerprint;  ///< of the document's raw bytes and names (pipeline/known.h)
};

struct Scratch {
  std::string json;           ///< a stage's buffer for the field it is writing; contents are nobody's
  std::string text;           ///< a stage's buffer for the text it is writing; contents are nobody's
  text::OffsetIndex offsets;  ///< of whatever text a stage last assigned
  Counts counts;
  Provenance provenance;
};

}  // namespace sito
