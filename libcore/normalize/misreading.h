// misreading.h: one step of undoing mojibake.
//
// Characters go back to the bytes that they are in a page, and these are read anew: as UTF-8 (sequences.h),
// with lost bytes put back (lost_bytes.h), or in another page. Whether that makes sense is mojibake.h's
// question.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "charset/code_page.h"
#include "charset/readings.h"
#include "normalize/sequences.h"

namespace sito::normalize {

/// All readings that misread texts may have had.
[[nodiscard]] const charset::Readings& true_readings();

/// A page that texts are misread in, and what a repair must gain: so rare is the accident.
struct MisreadPage {
  charset::CodePage page;
  language::Cost accident = 0;
};

/// Them all, the commonest first; fewer than 64. Rows: data::misread_pages().
[[nodiscard]] const std::vector<MisreadPage>& misread_pages();

/// What a step made of a text.
struct Reread {
  std::string text;
  Evidence evidence;
};

/// How many controls, box drawing and private use characters stand in `valid`: what never comes out of a
/// repair. Linear.
[[nodiscard]] std::size_t unsound_characters(std::string_view valid);

/// The bytes that `valid` was in `page`: none if a character is no byte there.
[[nodiscard]] std::optional<std::string> bytes_in(const charset::CodePage& page, std::string_view valid);

/// What becomes of sequences that say what never should come out of a repair: on the way to a further step
/// they must be taken, at the end they stay as they stand.
enum class Unsound : std::uint8_t { kTaken, kLeft };

/// `valid` with each stretch of characters that are a well-formed multibyte sequence in the bytes of `page`
/// replaced by what it says; all else stays. Nothing where there is no such sequence. Linear.
[[nodiscard]] std::optional<Reread> reread_as_utf8(const charset::CodePage& page, std::string_view valid,
                                                   Unsound unsound = Unsound::kLeft);

/// `valid` from the bytes of `from` read in `to`; characters that are no byte of `from` stay, and so do those
/// whose byte means nothing in `to`.
[[nodiscard]] std::optional<Reread> reread(const charset::CodePage& from, const charset::CodePage& to,
                                           std::string_view valid);

}  // namespace sito::normalize
