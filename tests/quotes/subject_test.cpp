#include "quotes/subject.h"

#include <gtest/gtest.h>

#include "data/tables.h"

namespace sito::quotes {
namespace {

/// A text without quotations, and whom its parts name.
class OfText {
 public:
  explicit OfText(std::string_view text, people::Language language = people::Language::kUkrainian)
      : page_(text, language),
        people_(text, people::code_of(language), page_.words()),
        subjects_(page_, people_, {}, {}) {}

  [[nodiscard]] const Subjects* operator->() const { return &subjects_; }
  [[nodiscard]] ByteRange all() const { return {0, page_.text().size()}; }
  [[nodiscard]] Cue first_cue() const { return page_.cues_in(all()).front(); }
  [[nodiscard]] std::span<const ByteRange> words() const { return page_.words(); }

 private:
  Page page_;
  people::PeopleTable people_;
  Subjects subjects_;
};

std::string name_of(const std::optional<Found>& found) { return found ? found->speaker.name : "-"; }

TEST(Subjects, NameInFullOrVouchedFor) {
  const OfText text("посол України Лілія Рись");
  EXPECT_EQ(name_of(text->by_name(text.all(), Gender::kFeminine)), "Лілія Рись");
  EXPECT_EQ(name_of(text->by_name(text.all(), Gender::kMasculine)), "-");
}

TEST(Subjects, DescriptionWithoutWhatItsBearerDoes) {
  const OfText text("директор поспішав додому");
  EXPECT_EQ(name_of(text->by_description(text.all(), Gender::kUnknown)), "директор");
}

TEST(Subjects, UnnamedStopsBeforeAnAdverbial) {
  const OfText text("лікарі у Facebook");
  EXPECT_EQ(name_of(text->unnamed(text.all(), false)), "лікарі");
  const OfText governed("у відділі торгівлі");
  EXPECT_EQ(name_of(governed->unnamed(governed.all(), false)), "-");
  EXPECT_EQ(name_of(governed->unnamed(governed.all(), true)), "відділі торгівлі");
}

TEST(Subjects, NounBeforeItsVerb) {
  const OfText text("У листі вранці прес-служба зазначила");
  const Cue cue = text.first_cue();
  EXPECT_EQ(name_of(text->noun_before({0, cue.range.begin}, cue)), "прес-служба");
}

TEST(Subjects, EnglishWordsBehindAnArticle) {
  const std::string_view sentence = "But the Mill Society described it";
  const OfText text(sentence, people::Language::kEnglish);
  EXPECT_EQ(name_of(text->english_subject({0, sentence.find("described")}, Gender::kUnknown)),
            "Mill Society");
}

TEST(Subjects, IndefinitePronounsWithWhatTheyGovern) {
  const OfText text("хтось із натовпу вигукнув");
  EXPECT_EQ(name_of(text->indefinite(text.words())), "хтось із натовпу");
  const OfText farmer("one farmer said", people::Language::kEnglish);
  EXPECT_EQ(name_of(farmer->indefinite(farmer.words())), "-");
}

TEST(Subjects, AdverbsLeadToNoSubject) {
  const OfText text("тихо агентство собі");
  EXPECT_TRUE(text->is_adverbial(text.words()[0]));
  EXPECT_FALSE(text->is_adverbial(text.words()[1]));
  EXPECT_TRUE(text->is_adverbial(text.words()[2]));
}

TEST(Subjects, EveryAdverbEndingHasItsExample) {
  const auto& table = data::adverb_endings();
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto row = table.row(i);
    ASSERT_TRUE(row.cells[1] == "adverb" || row.cells[1] == "noun") << row.key();
    ASSERT_TRUE(row.cells[2].ends_with(row.key())) << row.key();
    const OfText text(row.cells[2]);
    EXPECT_EQ(text->is_adverbial(text.words()[0]), row.cells[1] == "adverb") << row.cells[2];
  }
}

}  // namespace
}  // namespace sito::quotes
