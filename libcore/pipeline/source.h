// source.h: where documents come from.
//
// A source hands out batches in order, cheaply, under a lock; a worker then turns its batch into
// documents. So lines are parsed and files opened and decoded by all workers at once, while the order
// is settled in one place. Sources: line_source.h (the wire), file_source.h (raw files and archives).
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "document/document.h"
#include "document/scratch.h"

namespace sito::pipeline {

/// Where something stands in the input: the file's name as the user gave it, and its line from 1;
/// 0 for a raw file, which is one document.
struct Place {
  std::string_view file;
  std::size_t line = 0;
  std::string_view input = {};  ///< the raw file that `file`, its member or record, stands in
};

/// What a batch is turned into, in order. Each call returns whether to go on.
class Visitor {
 public:
  virtual ~Visitor() = default;
  /// `record` is what came in, kept if a stage rejects the document; empty for raw files.
  virtual bool document(Document& document, Place place, std::string_view record) = 0;
  /// Something that is no document: a broken line, an unreadable file.
  virtual bool reject(Place place, std::string_view reason, std::string_view record) = 0;
  /// A file that is no text: its media type; or what else is no document, in words without a slash
  /// ("WARC request").
  virtual bool skip(Place place, std::string_view media_type) = 0;
};

class Batch {
 public:
  virtual ~Batch() = default;
  /// Visits the batch's documents in order until a call returns false. `known` are the chain's fields
  /// (Document::assign); `document` and `scratch` are the worker's own, used again.
  virtual void expand(std::span<const std::string_view> known, Document& document, Scratch& scratch,
                      Visitor& visitor) = 0;
  /// How much input it stands for, for progress and statistics.
  [[nodiscard]] virtual std::size_t bytes() const = 0;
};

class Source {
 public:
  virtual ~Source() = default;
  /// The next batch, or null at the end. Gives what it has rather than wait for more input while it
  /// holds something. Throws IoError when input cannot be read.
  virtual std::unique_ptr<Batch> next() = 0;
  /// What the source itself passed over, for --stats; asked once it has ended.
  [[nodiscard]] virtual Counts counts() const { return {}; }
};

}  // namespace sito::pipeline
