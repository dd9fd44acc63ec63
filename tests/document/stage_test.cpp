#include "document/stage.h"

#include <gtest/gtest.h>

#include <array>
#include <memory>

namespace sito {
namespace {

using namespace std::string_view_literals;

/// The smallest stage and sink there are: they show the contract at work.
class Length final : public Stage {
 public:
  [[nodiscard]] std::span<const std::string_view> fields() const override { return kFields; }
  Result<void> apply(Document& document, Scratch& scratch) const override {
    const auto text = document.text();
    if (!text) return text.error();
    scratch.counts.add("length.documents", 1);
    document.set("length", std::to_string(text->size()));
    return {};
  }

 private:
  static constexpr std::array kFields = {"length"sv};
};

class Lines final : public Sink {
 public:
  [[nodiscard]] std::span<const std::string_view> fields() const override { return {}; }
  Result<void> write(Document& document, Scratch&, std::string& out) const override {
    document.append_to(out);
    out += '\n';
    return {};
  }
};

TEST(Stage, RewritesADocumentOnItsWayToASink) {
  const std::unique_ptr<const Stage> stage = std::make_unique<Length>();
  const std::unique_ptr<const Sink> sink = std::make_unique<Lines>();
  Document document;
  Scratch scratch;
  std::string out;
  ASSERT_TRUE(document.assign(R"({"length":0, "text":"сито"})", stage->fields()));
  ASSERT_TRUE(stage->apply(document, scratch));
  ASSERT_TRUE(sink->write(document, scratch, out));
  EXPECT_EQ(out, "{\"length\":8, \"text\":\"сито\"}\n");
  EXPECT_FALSE(document.assign(R"({"length":0,"length":0,"text":""})", stage->fields()));
  EXPECT_EQ(scratch.counts.sums().at("length.documents"), 1);
}

}  // namespace
}  // namespace sito
