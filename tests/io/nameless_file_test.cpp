#include "io/nameless_file.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include "io/error.h"
#include "temporary_folder.h"

namespace sito::io {
namespace {

class NamelessFileTest : public TemporaryFolder {
 protected:
  NamelessFileTest() { ::setenv("TMPDIR", folder_.c_str(), 1); }
  ~NamelessFileTest() override { ::unsetenv("TMPDIR"); }
};

std::string all(Input input) {
  std::string out(1 << 22, '\0');
  std::size_t size = 0;
  while (const auto got = input.read(out.data() + size, out.size() - size)) size += got;
  out.resize(size);
  return out;
}

TEST_F(NamelessFileTest, GivesBackWhatWasWritten) {
  NamelessFile file;
  std::string written;
  for (int i = 0; i < 300000; ++i) {
    file.write("рядок\n");
    written += "рядок\n";
  }
  EXPECT_EQ(all(std::move(file).read_back()), written);
  EXPECT_EQ(all(NamelessFile().read_back()), "");
}

TEST_F(NamelessFileTest, NobodySeesIt) {
  NamelessFile file;
  file.write(std::string(2 << 20, 'x'));
  EXPECT_TRUE(names().empty());
}

TEST_F(NamelessFileTest, AFolderThatIsNotThereIsAnError) {
  ::setenv("TMPDIR", path("missing").c_str(), 1);
  EXPECT_THROW(NamelessFile(), IoError);
}

}  // namespace
}  // namespace sito::io
