#include "io/compress.h"

#include <lzma.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cassert>
#include <new>
#include <vector>

namespace sito::io {
namespace {

constexpr std::size_t kOutBytes = std::size_t{128} << 10;
constexpr std::size_t kMostAtOnce = std::size_t{1} << 30;  // zlib counts bytes in 32 bits

class GzipCompressor final : public Compressor {
 public:
  GzipCompressor() {
    if (deflateInit2(&stream_, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
  }
  GzipCompressor(const GzipCompressor&) = delete;
  GzipCompressor& operator=(const GzipCompressor&) = delete;
  ~GzipCompressor() override { deflateEnd(&stream_); }

  void add(std::string_view bytes, const Sink& sink) override {
    for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), kMostAtOnce))) {
      run(bytes.substr(0, kMostAtOnce), Z_NO_FLUSH, sink);
    }
  }
  void finish(const Sink& sink) override { run({}, Z_FINISH, sink); }

 private:
  void run(std::string_view bytes, int flush, const Sink& sink) {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(bytes.size());
    do {
      stream_.next_out = reinterpret_cast<Bytef*>(out_.data());
      stream_.avail_out = static_cast<uInt>(out_.size());
      deflate(&stream_, flush);  // cannot fail: the state is sound and there is room
      sink({out_.data(), out_.size() - stream_.avail_out});
    } while (stream_.avail_out == 0);
  }

  z_stream stream_{};
  std::vector<char> out_ = std::vector<char>(kOutBytes);
};

class ZstdCompressor final : public Compressor {
 public:
  ZstdCompressor() : context_(ZSTD_createCCtx()) {
    if (context_ == nullptr) throw std::bad_alloc();
    ZSTD_CCtx_setParameter(context_, ZSTD_c_compressionLevel, 3);
    ZSTD_CCtx_setParameter(context_, ZSTD_c_checksumFlag, 1);
  }
  ZstdCompressor(const ZstdCompressor&) = delete;
  ZstdCompressor& operator=(const ZstdCompressor&) = delete;
  ~ZstdCompressor() override { ZSTD_freeCCtx(context_); }

  void add(std::string_view bytes, const Sink& sink) override { run(bytes, ZSTD_e_continue, sink); }
  void finish(const Sink& sink) override { run({}, ZSTD_e_end, sink); }

 private:
  void run(std::string_view bytes, ZSTD_EndDirective directive, const Sink& sink) {
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    std::size_t left = 0;
    do {
      ZSTD_outBuffer out{out_.data(), out_.size(), 0};
      left = ZSTD_compressStream2(context_, &out, &in, directive);
      if (ZSTD_isError(left)) throw std::bad_alloc();  // the parameters are sound: nothing else can fail
      sink({out_.data(), out.pos});
    } while (in.pos < in.size || (directive == ZSTD_e_end && left > 0));
  }

  ZSTD_CCtx* context_;
  std::vector<char> out_ = std::vector<char>(kOutBytes);
};

class XzCompressor final : public Compressor {
 public:
  XzCompressor() {
    if (lzma_easy_encoder(&stream_, 6, LZMA_CHECK_CRC64) != LZMA_OK) throw std::bad_alloc();
  }
  XzCompressor(const XzCompressor&) = delete;
  XzCompressor& operator=(const XzCompressor&) = delete;
  ~XzCompressor() override { lzma_end(&stream_); }

  void add(std::string_view bytes, const Sink& sink) override { run(bytes, LZMA_RUN, sink); }
  void finish(const Sink& sink) override { run({}, LZMA_FINISH, sink); }

 private:
  void run(std::string_view bytes, lzma_action action, const Sink& sink) {
    stream_.next_in = reinterpret_cast<const std::uint8_t*>(bytes.data());
    stream_.avail_in = bytes.size();
    lzma_ret code = LZMA_OK;
    do {
      stream_.next_out = reinterpret_cast<std::uint8_t*>(out_.data());
      stream_.avail_out = out_.size();
      code = lzma_code(&stream_, action);
      if (code != LZMA_OK && code != LZMA_STREAM_END && code != LZMA_BUF_ERROR) throw std::bad_alloc();
      sink({out_.data(), out_.size() - stream_.avail_out});
    } while (stream_.avail_in > 0 || (action == LZMA_FINISH && code != LZMA_STREAM_END));
  }

  lzma_stream stream_ = LZMA_STREAM_INIT;
  std::vector<char> out_ = std::vector<char>(kOutBytes);
};

}  // namespace

Compression compression_by_suffix(std::string_view path) {
  if (path.ends_with(".gz")) return Compression::kGzip;
  if (path.ends_with(".zst")) return Compression::kZstd;
  if (path.ends_with(".xz")) return Compression::kXz;
  return Compression::kNone;
}

std::unique_ptr<Compressor> make_compressor(Compression compression) {
  switch (compression) {
    case Compression::kGzip: return std::make_unique<GzipCompressor>();
    case Compression::kZstd: return std::make_unique<ZstdCompressor>();
    case Compression::kXz: return std::make_unique<XzCompressor>();
    case Compression::kNone:
    case Compression::kBzip2: break;
  }
  assert(false);
  return nullptr;
}

}  // namespace sito::io
