#include "io/decompress.h"

#include <bzlib.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>
#include <cassert>
#include <new>
#include <string>
#include <utility>

namespace sito::io {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kBzip2Block = "\x31\x41\x59\x26\x53\x59"sv;  // BCD of pi
constexpr std::string_view kBzip2End = "\x17\x72\x45\x38\x50\x90"sv;    // BCD of its root
constexpr std::size_t kLongestSignature = 10;
constexpr std::size_t kMostAtOnce = 1U << 30;  // zlib and bzip2 count bytes in 32 bits
constexpr std::uint64_t kXzMemory = 256U << 20;
constexpr std::string_view kZstdFrame = "\x28\xB5\x2F\xFD"sv;
constexpr std::string_view kDictionaryFrame = "\x5D\x2A\x4D\x18"sv;
constexpr std::size_t kSkippableHead = 8;  // the frame's type and size
constexpr std::size_t kMostDictionary = std::size_t{64} << 20;

enum class Match { kNo, kSoFar, kYes };

Match match(std::string_view head, std::string_view signature) {
  const std::size_t size = std::min(head.size(), signature.size());
  if (head.substr(0, size) != signature.substr(0, size)) return Match::kNo;
  return size == signature.size() ? Match::kYes : Match::kSoFar;
}

Match match_skippable_frame(std::string_view head) {
  if (head.empty()) return Match::kSoFar;
  if ((head[0] & 0xF0) != 0x50) return Match::kNo;
  return match(head.substr(1), "\x2A\x4D\x18"sv);
}

Match match_bzip2(std::string_view head) {
  if (const Match start = match(head, "BZh"sv); start != Match::kYes || head.size() == 3) {
    return start == Match::kNo ? Match::kNo : Match::kSoFar;
  }
  if (head[3] < '1' || head[3] > '9') return Match::kNo;
  const std::string_view rest = head.substr(4);
  return std::max(match(rest, kBzip2Block), match(rest, kBzip2End));
}

Reject damaged(std::string_view format, std::string_view words) {
  return {"damaged " + std::string(format) + " stream: " + std::string(words)};
}

Reject cut_short(std::string_view format) { return {std::string(format) + " stream is cut short"}; }

/// What one call of a library did.
struct Step {
  std::size_t written = 0;
  bool ended = false;  ///< the member is whole
};

/// Members one after the other, zeros between them (tapes and block devices pad) passed over.
class MemberDecompressor : public Decompressor {
 public:
  explicit MemberDecompressor(std::string_view format) : format_(format) {}

  Result<std::size_t> decode(std::string_view& in, char* out, std::size_t size) final {
    for (;;) {
      if (!inside_) {
        if (began_) take(in, std::min(in.find_first_not_of('\0'), in.size()));
        if (in.empty()) return std::size_t{0};
        begin();
        member_start_ = taken_;
        inside_ = began_ = true;
      }
      const Result<Step> step = stepped(in, out, size);
      if (!step) return step.error();
      if (step->written > 0) return step->written;
      if (in.empty()) return std::size_t{0};
    }
  }

  Result<void> finish() final {
    if (inside_) return cut_short(format_);
    return {};
  }

  [[nodiscard]] bool inside() const final { return inside_; }
  [[nodiscard]] std::uint64_t member_start() const final { return member_start_; }

  Result<void> end_member(std::string_view& in) final {
    if (!inside_) return {};
    char nothing = 0;
    const Result<Step> step = stepped(in, &nothing, 0);
    return step ? Result<void>() : step.error();
  }

  void restart(std::uint64_t taken) final {
    inside_ = false;
    taken_ = taken;
  }

 protected:
  virtual void begin() = 0;
  virtual Result<Step> advance(std::string_view& in, char* out, std::size_t size) = 0;
  [[nodiscard]] std::string_view format() const { return format_; }

 private:
  void take(std::string_view& in, std::size_t size) {
    in.remove_prefix(size);
    taken_ += size;
  }

  Result<Step> stepped(std::string_view& in, char* out, std::size_t size) {
    const std::size_t before = in.size();
    Result<Step> step = advance(in, out, size);
    taken_ += before - in.size();
    if (step) inside_ = !step->ended;
    return step;
  }

  std::string_view format_;
  bool began_ = false;
  bool inside_ = false;
  std::uint64_t taken_ = 0;
  std::uint64_t member_start_ = 0;
};

class GzipDecompressor final : public MemberDecompressor {
 public:
  GzipDecompressor() : MemberDecompressor("gzip") {
    if (inflateInit2(&stream_, 15 + 16) != Z_OK) throw std::bad_alloc();  // + 16: gzip's header and trailer
  }
  GzipDecompressor(const GzipDecompressor&) = delete;
  GzipDecompressor& operator=(const GzipDecompressor&) = delete;
  ~GzipDecompressor() override { inflateEnd(&stream_); }

  [[nodiscard]] std::string_view signature() const override { return "\x1F\x8B\x08"; }

 private:
  void begin() override { inflateReset(&stream_); }

  Result<Step> advance(std::string_view& in, char* out, std::size_t size) override {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
    stream_.avail_in = static_cast<uInt>(std::min(in.size(), kMostAtOnce));
    stream_.next_out = reinterpret_cast<Bytef*>(out);
    stream_.avail_out = static_cast<uInt>(std::min(size, kMostAtOnce));
    const int code = inflate(&stream_, Z_NO_FLUSH);
    if (code == Z_MEM_ERROR) throw std::bad_alloc();
    in.remove_prefix(static_cast<std::size_t>(reinterpret_cast<const char*>(stream_.next_in) - in.data()));
    if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR) {
      return damaged(format(), stream_.msg != nullptr ? stream_.msg : "it cannot be decoded");
    }
    return Step{static_cast<std::size_t>(reinterpret_cast<char*>(stream_.next_out) - out),
                code == Z_STREAM_END};
  }

  z_stream stream_{};
};

class Bzip2Decompressor final : public MemberDecompressor {
 public:
  Bzip2Decompressor() : MemberDecompressor("bzip2") {}
  Bzip2Decompressor(const Bzip2Decompressor&) = delete;
  Bzip2Decompressor& operator=(const Bzip2Decompressor&) = delete;
  ~Bzip2Decompressor() override { BZ2_bzDecompressEnd(&stream_); }

 private:
  void begin() override {
    BZ2_bzDecompressEnd(&stream_);
    stream_ = {};
    if (BZ2_bzDecompressInit(&stream_, 0, 0) != BZ_OK) throw std::bad_alloc();
  }

  Result<Step> advance(std::string_view& in, char* out, std::size_t size) override {
    stream_.next_in = const_cast<char*>(in.data());
    stream_.avail_in = static_cast<unsigned>(std::min(in.size(), kMostAtOnce));
    stream_.next_out = out;
    stream_.avail_out = static_cast<unsigned>(std::min(size, kMostAtOnce));
    const int code = BZ2_bzDecompress(&stream_);
    if (code == BZ_MEM_ERROR) throw std::bad_alloc();
    if (code != BZ_OK && code != BZ_STREAM_END) {
      return damaged(format(),
                     code == BZ_DATA_ERROR_MAGIC ? "what follows is no bzip2" : "incorrect data check");
    }
    in.remove_prefix(static_cast<std::size_t>(stream_.next_in - in.data()));
    return Step{static_cast<std::size_t>(stream_.next_out - out), code == BZ_STREAM_END};
  }

  bz_stream stream_{};
};

class ZstdDecompressor final : public MemberDecompressor {
 public:
  ZstdDecompressor() : MemberDecompressor("zstd"), context_(ZSTD_createDCtx()) {
    if (context_ == nullptr) throw std::bad_alloc();
  }
  ZstdDecompressor(const ZstdDecompressor&) = delete;
  ZstdDecompressor& operator=(const ZstdDecompressor&) = delete;
  ~ZstdDecompressor() override { ZSTD_freeDCtx(context_); }

  [[nodiscard]] std::string_view signature() const override { return kZstdFrame; }

 private:
  void begin() override { ZSTD_DCtx_reset(context_, ZSTD_reset_session_only); }

  Result<Step> advance(std::string_view& in, char* out, std::size_t size) override {
    if (may_be_dictionary_) {
      const std::string head = dictionary_ + std::string(in.substr(0, kDictionaryFrame.size()));
      may_be_dictionary_ = match(head, kDictionaryFrame) != Match::kNo;
      if (may_be_dictionary_) return advance_dictionary(in);
      if (!dictionary_.empty()) return damaged(format(), "what follows is no zstd");
    }
    return advance_frame(in, out, size);
  }

  Result<Step> advance_frame(std::string_view& in, char* out, std::size_t size) {
    ZSTD_inBuffer from{in.data(), in.size(), 0};
    ZSTD_outBuffer to{out, size, 0};
    const std::size_t code = ZSTD_decompressStream(context_, &to, &from);
    in.remove_prefix(from.pos);
    if (ZSTD_isError(code)) {
      if (ZSTD_getErrorCode(code) == ZSTD_error_memory_allocation) throw std::bad_alloc();
      return damaged(format(), ZSTD_getErrorName(code));
    }
    return Step{to.pos, code == 0};
  }

  /// The frame of a dictionary, held until it is whole.
  Result<Step> advance_dictionary(std::string_view& in) {
    const auto hold = [&](std::size_t wanted) {
      const auto more = in.substr(0, wanted - std::min(wanted, dictionary_.size()));
      dictionary_.append(more);
      in.remove_prefix(more.size());
      return dictionary_.size() >= wanted;
    };
    if (!hold(kSkippableHead)) return Step{};
    std::size_t size = 0;
    for (std::size_t i = kSkippableHead; i-- > kDictionaryFrame.size();)
      size = size << 8U | static_cast<unsigned char>(dictionary_[i]);
    if (size > kMostDictionary) return damaged(format(), "its dictionary is too large");
    if (!hold(kSkippableHead + size)) return Step{};
    may_be_dictionary_ = false;
    const Result<void> loaded = load(std::string_view(dictionary_).substr(kSkippableHead));
    dictionary_ = {};
    if (!loaded) return loaded.error();
    return Step{0, true};
  }

  Result<void> load(std::string_view dictionary) {
    std::string plain;
    if (dictionary.starts_with(kZstdFrame)) {
      // "Unknown" and "damaged" are huge numbers.
      plain.resize(std::min<unsigned long long>(
          kMostDictionary, ZSTD_getFrameContentSize(dictionary.data(), dictionary.size())));
      const std::size_t size =
          ZSTD_decompress(plain.data(), plain.size(), dictionary.data(), dictionary.size());
      if (ZSTD_isError(size)) return damaged(format(), "its dictionary cannot be decoded");
      dictionary = std::string_view(plain).substr(0, size);
    }
    if (ZSTD_isError(ZSTD_DCtx_loadDictionary(context_, dictionary.data(), dictionary.size())))
      return damaged(format(), "its dictionary cannot be used");
    return {};
  }

  ZSTD_DCtx* context_;
  bool may_be_dictionary_ = true;  ///< what comes next: only the first frame is
  std::string dictionary_;         ///< its frame, so far
};

/// liblzma follows concatenated streams and their padding by itself.
class XzDecompressor final : public Decompressor {
 public:
  XzDecompressor() {
    if (lzma_stream_decoder(&stream_, kXzMemory, LZMA_CONCATENATED) != LZMA_OK) throw std::bad_alloc();
  }
  XzDecompressor(const XzDecompressor&) = delete;
  XzDecompressor& operator=(const XzDecompressor&) = delete;
  ~XzDecompressor() override { lzma_end(&stream_); }

  Result<std::size_t> decode(std::string_view& in, char* out, std::size_t size) override {
    stream_.next_in = reinterpret_cast<const std::uint8_t*>(in.data());
    stream_.avail_in = in.size();
    stream_.next_out = reinterpret_cast<std::uint8_t*>(out);
    stream_.avail_out = size;
    lzma_ret code = LZMA_OK;
    do {
      code = lzma_code(&stream_, LZMA_RUN);
    } while (code == LZMA_OK && stream_.avail_in > 0 && stream_.avail_out == size);
    in.remove_prefix(in.size() - stream_.avail_in);
    if (code == LZMA_MEM_ERROR) throw std::bad_alloc();
    if (code != LZMA_OK && code != LZMA_BUF_ERROR) return damaged("xz", words(code));
    return size - stream_.avail_out;
  }

  Result<void> finish() override {
    std::uint8_t nothing = 0;
    stream_.next_in = nullptr;
    stream_.avail_in = 0;
    stream_.next_out = &nothing;
    stream_.avail_out = 1;
    if (lzma_code(&stream_, LZMA_FINISH) != LZMA_STREAM_END) return cut_short("xz");
    return {};
  }

 private:
  static std::string_view words(lzma_ret code) {
    switch (code) {
      case LZMA_MEMLIMIT_ERROR: return "it needs too much memory";
      case LZMA_OPTIONS_ERROR: return "unknown options";
      case LZMA_FORMAT_ERROR: return "what follows is no xz";
      default: return "incorrect data check";
    }
  }

  lzma_stream stream_ = LZMA_STREAM_INIT;
};

}  // namespace

Result<void> Decompressor::end_member(std::string_view&) { return {}; }

void Decompressor::restart(std::uint64_t) { assert(false); }

std::optional<Compression> recognise(std::string_view head, bool whole) {
  head = head.substr(0, kLongestSignature);
  const std::pair<Match, Compression> found[] = {
      {match(head, "\x1F\x8B"sv), Compression::kGzip},
      {match(head, kZstdFrame), Compression::kZstd},
      {match_skippable_frame(head), Compression::kZstd},
      {match(head, "\xFD\x37\x7A\x58\x5A\x00"sv), Compression::kXz},
      {match_bzip2(head), Compression::kBzip2},
  };
  bool undecided = false;
  for (const auto& [matched, compression] : found) {
    if (matched == Match::kYes) return compression;
    undecided = undecided || matched == Match::kSoFar;
  }
  if (undecided && !whole) return std::nullopt;
  return Compression::kNone;
}

std::string_view name_of(Compression compression) {
  switch (compression) {
    case Compression::kNone: return "";
    case Compression::kGzip: return "gzip";
    case Compression::kZstd: return "zstd";
    case Compression::kXz: return "xz";
    case Compression::kBzip2: return "bzip2";
  }
  return "";
}

std::unique_ptr<Decompressor> make_decompressor(Compression compression) {
  switch (compression) {
    case Compression::kNone: break;
    case Compression::kGzip: return std::make_unique<GzipDecompressor>();
    case Compression::kZstd: return std::make_unique<ZstdDecompressor>();
    case Compression::kXz: return std::make_unique<XzDecompressor>();
    case Compression::kBzip2: return std::make_unique<Bzip2Decompressor>();
  }
  assert(false);
  return nullptr;
}

}  // namespace sito::io
