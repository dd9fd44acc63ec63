// wide.h: how well bytes read in the encodings of East Asia.
//
// Two bytes a character, in zones that the standards fill by how common a character is; no model of the
// languages is needed to tell them from single-byte text. Among each other ICU's tables of their commonest
// characters tell them apart. Readings of single bytes are
// readings.h's question.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/character_model.h"

namespace sito::charset {

struct WideReading {
  std::string_view encoding;  ///< wire name, a constant
  std::string_view
      family;  ///< the encoding that it extends, or itself: of equal cost they make the same text
  language::Cost cost = 0;  ///< comparable with readings.h's of the same bytes
  double nats_a_pair = 0;   ///< of two bytes on the average: some 8 in a text, more where it is none
};

/// The readings of `bytes` in which nearly all bytes above 0x7F pair, the cheapest first; none where there
/// are no such bytes. A last byte may lack its second one (a sample's end). Linear. Rows: data::wide_zones().
[[nodiscard]] std::vector<WideReading> rank_wide(std::string_view bytes, language::Cost limit = UINT32_MAX);

}  // namespace sito::charset
