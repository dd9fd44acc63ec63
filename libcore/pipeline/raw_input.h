// raw_input.h: what one opened input holds: a document, or an archive of them.
//
// Decides by content, decodes documents and opens archives inside archives. Which inputs there are and who
// reads them is file_source.h's question.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "decode/decode.h"
#include "html/page_text.h"
#include "io/archive.h"
#include "io/input.h"
#include "pipeline/raw_archive.h"
#include "pipeline/raw_document.h"
#include "pipeline/source.h"

namespace sito::pipeline {

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

  /// The document or the documents in an archive's member or a WARC's record, or why there is none.
  bool entry(Entry&& entry);

  bool reject(const RawName& name, std::string_view reason);

  /// Raw bytes that became documents or were skipped.
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  bool archive(io::Input& input, io::ArchiveFormat format, const RawName& name);
  bool member(io::Member&& member, const RawName& name);
  bool record(io::WarcRecord&& record, const RawName& name);
  bool document(std::string bytes, const RawName& name, const io::ContentType& declared = {});
  [[nodiscard]] bool is_known(const RawDocument& raw, const io::ContentType& declared, const RawName& name);
  [[nodiscard]] bool is_wanted(std::string_view media_type) const;
  [[nodiscard]] RawDocument described(const RawName& name);
  [[nodiscard]] const std::string& source_of(const io::FoundFile& file);

  const RawSettings& settings_;
  DecoderPool& decoders_;
  Document& document_;
  Scratch& scratch_;
  Visitor& visitor_;
  html::PageReader page_reader_;
  std::size_t bytes_ = 0;
  std::string source_;  ///< of the PATH given_
  std::string given_;
  bool given_itself_ = false;
};

/// Adds what an archive passed over, for --stats.
void count_skipped(const io::SkippedMembers& skipped, Counts& counts);

}  // namespace sito::pipeline
