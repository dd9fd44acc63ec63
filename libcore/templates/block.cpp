#include "templates/block.h"

#include <xxhash.h>
#include <zstd.h>

#include <bit>
#include <cstring>
#include <memory>
#include <new>

#include "text/utf8.h"

namespace sito::templates {
namespace {

constexpr std::string_view kMagic = "SITOTMPL";
constexpr std::string_view kBlockMark = "BLCK";
constexpr std::string_view kTrailerMark = "DONE";
constexpr std::uint16_t kVersion = 1;
constexpr std::uint16_t kCompacted = 1;
constexpr std::size_t kColumnBytes = 4;  ///< of a record, excerpt left out
// 19 makes the excerpts of 60,000 lines a twentieth smaller and takes five times as long.
constexpr int kLevel = 9;

/// Whatever the machine's order of bytes.
template <class Number>
void append_number(Number number, std::string& out) {
  for (std::size_t i = 0; i < sizeof number; ++i) out += static_cast<char>(number >> (8 * i) & 0xFF);
}

template <class Number>
Number number_at(std::string_view bytes, std::size_t at) {
  Number number = 0;
  for (std::size_t i = 0; i < sizeof number; ++i)
    number = static_cast<Number>(number | static_cast<Number>(static_cast<unsigned char>(bytes[at + i]))
                                              << (8 * i));
  return number;
}

std::uint64_t check_of(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

/// Of a part that ends in its check of 64 bits.
bool is_checked(std::string_view part) {
  const auto body = part.substr(0, part.size() - kCheckBytes);
  return check_of(body) == number_at<std::uint64_t>(part, body.size());
}

/// The frame's content, if it is whole and no more than a block may hold.
bool unpack(std::string_view frame, std::size_t records, std::string& out) {
  const std::size_t most = records * (kColumnBytes + kMostExcerptBytes + 1);
  const auto size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size > most) return false;  // ZSTD's errors are larger than any size
  out.resize(size);
  return ZSTD_decompress(out.data(), size, frame.data(), frame.size()) == size;
}

/// Puts a frame's columns into the block; false if they are not those of its keys.
bool take_columns(std::string_view columns, Block& block) {
  const std::size_t count = block.keys.size();
  if (columns.size() < count * kColumnBytes) return false;
  block.seen.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    auto& seen = block.seen[i];
    seen.pages = number_at<std::uint16_t>(columns, 2 * i);
    seen.from_start = static_cast<std::uint8_t>(columns[2 * count + i]);
    seen.from_end = static_cast<std::uint8_t>(columns[3 * count + i]);
    if (seen.pages == 0) return false;
  }
  block.excerpts = columns.substr(count * kColumnBytes);
  const auto ends = std::count(block.excerpts.begin(), block.excerpts.end(), '\n');
  const bool whole = block.excerpts.empty() || block.excerpts.back() == '\n';
  return whole && static_cast<std::size_t>(ends) == count && text::is_valid(block.excerpts);
}

}  // namespace

void append_head(const ModelHead& head, std::string& out) {
  const std::size_t begin = out.size();
  out += kMagic;
  append_number(kVersion, out);
  append_number(static_cast<std::uint16_t>(head.compacted ? kCompacted : 0), out);
  append_number(static_cast<std::uint32_t>(check_of(std::string_view(out).substr(begin))), out);
}

Result<ModelHead> parse_head(std::string_view bytes) {
  if (!bytes.starts_with(kMagic)) return Reject{"no template model"};
  const auto body = bytes.substr(0, kHeadBytes - sizeof(std::uint32_t));
  if (number_at<std::uint32_t>(bytes, body.size()) != static_cast<std::uint32_t>(check_of(body)))
    return Reject{"damaged at byte 0"};
  const auto flags = number_at<std::uint16_t>(bytes, kMagic.size() + sizeof kVersion);
  if (number_at<std::uint16_t>(bytes, kMagic.size()) > kVersion || (flags & ~kCompacted) != 0)
    return Reject{"written by a newer version"};
  return ModelHead{(flags & kCompacted) != 0};
}

void Block::clear_records() {
  keys.clear();
  seen.clear();
  excerpts.clear();
}

void Block::append(const Record& record) {
  keys.push_back(record.key);
  seen.push_back(record.seen);
  excerpts += record.excerpt;
  excerpts += '\n';
}

struct BlockWriter::State {
  std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> zstd{ZSTD_createCCtx(), ZSTD_freeCCtx};
  std::string columns;
  std::string packed;
};

BlockWriter::BlockWriter() : state_(std::make_unique<State>()) {
  if (!state_->zstd) throw std::bad_alloc();
}
BlockWriter::~BlockWriter() = default;

void BlockWriter::append(const Block& block, std::string& out) {
  auto& [zstd, columns, packed] = *state_;
  columns.clear();
  for (const auto& seen : block.seen) append_number(static_cast<std::uint16_t>(seen.pages), columns);
  for (const auto& seen : block.seen) columns += static_cast<char>(seen.from_start);
  for (const auto& seen : block.seen) columns += static_cast<char>(seen.from_end);
  columns += block.excerpts;
  packed.resize(ZSTD_compressBound(columns.size()));
  const auto size =
      ZSTD_compressCCtx(zstd.get(), packed.data(), packed.size(), columns.data(), columns.size(), kLevel);
  if (ZSTD_isError(size) != 0) throw std::bad_alloc();  // nothing else can be missing
  packed.resize(size);
  const std::size_t begin = out.size();
  out += kBlockMark;
  append_number(static_cast<std::uint32_t>(block.site.size()), out);
  append_number(block.site_pages, out);
  append_number(static_cast<std::uint32_t>(block.keys.size()), out);
  append_number(static_cast<std::uint32_t>(packed.size()), out);
  out += block.site;
  for (const auto key : block.keys) append_number(key, out);
  out += packed;
  append_number(check_of(std::string_view(out).substr(begin)), out);
}

std::optional<BlockHead> parse_block_head(std::string_view bytes) {
  if (!bytes.starts_with(kBlockMark)) return std::nullopt;
  constexpr std::size_t kStep = sizeof(std::uint32_t);
  BlockHead head;
  head.site_bytes = number_at<std::uint32_t>(bytes, kStep);
  head.site_pages = number_at<std::uint32_t>(bytes, 2 * kStep);
  head.records = number_at<std::uint32_t>(bytes, 3 * kStep);
  head.packed_bytes = number_at<std::uint32_t>(bytes, 4 * kStep);
  if (head.site_bytes > kMostNameBytes || head.records > kBlockRecords) return std::nullopt;
  const auto most = ZSTD_compressBound(head.records * (kColumnBytes + kMostExcerptBytes + 1));
  if (head.packed_bytes > most) return std::nullopt;
  return head;
}

bool parse_block(std::string_view bytes, Block& block) {
  const auto head = parse_block_head(bytes);
  if (!head || bytes.size() != kBlockHeadBytes + head->bytes_that_follow() || !is_checked(bytes))
    return false;
  block.clear_records();
  block.site = bytes.substr(kBlockHeadBytes, head->site_bytes);
  block.site_pages = head->site_pages;
  const std::size_t keys_at = kBlockHeadBytes + head->site_bytes;
  for (std::size_t i = 0; i < head->records; ++i) {
    const auto key = number_at<std::uint64_t>(bytes, keys_at + i * sizeof(std::uint64_t));
    if (i > 0 && key <= block.keys.back()) return false;
    block.keys.push_back(key);
  }
  std::string columns;
  const auto frame = bytes.substr(keys_at + head->records * sizeof(std::uint64_t), head->packed_bytes);
  return text::is_valid(block.site) && unpack(frame, head->records, columns) && take_columns(columns, block);
}

void append_trailer(const Trailer& trailer, std::string& out) {
  const std::size_t begin = out.size();
  out += kTrailerMark;
  append_number(std::uint32_t{0}, out);
  append_number(trailer.blocks, out);
  append_number(trailer.records, out);
  append_number(check_of(std::string_view(out).substr(begin)), out);
}

bool begins_trailer(std::string_view bytes) { return bytes.starts_with(kTrailerMark); }

std::optional<Trailer> parse_trailer(std::string_view bytes) {
  if (bytes.size() != kTrailerBytes || !begins_trailer(bytes) || !is_checked(bytes)) return std::nullopt;
  return Trailer{number_at<std::uint64_t>(bytes, 8), number_at<std::uint64_t>(bytes, 16)};
}

}  // namespace sito::templates
