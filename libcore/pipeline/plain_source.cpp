#include "pipeline/plain_source.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>

#include "decode/media_type.h"
#include "io/error.h"
#include "io/input.h"
#include "pipeline/naming.h"

namespace sito::pipeline {
namespace {

class PlainBatch final : public Batch {
 public:
  PlainBatch(std::string file, std::size_t max_bytes, DecoderPool& decoders)
      : file_(std::move(file)), max_bytes_(max_bytes), decoders_(decoders) {}

  [[nodiscard]] std::size_t bytes() const override { return raw_.bytes.size(); }

  void expand(std::span<const std::string_view>, Document& document, Scratch& scratch,
              Visitor& visitor) override {
    io::Input input(file_);
    auto bytes = io::rest(input, max_bytes_);
    if (!bytes) {
      visitor.reject({file_}, bytes.error().reason, {});
      return;
    }
    raw_.bytes = *std::move(bytes);
    raw_.path = encoded_name(file_);
    const auto type = decode::media_type(raw_.bytes);
    if (!type.starts_with("text/")) {
      visitor.reject({file_}, fmt::format("no text but {}", type), {});
      return;
    }
    const auto decoded = decoders_.decode(raw_.bytes);
    describe(raw_, {decoded, type}, DigestKind::kXxh128, document, scratch);
    visitor.document(document, {file_}, {});
  }

 private:
  std::string file_;
  std::size_t max_bytes_;
  DecoderPool& decoders_;
  RawDocument raw_;
};

class PlainSource final : public Source {
 public:
  PlainSource(std::vector<std::string> files, std::size_t max_bytes, std::unique_ptr<DecoderPool> decoders)
      : files_(std::move(files)), max_bytes_(max_bytes), decoders_(std::move(decoders)) {
    if (files_.empty()) files_.emplace_back("-");
    for (const auto& file : files_)
      if (file != "-" && ::access(file.c_str(), R_OK) != 0) throw IoError(file, "open", errno);
  }

  std::unique_ptr<Batch> next() override {
    if (next_ == files_.size()) return nullptr;
    return std::make_unique<PlainBatch>(files_[next_++], max_bytes_, *decoders_);
  }

 private:
  std::vector<std::string> files_;
  std::size_t max_bytes_;
  std::unique_ptr<DecoderPool> decoders_;
  std::size_t next_ = 0;
};

}  // namespace

Result<std::unique_ptr<Source>> make_plain_source(std::vector<std::string> files,
                                                  const PlainSettings& settings) {
  auto decoders = DecoderPool::make(settings.decode);
  if (!decoders) return decoders.error();
  return std::unique_ptr<Source>(
      std::make_unique<PlainSource>(std::move(files), settings.max_bytes, *std::move(decoders)));
}

}  // namespace sito::pipeline
