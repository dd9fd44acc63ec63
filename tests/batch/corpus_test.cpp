#include "batch/corpus.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "document/frame.h"
#include "io/error.h"
#include "io/input.h"
#include "temporary_folder.h"

namespace sito::batch {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct SizeCase {
  const char* name;
  const char* size;
  std::optional<std::size_t> records;
  std::optional<std::size_t> bytes;
};

constexpr SizeCase kSizes[] = {
    {"Records", "10000", 10000, 0},
    {"OneRecord", "1", 1, 0},
    {"Kibibytes", "4K", 0, 4096},
    {"Mebibytes", "64M", 0, 64 << 20},
    {"WithB", "64MB", 0, 64 << 20},
    {"WithIB", "64MiB", 0, 64 << 20},
    {"Gibibytes", "2G", 0, std::size_t{2} << 30},
    {"Tebibytes", "1T", 0, std::size_t{1} << 40},
    {"Nothing", "0", {}, {}},
    {"NoBytes", "0M", {}, {}},
    {"Empty", "", {}, {}},
    {"UnitAlone", "M", {}, {}},
    {"SmallLetter", "64m", {}, {}},
    {"UnknownUnit", "64P", {}, {}},
    {"BytesHaveNoUnit", "64B", {}, {}},
    {"More", "64MBs", {}, {}},
    {"Negative", "-1", {}, {}},
    {"Fraction", "1.5M", {}, {}},
    {"ASpace", "64 M", {}, {}},
    {"TooManyBytes", "99999999T", {}, {}},
    {"TooManyRecords", "99999999999999999999", {}, {}},
};

class Sizes : public testing::TestWithParam<SizeCase> {};
TEST_P(Sizes, Parse) {
  const auto size = ShardSize::parse(GetParam().size);
  ASSERT_EQ(size.has_value(), GetParam().records.has_value());
  if (!size) return;
  EXPECT_EQ(size->records, GetParam().records);
  EXPECT_EQ(size->bytes, GetParam().bytes);
}
INSTANTIATE_TEST_SUITE_P(ShardSizes, Sizes, testing::ValuesIn(kSizes),
                         [](const auto& row) { return row.param.name; });

std::string frames(const std::vector<std::pair<std::string, std::string>>& records) {
  std::string out;
  for (const auto& [id, record] : records) append_frame(out, {id, record});
  return out;
}

CorpusSettings settings(const TemporaryFolder& folder, ShardSize size) {
  CorpusSettings settings;
  settings.folder = folder.path("corpus");
  settings.compression = io::Compression::kNone;
  settings.shard_size = size;
  settings.manifest.program = "test";
  return settings;
}

std::vector<std::string> names(const TemporaryFolder& folder, const std::string& below = {}) {
  std::vector<std::string> all;
  for (const auto& entry : boost::filesystem::directory_iterator(folder.path(below)))
    all.push_back(entry.path().filename().string());
  std::sort(all.begin(), all.end());
  return all;
}

TEST(Corpora, PartsHaveSoManyRecordsHoweverTheyCome) {
  const std::string all = frames({{"a", "1\n"}, {"a", "2\n"}, {"b", "3\n"}});
  for (const bool at_once : {true, false}) {
    const TemporaryFolder folder;
    Corpus corpus(settings(folder, {2, 0}));
    if (at_once) {
      corpus.add(all);
    } else {
      corpus.add(frames({{"a", "1\n"}}));
      corpus.add("");
      corpus.add(frames({{"a", "2\n"}, {"b", "3\n"}}));
    }
    EXPECT_EQ(corpus.content_bytes(), 6);
    corpus.commit();
    EXPECT_THAT(names(folder, "corpus"),
                ElementsAre("_SUCCESS", "_manifest.json", "part-00000.jsonl", "part-00001.jsonl"));
    EXPECT_EQ(folder.read("corpus/part-00000.jsonl"), "1\n2\n");
    EXPECT_EQ(folder.read("corpus/part-00001.jsonl"), "3\n");
    EXPECT_THAT(folder.read("corpus/_manifest.json"),
                HasSubstr(R"({"name":"part-00000.jsonl","records":2,"bytes":4,"content_bytes":4,"digest":")" +
                          digest(DigestKind::kSha256, "1\n2\n") + R"(","first_id":"a","last_id":"a"})"));
  }
}

TEST(Corpora, APartEndsWithTheRecordThatReachesItsSize) {
  const TemporaryFolder folder;
  Corpus corpus(settings(folder, {0, 5}));
  corpus.add(frames({{"a", "12\n"}, {"b", "34\n"}, {"c", "longer than a part\n"}, {"d", "5\n"}}));
  corpus.commit();
  EXPECT_EQ(folder.read("corpus/part-00000.jsonl"), "12\n34\n");
  EXPECT_EQ(folder.read("corpus/part-00001.jsonl"), "longer than a part\n");
  EXPECT_EQ(folder.read("corpus/part-00002.jsonl"), "5\n");
}

TEST(Corpora, EveryPartBeginsWithTheHead) {
  const TemporaryFolder folder;
  auto with_head = settings(folder, {1, 0});
  with_head.suffix = "csv";
  with_head.head = "id\r\n";
  Corpus corpus(with_head);
  corpus.add(frames({{"a", "a\r\n"}, {"b", "b\r\n"}}));
  corpus.commit();
  EXPECT_EQ(folder.read("corpus/part-00000.csv"), "id\r\na\r\n");
  EXPECT_EQ(folder.read("corpus/part-00001.csv"), "id\r\nb\r\n");
}

TEST(Corpora, PartsAreCompressedAndTheirBytesAreTheFiles) {
  for (const auto& [compression, suffix] :
       {std::pair{io::Compression::kZstd, ".zst"}, std::pair{io::Compression::kGzip, ".gz"}}) {
    const TemporaryFolder folder;
    auto compressed = settings(folder, {0, 1 << 20});
    compressed.compression = compression;
    Corpus corpus(compressed);
    const std::string record = std::string(5000, 'x') + "\n";
    corpus.add(frames({{"a", record}}));
    corpus.commit();
    const std::string part = "corpus/part-00000.jsonl" + std::string(suffix);
    io::Input input(folder.path(part));
    EXPECT_EQ(io::rest(input, 1 << 20).value(), record);
    EXPECT_THAT(
        folder.read("corpus/_manifest.json"),
        HasSubstr("\"bytes\":" + std::to_string(folder.read(part).size()) +
                  ",\"content_bytes\":5001,\"digest\":\"" + digest(DigestKind::kSha256, folder.read(part))));
  }
}

TEST(Corpora, WithoutARecordThereIsOnePart) {
  const TemporaryFolder folder;
  Corpus corpus(settings(folder, {1, 0}));
  corpus.commit();
  EXPECT_EQ(folder.read("corpus/part-00000.jsonl"), "");
  EXPECT_THAT(folder.read("corpus/_manifest.json"), HasSubstr(R"("first_id":null,"last_id":null)"));
}

TEST(Corpora, WithoutCommitNothingStays) {
  const TemporaryFolder folder;
  {
    Corpus corpus(settings(folder, {1, 0}));
    corpus.add(frames({{"a", "1\n"}, {"b", "2\n"}}));
  }
  EXPECT_THAT(names(folder), IsEmpty());
}

TEST(Corpora, AnOlderOneIsReplacedWhole) {
  const TemporaryFolder folder;
  for (const auto& records : {frames({{"a", "1\n"}, {"b", "2\n"}}), frames({{"c", "3\n"}})}) {
    auto over = settings(folder, {1, 0});
    over.overwrite = true;
    Corpus corpus(over);
    corpus.add(records);
    corpus.commit();
  }
  EXPECT_THAT(names(folder, "corpus"), ElementsAre("_SUCCESS", "_manifest.json", "part-00000.jsonl"));
  EXPECT_EQ(folder.read("corpus/part-00000.jsonl"), "3\n");
  EXPECT_THAT(names(folder), ElementsAre("corpus"));
}

TEST(Corpora, AnErrorNamesThePlaceOfThePart) {
  const TemporaryFolder folder;
  auto unwritable = settings(folder, {1, 0});
  unwritable.suffix = "no/such";
  Corpus corpus(unwritable);
  try {
    corpus.add(frames({{"a", "1\n"}}));
    FAIL();
  } catch (const IoError& error) {
    EXPECT_EQ(error.path(), folder.path("corpus/part-00000.no/such"));
  }
}

// What stands in the folder, and why it may not become a corpus, unasked and with --overwrite.
struct PlaceCase {
  const char* name;
  std::vector<std::string> files;
  const char* reason;
  const char* reason_to_overwrite;
};

const PlaceCase kPlaces[] = {
    {"IsNotThere", {}, "", ""},
    {"HoldsACorpus",
     {"corpus/_SUCCESS", "corpus/_manifest.json", "corpus/part-00000.jsonl"},
     ": already holds a corpus; --overwrite replaces it",
     ""},
    {"HoldsAnUnfinishedOne",
     {"corpus/part-00000.jsonl"},
     ": already holds a corpus; --overwrite replaces it",
     ""},
    {"HoldsAFileOfSomebody",
     {"corpus/notes.txt"},
     ": holds 'notes.txt', which is no part of a corpus",
     ": holds 'notes.txt', which is no part of a corpus"},
    {"IsAFile", {"corpus"}, ": is no folder", ": is no folder"},
};

class Places : public testing::TestWithParam<PlaceCase> {};
TEST_P(Places, AreChecked) {
  const TemporaryFolder folder;
  for (const auto& file : GetParam().files) folder.write(file, "");
  const auto reason = [&](bool overwrite) {
    const auto checked = check_corpus_folder(folder.path("corpus"), overwrite);
    return checked ? std::string() : checked.error().reason;
  };
  const auto full = [&](std::string said) { return said.empty() ? said : folder.path("corpus") + said; };
  EXPECT_EQ(reason(false), full(GetParam().reason));
  EXPECT_EQ(reason(true), full(GetParam().reason_to_overwrite));
}
INSTANTIATE_TEST_SUITE_P(Corpora, Places, testing::ValuesIn(kPlaces),
                         [](const auto& row) { return row.param.name; });

TEST(Corpora, AnEmptyFolderMayBecomeOne) {
  const TemporaryFolder folder;
  boost::filesystem::create_directory(folder.path("corpus"));
  EXPECT_TRUE(check_corpus_folder(folder.path("corpus"), false));
}

}  // namespace
}  // namespace sito::batch
