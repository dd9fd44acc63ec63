#include "batch/entry.h"

#include <gtest/gtest.h>

namespace sito::batch {
namespace {

/// Two lines a document, none for the text "nothing", a reject for "bad".
class TwoLines final : public Sink {
 public:
  [[nodiscard]] std::span<const std::string_view> fields() const override { return {}; }
  Result<void> write(Document& document, Scratch&, std::string& out) const override {
    const auto text = *document.text();
    if (text == "nothing") return {};
    out.append(text).append("\n1\n");
    if (text == "bad") return Reject{"bad"};
    return {};
  }
};

class EntrySinks : public ::testing::Test {
 protected:
  Result<void> write(std::string_view line) {
    EXPECT_TRUE(document_.assign(line));
    return sink_->write(document_, scratch, out);
  }

  Scratch scratch;
  std::string out;

 private:
  Document document_;
  std::unique_ptr<Sink> sink_ = make_entry_sink(std::make_unique<TwoLines>());
};

TEST_F(EntrySinks, KeepADocumentsRecordsTogether) {
  scratch.provenance = {"in/a.tar", "0123456789abcdef"};
  ASSERT_TRUE(write(R"({"id":"a\u0062","text":"x"})"));
  ASSERT_TRUE(write(R"({"id":"c","text":"nothing"})"));
  std::string_view entries = out;
  const auto first = take_entry(entries);
  EXPECT_EQ(first.id, "ab");
  EXPECT_EQ(first.input, "in/a.tar");
  EXPECT_EQ(first.fingerprint, "0123456789abcdef");
  EXPECT_EQ(first.records, "x\n1\n");
  EXPECT_EQ(first.count(), 2);
  const auto second = take_entry(entries);
  EXPECT_EQ(second.id, "c");
  EXPECT_EQ(second.records, "");
  EXPECT_EQ(second.count(), 0);
  EXPECT_TRUE(entries.empty());
}

TEST_F(EntrySinks, ARejectLeavesNothing) {
  ASSERT_TRUE(write(R"({"id":"a","text":"x"})"));
  const auto before = out;
  EXPECT_EQ(write(R"({"id":"b","text":"bad"})").error().reason, "bad");
  EXPECT_EQ(write(R"({"text":"x"})").error().reason, "no id");
  EXPECT_EQ(out, before);
}

TEST(Entries, AreTakenAsTheyWereAppended) {
  std::string out;
  append_entry(out, {"id", "in", "print", "line\n"});
  std::string_view entries = out;
  const auto entry = take_entry(entries);
  EXPECT_EQ(entry.records, "line\n");
  EXPECT_EQ(entry.fingerprint, "print");
}

}  // namespace
}  // namespace sito::batch
