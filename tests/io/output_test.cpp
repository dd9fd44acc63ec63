#include "io/output.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "io/error.h"
#include "io/input.h"
#include "io/line_reader.h"
#include "temporary_folder.h"

namespace sito::io {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class Outputs : public TemporaryFolder {
 protected:
  Outputs() { ::signal(SIGPIPE, SIG_IGN); }

  static std::string plain(const std::string& file) {
    Input input(file);
    return rest(input, std::size_t{1} << 30).value();
  }
};

TEST_F(Outputs, AFileAppearsWholeOnCommit) {
  const std::string file = put("a", "earlier");
  {
    Output output(file);
    EXPECT_EQ(output.identity(), identity_of(file));
    output.write("new ");
    output.write("bytes");
    EXPECT_EQ(bytes_of(file), "earlier");
    output.commit();
    EXPECT_EQ(bytes_of(file), "new bytes");
  }
  EXPECT_EQ(bytes_of(file), "new bytes");
  EXPECT_THAT(names(), ElementsAre("a"));
}

TEST_F(Outputs, WithoutCommitNothingHasHappened) {
  const std::string file = put("a", "earlier");
  {
    Output output(file);
    Output fresh(path("b"));
    EXPECT_FALSE(fresh.identity());
    output.write(std::string(3 << 20, 'x'));
    fresh.write("x");
    EXPECT_THAT(names(), SizeIs(3));
  }
  EXPECT_EQ(bytes_of(file), "earlier");
  EXPECT_THAT(names(), ElementsAre("a"));
}

TEST_F(Outputs, AnEmptyOutputIsAFileToo) {
  for (const char* name : {"a", "a.gz", "a.zst", "a.xz"}) {
    Output output(path(name));
    output.commit();
    EXPECT_EQ(plain(path(name)), "");
  }
}

TEST_F(Outputs, SuffixesCompressAndCallersPiecesDoNotMatter) {
  std::string text;
  for (int i = 0; i < 180000; ++i) text += std::to_string(i * 31) + "\n";
  for (const std::string suffix : {"gz", "zst", "xz"}) {
    Output whole(path("whole." + suffix));
    whole.write(text);
    whole.commit();
    Output pieces(path("pieces." + suffix));
    for (std::size_t at = 0; at < text.size(); at += 777)
      pieces.write(std::string_view(text).substr(at, 777));
    pieces.commit();
    EXPECT_EQ(bytes_of(path("whole." + suffix)), bytes_of(path("pieces." + suffix)));
    EXPECT_LT(bytes_of(path("whole." + suffix)).size(), text.size());
    EXPECT_EQ(plain(path("whole." + suffix)), text);
  }
}

TEST_F(Outputs, WhoWatchesSeesTheBytesOfTheFile) {
  for (const char* name : {"a", "a.zst", "a.gz"}) {
    std::string seen;
    Output output(path(name));
    output.watch([&](std::string_view bytes) { seen += bytes; });
    output.write(std::string(3 << 20, 'x'));
    output.write("the end");
    output.commit();
    EXPECT_EQ(seen, bytes_of(path(name)));
  }
}

TEST_F(Outputs, TheUmaskHoldsUnlessTheModeIsKept) {
  const std::string file = put("a", "x");
  ASSERT_EQ(::chmod(file.c_str(), 0604), 0);
  const mode_t before = ::umask(0027);
  for (const bool keep : {true, false}) {
    Output output(file, keep);
    output.commit();
    struct stat status {};
    ASSERT_EQ(::stat(file.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777U, keep ? 0604U : 0640U);
  }
  ::umask(before);
}

TEST_F(Outputs, ALinkStaysAndItsTargetIsReplaced) {
  put("real/a", "earlier");
  ASSERT_EQ(::symlink("real/a", path("link").c_str()), 0);
  ASSERT_EQ(::symlink("real/b", path("dangling").c_str()), 0);
  for (const char* name : {"link", "dangling"}) {
    Output output(path(name));
    output.write("new");
    output.commit();
    EXPECT_EQ(bytes_of(path(name)), "new");
    struct stat status {};
    ASSERT_EQ(::lstat(path(name).c_str(), &status), 0);
    EXPECT_TRUE(S_ISLNK(status.st_mode));
  }
}

TEST_F(Outputs, AFolderOrAFolderThatIsNotThereIsAnError) {
  EXPECT_THROW(Output output(folder_), IoError);
  EXPECT_THROW(Output output(path("no/a")), IoError);
}

TEST_F(Outputs, AFullDeviceIsAnError) {
  Output output("/dev/full");
  EXPECT_FALSE(output.identity());
  try {
    output.write("x");
    FAIL();
  } catch (const IoError& error) {
    EXPECT_STREQ(error.what(), "/dev/full: cannot write: No space left on device");
  }
}

TEST_F(Outputs, ADeviceIsNeverReplaced) {
  Output output("/dev/null");
  output.write("x");
  output.commit();
  struct stat status {};
  ASSERT_EQ(::stat("/dev/null", &status), 0);
  EXPECT_TRUE(S_ISCHR(status.st_mode));
}

TEST_F(Outputs, AFifoIsWrittenStraight) {
  ASSERT_EQ(::mkfifo(path("fifo").c_str(), 0600), 0);
  std::string got;
  std::thread reader([&] { got = bytes_of(path("fifo")); });
  {
    Output output(path("fifo"));
    output.write(std::string(300000, 'x'));
    output.commit();
  }
  reader.join();
  EXPECT_EQ(got, std::string(300000, 'x'));
  EXPECT_THAT(names(), ElementsAre("fifo"));
}

/// Standard output as another file, for as long as it lives.
class StandardOutput {
 public:
  explicit StandardOutput(int descriptor) : saved_(::fcntl(1, F_DUPFD_CLOEXEC, 10)) { ::dup2(descriptor, 1); }
  ~StandardOutput() { ::dup2(saved_.number(), 1); }

 private:
  FileDescriptor saved_;
};

TEST_F(Outputs, StandardOutputUnderEveryName) {
  for (const char* name : {"-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"}) {
    const FileDescriptor file = open_file(put("a", ""), O_WRONLY | O_APPEND);
    {
      const StandardOutput redirected(file.number());
      Output output(name);
      EXPECT_TRUE(output.is_standard_output());
      EXPECT_EQ(output.identity(), identity_of(path("a")));
      output.write("seen at once");
      EXPECT_EQ(bytes_of(path("a")), "seen at once");
      output.commit();
    }
    EXPECT_THAT(names(), ElementsAre("a"));
  }
}

TEST_F(Outputs, TheAbortLineEndsStandardOutputOnce) {
  const FileDescriptor file = open_file(put("a", ""), O_WRONLY);
  const StandardOutput redirected(file.number());
  Output output("-");
  output.write("{}\n");
  output.abort_line();
  output.abort_line();
  output.write("more");
  output.commit();
  EXPECT_EQ(bytes_of(path("a")), "{}\n" + std::string(kAbortLine));
}

TEST_F(Outputs, AnAbortedFileVanishes) {
  {
    Output output(path("a.gz"));
    output.write("x");
    output.abort_line();
    output.commit();
  }
  EXPECT_THAT(names(), IsEmpty());
}

struct Pipe {
  Pipe() {
    int ends[2];
    EXPECT_EQ(::pipe(ends), 0);
    from = FileDescriptor(ends[0]);
    to = FileDescriptor(ends[1]);
  }
  FileDescriptor from, to;
};

TEST_F(Outputs, AReaderThatWentAwayIsABrokenPipe) {
  Pipe pipe;
  pipe.from.close();
  const StandardOutput redirected(pipe.to.number());
  Output output("-");
  EXPECT_THROW(output.write("x"), BrokenPipe);
}

TEST_F(Outputs, ASlowReaderGetsEveryByte) {
  for (const int flags : {0, O_NONBLOCK}) {
    Pipe pipe;
    ASSERT_EQ(::fcntl(pipe.to.number(), F_SETFL, flags), 0);
    std::string got;
    std::thread reader([&] {
      char bytes[5000];
      for (ssize_t size; (size = ::read(pipe.from.number(), bytes, sizeof bytes)) > 0;) {
        got.append(bytes, static_cast<std::size_t>(size));
      }
    });
    std::string sent;
    {
      const StandardOutput redirected(pipe.to.number());
      pipe.to.close();
      Output output("-");
      for (int i = 0; i < 100000; ++i) sent += std::to_string(i);
      output.write(sent);
      output.commit();
    }
    reader.join();
    EXPECT_EQ(got, sent);
  }
}

// The worst moment: a writer asleep on a full pipe, and the signal thread ends the run.
TEST_F(Outputs, TheAbortLineIsLastThoughAWriterSleeps) {
  Pipe pipe;
  std::string got;
  {
    const StandardOutput redirected(pipe.to.number());
    pipe.to.close();
    Output output("-");
    std::thread writer([&] { output.write(std::string(1 << 20, 'x')); });
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    std::thread reader([&] {
      char bytes[5000];
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
      for (ssize_t size; (size = ::read(pipe.from.number(), bytes, sizeof bytes)) > 0;) {
        got.append(bytes, static_cast<std::size_t>(size));
        if (got.ends_with(kAbortLine)) break;
      }
    });
    output.abort_line();
    writer.join();
    reader.join();
  }
  char byte = 0;
  EXPECT_EQ(::read(pipe.from.number(), &byte, 1), 0);
  ASSERT_TRUE(got.ends_with(kAbortLine));
  EXPECT_LT(got.size(), std::size_t{1} << 20);
}

TEST_F(Outputs, AFullPipeHoldsTheAbortLineUpForASecondAtMost) {
  Pipe pipe;
  ASSERT_EQ(::fcntl(pipe.to.number(), F_SETFL, O_NONBLOCK), 0);
  const std::string page(4096, 'x');
  while (::write(pipe.to.number(), page.data(), page.size()) > 0) {
  }
  const StandardOutput redirected(pipe.to.number());
  Output output("-");
  const auto before = std::chrono::steady_clock::now();
  output.abort_line();
  EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(5));
}

TEST_F(Outputs, ASmallFileIsWrittenInOne) {
  write_file(path("a"), "all");
  EXPECT_EQ(bytes_of(path("a")), "all");
  write_file(path("a"), "");
  EXPECT_EQ(bytes_of(path("a")), "");
  EXPECT_THROW(write_file(path("none/a"), ""), IoError);
}

TEST_F(Outputs, AClosedStreamIsAnError) { EXPECT_THROW(Output output("/dev/fd/987"), IoError); }

}  // namespace
}  // namespace sito::io
