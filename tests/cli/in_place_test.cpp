#include "cli/in_place.h"

#include <gtest/gtest.h>

#include "cli/exit_status.h"
#include "pipeline/plain_source.h"
#include "temporary_folder.h"

namespace sito::cli {
namespace {

class AllThrough final : public pipeline::Visitor {
 public:
  explicit AllThrough(const Sink& sink) : sink_(sink) {}
  bool document(Document& document, pipeline::Place, std::string_view) override {
    std::string lines;
    if (auto done = sink_.write(document, scratch_, lines); !done) reason = done.error().reason;
    EXPECT_EQ(lines, "");
    return true;
  }
  bool reject(pipeline::Place, std::string_view why, std::string_view) override { return reason = why, true; }
  bool skip(pipeline::Place, std::string_view) override { return true; }

  std::string reason;

 private:
  const Sink& sink_;
  Scratch scratch_;
};

/// Why the file was refused; "" if it was written.
std::string refused(const std::string& file, const std::string& suffix = {},
                    const std::string& encoding = "auto") {
  pipeline::PlainSettings settings;
  settings.decode.encoding = encoding;
  auto source = *pipeline::make_plain_source({file}, settings);
  const auto sink = make_in_place_sink({file}, suffix);
  AllThrough visitor(*sink);
  Document document;
  Scratch scratch;
  while (auto batch = source->next()) batch->expand({}, document, scratch, visitor);
  return visitor.reason;
}

TEST(InPlace, TheFileBecomesItsText) {
  TemporaryFolder folder;
  const auto file = folder.write("a.txt", "\xEF\xBB\xBFСесія\n\n");
  EXPECT_EQ(refused(file), "");
  EXPECT_EQ(folder.read("a.txt"), "Сесія\n");
}

TEST(InPlace, TheEarlierFileIsKeptWithASuffix) {
  TemporaryFolder folder;
  const auto file = folder.write("a.txt", "one end missing");
  EXPECT_EQ(refused(file, ".bak"), "");
  EXPECT_EQ(folder.read("a.txt"), "one end missing\n");
  EXPECT_EQ(folder.read("a.txt.bak"), "one end missing");
}

TEST(InPlace, AGuessedEncodingIsRefused) {
  TemporaryFolder folder;
  const auto file = folder.write("a.txt", "\xd2\xe8");
  EXPECT_NE(refused(file), "");
  EXPECT_EQ(folder.read("a.txt"), "\xd2\xe8");
  EXPECT_EQ(refused(file, "", "windows-1251"), "");
  EXPECT_EQ(folder.read("a.txt"), "Ти\n");
}

TEST(InPlace, NamesAreChecked) {
  EXPECT_THROW((void)make_in_place_sink({}, ""), UsageError);
  EXPECT_THROW((void)make_in_place_sink({"-"}, ""), UsageError);
  EXPECT_THROW((void)make_in_place_sink({"a", "b", "a"}, ""), UsageError);
  EXPECT_THROW((void)make_in_place_sink({"a", "a.bak"}, ".bak"), UsageError);
}

TEST(InPlace, AKeptFileIsReplacedNotWrittenThrough) {
  TemporaryFolder folder;
  const auto file = folder.write("a.txt", "a");
  folder.write("precious", "precious");
  boost::filesystem::create_symlink("precious", folder.path("a.txt.bak"));
  EXPECT_EQ(refused(file, ".bak"), "");
  EXPECT_EQ(folder.read("a.txt.bak"), "a");
  EXPECT_EQ(folder.read("precious"), "precious");
}

}  // namespace
}  // namespace sito::cli
