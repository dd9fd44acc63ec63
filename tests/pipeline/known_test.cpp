#include "pipeline/known.h"

#include <gtest/gtest.h>

#include <boost/filesystem/operations.hpp>
#include <set>

#include "collector.h"
#include "pipeline/file_source.h"
#include "tar_bytes.h"
#include "temporary_folder.h"

namespace sito::pipeline {
namespace {

/// Knows what it is told, and remembers what it was asked.
struct Memory final : Known {
  bool has_file(const io::FoundFile& file) override {
    asked.push_back(file.path);
    return files.contains(file.below);
  }
  bool has_document(std::string_view id, std::string_view fingerprint) override {
    fingerprints.emplace(id, fingerprint);
    return documents.contains(std::string(id.substr(id.rfind('/') + 1)));
  }
  std::set<std::string, std::less<>> files;
  std::set<std::string, std::less<>> documents;
  std::vector<std::string> asked;
  std::map<std::string, std::string, std::less<>> fingerprints;
};

RawDocument page() {
  RawDocument raw;
  raw.id = "a/b";
  raw.path = "a/b";
  raw.bytes = "text";
  return raw;
}

TEST(Fingerprint, IsOfAllThatGoesIntoTheRecord) {
  const auto same = fingerprint(page(), {});
  EXPECT_EQ(same.size(), 16U);
  EXPECT_EQ(fingerprint(page(), {}), same);
  auto other = page();
  other.bytes = "Text";
  EXPECT_NE(fingerprint(other, {}), same);
  other = page();
  other.modified = 1;
  EXPECT_NE(fingerprint(other, {}), same);
  for (auto field : {&RawDocument::id, &RawDocument::source, &RawDocument::site, &RawDocument::path,
                     &RawDocument::member, &RawDocument::uri, &RawDocument::record, &RawDocument::date}) {
    other = page();
    other.*field = "else";
    EXPECT_NE(fingerprint(other, {}), same);
  }
}

TEST(Fingerprint, IsOfWhatAServerSaidToo) {
  EXPECT_NE(fingerprint(page(), {"text/html", ""}), fingerprint(page(), {}));
  EXPECT_NE(fingerprint(page(), {"text/html", "koi8-u"}), fingerprint(page(), {"text/html", ""}));
}

TEST(Fingerprint, NamesDoNotRunTogether) {
  auto one = page();
  one.source = "ab";
  auto other = page();
  other.source = "a";
  other.site = "b";
  EXPECT_NE(fingerprint(one, {}), fingerprint(other, {}));
}

class KnownInputs : public ::testing::Test {
 protected:
  std::vector<std::string> read() {
    FileSettings settings;
    settings.raw.known = &memory;
    auto source = *make_file_source({folder.path("in")}, settings);
    auto collector = collected(*source);
    unchanged = collector.scratch.counts.sums().contains("read.unchanged")
                    ? collector.scratch.counts.sums().at("read.unchanged")
                    : 0;
    for (auto& line : collector.seen) line.erase(0, line.find("/in/") + 4);
    return collector.seen;
  }

  TemporaryFolder folder;
  Memory memory;
  std::int64_t unchanged = 0;
};

TEST_F(KnownInputs, FilesAreNotOpened) {
  boost::filesystem::create_directory(folder.path("in"));
  folder.write("in/a", "one");
  folder.write("in/b", "two");
  memory.files = {"a"};
  EXPECT_EQ(read(), (std::vector<std::string>{"b: two"}));
  EXPECT_EQ(memory.asked.size(), 2U);
  EXPECT_EQ(memory.fingerprints.size(), 1U);
}

TEST_F(KnownInputs, MembersAreTold) {
  boost::filesystem::create_directory(folder.path("in"));
  folder.write("in/a.tar", tar_bytes({{"x", "one"}, {"y", "two"}}));
  memory.documents = {"x"};
  EXPECT_EQ(read(), (std::vector<std::string>{"a.tar/y: two"}));
  EXPECT_EQ(unchanged, 1);
  EXPECT_EQ(memory.fingerprints.size(), 2U);
}

}  // namespace
}  // namespace sito::pipeline
