#include "cli/deciding_options.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "io/error.h"
#include "temporary_folder.h"

namespace sito::cli {
namespace {

std::string digest_of(const std::vector<Given>& given) { return options_digest(deciding_options(given)); }

TEST(DecidingOptions, AreThoseOfStagesSorted) {
  const auto options = deciding_options(
      {{"strip.keep", {"true"}}, {"prune", {""}}, {"read.root", {"a"}}, {"read.include", {"b"}}});
  ASSERT_EQ(options.size(), 2U);
  EXPECT_EQ(options[0].name, "read.root");
  EXPECT_EQ(options[1].name, "strip.keep");
}

TEST(DecidingOptions, WhichFilesAreReadDoesNotCount) {
  EXPECT_EQ(digest_of({{"read.exclude", {"*.bak"}}, {"emit.shard-size", {"9"}}}), digest_of({}));
  EXPECT_NE(digest_of({{"emit.view", {"quote"}}}), digest_of({}));
  EXPECT_NE(digest_of({{"emit.view", {"quote"}}}), digest_of({{"emit.view", {"segment"}}}));
}

TEST(DecidingOptions, ValuesAreToldApart) {
  EXPECT_NE(digest_of({{"emit.fields", {"a", "b"}}}), digest_of({{"emit.fields", {"ab"}}}));
  EXPECT_NE(digest_of({{"emit.fields", {"a"}}, {"emit.view", {}}}),
            digest_of({{"emit.fields", {"a", "emit.view"}}}));
}

TEST(DecidingOptions, AFileIsWhatIsInIt) {
  const TemporaryFolder folder;
  folder.write("a", "rule");
  folder.write("b", "rule");
  folder.write("c", "another");
  const auto with = [&](const std::string& name) {
    return digest_of({{"strip.rules", {folder.path(name)}, true}});
  };
  EXPECT_EQ(with("a"), with("b"));
  EXPECT_NE(with("a"), with("c"));
  EXPECT_THROW((void)with("none"), IoError);
  ASSERT_EQ(::mkfifo(folder.path("pipe").c_str(), 0600), 0);
  EXPECT_THROW((void)with("pipe"), IoError) << "its bytes would be gone when the rules are read";
}

}  // namespace
}  // namespace sito::cli
