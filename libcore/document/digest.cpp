#include "document/digest.h"

#include <openssl/evp.h>
#include <xxhash.h>

#include <new>
#include <span>

namespace sito {
namespace {

void append_hex(std::string& out, std::span<const unsigned char> bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (const unsigned char byte : bytes) {
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 15U];
  }
}

}  // namespace

std::string digest(DigestKind kind, std::string_view bytes) {
  std::string out;
  if (kind == DigestKind::kXxh128) {
    out = "xxh128:";
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
    append_hex(out, canonical.digest);
    return out;
  }
  out = "sha256:";
  unsigned char sum[EVP_MAX_MD_SIZE];
  unsigned size = 0;
  // Nothing but memory can be missing.
  if (EVP_Digest(bytes.data(), bytes.size(), sum, &size, EVP_sha256(), nullptr) != 1) throw std::bad_alloc();
  append_hex(out, std::span(sum, size));
  return out;
}

}  // namespace sito
