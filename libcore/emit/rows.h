// rows.h: from a document to what the lines of a view are made of.
//
// Settles how many lines a document makes and which value each field of a line takes; the values are
// JSON as it stands in the document, or made here (indices, keys, the text of a paragraph). Their
// shape is line.h's question.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/json_value.h"
#include "document/result.h"
#include "document/scratch.h"
#include "emit/view.h"
#include "text/span.h"

namespace sito::emit {

/// What one line is made of. Views of the document and of the Rows that it comes from.
struct Row {
  std::vector<json::Member> own;      ///< fields of the view, in any order; what is missing is null
  std::vector<json::Member> foreign;  ///< fields that are nobody's, in the document's order

  [[nodiscard]] std::optional<json::Value> find(std::string_view name) const;
};

/// The rows of one document after another.
class Rows {
 public:
  explicit Rows(View view) : view_(view) {}

  /// Begins with a document, which outlives the rows, as does `scratch`, whose offsets are taken.
  /// Rejects a document without `id`, and one in which what the view cuts it by is no list of objects.
  Result<void> begin(Document& document, Scratch& scratch);

  /// Moves to the next row; false if there is none. Rejects a segment that does not lie in the text or
  /// names a quote that is not there.
  Result<bool> next();

  [[nodiscard]] const Row& row() const { return row_; }

  /// Code points in the document's text.
  [[nodiscard]] std::size_t text_size() const { return text_size_; }

  /// Where the row comes from, for reasons: `quotes[3]: `, or nothing for the document itself.
  [[nodiscard]] std::string place() const;

 private:
  void share(const Document& document);
  void begin_row(std::string_view index_name);
  void add_span(Span span, std::string_view text);
  Result<bool> next_paragraph();
  Result<bool> next_segment();
  Result<bool> next_quote();
  Result<void> add_quote_of(json::Value segment);

  View view_;
  std::string_view text_;
  std::size_t text_size_ = 0;
  Scratch* scratch_ = nullptr;
  Row shared_;  ///< what all rows of the document have
  Row row_;
  std::size_t index_ = 0;  ///< of the next row
  std::vector<ByteRange> paragraphs_;
  std::vector<json::Value> elements_;  ///< of `quotes` or `segments`
  std::vector<json::Value> quotes_;    ///< for the segments that are quotes
  std::string id_;                     ///< escaped, without its quotes
  // JSON that was made here.
  std::string index_json_, key_json_, start_json_, end_json_, text_json_;
};

}  // namespace sito::emit
