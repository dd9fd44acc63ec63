// detect.h: which legacy encoding bytes are in that are no Unicode.
//
// The best reading by the languages' character models, over a bounded sample. Unicode's own encodings are
// settled before by unicode_form.h, texts whose lines are in several encodings by mixed.h; decode.h puts them
// in order.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "charset/readings.h"
#include "charset/wide.h"

namespace sito::decode {

struct Detection {
  std::string encoding;                       ///< a wire name
  double confidence = 0.0;                    ///< 0 to 1, see Detector::detect()
  const charset::Reading* reading = nullptr;  ///< of a single-byte encoding
  language::Cost cost = 0;                    ///< of the head of Detector::sample()
  std::size_t bytes = 0;                      ///< how much of it that is
};

/// Constant from when it is made; threads share it.
class Detector {
 public:
  /// Some milliseconds, for the tables.
  explicit Detector(const charset::ReadingSettings& settings = {});

  /// The likeliest encoding, never Unicode's. The confidence says how often such an answer gives exactly the
  /// right text: at 0.9 and above at least 995 in 1,000 times on press texts. Where no encoding makes sense
  /// it is low, where there is none to choose (or no bytes) windows-1251 at confidence 0. Looks at 16 KiB at
  /// most, in pieces spread over the bytes above 0x7F; longer texts take no longer, but for finding those.
  [[nodiscard]] Detection detect(std::string_view bytes) const;

  /// What detect() looks at of `bytes`: up to 16 KiB, in longer texts without tags and stretches of ASCII.
  /// Linear.
  [[nodiscard]] static std::string sample(std::string_view bytes);

  [[nodiscard]] const charset::Readings& readings() const { return readings_; }

 private:
  [[nodiscard]] std::vector<charset::WideReading> wide_readings(
      std::string_view bytes, const std::vector<charset::Ranked>& ranked) const;

  charset::Readings readings_;
  std::vector<std::string> encodings_;
  bool only_languages_;
};

/// What a text looks like at its best costs no more than this a character in the model of its language; what
/// is in no language that has a model costs more.
inline constexpr language::Cost kPlausibleCost = language::cost_of_nats(3.6);

}  // namespace sito::decode
