#include "pipeline/chain.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sito::pipeline {
namespace {

using testing::ElementsAre;

/// Sets one field, or rejects a document that has it.
class Mark final : public Stage {
 public:
  explicit Mark(std::string_view name) : names_{name, "shared"} {}
  [[nodiscard]] std::span<const std::string_view> fields() const override { return names_; }
  Result<void> apply(Document& document, Scratch&) const override {
    if (document.field(names_[0])) return Reject{"has it already"};
    document.set(names_[0], "1");
    return {};
  }

 private:
  std::string_view names_[2];
};

/// Writes half a line, then rejects.
class Broken final : public Sink {
 public:
  [[nodiscard]] std::span<const std::string_view> fields() const override { return {}; }
  Result<void> write(Document&, Scratch&, std::string& out) const override {
    out += "half";
    return Reject{"broken"};
  }
};

Chain marks(std::unique_ptr<Sink> sink) {
  std::vector<std::unique_ptr<Stage>> stages;
  stages.push_back(std::make_unique<Mark>("b"));
  stages.push_back(std::make_unique<Mark>("a"));
  return Chain(std::move(stages), std::move(sink));
}

std::string processed(const Chain& chain, std::string_view line) {
  Document document;
  Scratch scratch;
  std::string out = "before\n";
  EXPECT_TRUE(document.assign(line, chain.fields()));
  auto done = chain.process(document, scratch, out);
  return done ? out : out + done.error().reason;
}

TEST(Chain, FieldsAreEachStagesOnce) {
  EXPECT_THAT(marks(make_line_sink()).fields(), ElementsAre("a", "b", "shared"));
}

TEST(Chain, StagesFollowEachOther) {
  EXPECT_EQ(processed(marks(make_line_sink()), R"({"text":"x"})"),
            "before\n{\"text\":\"x\",\"b\":1,\"a\":1}\n");
}

TEST(Chain, ARejectLeavesTheOutputAsItWas) {
  EXPECT_EQ(processed(marks(make_line_sink()), R"({"text":"x","a":0})"), "before\nhas it already");
  EXPECT_EQ(processed(marks(std::make_unique<Broken>()), R"({"text":"x"})"), "before\nbroken");
}

TEST(TextSink, EndsATextWithOneLineEnd) {
  const Chain chain({}, make_text_sink());
  EXPECT_EQ(processed(chain, R"({"text":"один\nдва"})"), "before\nодин\nдва\n");
  EXPECT_EQ(processed(chain, R"({"text":"x\n\n"})"), "before\nx\n");
  EXPECT_EQ(processed(chain, R"({"text":""})"), "before\n");
}

}  // namespace
}  // namespace sito::pipeline
