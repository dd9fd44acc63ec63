// digest.h: the fingerprint of a document's raw bytes.
//
// `origin.digest` tells documents and their changes apart. XXH3 with 128 bits is the fast one, SHA-256
// the one that nobody can forge.
#pragma once

#include <string>
#include <string_view>

namespace sito {

enum class DigestKind { kXxh128, kSha256 };

/// "xxh128:" with 32, or "sha256:" with 64 lower-case hex digits: what `xxh128sum` and `sha256sum`
/// print. Linear.
[[nodiscard]] std::string digest(DigestKind kind, std::string_view bytes);

}  // namespace sito
