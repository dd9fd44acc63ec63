#include "pipeline/chain.h"

#include <algorithm>

namespace sito::pipeline {
namespace {

class LineSink final : public Sink {
 public:
  [[nodiscard]] std::span<const std::string_view> fields() const override { return {}; }
  Result<void> write(Document& document, Scratch&, std::string& out) const override {
    document.append_to(out);
    out += '\n';
    return {};
  }
};

class TextSink final : public Sink {
 public:
  [[nodiscard]] std::span<const std::string_view> fields() const override { return {}; }
  Result<void> write(Document& document, Scratch&, std::string& out) const override {
    auto text = document.text();
    if (!text) return text.error();
    append_plain(*text, out);
    return {};
  }
};

}  // namespace

Chain::Chain(std::vector<std::unique_ptr<Stage>> stages, std::unique_ptr<Sink> sink)
    : stages_(std::move(stages)), sink_(std::move(sink)) {
  auto add = [&](std::span<const std::string_view> names) {
    fields_.insert(fields_.end(), names.begin(), names.end());
  };
  for (const auto& stage : stages_) add(stage->fields());
  add(sink_->fields());
  std::sort(fields_.begin(), fields_.end());
  fields_.erase(std::unique(fields_.begin(), fields_.end()), fields_.end());
}

Result<void> Chain::process(Document& document, Scratch& scratch, std::string& out) const {
  for (const auto& stage : stages_) {
    if (auto applied = stage->apply(document, scratch); !applied) return applied;
  }
  const std::size_t before = out.size();
  auto written = sink_->write(document, scratch, out);
  if (!written) out.resize(before);
  return written;
}

void append_plain(std::string_view text, std::string& out) {
  while (text.ends_with('\n')) text.remove_suffix(1);
  if (text.empty()) return;
  out += text;
  out += '\n';
}

std::unique_ptr<Sink> make_line_sink() { return std::make_unique<LineSink>(); }
std::unique_ptr<Sink> make_text_sink() { return std::make_unique<TextSink>(); }

}  // namespace sito::pipeline
