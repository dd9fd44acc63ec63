// compressed.h: streams of every format, for tests; bzip2's writer is needed nowhere else.
#pragma once

#include <bzlib.h>

#include <string>
#include <string_view>

#include "io/compress.h"

namespace sito::io {

inline constexpr Compression kFormats[] = {Compression::kGzip, Compression::kZstd, Compression::kXz,
                                           Compression::kBzip2};

inline std::string compressed(Compression format, std::string_view bytes) {
  std::string out;
  if (format == Compression::kBzip2) {
    auto size = static_cast<unsigned>(bytes.size() + bytes.size() / 100 + 600);
    out.resize(size);
    BZ2_bzBuffToBuffCompress(out.data(), &size, const_cast<char*>(bytes.data()),
                             static_cast<unsigned>(bytes.size()), 9, 0, 0);
    out.resize(size);
    return out;
  }
  const auto sink = [&](std::string_view ready) { out.append(ready); };
  const std::unique_ptr<Compressor> compressor = make_compressor(format);
  compressor->add(bytes, sink);
  compressor->finish(sink);
  return out;
}

}  // namespace sito::io
