// chain.h: the stages a document passes and the sink it ends in.
//
// A tool is a chain of one stage and the wire; `sito run` is a chain of all of them and emit. Built
// once, then const and shared by the workers.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "document/stage.h"

namespace sito::pipeline {

class Chain {
 public:
  Chain(std::vector<std::unique_ptr<Stage>> stages, std::unique_ptr<Sink> sink);

  /// Every key that a stage or the sink reads or writes, for Document::assign().
  [[nodiscard]] const std::vector<std::string_view>& fields() const { return fields_; }

  /// Takes one document through all stages and appends its lines to `out`. On a Reject `out` is as it was.
  Result<void> process(Document& document, Scratch& scratch, std::string& out) const;

 private:
  std::vector<std::unique_ptr<Stage>> stages_;
  std::unique_ptr<Sink> sink_;
  std::vector<std::string_view> fields_;
};

/// The wire: the document as one line.
[[nodiscard]] std::unique_ptr<Sink> make_line_sink();

/// Appends a text as plain output has it: ended by one LF; an empty text is no line at all.
void append_plain(std::string_view text, std::string& out);

/// The text alone, as append_plain() has it.
[[nodiscard]] std::unique_ptr<Sink> make_text_sink();

}  // namespace sito::pipeline
