// digest.h: the fingerprint of a document's raw bytes.
//
// `origin.digest` tells documents and their changes apart. XXH3 with 128 bits is the fast one, SHA-256
// the one that nobody can forge.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace sito {

enum class DigestKind { kXxh128, kSha256 };

/// "xxh128:" with 32, or "sha256:" with 64 lower-case hex digits: what `xxh128sum` and `sha256sum`
/// print. Linear.
[[nodiscard]] std::string digest(DigestKind kind, std::string_view bytes);

/// The SHA-256 of bytes that come piece by piece.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  void add(std::string_view bytes);

  /// Of all that was added, as digest() has it. The last thing to ask of it.
  [[nodiscard]] std::string finish();

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

/// The same for XXH3 with 128 bits.
class Xxh128 {
 public:
  Xxh128();
  ~Xxh128();
  Xxh128(const Xxh128&) = delete;
  Xxh128& operator=(const Xxh128&) = delete;

  void add(std::string_view bytes);

  /// Of all that was added so far, as digest() has it.
  [[nodiscard]] std::string finish() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace sito
