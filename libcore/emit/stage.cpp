#include "emit/stage.h"

#include <string_view>
#include <utility>
#include <vector>

#include "document/frame.h"
#include "emit/cells.h"
#include "emit/line.h"
#include "emit/rows.h"
#include "emit/shape.h"

namespace sito::emit {
namespace {

class LineSink final : public Sink {
 public:
  explicit LineSink(Settings settings)
      : settings_(std::move(settings)), line_{settings_.fields, settings_.keep_foreign} {
    for (const auto& shape : wire_shapes()) names_.push_back(shape.name);
  }

  [[nodiscard]] std::span<const std::string_view> fields() const override { return names_; }

  Result<void> write(Document& document, Scratch& scratch, std::string& out) const override {
    Rows rows(settings_.view);
    auto begun = rows.begin(document, scratch);
    if (!begun) return begun;
    if (settings_.sample && !settings_.sample->holds(*document.id())) {
      scratch.counts.add("emit.not_sampled", 1);
      return {};
    }
    const std::string id = settings_.framed ? *document.id() : std::string();
    std::int64_t lines = 0;
    for (;; ++lines) {
      const auto next = rows.next();
      if (!next) return next.error();
      if (!*next) break;
      auto appended = append(rows, id, scratch, out);
      if (!appended) return Reject{rows.place() + appended.error().reason};
    }
    scratch.counts.add("emit.lines", lines);
    return {};
  }

 private:
  /// The row that `rows` is at, as what is asked for.
  Result<void> append(const Rows& rows, std::string_view id, Scratch& scratch, std::string& out) const {
    const bool in_cells = settings_.format != Format::kJsonLines;
    if (!in_cells && !settings_.framed) return append_line(rows.row(), line_, rows.text_size(), out);
    scratch.json.clear();
    auto appended = append_line(rows.row(), line_, rows.text_size(), scratch.json);
    if (!appended) return appended;
    if (!settings_.framed) {
      append_cells(scratch.json, line_.fields, settings_.format, out);
    } else if (!in_cells) {
      append_frame(out, {id, scratch.json});
    } else {
      scratch.text.clear();
      append_cells(scratch.json, line_.fields, settings_.format, scratch.text);
      append_frame(out, {id, scratch.text});
    }
    return {};
  }

  Settings settings_;
  LineSettings line_;
  std::vector<std::string_view> names_;
};

Settings completed(Settings settings) {
  if (settings.fields.empty()) settings.fields = all_fields(settings.view);
  return settings;
}

}  // namespace

std::string head(const Settings& settings) {
  std::string out;
  if (settings.format == Format::kJsonLines) return out;
  if (settings.byte_order_mark) out = "\xEF\xBB\xBF";
  append_header(settings.fields.empty() ? all_fields(settings.view) : settings.fields, settings.format, out);
  return out;
}

std::unique_ptr<Sink> make_sink(Settings settings) {
  return std::make_unique<LineSink>(completed(std::move(settings)));
}

}  // namespace sito::emit
