#include "io/archive.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <random>

#include "archived.h"
#include "bombs.h"
#include "compressed.h"
#include "io/error.h"
#include "temporary_folder.h"

namespace sito::io {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kArchiveFormats[] = {"gnutar", "pax", "ustar", "zip", "7zip", "newc", "odc"};
constexpr std::size_t kMostBytes = 100000;

ArchiveFormat expected_format(std::string_view name) {
  if (name == "zip") return ArchiveFormat::kZip;
  if (name == "7zip") return ArchiveFormat::kSevenZip;
  if (name == "newc" || name == "odc") return ArchiveFormat::kCpio;
  return ArchiveFormat::kTar;
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const auto& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

/// "path=bytes" of each member, "path! reason" of each Reject, "path: ..." of one that is a stream.
std::vector<std::string> drawn(Input& input, std::size_t max_bytes = kMostBytes,
                               const ExpansionLimit& expansion = {}) {
  const Result<ArchiveFormat> format = archive_format(input);
  if (!format) return {"? " + format.error().reason};
  if (*format == ArchiveFormat::kNone) return {"no archive"};
  std::vector<std::string> all;
  Archive archive(input, *format, max_bytes, expansion);
  for (Member member; archive.next(member);) {
    EXPECT_TRUE(!member.reject || member.bytes.empty());
    if (member.stream) {
      all.push_back(member.path + ": " + joined(drawn(*member.stream, max_bytes)));
      continue;
    }
    all.push_back(member.path + (member.reject ? "! " + member.reject->reason : "=" + member.bytes));
  }
  Member none;
  EXPECT_FALSE(archive.next(none));
  return all;
}

std::vector<std::string> drawn(std::string bytes, std::size_t max_bytes = kMostBytes,
                               const ExpansionLimit& expansion = {}) {
  Input input(std::move(bytes), "memory");
  return drawn(input, max_bytes, expansion);
}

const std::vector<ArchivedFile> kThree = {{"a.txt", "one"}, {"folder/б.txt", "two"}, {"empty", ""}};

std::string incompressible(std::size_t size) {
  std::mt19937 random(1);
  std::string noise(size, '\0');
  for (char& byte : noise) byte = static_cast<char>(random());
  return noise;
}

class Archives : public TemporaryFolder {};

class EveryFormat : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Formats, EveryFormat, testing::ValuesIn(kArchiveFormats),
                         [](const auto& row) { return std::string(row.param); });

TEST_P(EveryFormat, IsKnownByItsContent) {
  EXPECT_EQ(archive_format(archived(GetParam(), kThree)), expected_format(GetParam()));
}

TEST_P(EveryFormat, GivesItsMembers) {
  EXPECT_THAT(drawn(archived(GetParam(), kThree)),
              testing::UnorderedElementsAre("a.txt=one", "folder/б.txt=two", "empty="));
}

TEST_P(EveryFormat, IsTheSameCompressed) {
  for (const Compression compression : kFormats) {
    const std::string bytes = archived(GetParam(), kThree);
    EXPECT_EQ(drawn(compressed(compression, bytes)), drawn(bytes));
  }
}

TEST_P(EveryFormat, AMemberOverTheLimitIsRejectedAndTheRestRead) {
  const std::string bytes = archived(GetParam(), {{"a", "one"}, {"b", std::string(9000, 'x')}, {"c", "two"}});
  EXPECT_THAT(drawn(bytes, 8999), ElementsAre("a=one", "b! more than 8999 bytes", "c=two"));
  EXPECT_EQ(drawn(bytes, 9000).at(1).size(), 9002U);
}

TEST_P(EveryFormat, AnArchiveOverTheLimitIsAStream) {
  const std::string tar = archived("gnutar", {{"x", "one"}, {"y", std::string(9000, 'y')}, {"z", "two"}});
  const std::string noise = incompressible(20000);
  const std::string packed = compressed(Compression::kZstd, archived("newc", {{"x", noise}, {"y", "two"}}));
  const auto outer =
      archived(GetParam(), {{"a", "one"}, {"b.tar", tar}, {"c.cpio.zst", packed}, {"d", "two"}});
  EXPECT_THAT(drawn(outer, 8999), ElementsAre("a=one", "b.tar: x=one, y! more than 8999 bytes, z=two",
                                              "c.cpio.zst: x! more than 8999 bytes, y=two", "d=two"));
}

TEST_P(EveryFormat, AStreamNeedNotBeRead) {
  const std::string tar = archived("gnutar", {{"x", "one"}, {"y", std::string(9000, 'y')}});
  Input input(archived(GetParam(), {{"a.tar", tar}, {"b.tar", tar}, {"c", "two"}}), "memory");
  Archive archive(input, archive_format(input).value(), 1000);
  Member member;
  ASSERT_TRUE(archive.next(member));
  ASSERT_TRUE(member.stream);
  EXPECT_TRUE(member.bytes.empty());
  ASSERT_TRUE(archive.next(member));
  ASSERT_TRUE(member.stream);
  char some[100];
  EXPECT_GT(member.stream->read(some, sizeof some), 0U);
  ASSERT_TRUE(archive.next(member));
  EXPECT_EQ(member.bytes, "two");
  EXPECT_FALSE(member.stream);
}

TEST_P(EveryFormat, FoldersAreWalkedAndLinksCounted) {
  Input input(archived(GetParam(), {{"d", "", AE_IFDIR}, {"l", "", AE_IFLNK}, {"d/a", "one"}}), "memory");
  Archive archive(input, archive_format(input).value(), kMostBytes);
  Member member;
  ASSERT_TRUE(archive.next(member));
  EXPECT_EQ(member.path, "d/a");
  EXPECT_FALSE(archive.next(member));
  EXPECT_EQ(archive.skipped().links, 1U);
  EXPECT_EQ(archive.skipped().special, 0U);
}

TEST_P(EveryFormat, CutShortAnywhereIsSaidAndWhatIsGivenIsWhole) {
  const std::string bytes = archived(GetParam(), kThree);
  std::size_t given = 0;
  for (std::size_t size = kArchiveHead; size < bytes.size(); size += size < 4096 ? 1 : 509) {
    const std::vector<std::string> cut = drawn(bytes.substr(0, size));
    ASSERT_FALSE(cut.empty()) << size;
    const bool only_padding = bytes.find_first_not_of('\0', size - 512) == std::string::npos;
    std::size_t rejects = 0;
    for (const std::string& member : cut) {
      rejects += member.find("! ") != std::string::npos ? 1 : 0;
      given += member == "a.txt=one" ? 1 : 0;
    }
    EXPECT_LE(rejects, 1U) << size << " " << testing::PrintToString(cut);
    EXPECT_GE(rejects, only_padding ? 0U : 1U) << size << " " << testing::PrintToString(cut);
  }
  EXPECT_TRUE(given > 0 || bytes.size() < 3000);
}

// Whatever is wrong, members come back true or not at all (tar and cpio have no checksum of their bytes),
// and nothing crashes.
TEST_P(EveryFormat, AFlippedBitNeverCrashes) {
  const std::string bytes = archived(GetParam(), kThree);
  const bool has_checksum = expected_format(GetParam()) == ArchiveFormat::kZip ||
                            expected_format(GetParam()) == ArchiveFormat::kSevenZip;
  std::size_t seen = 0;
  for (std::size_t at = 0; at < std::min(bytes.size(), std::size_t{3000}); ++at) {
    std::string flipped = bytes;
    flipped[at] = static_cast<char>(flipped[at] ^ (1 << (at % 8)));
    for (const std::string& member : drawn(flipped)) {
      if (member.find("! ") != std::string::npos) ++seen;
      EXPECT_TRUE(!has_checksum || !member.starts_with("a.txt=") || member == "a.txt=one") << at << member;
    }
  }
  EXPECT_GT(seen, 0U);
}

TEST_F(Archives, AFlippedBitInATarGzNeverCrashes) {
  const std::string bytes = compressed(Compression::kGzip, archived("gnutar", kThree));
  for (std::size_t at = 0; at < bytes.size() * 8; ++at) {
    std::string flipped = bytes;
    flipped[at / 8] = static_cast<char>(flipped[at / 8] ^ (1 << (at % 8)));
    EXPECT_FALSE(drawn(flipped).empty());
  }
}

TEST_F(Archives, ACutTarGzGivesWhatCameWholeAndOneReject) {
  const std::string tar = archived("gnutar", kThree);
  const std::string head = compressed(Compression::kZstd, tar.substr(0, 2048));
  const std::string tail = compressed(Compression::kZstd, tar.substr(2048));
  EXPECT_THAT(drawn(head + tail.substr(0, 10)),
              ElementsAre("a.txt=one", "folder/б.txt=two", "! zstd stream is cut short"));
  EXPECT_THAT(drawn(compressed(Compression::kZstd, tar.substr(0, 1030)) + tail.substr(0, 10)),
              ElementsAre("a.txt=one", "! zstd stream is cut short"));
  EXPECT_THAT(drawn(compressed(Compression::kZstd, tar.substr(0, 1536 + 2)) + tail.substr(0, 10)),
              ElementsAre("a.txt=one", "! zstd stream is cut short (in member folder/б.txt)"));
}

// gzip's checksum stands behind the tar's own end.
TEST_F(Archives, TheStreamsChecksumIsLookedAt) {
  std::string bytes =
      compressed(Compression::kGzip, archived("gnutar", {{"a", "one"}, {"b", incompressible(600000)}}));
  bytes[bytes.size() - 8] ^= 1;
  const std::vector<std::string> members = drawn(bytes, 1 << 20);
  EXPECT_EQ(members.front(), "a=one");
  EXPECT_THAT(members.back(), HasSubstr("! damaged gzip stream: incorrect data check"));
}

TEST_F(Archives, OneTarBehindAnother) {
  EXPECT_THAT(drawn(archived("gnutar", {{"a", "one"}}) + archived("gnutar", {{"b", "two"}})),
              ElementsAre("a=one", "b=two"));
}

TEST_F(Archives, ADamagedHeaderOfATarLosesOneMember) {
  std::string bytes = archived("gnutar", {{"a", "one"}, {"b", "two"}, {"c", "three"}});
  bytes[1024] ^= 1;
  EXPECT_THAT(drawn(bytes), ElementsAre("a=one", "! damaged tar archive", "c=three"));
}

TEST_F(Archives, ADamagedMemberOfAZipIsRejectedAndTheRestRead) {
  for (const char* options : {"zip:compression=store", "zip:compression=deflate"}) {
    const std::string text = "some text that is long enough to be found again, and once again";
    const std::string whole = archived("zip", {{"a", "one"}, {"b", text}, {"c", "three"}}, options);
    const std::size_t header = whole.find("PK\x03\x04", 4);
    const std::size_t at = header + 30 + 1 + static_cast<unsigned char>(whole[header + 28]) + 5;
    std::string bytes = whole;
    bytes[at] ^= 0x55;
    bytes[at + 1] ^= 0x55;
    const std::vector<std::string> members = drawn(bytes);
    ASSERT_EQ(members.size(), 3U) << options;
    EXPECT_EQ(members[0], "a=one");
    EXPECT_THAT(members[1], testing::StartsWith("b! "));
    EXPECT_EQ(members[2], "c=three");
  }
}

TEST_F(Archives, AZipWithoutItsIndexGivesWhatIsThere) {
  const std::string whole = archived("zip", {{"a", "one"}, {"b", "two"}});
  EXPECT_THAT(drawn(whole.substr(0, whole.find("PK\x01\x02") + 20)),
              ElementsAre("a=one", "b=two", "! it is cut short: the index at its end is missing"));
}

TEST_F(Archives, AnEncryptedMemberIsRejected) {
  EXPECT_THAT(drawn(archived("zip", {{"a", "one"}}, "zip:encryption=traditional")),
              ElementsAre("a! it is encrypted"));
  EXPECT_THAT(drawn(archived("zip", {{"a", "one"}}, "zip:encryption=aes256")),
              ElementsAre("a! it is encrypted"));
}

TEST_F(Archives, LinksAndDevicesAreNotDocuments) {
  Input input(archived("gnutar", {{"a", "one"},
                                  {"hard", "", AE_IFREG, "a"},
                                  {"soft", "", AE_IFLNK},
                                  {"fifo", "", AE_IFIFO},
                                  {"device", "", AE_IFCHR}}),
              "memory");
  Archive archive(input, ArchiveFormat::kTar, kMostBytes);
  Member member;
  ASSERT_TRUE(archive.next(member));
  EXPECT_EQ(member.bytes, "one");
  ASSERT_TRUE(member.modified);
  EXPECT_EQ(member.modified->tv_sec, 1700000000);
  EXPECT_FALSE(archive.next(member));
  EXPECT_EQ(archive.skipped().links, 2U);
  EXPECT_EQ(archive.skipped().special, 2U);
}

// Names are bytes: windows-1251 in a tar, and climbing paths, come as they stand.
TEST_F(Archives, NamesAreBytes) {
  EXPECT_THAT(drawn(archived("gnutar", {{"\xF1\xE8\xF2\xEE", "x"}, {"../up", "y"}, {"/etc/z", "z"}})),
              ElementsAre("\xF1\xE8\xF2\xEE=x", "../up=y", "/etc/z=z"));
  std::string zip = archived("zip", {{"\xF1\xE8\xF2\xEE", "x"}});
  zip[7] ^= 0x08;  // the writer says that every name is UTF-8
  zip[zip.find("PK\x01\x02") + 9] ^= 0x08;
  EXPECT_THAT(drawn(zip), ElementsAre("\xF1\xE8\xF2\xEE=x"));
}

TEST_F(Archives, FilesAreReadByTheirIndexWhereverTheyAreInTheTree) {
  for (const char* format : kArchiveFormats) {
    Input input(put("a", archived(format, kThree)));
    EXPECT_EQ(drawn(input), drawn(archived(format, kThree)));
  }
}

TEST_F(Archives, PipesAreReadIntoMemoryWhereTheIndexIsNeeded) {
  for (const char* format : kArchiveFormats) {
    const std::string bytes = archived(format, kThree);
    for (const std::size_t max_bytes : {bytes.size(), std::size_t{100}}) {
      int ends[2];
      ASSERT_EQ(::pipe(ends), 0);
      Input input(FileDescriptor{ends[0]}, "pipe");
      ASSERT_EQ(::write(ends[1], bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
      ::close(ends[1]);
      const bool has_index = std::string_view(format) == "zip" || std::string_view(format) == "7zip";
      if (has_index && max_bytes == 100) {
        EXPECT_THAT(drawn(input, max_bytes),
                    ElementsAre("! more than 100 bytes, and such an archive is read from a file or memory"));
      } else {
        EXPECT_EQ(drawn(input, max_bytes), drawn(bytes));
      }
    }
  }
}

TEST_F(Archives, ADecoderThatThrowsForTheMachinesSakeIsHeard) {
  Input input(put("a", archived("gnutar", {{"a", std::string(5 << 20, 'x')}})));
  ASSERT_EQ(archive_format(input).value(), ArchiveFormat::kTar);
  Archive archive(input, ArchiveFormat::kTar, 10 << 20);
  ASSERT_EQ(::dup2(open_file(folder_, 0).number(), *input.seekable_file()), *input.seekable_file());
  Member member;
  EXPECT_THROW(static_cast<void>(archive.next(member)), IoError);  // a folder cannot be read
}

TEST_F(Archives, InsideAnotherFromMemory) {
  const std::string inner = compressed(Compression::kXz, archived("gnutar", {{"b", "two"}}));
  Input outer(archived("zip", {{"inner.tar.xz", inner}}), "outer.zip");
  Archive archive(outer, archive_format(outer).value(), kMostBytes);
  Member member;
  ASSERT_TRUE(archive.next(member));
  EXPECT_THAT(drawn(std::move(member.bytes)), ElementsAre("b=two"));
}

TEST_F(Archives, AnEmptyZipHasNoMembers) { EXPECT_THAT(drawn(archived("zip", {})), IsEmpty()); }

// Its checksum stands behind it.
TEST_F(Archives, ADamagedStreamIsSaidAtItsEndAndTheRestRead) {
  const std::string inner =
      archived("gnutar", {{"x", "one"}, {"y", incompressible(200000)}, {"z", incompressible(200000)}});
  for (const char* options : {"zip:compression=store", "zip:compression=deflate"}) {
    std::string bytes = archived("zip", {{"a", "one"}, {"b.tar", inner}, {"c", "three"}}, options);
    bytes[150000] ^= 1;
    const auto members = drawn(bytes, kMostBytes);
    ASSERT_EQ(members.size(), 3U) << options;
    EXPECT_EQ(members[0], "a=one");
    EXPECT_THAT(members[1], testing::MatchesRegex("b.tar: x=one, .*! ZIP .*"));
    EXPECT_EQ(members[2], "c=three");
  }
}

TEST_F(Archives, ACutStreamIsSaidOnce) {
  const std::string inner = archived("gnutar", {{"x", "one"}, {"y", incompressible(200000)}});
  const std::string outer = archived("gnutar", {{"a", "one"}, {"b.tar", inner}, {"c", "two"}});
  EXPECT_THAT(drawn(outer.substr(0, 100000)),
              ElementsAre("a=one", "b.tar: x=one, y! more than 100000 bytes, ! truncated tar archive"));
}

TEST_F(Archives, SparseBombsAreRejected) {
  const std::string huge = sparse_tar("huge", std::uint64_t{1} << 32);
  const std::string large = sparse_tar("large", 50000);
  const std::string end(1024, '\0');
  EXPECT_THAT(drawn(huge + large + end, kMostBytes, {.ratio = 0}),
              ElementsAre("huge! more than 100000 bytes", "large=" + std::string(50000, '\0')));
  std::string many;
  for (int i = 0; i < 20; ++i) many += large;
  const auto members = drawn(many + end, kMostBytes, {.ratio = 10, .floor = 100000});
  ASSERT_EQ(members.size(), 3U);
  EXPECT_EQ(members[2],
            "! it unpacks to more than 10 times its size, the limit of --max-ratio (in member large)");
}

TEST_F(Archives, OverlappingBombsAreRejected) {
  EXPECT_THAT(drawn(overlapping_zip(1500, 90000)),
              ElementsAre("! its members share their bytes (from member 000001 on)"));
  EXPECT_THAT(drawn(put("a.zip", overlapping_zip(1500, 90000))), ElementsAre(testing::_));
}

TEST_F(Archives, PackedBombsAreRejected) {
  const std::string blank(90000, ' ');
  for (const char* format : {"zip", "7zip"}) {
    const auto members = drawn(archived(format, {{"a", "one"}, {"b", blank}, {"c", blank}, {"d", blank}}),
                               kMostBytes, {.ratio = 50, .floor = 100000});
    EXPECT_EQ(members.front(), "a=one");
    EXPECT_EQ(members.back(),
              "! it unpacks to more than 50 times its size, the limit of --max-ratio (in member c)");
  }
  const std::string tar = archived("gnutar", {{"a", blank}, {"b", blank}, {"c", blank}, {"d", "two"}});
  for (const Compression compression : kFormats) {
    Input input(compressed(compression, tar), "a");
    input.limit({.ratio = 50, .floor = 100000});
    const auto members = drawn(input);
    EXPECT_THAT(members.back(), HasSubstr("it unpacks to more than 50 times its size"));
    EXPECT_LT(members.size(), 4U);
  }
}

// The head of a file, and whether it is an archive.
TEST_F(Archives, DocumentsAreNoArchives) {
  for (const char* first : {"[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "mimetype",
                            "META-INF/MANIFEST.MF", "word/document.xml"}) {
    EXPECT_EQ(archive_format(archived("zip", {{first, "x"}, {"a", "y"}})), ArchiveFormat::kNone) << first;
  }
  EXPECT_EQ(archive_format(archived("zip", {{"mimetypes.txt", "x"}})), ArchiveFormat::kZip);
  EXPECT_EQ(archive_format(""), ArchiveFormat::kNone);
  EXPECT_EQ(archive_format("PK is a word"), ArchiveFormat::kNone);
  EXPECT_EQ(archive_format("070701 is a number that begins a text" + std::string(200, ' ')),
            ArchiveFormat::kNone);
  EXPECT_EQ(archive_format(std::string(1024, '\0')), ArchiveFormat::kNone);
  EXPECT_EQ(archive_format(std::string(1024, ' ')), ArchiveFormat::kNone);
  EXPECT_EQ(archive_format(std::string(1024, '0')), ArchiveFormat::kNone);
}

TEST_F(Archives, ACompressedTextIsNoArchive) {
  Input input(compressed(Compression::kGzip, "text"), "a.txt.gz");
  EXPECT_EQ(archive_format(input).value(), ArchiveFormat::kNone);
  EXPECT_EQ(rest(input, 100).value(), "text");
}

TEST_F(Archives, AStreamThatIsDamagedAtItsHeadIsARejectOfTheDocument) {
  Input input("\x1F\x8B\x08 and no more", "a.gz");
  const Result<ArchiveFormat> format = archive_format(input);
  ASSERT_FALSE(format);
  EXPECT_THAT(format.error().reason, HasSubstr("gzip"));
}

}  // namespace
}  // namespace sito::io
