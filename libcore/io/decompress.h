// decompress.h: gzip, zstd, xz and bzip2, turned back into their bytes.
//
// Settles which of the four a stream is, by its first bytes, and decodes one stream step by step,
// concatenated members and all. Where the bytes come from is input.h's question; compressing is
// compress.h's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "document/result.h"

namespace sito::io {

enum class Compression { kNone, kGzip, kZstd, kXz, kBzip2 };

/// What `head`, the first bytes of a stream, begins; none while more bytes are needed to tell (never
/// more than 10, and none for text: a first byte that begins no format settles it). `whole`: no more
/// bytes will come. Signatures: RFC 1952, RFC 8878 (with skippable frames), the .xz format 1.1.0, and for
/// bzip2 the block's or the end's signature too, since "BZh" alone may begin a text.
[[nodiscard]] std::optional<Compression> recognise(std::string_view head, bool whole);

/// "gzip", "zstd", "xz", "bzip2"; "" for none.
[[nodiscard]] std::string_view name_of(Compression compression);

class Decompressor {
 public:
  virtual ~Decompressor() = default;

  /// Decodes from the front of `in`, which it shortens by what it took, into at most `size` bytes at
  /// `out`; how many it wrote. 0 means that `in` is used up and nothing is held back: more is needed.
  /// Rejects damage, a wrong checksum, and what follows a member and is neither another member nor
  /// zeros. A Reject is the last thing to ask of it.
  virtual Result<std::size_t> decode(std::string_view& in, char* out, std::size_t size) = 0;

  /// The input has ended, and decode() has said 0. Rejects a stream that was cut short.
  virtual Result<void> finish() = 0;

  /// What each member begins with, where that can be looked for: "" for xz, whose members are not seen one
  /// by one, and for bzip2, which nobody compresses record by record.
  [[nodiscard]] virtual std::string_view signature() const { return {}; }

  /// Whether decode() is inside a member: has begun one and not seen its end.
  [[nodiscard]] virtual bool inside() const { return true; }

  /// How many bytes decode() had taken when the last member began.
  [[nodiscard]] virtual std::uint64_t member_start() const { return 0; }

  /// Goes on to the end of the member as far as that gives no bytes, so that its checksum is known to
  /// hold; inside() says whether it got there. Rejects as decode() does.
  virtual Result<void> end_member(std::string_view& in);

  /// Also after a Reject: what comes next begins another member, `taken` bytes after the stream began.
  virtual void restart(std::uint64_t taken);
};

/// For any but kNone. Memory: at most 128 MiB for a zstd window, 256 MiB for xz, as the stream asks;
/// a stream that wants more is rejected. A zstd stream may begin with a dictionary for all its frames, plain
/// or compressed, in a skippable frame of type 0x184D2A5D (.warc.zst 1.0), of at most 64 MiB.
[[nodiscard]] std::unique_ptr<Decompressor> make_decompressor(Compression compression);

}  // namespace sito::io
