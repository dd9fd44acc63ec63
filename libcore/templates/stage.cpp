#include "templates/stage.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "document/json_value.h"
#include "templates/block.h"
#include "templates/page_bytes.h"
#include "templates/page_keys.h"

namespace sito::templates {
namespace {

class PageSink final : public Sink {
 public:
  explicit PageSink(std::string group_by) : group_by_(std::move(group_by)), field_(group_by_) {}

  [[nodiscard]] std::span<const std::string_view> fields() const override { return {&field_, 1}; }

  Result<void> write(Document& document, Scratch&, std::string& out) const override {
    const auto site = this->site(document);
    if (!site) return site.error();
    const auto text = document.text();
    if (!text) return text.error();
    PageKeys keys;
    keys.assign(*text);
    append_page(*site, keys.records(), out);
    return {};
  }

 private:
  [[nodiscard]] Result<std::string> site(const Document& document) const {
    const auto field = document.field(group_by_);
    if (!field) return Reject{fmt::format("`{}` is missing", group_by_)};
    auto name = json::string(*field);
    if (!name) return Reject{fmt::format("`{}` is no string", group_by_)};
    if (name->size() > kMostNameBytes)
      return Reject{fmt::format("`{}` is longer than {} bytes", group_by_, kMostNameBytes)};
    return *std::move(name);
  }

  std::string group_by_;
  std::string_view field_;
};

}  // namespace

std::unique_ptr<Sink> make_page_sink(std::string group_by) {
  return std::make_unique<PageSink>(std::move(group_by));
}

}  // namespace sito::templates
