#include "people/vocabulary.h"

#include <gtest/gtest.h>

namespace sito::people {
namespace {

TEST(Vocabulary, AnswersAsTheLexiconDoes) {
  const std::string_view text = "Голова Івана Зайченка, ГОЛОВА ради";
  const auto all = tokens(text);
  const Vocabulary words(text, all, Language::kUkrainian);
  EXPECT_TRUE(words.word(0).role.known);
  EXPECT_EQ(words.word(0).role.lemma, "голова");
  EXPECT_TRUE(words.name(1).given);
  EXPECT_TRUE(words.name(1).given_oblique);
  EXPECT_EQ(words.name(1).gender, Gender::kMasculine);
  EXPECT_TRUE(words.name(2).surname);
  EXPECT_FALSE(words.name(2).given);
  EXPECT_EQ(words.folded(3), "голова");
  EXPECT_FALSE(words.plural_role(1).known);
  EXPECT_FALSE(words.is_sure_oblique(3));
  EXPECT_TRUE(words.is_sure_oblique(4));
  EXPECT_EQ(&words.word(0), &words.word(3));  // one entry a word
}

TEST(Vocabulary, KeepsLanguagesApart) {
  const std::string_view text = "director";
  const auto all = tokens(text);
  EXPECT_TRUE(Vocabulary(text, all, Language::kEnglish).word(0).role.known);
  EXPECT_FALSE(Vocabulary(text, all, Language::kCzech).word(0).role.known);
}

TEST(Vocabulary, OutlivesAForgottenMemory) {
  const std::string_view text = "голова";
  const auto all = tokens(text);
  const Vocabulary words(text, all, Language::kUkrainian);
  const WordFacts& kept = words.word(0);
  std::string many;
  for (int i = 0; i < 60'000; ++i) many += "слово" + std::to_string(i) + "а ";
  const auto others = tokens(many);
  const Vocabulary flood(many, others, Language::kUkrainian);
  for (std::size_t at = 0; at < others.size(); ++at) (void)flood.folded(at);
  const Vocabulary anew(text, all, Language::kUkrainian);
  EXPECT_EQ(kept.role.lemma, "голова");
  EXPECT_EQ(anew.word(0).role.lemma, "голова");
}

}  // namespace
}  // namespace sito::people
