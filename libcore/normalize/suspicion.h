// suspicion.h: where mojibake may stand.
//
// Misread text has marks that clean text hardly ever has: characters that are a sequence of UTF-8 in some
// page, capitals behind small letters, signs within words, rows of accented letters. They are looked for in
// every text, so that only what bears one is judged by mojibake.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sito::normalize {

/// The marks of misreading that a line bears.
struct Suspicion {
  bool sequence = false;  ///< characters that are UTF-8 in some page, with a sign or twice in a row
  bool sign = false;      ///< a control, or a sign right beside a letter
  bool letter = false;    ///< a capital behind a small letter, five capitals, three accented letters in a row

  [[nodiscard]] bool any() const { return sequence || sign || letter; }
};

/// Few clean lines bear one (СССР», м², КиївБуд, headlines in capitals), and mojibake of some dozen
/// characters nearly always does. A line with the edges of a table bears none. Linear, some 5 ns a character.
[[nodiscard]] Suspicion suspicion_of(std::string_view line);
[[nodiscard]] inline bool looks_misread(std::string_view line) { return suspicion_of(line).any(); }

/// The pages in which characters of `valid` that stand side by side may be a sequence of UTF-8 that is a
/// proof (sequences.h), as bits in the order of misread_pages(). Linear, some ns a character.
[[nodiscard]] std::uint64_t pages_with_proof(std::string_view valid);

/// Whether the characters around byte `at` of `valid`, which is within a character, bear such a mark.
/// Constant.
[[nodiscard]] bool looks_misread_at(std::string_view valid, std::size_t at);

/// Whether three box characters of one kind stand side by side in `line`: the edge of a table. Linear.
[[nodiscard]] bool is_drawing(std::string_view line);

/// Quotation marks, dashes and other signs that stand beside letters in every text.
[[nodiscard]] bool is_quiet_sign(char32_t c);

}  // namespace sito::normalize
