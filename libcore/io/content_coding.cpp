#include "io/content_coding.h"

#include <brotli/decode.h>
#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <memory>
#include <new>
#include <utility>

#include "io/decompress.h"
#include "io/header_fields.h"
#include "text/utf8.h"

namespace sito::io {
namespace {

constexpr std::size_t kChunk = std::size_t{64} << 10;
constexpr std::size_t kMostAtOnce = 1U << 30;  // zlib counts bytes in 32 bits
constexpr std::size_t kTextSample = 512;

/// Takes what comes out, piece by piece, and knows when it is too much.
class Decoded {
 public:
  Decoded(std::size_t encoded, const BodyLimits& limits) : encoded_(encoded), limits_(limits) {}

  /// Room for the next piece.
  [[nodiscard]] char* room() {
    bytes_.resize(used_ + std::max(kChunk, std::min(used_, limits_.max_bytes)));
    return bytes_.data() + used_;
  }
  [[nodiscard]] std::size_t size() const { return bytes_.size() - used_; }

  Result<void> took(std::size_t size) {
    used_ += size;
    if (used_ > limits_.max_bytes) return Reject{fmt::format("more than {} bytes", limits_.max_bytes)};
    if (!limits_.expansion.allows(encoded_, used_)) return Reject{limits_.expansion.words()};
    return {};
  }

  [[nodiscard]] std::size_t used() const { return used_; }
  [[nodiscard]] std::string whole() {
    bytes_.resize(used_);
    return std::move(bytes_);
  }

 private:
  std::size_t encoded_;
  const BodyLimits& limits_;
  std::string bytes_;
  std::size_t used_ = 0;
};

Reject damaged(std::string_view coding, std::string_view words) {
  return {fmt::format("damaged {} body: {}", coding, words)};
}

Reject cut_short(std::string_view coding) { return {fmt::format("{} body is cut short", coding)}; }

class Inflater {
 public:
  explicit Inflater(int window_bits) {
    if (inflateInit2(&stream_, window_bits) != Z_OK) throw std::bad_alloc();
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  ~Inflater() { inflateEnd(&stream_); }

  /// One stream from the front of `in`, which it shortens.
  Result<void> decode(std::string_view coding, std::string_view& in, Decoded& out) {
    inflateReset(&stream_);
    for (int code = Z_OK; code != Z_STREAM_END;) {
      stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
      stream_.avail_in = static_cast<uInt>(std::min(in.size(), kMostAtOnce));
      char* const room = out.room();
      stream_.next_out = reinterpret_cast<Bytef*>(room);
      stream_.avail_out = static_cast<uInt>(std::min(out.size(), kMostAtOnce));
      code = inflate(&stream_, Z_NO_FLUSH);
      if (code == Z_MEM_ERROR) throw std::bad_alloc();
      in.remove_prefix(static_cast<std::size_t>(reinterpret_cast<const char*>(stream_.next_in) - in.data()));
      const auto got = static_cast<std::size_t>(reinterpret_cast<char*>(stream_.next_out) - room);
      if (auto fits = out.took(got); !fits) return fits;
      if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR)
        return damaged(coding, stream_.msg != nullptr ? stream_.msg : "it cannot be decoded");
      if (code != Z_STREAM_END && got == 0 && in.empty()) return cut_short(coding);
    }
    return {};
  }

 private:
  z_stream stream_{};
};

Result<std::string> gunzipped(std::string_view body, const BodyLimits& limits) {
  Decoded out(body.size(), limits);
  Inflater inflater(15 + 16);  // + 16: gzip's header and trailer
  do {
    if (auto done = inflater.decode("gzip", body, out); !done) return done.error();
  } while (body.starts_with("\x1F\x8B"));
  return out.whole();
}

/// RFC 9110 means zlib's frame; servers that send none are as old as the name.
Result<std::string> inflated(std::string_view body, const BodyLimits& limits) {
  const bool framed =
      body.size() >= 2 && (body[0] & 0x0F) == 8 &&
      (static_cast<unsigned char>(body[0]) * 256U + static_cast<unsigned char>(body[1])) % 31 == 0;
  Result<std::string> result = Reject{};
  for (const int window_bits : {15, -15}) {
    if (window_bits > 0 && !framed) continue;
    Decoded out(body.size(), limits);
    std::string_view rest = body;
    const auto done = Inflater(window_bits).decode("deflate", rest, out);
    if (done) return out.whole();
    if (window_bits > 0 || !framed) result = done.error();
    if (out.used() > 0) break;
  }
  return result;
}

struct BrotliFree {
  void operator()(BrotliDecoderState* state) const { BrotliDecoderDestroyInstance(state); }
};

Result<std::string> unbrotlied(std::string_view body, const BodyLimits& limits) {
  const std::unique_ptr<BrotliDecoderState, BrotliFree> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr));
  if (!state) throw std::bad_alloc();
  Decoded out(body.size(), limits);
  const auto* next = reinterpret_cast<const std::uint8_t*>(body.data());
  std::size_t left = body.size();
  for (auto code = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT; code != BROTLI_DECODER_RESULT_SUCCESS;) {
    auto* room = reinterpret_cast<std::uint8_t*>(out.room());
    const std::size_t size = out.size();
    std::size_t free = size;
    code = BrotliDecoderDecompressStream(state.get(), &left, &next, &free, &room, nullptr);
    if (auto fits = out.took(size - free); !fits) return fits.error();
    if (code == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT) return cut_short("br");
    if (code == BROTLI_DECODER_RESULT_ERROR) {
      const auto error = BrotliDecoderGetErrorCode(state.get());
      const bool no_memory = error <= BROTLI_DECODER_ERROR_ALLOC_CONTEXT_MODES &&
                             error >= BROTLI_DECODER_ERROR_ALLOC_BLOCK_TYPE_TREES;
      if (no_memory) throw std::bad_alloc();
      return damaged("br", "it cannot be decoded");
    }
  }
  return out.whole();
}

Result<std::string> unzstded(std::string_view body, const BodyLimits& limits) {
  Decoded out(body.size(), limits);
  const auto decompressor = make_decompressor(Compression::kZstd);
  for (;;) {
    char* const room = out.room();
    const auto got = decompressor->decode(body, room, out.size());
    if (!got) return got.error();
    if (*got == 0) break;
    if (auto fits = out.took(*got); !fits) return fits.error();
  }
  if (!decompressor->finish()) return cut_short("zstd");
  return out.whole();
}

/// No compressed stream does: each has control characters or ill-formed UTF-8 among its first bytes.
bool reads_as_text(std::string_view body) {
  const auto is_control = [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') ||
           c == 0x7F;
  };
  const auto sample = body.substr(0, kTextSample);
  if (std::any_of(sample.begin(), sample.end(), is_control)) return false;
  const std::size_t cut = sample.size() < body.size() ? 3 : 0;  // of a character, by the sample's end
  return trimmed(sample).starts_with('<') || text::valid_prefix(sample) + cut >= sample.size();
}

}  // namespace

Result<std::string> decoded_content(std::string_view coding, std::string body, const BodyLimits& limits) {
  using Decode = Result<std::string> (*)(std::string_view, const BodyLimits&);
  constexpr std::pair<std::string_view, Decode> kCodings[] = {{"gzip", gunzipped},
                                                              {"x-gzip", gunzipped},
                                                              {"deflate", inflated},
                                                              {"br", unbrotlied},
                                                              {"zstd", unzstded}};
  if (coding.empty() || same_name(coding, "identity") || same_name(coding, "none")) return body;
  for (const auto& [name, decode] : kCodings) {
    if (!same_name(coding, name)) continue;
    if (body.empty() || reads_as_text(body)) return body;
    return decode(body, limits);
  }
  return Reject{fmt::format("content encoding '{}' is not known", coding)};
}

}  // namespace sito::io
