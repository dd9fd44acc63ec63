#include "decode/unicode_form.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "text/utf8.h"

namespace sito::decode {
namespace {

using namespace std::string_view_literals;

struct Shape {
  std::string_view bytes;
  std::string_view encoding;
};
// UTF-32LE begins as UTF-16LE does and so stands before it.
constexpr std::array kMarks = {
    Shape{"\xEF\xBB\xBF"sv, "UTF-8"},    Shape{"\xFF\xFE\0\0"sv, "UTF-32LE"},
    Shape{"\0\0\xFE\xFF"sv, "UTF-32BE"}, Shape{"\xFF\xFE"sv, "UTF-16LE"},
    Shape{"\xFE\xFF"sv, "UTF-16BE"},
};

constexpr std::size_t kSampleBytes = 8192;
constexpr std::size_t kHeadBytes = 128;

// Surrogates of the emoji's planes, dingbats, and the selector that follows them.
bool is_emoji_unit(unsigned unit) {
  return (unit >= 0xD83C && unit <= 0xD83E) || (unit >= 0xDC00 && unit <= 0xDFFF) ||
         (unit >= 0x2600 && unit < 0x27C0) || unit == 0xFE0F;
}

bool is_text_unit(unsigned unit) {
  if (unit < 0x80) return unit >= 0x20 ? unit != 0x7F : unit >= 0x09 && unit <= 0x0D;
  if (unit < 0xA0) return false;
  if (unit < 0x0250) return true;
  return (unit >= 0x0370 && unit < 0x0700) || (unit >= 0x2010 && unit < 0x203B) || unit == 0x20AC ||
         unit == 0x2116 || unit == 0xFEFF || is_emoji_unit(unit);
}

// Bytes that text in any other encoding hardly holds.
bool is_odd_control(unsigned byte) { return byte < 0x09 || (byte >= 0x0E && byte < 0x20 && byte != 0x1B); }

struct Reading {
  std::size_t text = 0;  ///< units that text is made of
  std::size_t odd = 0;   ///< of these, with a high byte that shows UTF-16
};

Reading read_units(std::string_view bytes, std::size_t high) {
  Reading reading;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    const unsigned upper = static_cast<unsigned char>(bytes[at + high]);
    const unsigned lower = static_cast<unsigned char>(bytes[at + 1 - high]);
    if (!is_text_unit(upper << 8U | lower)) continue;
    ++reading.text;
    if (is_odd_control(upper)) ++reading.odd;
  }
  return reading;
}

}  // namespace

std::optional<ByteOrderMark> byte_order_mark(std::string_view bytes) {
  for (const Shape& mark : kMarks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    if (mark.bytes.size() == 4 && bytes.size() % 4 != 0) continue;
    return ByteOrderMark{mark.encoding, mark.bytes.size()};
  }
  return std::nullopt;
}

std::optional<std::string_view> unmarked_utf16(std::string_view bytes) {
  if (bytes.size() < 4) return std::nullopt;
  // Nearly all texts have no such byte at their head.
  const auto head = bytes.substr(0, kHeadBytes);
  if (std::none_of(head.begin(), head.end(),
                   [](char c) { return is_odd_control(static_cast<unsigned char>(c)); }))
    return std::nullopt;
  const auto sample = bytes.substr(0, kSampleBytes);
  const std::size_t units = sample.size() / 2;
  const Reading little = read_units(sample, 1);
  const Reading big = read_units(sample, 0);
  const auto holds = [units](const Reading& reading, const Reading& other) {
    return reading.text * 100 >= units * 95 && reading.odd * 8 >= units && reading.text > other.text;
  };
  if (holds(little, big)) return "UTF-16LE";
  if (holds(big, little)) return "UTF-16BE";
  return std::nullopt;
}

std::optional<std::string_view> unmarked_utf32(std::string_view bytes) {
  constexpr std::size_t kUnit = 4, kMostUnits = 1024;
  if (bytes.size() < 2 * kUnit || bytes.size() % kUnit != 0) return std::nullopt;
  const std::size_t units = std::min(bytes.size() / kUnit, kMostUnits);
  const auto holds = [bytes, units](bool little) {
    std::size_t low = 0;
    for (std::size_t i = 0; i < units; ++i) {
      std::uint32_t unit = 0;
      for (std::size_t k = 0; k < kUnit; ++k) {
        const auto byte = static_cast<unsigned char>(bytes[i * kUnit + (little ? kUnit - 1 - k : k)]);
        unit = unit << 8U | byte;
      }
      if (unit > 0x10FFFF || (unit < 0x800 && !is_text_unit(unit))) return false;
      low += unit < 0x800 ? 1 : 0;
    }
    return low * 4 >= units * 3;
  };
  if (holds(true)) return "UTF-32LE";
  if (holds(false)) return "UTF-32BE";
  return std::nullopt;
}

}  // namespace sito::decode
