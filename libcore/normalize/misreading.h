// misreading.h: one step of undoing mojibake.
//
// Characters go back to the bytes that they are in a page, and these are read anew: as UTF-8, or in another
// page. Whether that makes sense is mojibake.h's question.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "charset/code_page.h"
#include "charset/readings.h"
#include "language/character_model.h"

namespace sito::normalize {

/// All readings that misread texts may have had.
[[nodiscard]] const charset::Readings& true_readings();

/// The pages that texts are misread in, each once, the commonest first; fewer than 64.
[[nodiscard]] const std::vector<const charset::CodePage*>& misread_pages();

/// Whether most accidents happen with this page: with those of Windows.
[[nodiscard]] bool is_common(const charset::CodePage& page);

/// What a step made of a text.
struct Reread {
  std::string text;
  std::size_t changed = 0;  ///< characters that came out of it; as UTF-8, sequences
  /// Of sequences those that no letters make which stand side by side by chance: with a sign, a letter of few
  /// languages, or a capital last; of single bytes the signs that became letters.
  std::size_t proven = 0;
  std::size_t signs = 0;    ///< of those, such with a sign
  std::size_t guessed = 0;  ///< sequences whose bytes were partly lost
  bool sound = true;        ///< no control, box drawing or private use character came out of it
};

/// How many controls, box drawing and private use characters stand in `valid`: what never comes out of a
/// repair. Linear.
[[nodiscard]] std::size_t unsound_characters(std::string_view valid);

/// The bytes that `valid` was in `page`: none if a character is no byte there. C1 controls are the bytes of
/// their value where the page has none for them, as browsers read them.
[[nodiscard]] std::optional<std::string> bytes_in(const charset::CodePage& page, std::string_view valid);

/// `valid` with each stretch of characters that are a well-formed multibyte sequence in the bytes of `page`
/// replaced by what it says; all else stays. Nothing where there is no such sequence. Linear.
[[nodiscard]] std::optional<Reread> reread_as_utf8(const charset::CodePage& page, std::string_view valid);

/// As above, where bytes were lost on the way: a byte without a character in `page` became U+FFFD or '?' or
/// was dropped, and the no-break space a space or nothing. Of all that could have stood there the cheapest in
/// `model` is taken. Linear, with a few hypotheses side by side.
[[nodiscard]] std::optional<Reread> reread_damaged_utf8(const charset::CodePage& page, std::string_view valid,
                                                        const language::CharacterModel& model);

/// `valid` from the bytes of `from` read in `to`; characters that are no byte of `from` stay, and so do those
/// whose byte means nothing in `to`.
[[nodiscard]] std::optional<Reread> reread(const charset::CodePage& from, const charset::CodePage& to,
                                           std::string_view valid);

}  // namespace sito::normalize
