#include "io/member_range.h"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <new>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "io/archive.h"
#include "io/error.h"
#include "io/utf8_locale.h"
#include "text/utf8.h"

namespace sito::io {
namespace {

using namespace std::string_view_literals;

// APPNOTE 6.3.9, 4.3.12 to 4.3.16.
constexpr std::size_t kEntry = 46;
constexpr std::size_t kEndRecord = 22;
constexpr std::size_t kLongestComment = 65535;
constexpr std::size_t kLocator64 = 20;
constexpr std::size_t kEndRecord64 = 56;
constexpr std::size_t kLocalHeader = 30;
constexpr std::uint64_t kIn64 = 0xFFFFFFFF;  // the number stands in the zip64 field
constexpr std::uint64_t kMaxIndex = std::uint64_t{4} << 30;

constexpr std::size_t kTarBlock = 512;
constexpr std::string_view kWaczDescription = "datapackage.json";

std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = size; i-- > 0;) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

void append_number(std::string& out, std::uint64_t value, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) out += static_cast<char>(value >> (8 * i) & 0xFFU);
}

std::string read_at(const Input& input, std::uint64_t offset, std::uint64_t size) {
  std::string bytes(static_cast<std::size_t>(size), '\0');
  std::size_t used = 0;
  while (used < bytes.size()) {
    const auto got = input.read_at(offset + used, bytes.data() + used, bytes.size() - used);
    if (got == 0) break;
    used += got;
  }
  bytes.resize(used);
  return bytes;
}

/// What the index at a zip's end says of one member.
struct ZipEntry {
  std::uint64_t begin = 0;  ///< of its local header
  std::uint64_t end = 0;    ///< at least, of its bytes
  std::string_view bytes;   ///< of the entry, a view of the index
};

struct ZipIndex {
  std::uint64_t begin = 0;  ///< in the file
  std::string bytes;
  std::vector<ZipEntry> entries;  ///< in the index's order
};

/// A zip64's field has the numbers that found no room in the entry: size, packed size, offset, in this order.
ZipEntry entry_of(std::string_view bytes, std::string_view extra) {
  std::uint64_t packed = number(bytes, 20, 4);
  std::uint64_t begin = number(bytes, 42, 4);
  while (extra.size() >= 4) {
    const auto field = extra.substr(4, number(extra, 2, 2));
    std::size_t at = number(bytes, 24, 4) == kIn64 ? 8 : 0;
    if (number(extra, 0, 2) == 1) {
      for (auto* value : {&packed, &begin}) {
        if (*value != kIn64 || field.size() < at + 8) continue;
        *value = number(field, at, 8);
        at += 8;
      }
    }
    extra.remove_prefix(std::min(extra.size(), 4 + field.size()));
  }
  return {begin, begin + std::min(packed, UINT64_MAX / 4) + kLocalHeader, bytes};
}

bool find_entries(ZipIndex& index) {
  std::string_view rest = index.bytes;
  while (!rest.empty()) {
    if (rest.size() < kEntry || !rest.starts_with("PK\x01\x02"sv)) return false;
    const std::size_t name = number(rest, 28, 2), extra = number(rest, 30, 2);
    const std::size_t size = kEntry + name + extra + number(rest, 32, 2);
    if (rest.size() < size) return false;
    index.entries.push_back(entry_of(rest.substr(0, size), rest.substr(kEntry + name, extra)));
    rest.remove_prefix(size);
  }
  return true;
}

/// None where the index is not as every tool writes it.
std::optional<ZipIndex> zip_index(const Input& input) {
  const auto file_size = input.seekable_size().value_or(0);
  const auto tail_at =
      file_size - std::min<std::uint64_t>(file_size, kEndRecord + kLongestComment + kLocator64);
  const auto tail = read_at(input, tail_at, file_size - tail_at);
  const auto at = tail.rfind("PK\x05\x06"sv);
  if (at == std::string::npos || tail.size() - at < kEndRecord) return std::nullopt;
  if (tail.size() - at - kEndRecord != number(tail, at + 20, 2)) return std::nullopt;
  std::uint64_t end = tail_at + at;
  std::uint64_t size = number(tail, at + 12, 4);
  std::uint64_t begin = number(tail, at + 16, 4);
  if (at >= kLocator64 && tail.compare(at - kLocator64, 4, "PK\x06\x07"sv) == 0) {
    end = number(tail, at - kLocator64 + 8, 8);
    const auto record = end < file_size ? read_at(input, end, kEndRecord64) : std::string();
    if (record.size() < kEndRecord64 || !record.starts_with("PK\x06\x06"sv)) return std::nullopt;
    size = number(record, 40, 8);
    begin = number(record, 48, 8);
  }
  if (size > kMaxIndex || begin > end || end - begin != size) return std::nullopt;
  ZipIndex index{begin, read_at(input, begin, size), {}};
  if (!find_entries(index)) return std::nullopt;
  return index;
}

/// An index of these entries at `begin`, with what ends a zip, always as a zip64's.
std::string index_of(const std::vector<std::string_view>& entries, std::uint64_t begin) {
  std::string out;
  for (const auto entry : entries) out += entry;
  const auto size = out.size();
  const auto end = begin + size;
  out += "PK\x06\x06"sv;
  append_number(out, kEndRecord64 - 12, 8);
  append_number(out, 45, 2);  // versions: 4.5 has zip64
  append_number(out, 45, 2);
  append_number(out, 0, 8);  // disks
  append_number(out, entries.size(), 8);
  append_number(out, entries.size(), 8);
  append_number(out, size, 8);
  append_number(out, begin, 8);
  out += "PK\x06\x07"sv;
  append_number(out, 0, 4);
  append_number(out, end, 8);
  append_number(out, 1, 4);
  out += "PK\x05\x06"sv;
  append_number(out, 0, 4);
  append_number(out, std::min<std::uint64_t>(entries.size(), 0xFFFF), 2);
  append_number(out, std::min<std::uint64_t>(entries.size(), 0xFFFF), 2);
  append_number(out, std::min(std::uint64_t{size}, kIn64), 4);
  append_number(out, std::min(begin, kIn64), 4);
  append_number(out, 0, 2);
  return out;
}

/// The format, if it is one that can be cut, and `input` its bytes.
ArchiveFormat format_of(Input& input) {
  const auto format = archive_format(input);
  if (!format || !input.seekable_size()) return ArchiveFormat::kNone;
  return *format == ArchiveFormat::kTar || *format == ArchiveFormat::kZip ? *format : ArchiveFormat::kNone;
}

/// Goes through the headers of an archive's members.
class Headers {
 public:
  Headers(const FileDescriptor& file, ArchiveFormat format) : handle_(::archive_read_new()) {
    if (!handle_) throw std::bad_alloc();
    constexpr std::size_t kBlock = std::size_t{64} << 10;
    struct archive* const handle = handle_.get();
    if (format == ArchiveFormat::kTar) {
      ::archive_read_support_format_tar(handle);
      ::archive_read_set_format_option(handle, "tar", "read_concatenated_archives", "1");
    } else {
      ::archive_read_support_format_zip_seekable(handle);
    }
    good_ = ::lseek(file.number(), 0, SEEK_SET) == 0 &&
            ::archive_read_open_fd(handle, file.number(), kBlock) == ARCHIVE_OK;
  }

  /// The next member; none at the end, and where it is not good().
  std::optional<MemberPlace> next() {
    struct archive_entry* entry = nullptr;
    if (!good_) return std::nullopt;
    const int code = ::archive_read_next_header(handle_.get(), &entry);
    if (code == ARCHIVE_EOF) return std::nullopt;
    const char* name = code < ARCHIVE_WARN ? nullptr : ::archive_entry_pathname(entry);
    good_ = name != nullptr && *name != '\0' && text::is_valid(name);
    if (!good_) return std::nullopt;
    MemberPlace place;
    place.begin = static_cast<std::uint64_t>(::archive_read_header_position(handle_.get()));
    place.path = name;
    place.is_document =
        ::archive_entry_hardlink(entry) == nullptr && ::archive_entry_filetype(entry) == AE_IFREG;
    return place;
  }

  [[nodiscard]] bool good() const { return good_; }

  /// How many bytes of the file were read or passed over.
  [[nodiscard]] std::uint64_t passed() const {
    return static_cast<std::uint64_t>(::archive_filter_bytes(handle_.get(), -1));
  }

 private:
  struct Free {
    void operator()(struct archive* handle) const { ::archive_read_free(handle); }
  };
  std::unique_ptr<struct archive, Free> handle_;
  bool good_ = true;
};

bool list_tar(const Input& input, Headers& headers, const std::function<void(MemberPlace&&)>& see) {
  while (auto place = headers.next()) {
    // Between two tars that were put one behind the other there are blocks that are no header.
    place->may_begin = archive_format(read_at(input, place->begin, kArchiveHead)) == ArchiveFormat::kTar;
    see(*std::move(place));
  }
  return headers.good() && headers.passed() <= *input.seekable_size();
}

/// libarchive goes by the places of local headers, but does not say them; the index does.
bool list_zip(const Input& input, Headers& headers, const std::function<void(MemberPlace&&)>& see) {
  auto index = zip_index(input);
  if (!index) return false;
  auto& entries = index->entries;
  std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (entries[i].end > (i + 1 < entries.size() ? entries[i + 1].begin : index->begin)) return false;
  std::size_t count = 0;
  while (auto place = headers.next()) {
    if (count == entries.size() || place->path.starts_with(kWaczDescription)) return false;
    place->begin = entries[count++].begin;
    see(*std::move(place));
  }
  return headers.good() && count == entries.size();
}

}  // namespace

bool list_members(const std::string& path, const std::function<void(MemberPlace&&)>& see) {
  auto file = open_file(path, O_RDONLY | O_NONBLOCK);
  Input input(FileDescriptor(file.number(), false), path);
  const auto format = format_of(input);
  if (format == ArchiveFormat::kNone) return false;
  const Utf8Locale locale;
  Headers headers(file, format);
  return format == ArchiveFormat::kTar ? list_tar(input, headers, see) : list_zip(input, headers, see);
}

Result<Input> open_members(const std::string& path, const MemberRange& range) {
  auto whole = open_document(path);
  if (!whole) return whole.error();
  const auto format = format_of(*whole);
  const auto size = whole->seekable_size().value_or(0);
  if (format == ArchiveFormat::kNone || range.begin > range.end || range.end > size)
    return Reject{"it is not the archive whose members were planned"};
  Excerpt excerpt{range.begin, range.end, {}};
  if (format == ArchiveFormat::kTar && range.end < size) excerpt.behind.assign(2 * kTarBlock, '\0');
  if (format == ArchiveFormat::kZip) {
    const auto index = zip_index(*whole);
    if (!index) return Reject{"it is not the archive whose members were planned"};
    std::vector<std::string_view> entries;
    for (const auto& entry : index->entries)
      if (entry.begin >= range.begin && entry.begin < range.end) entries.push_back(entry.bytes);
    excerpt = {0, index->begin, index_of(entries, index->begin)};
  }
  return Input(open_file(path, O_RDONLY | O_NONBLOCK), path, std::move(excerpt));
}

}  // namespace sito::io
