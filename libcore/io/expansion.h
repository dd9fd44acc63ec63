// expansion.h: how much more may come out of something than went in.
//
// A few bytes can claim to be a million pages: compressed streams, sparse members, members that share their
// bytes. Settles when that is believed no longer; for all that io/ unpacks, whatever else limits it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace sito::io {

/// Real text seldom packs better than 100 to 1, versions of one page 500 to 1; gzip's own limit is 1032.
/// Bombs have thousands.
struct ExpansionLimit {
  std::size_t ratio = 1000;                   ///< of what comes out to what went in; 0 for any
  std::size_t floor = std::size_t{16} << 20;  ///< so many bytes may always come out

  [[nodiscard]] bool allows(std::uint64_t in, std::uint64_t out) const {
    return ratio == 0 || out <= floor || out / ratio <= in;
  }

  /// A Reject's words for what is not allowed.
  [[nodiscard]] std::string words() const {
    return "it unpacks to more than " + std::to_string(ratio) + " times its size, the limit of --max-ratio";
  }
};

}  // namespace sito::io
