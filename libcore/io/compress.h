// compress.h: bytes to gzip, zstd or xz.
//
// One stream, one member, as output.h writes it into files whose suffix asks for it. Undoing it is
// decompress.h's question.
#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "io/decompress.h"

namespace sito::io {

/// What the suffix of a file's name asks for: .gz, .zst, .xz; none for any other.
[[nodiscard]] Compression compression_by_suffix(std::string_view path);

class Compressor {
 public:
  using Sink = std::function<void(std::string_view)>;

  virtual ~Compressor() = default;

  /// Compresses `bytes`, handing what is ready to `sink`. The stream's bytes depend on what was added, and
  /// may depend on how it was parted.
  virtual void add(std::string_view bytes, const Sink& sink) = 0;

  /// Ends the stream; the last thing to ask of it.
  virtual void finish(const Sink& sink) = 0;
};

/// For kGzip (level 6, no time in its header), kZstd (level 3, with checksum) and kXz (level 6, CRC64).
[[nodiscard]] std::unique_ptr<Compressor> make_compressor(Compression compression);

}  // namespace sito::io
