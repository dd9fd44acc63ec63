#include "io/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <exception>
#include <new>
#include <utility>
#include <vector>

#include "io/error.h"
#include "io/utf8_locale.h"
#include "io/zip_index.h"
#include "text/utf8.h"

namespace sito::io {
namespace {

constexpr std::size_t kChunk = std::size_t{256} << 10;
constexpr std::size_t kTarBlock = 512;
constexpr std::size_t kZipTail = 22 + 65535;  // the end record and the longest comment behind it
constexpr std::string_view kWarcFolder = "archive/";
constexpr int kMostReopened = 100;  // each costs a walk over the members before

/// An archive's bytes for libarchive: in memory, in a file at any place, or as they come.
class Bytes {
 public:
  explicit Bytes(Input& input) : input_(input) {
    if (const std::optional<std::string_view> memory = input.memory()) {
      memory_ = *memory;
      size_ = static_cast<la_int64_t>(memory_.size());
    } else if (const std::optional<std::uint64_t> size = input.seekable_size()) {
      size_ = static_cast<la_int64_t>(*size);
      is_file_ = true;
    }
  }

  [[nodiscard]] bool seekable() const { return size_ >= 0; }

  /// Reads all of a stream into memory, if it is at most `max_bytes`.
  Result<void> hold(std::size_t max_bytes) {
    Result<std::string> all = rest(input_, max_bytes);
    if (!all) return Reject{all.error().reason + ", and such an archive is read from a file or memory"};
    held_ = std::move(*all);
    memory_ = held_;
    size_ = static_cast<la_int64_t>(held_.size());
    return {};
  }

  void rewind() { at_ = 0; }

  /// The next bytes; none at the end. They hold until the next call.
  std::string_view next() {
    std::string_view bytes;
    if (!memory_.empty() || size_ == 0) {
      bytes = memory_.substr(std::min(static_cast<std::size_t>(at_), memory_.size()), kChunk);
    } else {
      if (chunk_.empty()) chunk_.resize(kChunk);
      bytes = {chunk_.data(), is_file_ ? read_at(at_) : input_.read(chunk_.data(), chunk_.size())};
    }
    at_ += static_cast<la_int64_t>(bytes.size());
    given_ += bytes.size();
    tail_.append(bytes.substr(bytes.size() - std::min(bytes.size(), kTarBlock)));
    if (tail_.size() > kTarBlock) tail_.erase(0, tail_.size() - kTarBlock);
    return bytes;
  }

  /// Moves; returns the new place, or -1 for one that is none.
  la_int64_t seek(la_int64_t offset, int whence) {
    const la_int64_t base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? at_ : size_;
    if (offset < -base) return -1;
    at_ = base + offset;
    return at_;
  }

  /// The last bytes that next() gave, at most a block of a tar.
  [[nodiscard]] std::string_view tail() const { return tail_; }

  /// A zip's last bytes: its end record, if there is one, and of its index at least the end. Precondition:
  /// seekable().
  [[nodiscard]] std::string zip_tail() {
    std::string last;
    seek(std::max<la_int64_t>(0, size_ - static_cast<la_int64_t>(kZipTail)), SEEK_SET);
    for (std::string_view bytes = next(); !bytes.empty(); bytes = next()) last += bytes;
    return last;
  }

  /// A part at any place. Precondition: seekable().
  std::string at(std::uint64_t offset, std::size_t size) {
    std::string part;
    seek(static_cast<la_int64_t>(std::min<std::uint64_t>(offset, static_cast<std::uint64_t>(size_))),
         SEEK_SET);
    for (auto bytes = next(); !bytes.empty() && part.size() < size; bytes = next()) part += bytes;
    part.resize(std::min(part.size(), size));
    return part;
  }

  /// All there are, or of a stream all that came.
  [[nodiscard]] std::uint64_t size() const { return seekable() ? static_cast<std::uint64_t>(size_) : given_; }

  std::exception_ptr failure;  ///< what read() threw inside a callback

 private:
  std::size_t read_at(la_int64_t offset) {
    return input_.read_at(static_cast<std::uint64_t>(offset), chunk_.data(), chunk_.size());
  }

  Input& input_;
  std::string held_;
  std::string_view memory_;
  bool is_file_ = false;
  la_int64_t size_ = -1;  ///< -1 for a stream
  la_int64_t at_ = 0;
  std::uint64_t given_ = 0;
  std::string tail_;
  std::vector<char> chunk_;
};

la_ssize_t read_callback(struct archive* handle, void* context, const void** out) {
  auto& bytes = *static_cast<Bytes*>(context);
  try {
    const std::string_view next = bytes.next();
    *out = next.data();
    return static_cast<la_ssize_t>(next.size());
  } catch (const std::exception& error) {
    bytes.failure = std::current_exception();  // no exception may pass through C
    ::archive_set_error(handle, EIO, "%s", error.what());
    return ARCHIVE_FATAL;
  }
}

la_int64_t seek_callback(struct archive*, void* context, la_int64_t offset, int whence) {
  const la_int64_t at = static_cast<Bytes*>(context)->seek(offset, whence);
  return at < 0 ? static_cast<la_int64_t>(ARCHIVE_FATAL) : at;
}

int code_of(ArchiveFormat format) {
  switch (format) {
    case ArchiveFormat::kTar: return ARCHIVE_FORMAT_TAR;
    case ArchiveFormat::kZip: return ARCHIVE_FORMAT_ZIP;
    case ArchiveFormat::kSevenZip: return ARCHIVE_FORMAT_7ZIP;
    case ArchiveFormat::kCpio: return ARCHIVE_FORMAT_CPIO;
    case ArchiveFormat::kWarc:
    case ArchiveFormat::kArc:
    case ArchiveFormat::kNone: break;
  }
  assert(false);
  return 0;
}

/// Whether the end of a zip's index is a WACZ's (WACZ 1.1): its description stands beside a folder of WARCs.
bool is_wacz(std::string_view tail) {
  constexpr std::string_view kEntry = "PK\x01\x02";
  constexpr std::size_t kNameAt = 46;
  bool described = false;
  bool has_warcs = false;
  for (auto at = tail.find(kEntry); at != std::string_view::npos; at = tail.find(kEntry, at + 1)) {
    const auto name = tail.substr(std::min(at + kNameAt, tail.size()), 32);
    described = described || name.starts_with("datapackage.json");
    has_warcs = has_warcs || name.starts_with(kWarcFolder);
  }
  return described && has_warcs;
}

/// A Reject's words begin in lower case, libarchive's do not; "ZIP" and the like stay.
std::string as_reason(const char* words) {
  std::string reason = words == nullptr ? "it cannot be read" : words;
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (reason.size() > 1 && is_capital(reason[0]) && !is_capital(reason[1])) {
    reason[0] = static_cast<char>(reason[0] - 'A' + 'a');
  }
  return reason;
}

struct ReadFree {
  void operator()(struct archive* handle) const { ::archive_read_free(handle); }
};

}  // namespace

class Archive::Reader {
 public:
  Reader(Input& input, ArchiveFormat format, std::size_t max_bytes, const ExpansionLimit& expansion)
      : bytes_(input), format_(format), max_bytes_(max_bytes), expansion_(expansion) {}

  bool next(Member& member) {
    const Utf8Locale locale;
    member.path.clear();
    member.bytes.clear();
    member.stream.reset();
    member.modified.reset();
    member.beside_warcs = false;
    member.reject.reset();
    if (!handle_ && !ended_) start(member);
    if (std::exchange(stream_failed_, false)) behind_failed_stream();
    while (!ended_ && !member.reject) {
      if (!next_header(member)) continue;
      if (is_document()) {
        read_member(member);
        break;
      }
    }
    return member.reject || !ended_;
  }

  std::string sample_of_names() {
    constexpr std::size_t kMostNames = 256;
    constexpr std::size_t kMostBytes = 4096;
    std::string names;
    if (format_ != ArchiveFormat::kZip || handle_ || ended_ || !bytes_.seekable()) return names;
    const Utf8Locale locale;
    if (!open()) return names;
    for (std::size_t i = 0; i < kMostNames && names.size() < kMostBytes; ++i) {
      if (::archive_read_next_header(handle_.get(), &entry_) < ARCHIVE_WARN) break;
      const char* name = ::archive_entry_pathname(entry_);
      if (name != nullptr && !text::is_valid(name)) names.append(name).append("\n");
    }
    handle_.reset();
    bytes_.failure = nullptr;  // next() will meet it again
    return names;
  }

  SkippedMembers skipped;

 private:
  void start(Member& member) {
    if (has_index() && !bytes_.seekable()) {
      const Result<void> held = bytes_.hold(max_bytes_);
      if (!held) return end_with(member, held.error().reason);
    }
    if (format_ == ArchiveFormat::kZip) {
      const std::string tail = bytes_.zip_tail();
      cut_short_ = tail.find("PK\x05\x06") == std::string::npos;
      is_wacz_ = is_wacz(tail);
      const auto read = [this](std::uint64_t offset, std::size_t size) { return bytes_.at(offset, size); };
      if (const auto name = overlapped_member(read, bytes_.size()))
        return end_with(member, "its members share their bytes (from member " + *name + " on)");
    }
    if (!open()) end_with(member, words());
  }

  bool open() {
    index_ = 0;
    bytes_.rewind();
    handle_.reset(::archive_read_new());
    if (!handle_) throw std::bad_alloc();
    struct archive* const handle = handle_.get();
    ::archive_read_support_format_by_code(handle, code_of(format_));
    // One tar behind another is what `cat` and `tar -A` make.
    if (format_ == ArchiveFormat::kTar) {
      ::archive_read_set_format_option(handle, "tar", "read_concatenated_archives", "1");
    }
    ::archive_read_set_read_callback(handle, read_callback);
    if (has_index()) ::archive_read_set_seek_callback(handle, seek_callback);
    ::archive_read_set_callback_data(handle, &bytes_);
    return ::archive_read_open1(handle) == ARCHIVE_OK;
  }

  /// Reads on to a member, entry_. False where there is none, or where `member` has become a Reject
  /// that comes first.
  bool next_header(Member& member) {
    if (std::exchange(header_is_due_, false)) return true;
    if (too_damaged_) {
      end_with(member, "it is too damaged to be read further");
      return false;
    }
    const int code = ::archive_read_next_header(handle_.get(), &entry_);
    if (code == ARCHIVE_EOF) {
      end(member);
    } else if (code == ARCHIVE_RETRY) {
      // A tar goes on at the next block that is a header. The stretch up to there is one Reject.
      if (!lost_) member.reject = Reject{words()};
      lost_ = true;
    } else if (code < ARCHIVE_WARN) {
      end_with(member, ::archive_read_has_encrypted_entries(handle_.get()) == 1 ? kEncrypted : words());
    } else {
      ++index_;
      lost_ = false;
      if (code == ARCHIVE_OK || format_ != ArchiveFormat::kCpio) return true;
      // A cpio's warning is that bytes before this header were passed over.
      member.reject = Reject{words()};
      header_is_due_ = true;
    }
    return false;
  }

  /// Whether entry_ is a regular file; counts it if it is not.
  bool is_document() {
    const auto type = ::archive_entry_filetype(entry_);
    if (::archive_entry_hardlink(entry_) != nullptr || type == AE_IFLNK) {
      ++skipped.links;
      return false;
    }
    if (type == AE_IFREG) return true;
    if (type != AE_IFDIR) ++skipped.special;
    return false;
  }

  void read_member(Member& member) {
    const char* name = ::archive_entry_pathname(entry_);
    if (name == nullptr) name = ::archive_entry_pathname_utf8(entry_);
    if (name == nullptr || *name == '\0') {
      member.reject = Reject{"the name of member " + std::to_string(index_) + " cannot be read"};
      return;
    }
    member.path = name;
    member.beside_warcs = is_wacz_ && !std::string_view(name).starts_with(kWarcFolder);
    if (member.beside_warcs) return;
    if (::archive_entry_mtime_is_set(entry_) != 0) {
      member.modified = timespec{::archive_entry_mtime(entry_), ::archive_entry_mtime_nsec(entry_)};
    }
    if (::archive_entry_is_encrypted(entry_) != 0) {
      member.reject = Reject{kEncrypted};
    } else if (declared_size() > max_bytes_) {
      stream_member(member);
    } else {
      read_bytes(member);
    }
    if (member.reject) member.bytes.clear();
  }

  void stream_member(Member& member) {
    streamed_ = 0;
    block_ = {};
    stream_damage_.clear();
    auto stream = std::make_unique<Input>(
        [this](char* out, std::size_t size) { return read_stream(out, size); }, member.path);
    stream->limit(expansion_);
    const auto format = archive_format(*stream);
    using enum ArchiveFormat;
    if (format && (*format == kTar || *format == kCpio || *format == kWarc)) {
      member.stream = std::move(stream);
    } else if (ended_) {
      end_in(member, stream_damage_);
    } else if (std::exchange(stream_failed_, false)) {
      reject_damaged(member, stream_damage_, is_fatal_);
    } else {
      member.reject = too_large();
    }
  }

  /// As Input's sources. Block by block, so that all comes that was decoded before a place that is damaged.
  std::size_t read_stream(char* out, std::size_t size) {
    if (block_.empty() && stream_damage_.empty() && !next_block()) return 0;
    if (!stream_damage_.empty()) throw DamagedInput("member", stream_damage_);
    const std::size_t given = std::min<std::uint64_t>(size, hole_ > 0 ? hole_ : block_.size());
    if (hole_ > 0) {
      std::fill_n(out, given, '\0');
      hole_ -= given;
    } else {
      block_.copy(out, given);
      block_.remove_prefix(given);
    }
    streamed_ += given;
    if (took(given)) return given;
    ended_ = true;
    stream_damage_ = expansion_.words();
    throw DamagedInput("member", stream_damage_);
  }

  /// Goes on to bytes, or to the damage that stands instead of them. False at the end.
  bool next_block() {
    const void* bytes = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    int code = ARCHIVE_OK;
    while (code == ARCHIVE_OK && size == 0)
      code = ::archive_read_data_block(handle_.get(), &bytes, &size, &offset);
    if (code == ARCHIVE_OK) {
      block_ = {static_cast<const char*>(bytes), size};
      hole_ = std::max(static_cast<std::uint64_t>(offset), streamed_) - streamed_;
    } else if (code != ARCHIVE_EOF || bytes_.failure) {
      stream_failed_ = true;
      is_fatal_ = code == ARCHIVE_FATAL || bytes_.failure;
      stream_damage_ = words();
    } else if (!is_sparse() && streamed_ != declared_size()) {
      stream_damage_ = kEndsEarly;
    } else {
      return false;
    }
    return true;
  }

  /// Whoever read the stream has told why it failed.
  void behind_failed_stream() {
    if (is_fatal_ && has_index() && !cut_short_) {
      reopen_behind();
    } else if (is_fatal_) {
      ended_ = true;
    }
  }

  /// Whether so many bytes more may come out.
  bool took(std::size_t size) {
    unpacked_ += size;
    return expansion_.allows(bytes_.size(), unpacked_);
  }

  void read_bytes(Member& member) {
    std::string& bytes = member.bytes;
    std::size_t used = 0;
    for (;;) {
      if (used == bytes.size()) {
        // No more than a small member has, for the system clears each large piece of memory anew, and not all
        // that a large one claims to have.
        const std::size_t first = declared_size() > 0 ? std::min(declared_size(), kChunk) : kChunk;
        const std::size_t most = declared_size() > used ? declared_size() : max_bytes_;
        const std::size_t wanted = std::min(std::max(first, used * 2), std::min(most, max_bytes_));
        bytes.resize(std::max(used, wanted) + 1);
      }
      const la_ssize_t got = ::archive_read_data(handle_.get(), bytes.data() + used, bytes.size() - used);
      if (got < 0 || bytes_.failure) {
        const bool fatal = got == ARCHIVE_FATAL || bytes_.failure;
        return reject_damaged(member, words(), fatal);
      }
      if (got == 0) break;
      used += static_cast<std::size_t>(got);
      if (!took(static_cast<std::size_t>(got))) return end_in(member, expansion_.words());
      if (used > max_bytes_) {
        member.reject = too_large();
        return;
      }
    }
    bytes.resize(used);
    if (is_sparse() && used < declared_size()) {  // a hole at the end
      if (!took(declared_size() - used)) return end_in(member, expansion_.words());
      bytes.resize(declared_size());
    } else if (::archive_entry_size_is_set(entry_) != 0 && used != declared_size()) {
      member.reject = Reject{kEndsEarly};
    }
  }

  [[nodiscard]] bool is_sparse() const { return ::archive_entry_sparse_count(entry_) > 0; }

  /// After a failed archive_read_data(), which was `fatal` if libarchive will not go on.
  void reject_damaged(Member& member, const std::string& reason, bool fatal) {
    if (!fatal) {
      member.reject = Reject{reason};
    } else if (has_index() && !cut_short_) {
      // libarchive will not go on behind a member that it cannot decode, but the index knows the next.
      member.reject = Reject{reason};
      reopen_behind();
    } else {
      end_in(member, reason);
    }
  }

  void end_in(Member& member, const std::string& reason) {
    const std::string path = std::exchange(member.path, "");
    end_with(member, reason + " (in member " + path + ")");
  }

  /// Opens the archive anew and goes to where it was. Where that fails, the next header will say so.
  void reopen_behind() {
    const std::size_t index = index_;
    if (++reopened_ > kMostReopened || !open()) {
      too_damaged_ = true;
      return;
    }
    while (index_ < index) {
      const int code = ::archive_read_next_header(handle_.get(), &entry_);
      if (code < ARCHIVE_WARN && code != ARCHIVE_RETRY) {
        too_damaged_ = true;
        return;
      }
      if (code != ARCHIVE_RETRY) ++index_;
    }
  }

  /// The archive's end as libarchive sees it.
  void end(Member& member) {
    ended_ = true;
    if (cut_short_) member.reject = Reject{"it is cut short: the index at its end is missing"};
    if (has_index()) return;
    try {
      if (bytes_.failure) std::rethrow_exception(std::exchange(bytes_.failure, nullptr));
      // What is left may be padding; a compressed stream's checksum stands behind it.
      while (!bytes_.next().empty()) continue;
    } catch (const DamagedInput& damage) {
      member.reject = Reject{damage.words()};
      return;
    }
    const bool zeros = bytes_.tail().find_first_not_of('\0') == std::string_view::npos;
    if (format_ == ArchiveFormat::kTar && !zeros) {
      member.reject = Reject{"it is cut short: the mark at its end is missing"};
    }
  }

  /// Whether the format is read by an index that stands in it, out of order.
  [[nodiscard]] bool has_index() const {
    return format_ == ArchiveFormat::kZip || format_ == ArchiveFormat::kSevenZip;
  }

  void end_with(Member& member, std::string reason) {
    ended_ = true;
    member.path.clear();
    member.reject = Reject{std::move(reason)};
  }

  /// libarchive's words for what failed. Throws what a callback threw, unless it was damage.
  std::string words() {
    if (std::exception_ptr failure = std::exchange(bytes_.failure, nullptr)) {
      try {
        std::rethrow_exception(failure);
      } catch (const DamagedInput& damage) {
        return damage.words();
      }
    }
    return as_reason(::archive_error_string(handle_.get()));
  }

  [[nodiscard]] std::size_t declared_size() const {
    if (::archive_entry_size_is_set(entry_) == 0) return 0;
    return static_cast<std::size_t>(std::max<la_int64_t>(0, ::archive_entry_size(entry_)));
  }

  [[nodiscard]] Reject too_large() const { return {"more than " + std::to_string(max_bytes_) + " bytes"}; }

  static constexpr const char* kEncrypted = "it is encrypted";
  static constexpr const char* kEndsEarly = "it ends early";

  Bytes bytes_;
  ArchiveFormat format_;
  std::size_t max_bytes_;
  ExpansionLimit expansion_;
  std::uint64_t unpacked_ = 0;  ///< bytes of members, so far
  std::uint64_t streamed_ = 0;  ///< of the member that is streamed
  std::string_view block_;      ///< libarchive's, what is left of it
  std::uint64_t hole_ = 0;      ///< zeros before it
  std::string stream_damage_;   ///< what its reading ended with
  bool stream_failed_ = false;  ///< and that was libarchive's doing
  bool is_fatal_ = false;       ///< and it will not go on
  std::unique_ptr<struct archive, ReadFree> handle_;
  struct archive_entry* entry_ = nullptr;  ///< handle_'s, of the member last seen
  std::size_t index_ = 0;                  ///< members seen since open()
  int reopened_ = 0;
  bool header_is_due_ = false;  ///< entry_ has been read and not been looked at
  bool lost_ = false;           ///< looking for a header, and that has been said
  bool cut_short_ = false;
  bool is_wacz_ = false;
  bool too_damaged_ = false;
  bool ended_ = false;
};

Archive::Archive(Input& input, ArchiveFormat format, std::size_t max_bytes, const ExpansionLimit& expansion)
    : reader_(std::make_unique<Reader>(input, format, max_bytes, expansion)) {}

Archive::~Archive() = default;

bool Archive::next(Member& member) { return reader_->next(member); }

std::string Archive::sample_of_names() { return reader_->sample_of_names(); }

const SkippedMembers& Archive::skipped() const { return reader_->skipped; }

}  // namespace sito::io
