#include "emit/stage.h"

#include <string_view>
#include <utility>
#include <vector>

#include "emit/line.h"
#include "emit/rows.h"
#include "emit/shape.h"

namespace sito::emit {
namespace {

class LineSink final : public Sink {
 public:
  explicit LineSink(Settings settings)
      : view_(settings.view),
        line_{settings.fields.empty() ? all_fields(settings.view) : std::move(settings.fields),
              settings.keep_foreign} {
    for (const auto& shape : wire_shapes()) names_.push_back(shape.name);
  }

  [[nodiscard]] std::span<const std::string_view> fields() const override { return names_; }

  Result<void> write(Document& document, Scratch& scratch, std::string& out) const override {
    Rows rows(view_);
    auto begun = rows.begin(document, scratch);
    if (!begun) return begun;
    for (;;) {
      const auto next = rows.next();
      if (!next) return next.error();
      if (!*next) return {};
      auto appended = append_line(rows.row(), line_, rows.text_size(), out);
      if (!appended) return Reject{rows.place() + appended.error().reason};
    }
  }

 private:
  View view_;
  LineSettings line_;
  std::vector<std::string_view> names_;
};

}  // namespace

std::unique_ptr<Sink> make_sink(Settings settings) { return std::make_unique<LineSink>(std::move(settings)); }

}  // namespace sito::emit
