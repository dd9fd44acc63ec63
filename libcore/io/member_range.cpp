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
#include "io/zip_index.h"
#include "text/utf8.h"

namespace sito::io {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kEndRecord64 = 56;     // APPNOTE 6.3.9, 4.3.14
constexpr std::uint64_t kIn32 = 0xFFFFFFFF;  // the number stands in the zip64 record
constexpr std::uint64_t kMaxIndex = std::uint64_t{4} << 30;

constexpr std::size_t kTarBlock = 512;
constexpr std::string_view kWaczDescription = "datapackage.json";

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

/// A zip's index in memory.
struct WholeIndex {
  std::uint64_t begin = 0;  ///< in the file
  std::string bytes;
  std::vector<ZipEntry> entries;  ///< in the index's order
};

/// None where the index is not as every tool writes it.
std::optional<WholeIndex> zip_index(const Input& input) {
  const auto read = [&](std::uint64_t offset, std::size_t size) { return read_at(input, offset, size); };
  const auto place = find_zip_index(read, input.seekable_size().value_or(0));
  if (!place || !place->is_exact || place->size > kMaxIndex) return std::nullopt;
  WholeIndex index{place->begin, read_at(input, place->begin, place->size), {}};
  for (std::string_view rest = index.bytes; !rest.empty();) {
    const auto entry = take_zip_entry(rest);
    if (!entry) return std::nullopt;
    index.entries.push_back(*entry);
  }
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
  append_number(out, std::min(std::uint64_t{size}, kIn32), 4);
  append_number(out, std::min(begin, kIn32), 4);
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
