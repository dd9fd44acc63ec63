// content_coding.h: a body that a server has compressed, turned back.
//
// Settles what HTTP's names of codings mean and how much of a damaged or lying body is believed. Which
// codings a body has, and in which order, is http.h's question; compressed files are input.h's.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "document/result.h"
#include "io/expansion.h"

namespace sito::io {

/// What a body may grow to while it is decoded.
struct BodyLimits {
  std::size_t max_bytes = std::size_t{256} << 20;  ///< of what comes out
  ExpansionLimit expansion = {};
};

/// `body` decoded by `coding`: "gzip", "x-gzip", "deflate" (zlib's frame or none), "br" or "zstd" in any
/// letters; by "identity", "none" or nothing it is what it was. A body that reads as text was stored decoded
/// and stays as it is. What follows a whole stream and is no other is left out, as
/// browsers do. Rejects a damaged body, one that is cut short, one over the limits, of which no more is
/// held, and unknown codings by their name. Linear in what goes in and comes out.
[[nodiscard]] Result<std::string> decoded_content(std::string_view coding, std::string body,
                                                  const BodyLimits& limits);

}  // namespace sito::io
