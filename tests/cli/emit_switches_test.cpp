#include "cli/emit_switches.h"

#include <gtest/gtest.h>

#include <CLI/CLI.hpp>
#include <boost/filesystem/operations.hpp>

#include "cli/exit_status.h"
#include "temporary_folder.h"

namespace sito::cli {
namespace {

constexpr std::string_view kLine = R"({"text":"a","id":"b","mine":1})";

/// What a job makes of kLine, behind its head; the whole output of a job that reads nothing.
std::string written(const std::string& arguments, const std::string& output = "-",
                    const std::vector<std::string>& operands = {}) {
  CLI::App app;
  const EmitSwitches emit{Switches(app)};
  app.parse(arguments);
  const Request request{operands, {}, output, {{"overwrite", {"true"}}, {"view", {"document"}}}, "sito-emit"};
  std::string out;
  Job job = emit.job(request, [&](std::unique_ptr<Sink> sink) {
    Document document;
    Scratch scratch;
    EXPECT_TRUE(document.assign(kLine));
    EXPECT_TRUE(sink->write(document, scratch, out));
    return Job();
  });
  if (job.finish) job.finish([&](std::string_view bytes) { out += bytes; });
  if (!job.destination) return job.head + out;
  job.destination->write(out);
  job.destination->commit();
  return std::to_string(job.destination->bytes()) + " bytes";
}

TEST(EmitSwitches, SayWhichLinesLeave) {
  EXPECT_EQ(written("--fields id,text"), "{\"id\":\"b\",\"text\":\"a\"}\n");
  EXPECT_EQ(written("--fields id --foreign keep"), "{\"id\":\"b\",\"mine\":1}\n");
  EXPECT_EQ(written("--fields id,text --format csv"), "id,text\r\nb,a\r\n");
  EXPECT_EQ(written("--fields id,text --format tsv --bom"), "\xEF\xBB\xBFid\ttext\nb\ta\n");
  EXPECT_EQ(written("--view paragraph --fields key"), "{\"key\":\"b#paragraph=0\"}\n");
  EXPECT_EQ(written("--sample 0.000001%"), "");
}

TEST(EmitSwitches, ASchemaIsAllThatIsWritten) {
  EXPECT_EQ(written("--schema duckdb --fields id,created"), "columns={'id': 'VARCHAR', 'created': 'DATE'}\n");
  EXPECT_EQ(written("--schema duckdb --fields people --format csv"), "columns={'people': 'JSON'}\n");
  EXPECT_TRUE(written("--schema jsonschema --view quote").starts_with("{\n  \"$schema\""));
}

TEST(EmitSwitches, AFolderTakesTheRecords) {
  const TemporaryFolder folder;
  EXPECT_EQ(written("--fields id --shard-size 10 --compress none", folder.path("a")), "11 bytes");
  EXPECT_EQ(folder.read("a/part-00000.jsonl"), "{\"id\":\"b\"}\n");
  EXPECT_EQ(written("--fields id --format csv --compress gzip", folder.path("b") + "/"), "7 bytes");
  EXPECT_TRUE(boost::filesystem::exists(folder.path("b/part-00000.csv.gz")));
  EXPECT_EQ(written("--fields id --overwrite", folder.path("b") + "/"), "11 bytes");
  EXPECT_TRUE(boost::filesystem::exists(folder.path("b/part-00000.jsonl.zst")));
}

TEST(EmitSwitches, TheManifestTellsWhatDecidesTheRecords) {
  const TemporaryFolder folder;
  (void)written("--shard-size 10", folder.path("a"));
  const std::string start = std::string(R"({"program":"sito-emit","version":")") + SITO_VERSION +
                            R"(","options":{"view":["document"]},"records":1,)";
  EXPECT_EQ(folder.read("a/_manifest.json").substr(0, start.size()), start);
}

struct WrongCase {
  const char* name;
  const char* arguments;
  const char* output;
};

constexpr WrongCase kWrong[] = {
    {"UnknownView", "--view nonsense", "-"},
    {"UnknownField", "--fields nonsense", "-"},
    {"FieldOfAnotherView", "--view quote --fields people", "-"},
    {"UnknownForeign", "--foreign maybe", "-"},
    {"UnknownFormat", "--format xlsx", "-"},
    {"ForeignColumns", "--format csv --foreign keep", "-"},
    {"AMarkBeforeLines", "--bom", "-"},
    {"NoShare", "--sample 10", "-"},
    {"UnknownSchema", "--schema avro", "-"},
    {"JsonSchemaOfATable", "--schema jsonschema --format tsv", "-"},
    {"PartsToStandardOutput", "--shard-size 10", "-"},
    {"NoSize", "--shard-size nonsense", "corpus"},
    {"CompressedFile", "--compress zstd", "corpus.jsonl"},
    {"OverwrittenFile", "--overwrite", "corpus.jsonl"},
    {"UnknownCompression", "--compress xz --shard-size 10", "corpus"},
    {"AFileForAFolder", "--shard-size 10 --overwrite", "/dev/null"},
};

class WrongEmission : public testing::TestWithParam<WrongCase> {};
TEST_P(WrongEmission, IsTold) {
  try {
    (void)written(GetParam().arguments, GetParam().output);
    FAIL() << "was taken";
  } catch (const UsageError&) {
  } catch (const CLI::ParseError&) {
  }
}
INSTANTIATE_TEST_SUITE_P(EmitSwitches, WrongEmission, testing::ValuesIn(kWrong),
                         [](const auto& row) { return row.param.name; });

TEST(EmitSwitches, ASchemaReadsNothing) {
  EXPECT_THROW((void)written("--schema duckdb", "-", {"a"}), UsageError);
}

}  // namespace
}  // namespace sito::cli
