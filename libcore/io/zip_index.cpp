#include "io/zip_index.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace sito::io {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kEndRecord = 22;
constexpr std::size_t kLongestComment = 65535;
constexpr std::size_t kLocator64 = 20;  // stands before the end record of a zip64
constexpr std::size_t kEndRecord64 = 56;
constexpr std::size_t kEntry = 46;
constexpr std::size_t kLocalHeader = 30;
constexpr std::size_t kPiece = std::size_t{1} << 20;  // more than an entry
constexpr std::uint64_t kIn64 = 0xFFFFFFFF;           // the number stands in the zip64 field

std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = size; i-- > 0;) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

/// Where a member stands, and where in the index it is said.
struct Place {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  std::uint64_t entry = 0;
};

/// A zip64's field has the numbers that found no room in the entry: size, packed size, offset, in this order.
void place(ZipEntry& entry, std::string_view extra) {
  std::uint64_t packed = number(entry.bytes, 20, 4);
  entry.begin = number(entry.bytes, 42, 4);
  while (extra.size() >= 4) {
    const auto field = extra.substr(4, number(extra, 2, 2));
    std::size_t at = number(entry.bytes, 24, 4) == kIn64 ? 8 : 0;
    if (number(extra, 0, 2) == 1) {
      for (auto* value : {&packed, &entry.begin}) {
        if (*value != kIn64 || field.size() < at + 8) continue;
        *value = number(field, at, 8);
        at += 8;
      }
    }
    extra.remove_prefix(std::min(extra.size(), 4 + field.size()));
  }
  entry.end = entry.begin + std::min(packed, UINT64_MAX / 4) + kLocalHeader;
}

std::vector<Place> places(const ReadAt& read, const ZipIndex& index) {
  std::vector<Place> found;
  std::uint64_t piece_at = index.begin;
  std::string piece;
  for (std::uint64_t at = index.begin; at < index.begin + index.size;) {
    if (at + ZipEntry::kMostBytes > piece_at + piece.size()) piece = read(piece_at = at, kPiece);
    auto rest = std::string_view(piece).substr(static_cast<std::size_t>(at - piece_at));
    const auto entry = take_zip_entry(rest);
    if (!entry) break;
    found.push_back({entry->begin, entry->end, at});
    at += entry->bytes.size();
  }
  return found;
}

}  // namespace

std::optional<ZipIndex> find_zip_index(const ReadAt& read, std::uint64_t size) {
  const std::uint64_t tail_at =
      size - std::min<std::uint64_t>(size, kEndRecord + kLongestComment + kLocator64);
  const std::string tail = read(tail_at, static_cast<std::size_t>(size - tail_at));
  const auto at = tail.rfind("PK\x05\x06"sv);
  if (at == std::string::npos || tail.size() - at < kEndRecord) return std::nullopt;
  const bool is_last = tail.size() - at - kEndRecord == number(tail, at + 20, 2);
  std::uint64_t end = tail_at + at;
  std::uint64_t bytes = number(tail, at + 12, 4);
  std::uint64_t begin = number(tail, at + 16, 4);
  if (at >= kLocator64 && tail.compare(at - kLocator64, 4, "PK\x06\x07"sv) == 0) {
    end = number(tail, at - kLocator64 + 8, 8);
    const std::string record = end < size ? read(end, kEndRecord64) : std::string();
    if (record.size() < kEndRecord64 || !record.starts_with("PK\x06\x06"sv)) return std::nullopt;
    bytes = number(record, 40, 8);
    begin = number(record, 48, 8);
  }
  if (bytes > end) return std::nullopt;
  return ZipIndex{end - bytes, bytes, is_last && begin == end - bytes};
}

std::optional<ZipEntry> take_zip_entry(std::string_view& index) {
  if (index.size() < kEntry || !index.starts_with("PK\x01\x02"sv)) return std::nullopt;
  const std::size_t name = number(index, 28, 2), extra = number(index, 30, 2);
  const std::size_t size = kEntry + name + extra + number(index, 32, 2);
  if (index.size() < size) return std::nullopt;
  ZipEntry entry;
  entry.bytes = index.substr(0, size);
  entry.name = entry.bytes.substr(kEntry, name);
  place(entry, entry.bytes.substr(kEntry + name, extra));
  index.remove_prefix(size);
  return entry;
}

std::optional<std::string> overlapped_member(const ReadAt& read, std::uint64_t size) {
  const auto index = find_zip_index(read, size);
  if (!index) return std::nullopt;
  auto all = places(read, *index);
  std::sort(all.begin(), all.end(), [](const Place& a, const Place& b) { return a.begin < b.begin; });
  const auto found = std::adjacent_find(all.begin(), all.end(),
                                        [](const Place& a, const Place& b) { return b.begin < a.end; });
  if (found == all.end()) return std::nullopt;
  const auto bytes = read((found + 1)->entry, ZipEntry::kMostBytes);
  std::string_view rest = bytes;
  return std::string(take_zip_entry(rest)->name);
}

}  // namespace sito::io
