// digest.h: is this still the text that it was?
//
// A record's `strip` names the texts before and after by their digests, so that nothing is put back into
// a text that somebody changed meanwhile. Digests of raw files are read's question.
#pragma once

#include <string>
#include <string_view>

namespace sito::strip {

/// `xxh128:` and 32 hexadecimal digits: XXH3's 128 bits of the bytes in canonical order, as `xxhsum -H2`
/// prints them. Linear.
[[nodiscard]] std::string digest(std::string_view bytes);

}  // namespace sito::strip
