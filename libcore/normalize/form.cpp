#include "normalize/form.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <new>

#include "normalize/byte_set.h"
#include "text/utf8.h"

namespace sito::normalize {
namespace {

constexpr std::size_t kLongestRun = 30;  // UAX15-D3
// A mark decomposes into two at most and a letter ends in three, so fewer raw marks make no long run.
constexpr std::size_t kSuspectRun = 13;
constexpr std::string_view kJoiner = "\u034F";
constexpr std::size_t kChunkBytes = std::size_t{1} << 28U;  // ICU counts in 32 bits

// No character below U+0300 is a mark; D0 and D1 begin U+0400..047F, where none is either.
constexpr ByteSet kMayBeMark{{0xCC, 0xCF}, {0xD2, 0xF4}};

std::uint8_t combining_class(char32_t c) { return u_getCombiningClass(static_cast<UChar32>(c)); }

// Not the character's own class: U+0F73, 0F75 and 0F81 have none and yet decompose into marks alone.
bool begins_with_mark(char32_t c) {
  return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_LEAD_CANONICAL_COMBINING_CLASS) != 0;
}

bool has_suspect_run(std::string_view valid) {
  std::size_t run = 0;
  std::size_t expected = 0;
  for (std::size_t at = kMayBeMark.find(valid, 0); at < valid.size(); at = kMayBeMark.find(valid, at)) {
    auto [c, length] = text::decode(valid, at);
    if (at != expected) run = 0;
    run = begins_with_mark(c) ? run + 1 : 0;
    if (run >= kSuspectRun) return true;
    at += length;
    expected = at;
  }
  return false;
}

/// Non-starters of a character's decomposition.
struct NonStarters {
  std::size_t leading = 0;
  std::size_t trailing = 0;
  bool only = false;  ///< it has no starter
};

NonStarters non_starters(const icu::Normalizer2& decomposition, char32_t c) {
  if (c < 0xA0) return {};
  icu::UnicodeString parts;
  if (!decomposition.getDecomposition(static_cast<UChar32>(c), parts))
    parts = icu::UnicodeString(static_cast<UChar32>(c));
  NonStarters result;
  result.only = true;
  for (std::int32_t at = 0; at < parts.length(); at = parts.moveIndex32(at, 1)) {
    if (u_getCombiningClass(parts.char32At(at)) == 0) {
      result.only = false;
      result.trailing = 0;
    } else {
      ++result.trailing;
      if (result.only) ++result.leading;
    }
  }
  return result;
}

const icu::Normalizer2& instance(const icu::Normalizer2* (*get)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* found = get(status);
  if (U_FAILURE(status)) throw std::bad_alloc();
  return *found;
}

// UAX15-D4. For NFC with canonical instead of compatibility decompositions: those are what it keeps, so
// the cut text is cut enough after composition too.
std::size_t cut_long_runs(const icu::Normalizer2& decomposition, std::string_view valid, std::string& out) {
  out.clear();
  std::size_t cuts = 0;
  std::size_t run = 0;
  for (std::size_t at = 0; at < valid.size();) {
    auto [c, length] = text::decode(valid, at);
    const NonStarters marks = non_starters(decomposition, c);
    if (run + marks.leading > kLongestRun) {
      out.append(kJoiner);
      run = 0;
      ++cuts;
    }
    run = marks.only ? run + marks.leading : marks.trailing;
    out.append(valid.substr(at, length));
    at += length;
  }
  return cuts;
}

// The size of the next part: to behind the last LF within reach, since nothing composes with an LF.
std::size_t chunk_size(std::string_view rest) {
  if (rest.size() <= kChunkBytes) return rest.size();
  auto end = rest.rfind('\n', kChunkBytes);
  if (end == std::string_view::npos) end = rest.find('\n', kChunkBytes);
  return end == std::string_view::npos ? rest.size() : end + 1;
}

std::size_t compose(const icu::Normalizer2& composition, std::string_view valid, std::string& out) {
  UErrorCode status = U_ZERO_ERROR;
  out.clear();
  icu::StringByteSink<std::string> sink(&out);
  std::size_t changes = 0;
  while (!valid.empty()) {
    const auto chunk = valid.substr(0, chunk_size(valid));
    icu::Edits edits;
    composition.normalizeUTF8(0, icu::StringPiece(chunk.data(), static_cast<std::int32_t>(chunk.size())),
                              sink, &edits, status);
    if (U_FAILURE(status)) throw std::bad_alloc();
    changes += static_cast<std::size_t>(edits.numberOfChanges());
    valid.remove_prefix(chunk.size());
  }
  return changes;
}

}  // namespace

bool concerns_form(char32_t c) {
  if (c < 0x300 || (c >= 0x400 && c < 0x483) || (c >= 0x2010 && c < 0x20D0)) return false;
  if (c >= 0x3400 && c < 0xA000) return false;
  return combining_class(c) != 0 ||
         u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_NFC_QUICK_CHECK) != UNORM_YES;
}

std::size_t normalize_form(std::string_view valid, std::string& out) {
  const icu::Normalizer2& nfc = instance(icu::Normalizer2::getNFCInstance);
  if (!has_suspect_run(valid)) return compose(nfc, valid, out);
  std::string cut;
  const std::size_t cuts = cut_long_runs(instance(icu::Normalizer2::getNFDInstance), valid, cut);
  return compose(nfc, cut, out) + cuts;
}

std::size_t normalize_compatibility(std::string_view valid, std::string& out) {
  std::string cut;
  const std::size_t cuts = cut_long_runs(instance(icu::Normalizer2::getNFKDInstance), valid, cut);
  return compose(instance(icu::Normalizer2::getNFKCInstance), cut, out) + cuts;
}

}  // namespace sito::normalize
