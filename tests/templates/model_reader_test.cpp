#include "templates/model_reader.h"

#include <gtest/gtest.h>

#include "document/digest.h"
#include "io/error.h"
#include "learnt.h"

namespace sito::templates {
namespace {

/// Why a model is refused; "" if it is not.
std::string refusal(std::string bytes, std::string name = "x.model") {
  try {
    ModelReader reader(opened(std::move(bytes), std::move(name)));
    while (reader.next() != nullptr) {
    }
    return "";
  } catch (const IoError& error) {
    return error.what();
  }
}

const std::vector<Page> kPages = {{"а.example", "Мапа\nДрук 5"}, {"б.example", "Мапа"}, {"б.example", ""}};

TEST(ModelReader, ReadsBlocksInOrder) {
  ModelReader reader(opened(learnt(kPages)));
  EXPECT_FALSE(reader.is_compacted());
  const Block* block = reader.next();
  ASSERT_NE(block, nullptr);
  EXPECT_EQ(block->site, "а.example");
  EXPECT_EQ(block->keys.size(), 3U);
  block = reader.next();
  ASSERT_NE(block, nullptr);
  EXPECT_EQ(block->site, "б.example");
  EXPECT_EQ(block->site_pages, 2U);
  EXPECT_EQ(reader.next(), nullptr);
  EXPECT_EQ(reader.next(), nullptr);
}

TEST(ModelReader, DigestIsThatOfTheBytes) {
  const auto model = learnt(kPages);
  ModelReader reader(opened(model));
  while (reader.next() != nullptr) {
  }
  EXPECT_EQ(reader.digest(), digest(DigestKind::kXxh128, model));
}

TEST(ModelReader, SaysWhatIsWrong) {
  const auto model = learnt(kPages);
  EXPECT_EQ(refusal(model), "");
  EXPECT_EQ(refusal(""), "x.model: cannot read: no template model");
  EXPECT_EQ(refusal("{\"text\":\"Мапа\"}\n"), "x.model: cannot read: no template model");
  EXPECT_EQ(refusal("{", "-"), "standard input: cannot read: no template model");
  EXPECT_EQ(refusal(model.substr(0, 10)), "x.model: cannot read: cut short");
  EXPECT_EQ(refusal(model.substr(0, model.size() - 1)), "x.model: cannot read: cut short");
  EXPECT_EQ(refusal(model + "x"), "x.model: cannot read: damaged at byte " + std::to_string(model.size()));
  EXPECT_EQ(refusal(model + model), "x.model: cannot read: damaged at byte " + std::to_string(model.size()));
  auto damaged = model;
  damaged[40] ^= 1;
  EXPECT_EQ(refusal(damaged), "x.model: cannot read: damaged at byte 16");
}

TEST(ModelReader, EveryCutAndEveryOtherByteIsRefused) {
  const auto model = learnt(kPages);
  for (std::size_t size = 0; size < model.size(); ++size)
    EXPECT_NE(refusal(model.substr(0, size)), "") << size << " bytes";
  for (std::size_t i = 0; i < model.size(); ++i)
    for (const int bit : {0, 3, 7}) {
      auto damaged = model;
      damaged[i] = static_cast<char>(damaged[i] ^ (1 << bit));
      EXPECT_NE(refusal(damaged), "") << "byte " << i;
    }
}

/// A model of blocks as they are, with a true trailer.
std::string of_blocks(const std::vector<Block>& blocks) {
  std::string model;
  append_head({}, model);
  BlockWriter writer;
  Trailer trailer;
  for (const auto& block : blocks) {
    writer.append(block, model);
    ++trailer.blocks;
    trailer.records += block.keys.size();
  }
  append_trailer(trailer, model);
  return model;
}

TEST(ModelReader, BlocksOutOfOrderAreDamage) {
  Block a, b;
  a.site = "а";
  b.site = "б";
  EXPECT_EQ(refusal(of_blocks({a, b})), "");
  EXPECT_NE(refusal(of_blocks({b, a})), "");
  EXPECT_NE(refusal(of_blocks({a, a})), "") << "the first block of a site is not full";
}

TEST(ModelReader, AMissingBlockIsSeen) {
  Block a, b;
  a.site = "а";
  b.site = "б";
  const auto whole = of_blocks({a, b});
  const auto one = of_blocks({a});
  EXPECT_NE(refusal(one.substr(0, one.size() - kTrailerBytes) + whole.substr(whole.size() - kTrailerBytes)),
            "");
}

}  // namespace
}  // namespace sito::templates
