// cue.h: which words say that somebody says something.
//
// "зазначив", "за її словами", "йдеться", "convinced": rows of data/cues, found in a text. Whether a
// quotation stands beside a cue is kind.h's question; who its speaker is, speaker.h's.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace sito::quotes {

/// How a cue ties a quotation to a speaker; data/cues explains each.
enum class CueClass : std::uint8_t {
  kSay,
  kWrite,
  kThink,
  kAct,
  kCall,
  kCite,
  kState,
  kPassive,
  kPreposition,
  kSource,
  kNoun
};

/// Whom the form agrees with.
enum class Agreement : std::uint8_t { kNone, kMasculine, kFeminine, kNeuter, kSeveral, kOne, kAny, kAuthor };

struct Cue {
  ByteRange range;
  CueClass kind = CueClass::kSay;
  Agreement agreement = Agreement::kNone;
  bool by_ending = false;  ///< no row: a verb in the past tense by its ending (guessed_verb)

  /// A finite verb or predicate word: it has a subject.
  [[nodiscard]] bool is_predicate() const {
    return kind <= CueClass::kState && agreement != Agreement::kNone;
  }
  /// "за її словами": the speaker is a pronoun inside the phrase.
  [[nodiscard]] bool holds_pronoun() const {
    return kind == CueClass::kPreposition && agreement != Agreement::kNone;
  }
};

/// The cues among `words` (text::words of `text`), in order, the longest phrase first where several
/// begin; phrases do not overlap. A form that several languages have is `language`'s own first (BCP 47).
/// Linear.
[[nodiscard]] std::vector<Cue> find_cues(std::string_view text, std::span<const ByteRange> words,
                                         std::string_view language = {});

/// A cue for a word that no row knows but that ends as verbs of `language` do (data/verb_endings); right
/// behind `», –` any verb attributes. Its range is empty if it is no such verb.
[[nodiscard]] Cue guessed_verb(std::string_view text, ByteRange word, std::string_view language);

/// Writes over `key` the form in which this room's tables hold a word: text::folded, U+0451 as U+0435.
void fold_key(std::string_view word, std::string& key);

}  // namespace sito::quotes
