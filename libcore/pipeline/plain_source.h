// plain_source.h: raw texts as documents, for --plain.
//
// Standard input, or each file, is one raw text in any encoding: the same decoding as file_source.h's,
// without names and archives.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "pipeline/raw_document.h"
#include "pipeline/source.h"

namespace sito::pipeline {

struct PlainSettings {
  decode::Settings decode;
  std::size_t max_bytes = std::size_t{256} << 20;  ///< a text, decompressed
};

/// One document a file, with `text` and `origin`; "-" is standard input, and so is no file at all. What is
/// no text is rejected. Throws IoError at once for a file that is not there; UTF-8 and every encoding that
/// decode/ finds. Rejects (as Result) an unknown encoding.
[[nodiscard]] Result<std::unique_ptr<Source>> make_plain_source(std::vector<std::string> files,
                                                                const PlainSettings& settings);

}  // namespace sito::pipeline
