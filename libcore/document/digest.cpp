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

struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

struct FreeXxh {
  void operator()(XXH3_state_t* state) const { (void)XXH3_freeState(state); }
};

// Nothing but memory can be missing.
void need(bool done) {
  if (!done) throw std::bad_alloc();
}

std::string xxh128(XXH128_hash_t hash) {
  std::string out = "xxh128:";
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, hash);
  append_hex(out, canonical.digest);
  return out;
}

}  // namespace

struct Sha256::Context {
  std::unique_ptr<EVP_MD_CTX, FreeContext> state{EVP_MD_CTX_new()};
};

Sha256::Sha256() : context_(std::make_unique<Context>()) {
  need(context_->state != nullptr && EVP_DigestInit_ex(context_->state.get(), EVP_sha256(), nullptr) == 1);
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::add(std::string_view bytes) {
  need(EVP_DigestUpdate(context_->state.get(), bytes.data(), bytes.size()) == 1);
}

std::string Sha256::finish() {
  unsigned char sum[EVP_MAX_MD_SIZE];
  unsigned size = 0;
  need(EVP_DigestFinal_ex(context_->state.get(), sum, &size) == 1);
  std::string out = "sha256:";
  append_hex(out, std::span(sum, size));
  return out;
}

std::string digest(DigestKind kind, std::string_view bytes) {
  if (kind == DigestKind::kSha256) {
    Sha256 sum;
    sum.add(bytes);
    return sum.finish();
  }
  return xxh128(XXH3_128bits(bytes.data(), bytes.size()));
}

struct Xxh128::State {
  std::unique_ptr<XXH3_state_t, FreeXxh> xxh{XXH3_createState()};
};

Xxh128::Xxh128() : state_(std::make_unique<State>()) {
  need(state_->xxh != nullptr && XXH3_128bits_reset(state_->xxh.get()) == XXH_OK);
}
Xxh128::~Xxh128() = default;

void Xxh128::add(std::string_view bytes) {
  need(XXH3_128bits_update(state_->xxh.get(), bytes.data(), bytes.size()) == XXH_OK);
}

std::string Xxh128::finish() const { return xxh128(XXH3_128bits_digest(state_->xxh.get())); }

}  // namespace sito
