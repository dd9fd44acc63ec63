#include "templates/model_reader.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <new>
#include <utility>

#include "io/error.h"

namespace sito::templates {

struct ModelReader::Digest {
  std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> state{XXH3_createState(), XXH3_freeState};

  Digest() {
    if (!state) throw std::bad_alloc();
    XXH3_128bits_reset(state.get());
  }
};

ModelReader::ModelReader(io::Input input) : input_(std::move(input)), digest_(std::make_unique<Digest>()) {
  const auto size = read_some(kHeadBytes);
  std::string model;
  append_head({}, model);
  const bool begins = size > 0 && model.starts_with(std::string_view(bytes_).substr(0, 8));
  if (begins && size < kHeadBytes) refuse("cut short");
  bytes_.resize(kHeadBytes);
  const auto head = parse_head(bytes_);
  if (!head) refuse(head.error().reason);
  head_ = *head;
}

ModelReader::~ModelReader() = default;
ModelReader::ModelReader(ModelReader&&) noexcept = default;
ModelReader& ModelReader::operator=(ModelReader&&) noexcept = default;

const Block* ModelReader::next() {
  if (ended_) return nullptr;
  begin_part();
  read_until(kBlockHeadBytes);
  if (begins_trailer(bytes_)) {
    read_trailer();
    return nullptr;
  }
  const auto head = parse_block_head(bytes_);
  if (!head) refuse_damage();
  read_until(kBlockHeadBytes + head->bytes_that_follow());
  if (!parse_block(bytes_, block_) || !is_in_order()) refuse_damage();
  ++read_.blocks;
  read_.records += block_.keys.size();
  site_ = block_.site;
  site_pages_ = block_.site_pages;
  records_ = block_.keys.size();
  last_key_ = block_.keys.empty() ? 0 : block_.keys.back();
  return &block_;
}

std::string ModelReader::digest() const {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(digest_->state.get()));
  std::string out = "xxh128:";
  for (const unsigned char byte : canonical.digest) out += fmt::format("{:02x}", byte);
  return out;
}

void ModelReader::begin_part() {
  part_at_ += bytes_.size();
  bytes_.clear();
}

/// Reads until the part has `size` bytes.
void ModelReader::read_until(std::size_t size) {
  if (read_some(size - bytes_.size()) < size) refuse("cut short");
}

/// Reads `size` more bytes of the part, or all that are left; how many it has then.
std::size_t ModelReader::read_some(std::size_t size) {
  // A head that promises too much must not cost memory before the bytes are there.
  constexpr std::size_t kStep = std::size_t{1} << 20;
  const std::size_t want = bytes_.size() + size;
  while (bytes_.size() < want) {
    const auto had = bytes_.size();
    bytes_.resize(had + std::min(kStep, want - had));
    const auto got = input_.read(bytes_.data() + had, bytes_.size() - had);
    XXH3_128bits_update(digest_->state.get(), bytes_.data() + had, got);
    bytes_.resize(had + got);
    if (got == 0) break;
  }
  return bytes_.size();
}

void ModelReader::read_trailer() {
  read_until(kTrailerBytes);
  const auto trailer = parse_trailer(bytes_);
  if (!trailer || *trailer != read_) refuse_damage();
  begin_part();
  if (read_some(1) != 0) refuse_damage();
  ended_ = true;
}

bool ModelReader::is_in_order() const {
  if (read_.blocks == 0 || block_.site > site_) return true;
  return block_.site == site_ && block_.site_pages == site_pages_ && records_ == kBlockRecords &&
         !block_.keys.empty() && block_.keys.front() > last_key_;
}

void ModelReader::refuse(const std::string& words) const {
  throw DamagedInput(name() == "-" ? "standard input" : name(), words);
}

void ModelReader::refuse_damage() const { refuse(fmt::format("damaged at byte {}", part_at_)); }

}  // namespace sito::templates
