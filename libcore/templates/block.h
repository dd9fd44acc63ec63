// block.h: the bytes of a template model.
//
// A model is what was learnt of the lines of any number of sites. All numbers are little-endian:
//
//     head     "SITOTMPL", u16 version, u16 flags (1: compacted), u32 check
//     blocks   "BLCK", u32 bytes of the site's name, u32 pages of the site, u32 records, u32 bytes packed;
//              the name; u64 keys, ascending; a zstd frame; u64 check
//     trailer  "DONE", u32 0, u64 blocks, u64 records, u64 check
//
// The frame holds the columns of the records, in the order of their keys: u16 pages, u8 lines before, u8
// lines behind, and the excerpts, each ended by LF. Blocks are sorted by the name's bytes, then by key; all
// blocks of a site but its last have kBlockRecords records, and a site whose pages have no lines has one
// block with none. A check is XXH3 (64 bits, or the lower 32) of the part's bytes before it. So one content
// has one form, and what is cut or damaged is seen.
//
// Columns, because 12-byte records would cost two bytes a record more. With its excerpts a model takes
// 21.0 bytes a distinct line of 1,000 web pages in many languages, 22.5 of 420 pages of Ukrainian and Russian
// news. Who writes models one record after the other is
// model_writer.h, who reads them so, model_reader.h; who looks lines up, model.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/result.h"
#include "templates/page_keys.h"
#include "templates/record.h"

namespace sito::templates {

constexpr std::size_t kBlockRecords = 65536;
constexpr std::size_t kMostNameBytes = 4096;  ///< of a site

constexpr std::size_t kHeadBytes = 16;
constexpr std::size_t kBlockHeadBytes = 20;
constexpr std::size_t kTrailerBytes = 32;
constexpr std::size_t kCheckBytes = 8;

/// What a model's head says.
struct ModelHead {
  bool compacted = false;  ///< rare lines were dropped, so it cannot be added to another
};
void append_head(const ModelHead& head, std::string& out);
/// Of kHeadBytes bytes. Rejects what is no model, a head that is damaged and a later version.
[[nodiscard]] Result<ModelHead> parse_head(std::string_view bytes);

/// Up to kBlockRecords records of one site.
class Block {
 public:
  std::string site;
  std::uint32_t site_pages = 0;
  std::vector<std::uint64_t> keys;
  std::vector<Seen> seen;
  std::string excerpts;  ///< each ended by LF

  void clear_records();
  void append(const Record& record);
};

/// Makes the bytes of blocks; holds zstd's memory.
class BlockWriter {
 public:
  BlockWriter();
  ~BlockWriter();
  BlockWriter(const BlockWriter&) = delete;
  BlockWriter& operator=(const BlockWriter&) = delete;
  void append(const Block& block, std::string& out);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The sizes of the parts that follow.
struct BlockHead {
  std::size_t site_bytes = 0;
  std::uint32_t site_pages = 0;
  std::size_t records = 0;
  std::size_t packed_bytes = 0;
  [[nodiscard]] std::size_t bytes_that_follow() const {
    return site_bytes + records * sizeof(std::uint64_t) + packed_bytes + kCheckBytes;
  }
};
/// Of kBlockHeadBytes bytes. None for what cannot be one.
[[nodiscard]] std::optional<BlockHead> parse_block_head(std::string_view bytes);
/// Of a whole block, head and check included, into `block`. False if it is damaged.
[[nodiscard]] bool parse_block(std::string_view bytes, Block& block);

struct Trailer {
  std::uint64_t blocks = 0;
  std::uint64_t records = 0;
  friend bool operator==(const Trailer&, const Trailer&) = default;
};
void append_trailer(const Trailer& trailer, std::string& out);
/// Whether the bytes begin a trailer and not a block; of kTrailerBytes bytes, or none if it is damaged.
[[nodiscard]] bool begins_trailer(std::string_view bytes);
[[nodiscard]] std::optional<Trailer> parse_trailer(std::string_view bytes);

}  // namespace sito::templates
