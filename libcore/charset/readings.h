// readings.h: in which encoding and language bytes read best.
//
// A reading is a code page with a language: what the bytes say in the one costs something in the model of the
// other. All readings that anybody wrote (data::readings()) are tried on a sample, hopeless ones dropped on
// the way. Bytes of one length are as many characters in each, so their costs compare. Unicode's own
// encodings are settled before by decode/unicode_form.h, those of East Asia in wide.h.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "charset/code_page.h"
#include "language/case_shape.h"
#include "language/character_model.h"

namespace sito::charset {

/// What a code page's bytes are to a language.
struct Reading {
  const CodePage* page = nullptr;
  const language::CharacterModel* model = nullptr;
  language::Cost prior = 0;  ///< how much less likely this pair is than the likeliest
  /// What a byte is to the model, what choosing it among its symbol's costs, and its case.
  struct Byte {
    std::uint8_t symbol = 0;
    std::uint8_t cost = 0;
    language::Case shape = language::Case::kOther;
  };
  std::array<Byte, 256> bytes{};
};

/// A reading and what a sample costs in it, its prior taken in.
struct Ranked {
  const Reading* reading = nullptr;
  language::Cost cost = 0;
};

/// The readings of a sample, the cheapest first.
struct Ranking {
  std::vector<Ranked> readings;
  std::size_t bytes =
      0;  ///< of the sample that the costs are of: where only the language is open, not all is read
};

/// Which readings are thought of; empty lists mean all.
struct ReadingSettings {
  std::vector<std::string> languages;  ///< BCP 47
  std::vector<std::string> encodings;  ///< wire names; others than those of code pages do not matter
};

/// The name under which an encoding (wire name) is found, here or by wide.h: its own, or that of a larger one
/// from which nobody tells it (data::found_as()); empty if it is never found.
[[nodiscard]] std::string_view found_as(std::string_view encoding);

class Readings {
 public:
  /// Some milliseconds, for the tables.
  explicit Readings(const ReadingSettings& settings = {});

  /// Ranks the readings of `sample`; of longer samples those that are hopeless are left out. Nothing if there
  /// are no readings. Costs count a space before and behind. Linear. Safe from several threads.
  [[nodiscard]] Ranking rank(std::string_view sample) const;

  /// The cost of `bytes` in one reading, without its prior. Linear, some 2 ns a byte.
  [[nodiscard]] static language::Cost cost(const Reading& reading, std::string_view bytes);

  [[nodiscard]] const std::vector<Reading>& all() const { return readings_; }

 private:
  const CodePage* page_named(std::string_view name);

  std::vector<std::unique_ptr<CodePage>> pages_;
  std::vector<Reading> readings_;  ///< those of one language stand together
};

/// Whether two readings make the same text of `bytes`.
[[nodiscard]] bool agree(const CodePage& left, const CodePage& right, std::string_view bytes);

}  // namespace sito::charset
