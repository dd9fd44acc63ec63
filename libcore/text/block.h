// block.h: 64 bytes of a text at once, as masks of 64 bits.
//
// Settles the two questions that every pass over a whole text asks: which bytes have a value or lie
// below one, and whether the bytes are valid UTF-8 (table 3-7, as in utf8.h). SSE2 where the compiler
// has it, words of eight bytes elsewhere; both give the same masks. Where the first bad byte stands is
// utf8.h's question, what stops a JSON string json_scan.h's.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace sito::text {

/// Eight bytes in a word. Masks have bit i for byte i.
class WordLane {
 public:
  static constexpr std::size_t kSize = 8;

  void load(const char* from) { std::memcpy(&word_, from, kSize); }

  [[nodiscard]] std::uint64_t equal(unsigned char value) const {
    const std::uint64_t differing = word_ ^ (kOnes * value);
    return gathered(~(((differing & ~kTops) + ~kTops) | differing));
  }
  /// Bytes that have one of the values.
  template <class... Values>
  [[nodiscard]] std::uint64_t equal_any(Values... values) const {
    return (equal(values) | ...);
  }
  /// A to Z and a to z.
  [[nodiscard]] std::uint64_t ascii_letters() const {
    return (below('{') & ~below('a')) | (below('[') & ~below('A'));
  }
  /// Bytes less than `bound`, which is at least 1.
  [[nodiscard]] std::uint64_t below(unsigned char bound) const {
    const std::uint64_t low = word_ & ~kTops;
    if (bound <= 0x80) return gathered(~((low + kOnes * (0x80U - bound)) | word_));
    return gathered(~((low + kOnes * (0x100U - bound)) & word_));
  }

 private:
  static constexpr std::uint64_t kOnes = 0x0101010101010101;
  static constexpr std::uint64_t kTops = 0x8080808080808080;

  /// The top bits of the eight bytes side by side; the multiplication adds them up without carries.
  static std::uint64_t gathered(std::uint64_t tops) {
    return (((tops & kTops) >> 7) * 0x0102040810204080) >> 56;
  }

  std::uint64_t word_ = 0;
};

#ifdef __SSE2__
/// Sixteen bytes in a register.
class VectorLane {
 public:
  static constexpr std::size_t kSize = 16;

  void load(const char* from) { bytes_ = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from)); }

  [[nodiscard]] std::uint64_t equal(unsigned char value) const {
    return mask(_mm_cmpeq_epi8(bytes_, all(value)));
  }
  template <class... Values>
  [[nodiscard]] std::uint64_t equal_any(Values... values) const {
    __m128i found = _mm_setzero_si128();
    ((found = _mm_or_si128(found, _mm_cmpeq_epi8(bytes_, all(values)))), ...);
    return mask(found);
  }
  [[nodiscard]] std::uint64_t ascii_letters() const {
    const __m128i place = _mm_sub_epi8(_mm_or_si128(bytes_, all(0x20)), all('a'));
    return mask(_mm_cmpeq_epi8(_mm_min_epu8(place, all('z' - 'a')), place));
  }
  [[nodiscard]] std::uint64_t below(unsigned char bound) const {
    if (bound == 0x80) return mask(bytes_) ^ 0xFFFF;
    return mask(_mm_cmpeq_epi8(_mm_min_epu8(bytes_, all(static_cast<unsigned char>(bound - 1))), bytes_));
  }

 private:
  static __m128i all(unsigned char value) { return _mm_set1_epi8(static_cast<char>(value)); }
  static std::uint64_t mask(__m128i tops) { return static_cast<std::uint32_t>(_mm_movemask_epi8(tops)); }

  __m128i bytes_ = _mm_setzero_si128();
};
using Lane = VectorLane;
#else
using Lane = WordLane;
#endif

/// Up to 64 bytes: bit i of every mask is byte i. Bytes past the end of the text count as NUL.
template <class L>
class BasicBlock {
 public:
  static constexpr std::size_t kSize = 64;

  /// The head of `bytes`, which may be shorter than a block.
  explicit BasicBlock(std::string_view bytes) {
    if (bytes.size() >= kSize) {
      load(bytes.data());
    } else {
      std::array<char, kSize> padded{};
      if (!bytes.empty()) std::memcpy(padded.data(), bytes.data(), bytes.size());
      load(padded.data());
    }
  }

  [[nodiscard]] std::uint64_t equal(unsigned char value) const {
    std::uint64_t mask = 0;
    for (std::size_t i = 0; i < lanes_.size(); ++i) mask |= lanes_[i].equal(value) << (i * L::kSize);
    return mask;
  }
  /// Bytes that have one of the values: cheaper than equal() of each.
  template <class... Values>
  [[nodiscard]] std::uint64_t equal_any(Values... values) const {
    std::uint64_t mask = 0;
    for (std::size_t i = 0; i < lanes_.size(); ++i)
      mask |= lanes_[i].equal_any(static_cast<unsigned char>(values)...) << (i * L::kSize);
    return mask;
  }
  /// A to Z and a to z.
  [[nodiscard]] std::uint64_t ascii_letters() const {
    std::uint64_t mask = 0;
    for (std::size_t i = 0; i < lanes_.size(); ++i) mask |= lanes_[i].ascii_letters() << (i * L::kSize);
    return mask;
  }
  /// Bytes less than `bound`, which is at least 1.
  [[nodiscard]] std::uint64_t below(unsigned char bound) const {
    std::uint64_t mask = 0;
    for (std::size_t i = 0; i < lanes_.size(); ++i) mask |= lanes_[i].below(bound) << (i * L::kSize);
    return mask;
  }

 private:
  void load(const char* from) {
    for (std::size_t i = 0; i < lanes_.size(); ++i) lanes_[i].load(from + i * L::kSize);
  }

  std::array<L, kSize / L::kSize> lanes_;
};
using Block = BasicBlock<Lane>;

/// Whether blocks that follow one another are valid UTF-8. Remembers sequences that run over a border.
class Utf8Check {
 public:
  /// Takes the next block in; only bytes of `within` count, which has no gap from bit 0 on. False if a
  /// byte there is wrong, or one that must continue a sequence does not. After a `within` that is
  /// not all ones, or an answer of false, a new check is needed.
  template <class L>
  [[nodiscard]] bool accept(const BasicBlock<L>& block, std::uint64_t within) {
    const std::uint64_t high = ~block.below(0x80) & within;
    if ((high | due_) == 0) return true;
    const std::uint64_t continuation = high & block.below(0xC0);
    const std::uint64_t lead = high ^ continuation;
    const std::uint64_t long_lead = lead & ~block.below(0xE0);
    if ((lead & block.below(0xC2)) != 0) return false;
    if ((long_lead | seconds_) != 0) return accept_long(block, within, lead, long_lead, continuation);
    const bool whole = (((lead << 1 | due_) ^ continuation) & within) == 0;
    due_ = lead >> 63;
    return whole;
  }

  /// Whether a sequence is still open behind the last block.
  [[nodiscard]] bool is_open() const { return due_ != 0; }

 private:
  /// As above with sequences of three and four bytes, whose second byte is bounded after some leads.
  template <class L>
  bool accept_long(const BasicBlock<L>& block, std::uint64_t within, std::uint64_t lead,
                   std::uint64_t long_lead, std::uint64_t continuation) {
    const std::uint64_t longest = long_lead & ~block.below(0xF0);
    if ((longest & ~block.below(0xF5)) != 0) return false;
    const std::uint64_t expected = lead << 1 | long_lead << 2 | longest << 3 | due_;
    due_ = lead >> 63 | long_lead >> 62 | longest >> 61;

    const std::uint64_t e0 = block.equal(0xE0), ed = block.equal(0xED);
    const std::uint64_t f0 = block.equal(0xF0), f4 = block.equal(0xF4);
    const std::uint64_t below_90 = block.below(0x90), below_a0 = block.below(0xA0);
    const std::uint64_t wrong = (e0 << 1 | (seconds_ & 1)) & below_a0;
    const std::uint64_t wrong_ed = (ed << 1 | (seconds_ >> 1 & 1)) & ~below_a0;
    const std::uint64_t wrong_f0 = (f0 << 1 | (seconds_ >> 2 & 1)) & below_90;
    const std::uint64_t wrong_f4 = (f4 << 1 | (seconds_ >> 3 & 1)) & ~below_90;
    seconds_ = e0 >> 63 | ed >> 63 << 1 | f0 >> 63 << 2 | f4 >> 63 << 3;
    return (((expected ^ continuation) | wrong | wrong_ed | wrong_f0 | wrong_f4) & within) == 0;
  }

  std::uint64_t due_ = 0;      ///< bytes at the next block's head that must be continuations
  std::uint64_t seconds_ = 0;  ///< which bounded lead was the last byte: E0, ED, F0, F4
};

}  // namespace sito::text
