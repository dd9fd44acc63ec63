#include "io/input.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <thread>

#include "compressed.h"
#include "io/error.h"
#include "temporary_folder.h"

namespace sito::io {
namespace {

std::string all_of(Input& input, std::size_t piece) {
  std::string out;
  std::string buffer(piece, '\0');
  while (const std::size_t got = input.read(buffer.data(), buffer.size())) out.append(buffer, 0, got);
  return out;
}

class Inputs : public TemporaryFolder {};

TEST_F(Inputs, PlainFilesComeAsTheyAre) {
  std::string bytes;
  for (int i = 0; i < 400000; ++i) bytes += std::to_string(i);
  for (const std::string& content : {std::string(), std::string("B"), std::string("BZh9"), bytes}) {
    const std::string file = put("a", content);
    for (const std::size_t piece : {std::size_t{999}, std::size_t{3} << 20}) {
      Input input(file);
      EXPECT_TRUE(input.ready());
      EXPECT_EQ(all_of(input, piece), content);
      EXPECT_EQ(input.read(bytes.data(), 1), 0U);
      EXPECT_EQ(input.compression(), Compression::kNone);
      EXPECT_EQ(input.identity(), identity_of(file));
      EXPECT_EQ(input.name(), file);
    }
  }
}

TEST_F(Inputs, CompressedFilesAreUndoneByContent) {
  std::string plain;
  for (int i = 0; i < 80000; ++i) plain += std::to_string(i * 31) + "\n";
  for (const Compression format : kFormats) {
    const std::string stream = compressed(format, plain) + compressed(format, "end");
    Input file(put("a.txt", stream));
    EXPECT_EQ(all_of(file, 70000), plain + "end");
    EXPECT_EQ(file.compression(), format);
    Input memory(stream, "a.txt");
    EXPECT_EQ(all_of(memory, 70000), plain + "end");
    EXPECT_FALSE(memory.identity());
  }
}

/// Gives `bytes` in pieces of `piece`, and in the end `damage`, if there is any.
Input from_source(std::string bytes, std::size_t piece, std::string damage = {}) {
  auto source = [bytes = std::move(bytes), piece, damage = std::move(damage), at = std::size_t{0}](
                    char* out, std::size_t size) mutable {
    const std::size_t got = bytes.copy(out, std::min(size, piece), at);
    at += got;
    if (got == 0 && !damage.empty()) throw DamagedInput("source", damage);
    return got;
  };
  return {std::move(source), "source"};
}

TEST_F(Inputs, ASourceIsReadAsAFileIs) {
  std::string plain;
  for (int i = 0; i < 80000; ++i) plain += std::to_string(i * 31) + "\n";
  for (const std::size_t piece : {std::size_t{999}, std::size_t{1} << 20}) {
    auto input = from_source(plain, piece);
    EXPECT_EQ(input.peek(5), plain.substr(0, 5));
    EXPECT_FALSE(input.seekable_file() || input.memory() || input.identity());
    EXPECT_EQ(all_of(input, 70000), plain);
    for (const Compression format : kFormats) {
      auto packed = from_source(compressed(format, plain), piece);
      EXPECT_EQ(all_of(packed, 70000), plain);
    }
  }
}

TEST_F(Inputs, DamageOfASourceStandsBehindItsBytes) {
  for (const auto& bytes : {std::string("plain"), compressed(Compression::kGzip, "plain")}) {
    auto input = from_source(bytes, 3, "bad checksum");
    EXPECT_EQ(input.peek(5), "plain");
    char out[5];
    EXPECT_EQ(input.read(out, 5), 5U);
    for (int i = 0; i < 2; ++i) {
      try {
        (void)input.read(out, 5);
        FAIL();
      } catch (const DamagedInput& damage) {
        EXPECT_EQ(damage.words(), "bad checksum");
      }
    }
    EXPECT_FALSE(input.resume("WARC/"));
  }
}

TEST_F(Inputs, WhatUnpacksToTooMuchIsDamaged) {
  const std::string blank(3000000, ' ');
  for (const Compression format : kFormats) {
    for (const std::size_t ratio : {std::size_t{10}, std::size_t{0}}) {
      Input input(compressed(format, blank) + compressed(format, "WARC/1.0"), "a");
      input.limit({.ratio = ratio, .floor = 2000000});
      const auto all = rest(input, 10000000);
      EXPECT_EQ(all ? all->size() : 0U, ratio == 0 ? blank.size() + 8 : 0U);
      if (all) continue;
      EXPECT_EQ(all.error().reason, "it unpacks to more than 10 times its size, the limit of --max-ratio");
      EXPECT_FALSE(input.resume("WARC/"));
    }
  }
}

TEST_F(Inputs, CutShortIsDamage) {
  for (const Compression format : kFormats) {
    const std::string stream = compressed(format, "some text that is worth it\n");
    for (std::size_t size = 10; size < stream.size(); ++size) {
      Input input(stream.substr(0, size), "a");
      EXPECT_THROW(static_cast<void>(all_of(input, 100)), DamagedInput) << name_of(format) << " " << size;
    }
  }
}

TEST_F(Inputs, AFileThatIsNotThereOrAFolderIsAnIoError) {
  EXPECT_THROW(Input input(path("nothing")), IoError);
  try {
    Input input(folder_);
    FAIL();
  } catch (const IoError& error) {
    EXPECT_EQ(error.what(), folder_ + ": cannot read: Is a directory");
  }
}

TEST_F(Inputs, MovesWithWhatItHolds) {
  Input first("ab", "m");
  char byte = 0;
  ASSERT_EQ(first.read(&byte, 1), 1U);
  Input second = std::move(first);
  ASSERT_EQ(second.read(&byte, 1), 1U);
  EXPECT_EQ(byte, 'b');
}

struct Pipe {
  Pipe() {
    int ends[2];
    EXPECT_EQ(::pipe(ends), 0);
    from = FileDescriptor(ends[0]);
    to = FileDescriptor(ends[1]);
  }
  void write(std::string_view bytes) const {
    EXPECT_EQ(::write(to.number(), bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
  }
  FileDescriptor from, to;
};

TEST_F(Inputs, ReadyOnlyWhenAPipeHasBytesOrAnEnd) {
  Pipe pipe;
  Input input(std::move(pipe.from), "pipe");
  char byte = 0;
  EXPECT_FALSE(input.ready());
  pipe.write("{}");
  EXPECT_TRUE(input.ready());
  EXPECT_EQ(input.read(&byte, 1), 1U);
  EXPECT_TRUE(input.ready());
  EXPECT_EQ(input.read(&byte, 1), 1U);
  EXPECT_FALSE(input.ready());
  pipe.to.close();
  EXPECT_TRUE(input.ready());
  EXPECT_EQ(input.read(&byte, 1), 0U);
}

// The head of a compressed stream makes a pipe readable and gives no byte: read() would still sleep.
TEST_F(Inputs, ReadyMeansDecodedBytes) {
  for (const Compression format : kFormats) {
    const std::string stream = compressed(format, "text");
    Pipe pipe;
    Input input(std::move(pipe.from), "pipe");
    pipe.write(stream.substr(0, 1));
    EXPECT_FALSE(input.ready());
    pipe.write(stream.substr(1, 8));
    EXPECT_FALSE(input.ready());
    pipe.write(stream.substr(9));
    EXPECT_TRUE(input.ready()) << name_of(format);
    char bytes[8];
    EXPECT_EQ(input.read(bytes, 8), 4U);
    EXPECT_FALSE(input.ready());
    pipe.to.close();
    EXPECT_TRUE(input.ready());
    EXPECT_EQ(input.read(bytes, 8), 0U);
  }
}

TEST_F(Inputs, ANonBlockingPipeIsWaitedFor) {
  Pipe pipe;
  ASSERT_EQ(::fcntl(pipe.from.number(), F_SETFL, O_NONBLOCK), 0);
  Input input(std::move(pipe.from), "pipe");
  std::thread writer([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    pipe.write("late");
    pipe.to.close();
  });
  EXPECT_EQ(all_of(input, 100), "late");
  writer.join();
}

TEST_F(Inputs, PeekTakesNothing) {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += std::to_string(i);
  for (const std::string& bytes : {text, compressed(Compression::kXz, text)}) {
    for (const std::string& file : {put("a", bytes), std::string()}) {
      Input input = file.empty() ? Input(bytes, "memory") : Input(file);
      EXPECT_EQ(input.peek(10), "0123456789");
      EXPECT_EQ(input.peek(65536), std::string_view(text).substr(0, 65536));
      EXPECT_EQ(input.memory().has_value(), file.empty() && bytes == text);
      EXPECT_EQ(input.seekable_file().has_value(), !file.empty() && bytes == text);
      char head[5];
      EXPECT_EQ(input.read(head, 5), 5U);
      EXPECT_EQ(input.peek(5), "56789");
      EXPECT_EQ(all_of(input, 1000), text.substr(5));
      EXPECT_EQ(input.peek(1), "");
    }
  }
}

TEST_F(Inputs, AnExcerptIsReadAsAFileOfItsOwn) {
  const std::string file = put("a", "0123456789");
  const auto excerpt = [&] { return Input(open_file(file, O_RDONLY), "a", {2, 5, "xyz"}); };
  Input input = excerpt();
  EXPECT_EQ(input.peek(4), "234x");
  EXPECT_EQ(all_of(input, 1), "234xyz");
  Input other = excerpt();
  EXPECT_EQ(other.seekable_size(), 6U);
  EXPECT_FALSE(other.seekable_file());
  char bytes[8];
  EXPECT_EQ(std::string(bytes, other.read_at(1, bytes, 8)), "34");
  EXPECT_EQ(std::string(bytes, other.read_at(3, bytes, 2)), "xy");
  EXPECT_EQ(other.read_at(6, bytes, 8), 0U);
  EXPECT_EQ(other.read_at(60, bytes, 8), 0U);
  Input whole(file);
  EXPECT_EQ(whole.seekable_size(), 10U);
  EXPECT_EQ(std::string(bytes, whole.read_at(8, bytes, 8)), "89");
}

TEST_F(Inputs, PeekWaitsForThatManyBytes) {
  Pipe pipe;
  Input input(std::move(pipe.from), "pipe");
  std::thread writer([&] {
    for (int i = 0; i < 5; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
      pipe.write("ab");
    }
    pipe.to.close();
  });
  EXPECT_EQ(input.peek(3), "aba");
  EXPECT_EQ(input.peek(100), "ababababab");
  writer.join();
  EXPECT_EQ(all_of(input, 100), "ababababab");
}

/// All bytes; where something is damaged, "!" in their place, and on with the next member that begins with
/// "W".
/// Of long stretches (noise) only "~" is shown: how much of a damaged one comes depends on the buffers.
std::string resumed(Input& input) {
  std::string out;
  char buffer[4096];
  for (;;) {
    try {
      const std::size_t got = input.read(buffer, sizeof buffer);
      if (got == 0) return out;
      if (got < 100) {
        out.append(buffer, got);
      } else if (!out.ends_with('~')) {
        out += '~';
      }
    } catch (const DamagedInput&) {
      out += '!';
      if (!input.resume("W")) return out;
    }
  }
}

std::string noise(std::size_t size) {
  std::string bytes;
  for (std::uint32_t state = 1; bytes.size() < size; state = state * 1664525U + 1013904223U)
    bytes += static_cast<char>(state >> 24U);
  return bytes;
}

TEST_F(Inputs, ADamagedMemberIsSurvived) {
  for (const Compression format : {Compression::kGzip, Compression::kZstd}) {
    const std::string one = compressed(format, "W1;"), two = compressed(format, "W2;"),
                      other = compressed(format, "other;");
    const std::string large = compressed(format, "W" + noise(3000000));
    const auto drawn = [&](const std::string& bytes) {
      Input memory(bytes, "memory");
      Input file(put("a", bytes));
      const std::string out = resumed(memory);
      EXPECT_EQ(resumed(file), out);
      return out;
    };
    std::string cut = two;
    cut.resize(two.size() - 3);
    EXPECT_THAT(drawn(one + cut + one + two), testing::AnyOf("W1;!W1;W2;", "W1;W2;!W1;W2;"));
    EXPECT_EQ(drawn(one + "garbage" + two), "W1;!W2;");
    EXPECT_THAT(drawn(one + cut + other + two), testing::AnyOf("W1;!W2;", "W1;W2;!W2;"));
    EXPECT_THAT(drawn(one + cut), testing::AnyOf("W1;!", "W1;W2;!"));
    EXPECT_EQ(drawn(one + "garbage"), "W1;!");
    EXPECT_EQ(drawn(one + "g" + noise(2000000) + two), "W1;!W2;");
    std::string broken = large;
    for (std::size_t at = 0; at < 100; ++at) broken[2000000 + at] = '\0';
    EXPECT_THAT(drawn(one + broken + two), testing::AnyOf("W1;~!W2;", "W1;!W2;"));
  }
  for (const Compression format : {Compression::kXz, Compression::kBzip2}) {
    Input input(compressed(format, "W1;") + "garbage" + compressed(format, "W2;"), "memory");
    EXPECT_EQ(resumed(input).back(), '!');
  }
}

TEST_F(Inputs, DamageThatRunsOnIntoTheNextMemberCostsOnlyOne) {
  const std::string one = compressed(Compression::kGzip, "W1;" + noise(600));
  for (std::size_t size = 20; size < one.size(); size += 11) {
    Input input(one.substr(0, size) + compressed(Compression::kGzip, "W2;"), "memory");
    EXPECT_THAT(resumed(input), testing::EndsWith("!W2;")) << size;
  }
}

TEST_F(Inputs, AMembersEndIsSeenAndItsChecksumHolds) {
  for (const Compression format : {Compression::kGzip, Compression::kZstd, Compression::kBzip2}) {
    std::string stream = compressed(format, "one") + compressed(format, "two");
    Input input(stream, "memory");
    char bytes[3];
    EXPECT_EQ(input.read(bytes, 2), 2U);
    EXPECT_FALSE(input.at_member_end()) << name_of(format);
    EXPECT_EQ(input.read(bytes, 2), 1U);
    EXPECT_TRUE(input.at_member_end()) << name_of(format);
    EXPECT_EQ(input.read(bytes, 3), 3U);
    EXPECT_EQ(std::string_view(bytes, 3), "two");
    EXPECT_TRUE(input.at_member_end());
    EXPECT_EQ(input.read(bytes, 3), 0U);
  }
  std::string large = compressed(Compression::kGzip, noise(500000));
  large[large.size() - 5] ^= 1;
  Input input(large, "memory");
  std::string bytes(500000, '\0');
  const auto read_all = [&] {
    std::size_t used = 0;
    while (used < bytes.size()) used += input.read(bytes.data() + used, bytes.size() - used);
    (void)input.at_member_end();
  };
  EXPECT_THROW(read_all(), DamagedInput);
  Input plain("one", "memory");
  EXPECT_EQ(plain.read(bytes.data(), 3), 3U);
  EXPECT_FALSE(plain.at_member_end());
}

TEST_F(Inputs, ADocumentIsAllThereIs) {
  const std::string text(300000, 'x');
  for (const std::string& bytes : {text, compressed(Compression::kXz, text)}) {
    Result<Input> input = open_document(put("a", bytes));
    ASSERT_TRUE(input);
    const Result<std::string> all = rest(*input, text.size());
    ASSERT_TRUE(all);
    EXPECT_EQ(*all, text);
  }
}

TEST_F(Inputs, ADocumentOverTheLimitIsRejected) {
  const std::string text(300000, 'x');
  for (const std::string& bytes : {text, compressed(Compression::kGzip, text)}) {
    Input input(bytes, "a");
    const Result<std::string> all = rest(input, text.size() - 1);
    ASSERT_FALSE(all);
    EXPECT_EQ(all.error().reason, "more than 299999 bytes");
  }
  Input none("", "a");
  EXPECT_TRUE(rest(none, 0));
  Input one("x", "a");
  EXPECT_FALSE(rest(one, 0));
}

TEST_F(Inputs, ADamagedDocumentIsRejected) {
  const std::string stream = compressed(Compression::kZstd, "text");
  Input input(stream.substr(0, stream.size() - 1), "a");
  const Result<std::string> all = rest(input, 1000);
  ASSERT_FALSE(all);
  EXPECT_EQ(all.error().reason, "zstd stream is cut short");
}

TEST_F(Inputs, ADocumentThatIsGoneIsRejectedAndAFifoIsNotWaitedFor) {
  const Result<Input> gone = open_document(path("nothing"));
  ASSERT_FALSE(gone);
  EXPECT_EQ(gone.error().reason, "cannot open: No such file or directory");
  ASSERT_EQ(::mkfifo(path("fifo").c_str(), 0600), 0);
  const Result<Input> fifo = open_document(path("fifo"));
  ASSERT_FALSE(fifo);
  EXPECT_EQ(fifo.error().reason, "cannot open: no regular file");
  EXPECT_FALSE(open_document(folder_));
}

}  // namespace
}  // namespace sito::io
