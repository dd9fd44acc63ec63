// raw_input.h: what one opened input holds: a document, or an archive of them.
//
// Decides by content, decodes documents and opens archives inside archives. Which inputs there are and who
// reads them is file_source.h's question.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "decode/decode.h"
#include "document/digest.h"
#include "io/archive.h"
#include "io/input.h"
#include "io/tree.h"
#include "pipeline/naming.h"
#include "pipeline/raw_document.h"
#include "pipeline/source.h"

namespace sito::pipeline {

struct RawSettings {
  NamingSettings naming;
  io::TreeSettings tree;
  DigestKind digest = DigestKind::kXxh128;
  std::size_t max_bytes = std::size_t{256} << 20;  ///< a document, decompressed
  std::size_t nesting = 1;                         ///< archives within archives that are opened
};

/// Where an input stands: a file, or a member of an archive that is one.
struct RawName {
  io::FoundFile file;
  std::string member;     ///< path within the archive, raw bytes; empty for the file itself
  std::string suffix;     ///< "#2" for a second member of one name
  std::string folder;     ///< the outermost folder, below PATH or within an archive; may be empty
  std::size_t level = 0;  ///< archives around it

  /// The file's path with the member's: what messages call it.
  [[nodiscard]] std::string spoken() const;
  /// A file that was found below a PATH.
  [[nodiscard]] static RawName of(io::FoundFile file);
  /// A member of the archive that stands here, `counter` its archive's; its path is made plain and cannot
  /// leave the archive.
  [[nodiscard]] RawName within(std::string_view path, MemberCounter& counter) const;
};

/// Turns inputs into documents for a visitor; made for each batch, with the worker's own document and
/// scratch.
class RawVisit {
 public:
  RawVisit(const RawSettings& settings, DecoderPool& decoders, Document& document, Scratch& scratch,
           Visitor& visitor)
      : settings_(settings), decoders_(decoders), document_(document), scratch_(scratch), visitor_(visitor) {}

  /// The document in `input`, or all documents of the archive that it is. Returns whether to go on.
  /// Memory: the document, or for an archive one member for each level.
  bool input(io::Input& input, const RawName& name);

  /// A member's bytes, or why there are none.
  bool member(io::Member&& member, const RawName& name);

  bool reject(const RawName& name, std::string_view reason);

  /// Raw bytes that became documents or were skipped.
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  bool archive(io::Input& input, io::ArchiveFormat format, const RawName& name);
  bool document(std::string bytes, const RawName& name);
  [[nodiscard]] RawDocument described(const RawName& name) const;

  const RawSettings& settings_;
  DecoderPool& decoders_;
  Document& document_;
  Scratch& scratch_;
  Visitor& visitor_;
  std::size_t bytes_ = 0;
};

/// Adds what an archive passed over, for --stats.
void count_skipped(const io::SkippedMembers& skipped, Counts& counts);

}  // namespace sito::pipeline
