// archive.h: the members of a tar, zip, 7z or cpio archive.
//
// Settles, by content, whether bytes are an archive at all, and reads one member after the other into
// memory. Nothing is ever written, linked or started for a member. What compresses a whole archive
// (.tar.gz) is input.h's question, archives inside archives are the caller's: an Input of a member's bytes is
// an archive like any other. What is in a WARC is warc.h's question, though it is told from the others here.
#pragma once

#include <time.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "document/result.h"
#include "io/input.h"

namespace sito::io {

enum class ArchiveFormat { kNone, kTar, kZip, kSevenZip, kCpio, kWarc, kArc };

/// What begins with `head`: the first kArchiveHead bytes, decompressed, or all there are. A tar is known by
/// its first header's checksum, so an empty one is none; a cpio by the portable headers (newc, crc, odc), not
/// the old binary one. Documents that are zip files by their first name (docx, xlsx, odt, epub, jar: Office
/// Open XML's `[Content_Types].xml` or `_rels/`, OpenDocument's and EPUB's `mimetype`, `META-INF/`) are none.
/// ARC, what WARC came from, is known to be rejected.
[[nodiscard]] ArchiveFormat archive_format(std::string_view head);
inline constexpr std::size_t kArchiveHead = 1024;

/// The same for an input of which nothing has been read, and nothing is. Rejects a compressed stream that is
/// damaged already, unless a later member of it begins a WARC, whose loss Warc tells of then; throws
/// IoError.
[[nodiscard]] Result<ArchiveFormat> archive_format(Input& input);

struct Member {
  std::string path;   ///< raw bytes of its name; empty where `reject` is about the archive as a whole
  std::string bytes;  ///< all of them
  std::optional<struct timespec> modified;
  /// Instead of the bytes of a tar, cpio or WARC that is larger than a member may be: to be read before the
  /// next member is asked for. Its reading is not over when a checksum fails, which is DamagedInput at
  /// its end.
  std::unique_ptr<Input> stream;
  bool beside_warcs = false;     ///< what a WACZ holds of indexes and lists: no document, no bytes
  std::optional<Reject> reject;  ///< then there are no bytes
};

/// What is in an archive and no document.
struct SkippedMembers {
  std::size_t links = 0;    ///< symbolic and hard ones
  std::size_t special = 0;  ///< devices, FIFOs, sockets

  SkippedMembers& operator+=(const SkippedMembers& more) {
    links += more.links;
    special += more.special;
    return *this;
  }
};

/// Reads an archive from front to back.
///
/// A zip or 7z is read where its index says, so it must be an uncompressed regular file or stand in memory;
/// from a pipe, or compressed, it is read into memory if it has at most `max_bytes`, and rejected as a whole
/// otherwise. A tar or cpio streams.
class Archive {
 public:
  /// `input` is an archive by archive_format() and no WARC or ARC, nothing of it has been read, and it
  /// outlives the Archive, which alone uses it. A member of more than `max_bytes` is rejected, unless it is
  /// an archive itself that can be streamed; what `expansion` does not allow ends the archive, members that
  /// say so of themselves and sparse ones too.
  Archive(Input& input, ArchiveFormat format, std::size_t max_bytes, const ExpansionLimit& expansion = {});
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;
  ~Archive();

  /// The next regular file in place of what `member` held; false at the end. It comes only when it is whole
  /// and its checksum, where the format has one, holds; else as a Reject under its name (encrypted, damaged,
  /// too large), and the rest is read on. Where the archive itself is cut short or damaged, one Reject
  /// without a path stands for the stretch that is lost, behind what came whole. Memory: the member, and what
  /// the format's decoder needs. Throws IoError where reading itself failed.
  [[nodiscard]] bool next(Member& member);

  /// Names of a zip's members that are no UTF-8, a line each, raw bytes: as many as its index has among its
  /// first 256, at most 4 KiB of them. Empty for other formats, and once next() was called. Throws IoError.
  [[nodiscard]] std::string sample_of_names();

  /// So far.
  [[nodiscard]] const SkippedMembers& skipped() const;

 private:
  class Reader;
  std::unique_ptr<Reader> reader_;
};

}  // namespace sito::io
