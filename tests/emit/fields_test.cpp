#include "emit/fields.h"

#include <gtest/gtest.h>

namespace sito::emit {
namespace {

/// Fields as paths again, a nested one as `a{b c}`, or `a{*}` where all of it is wanted.
std::string drawn(const Fields& fields) {
  std::string out;
  for (const auto& field : fields) {
    if (!out.empty()) out += ' ';
    out += field.shape->name;
    if (field.shape->is_nested()) out += field.whole ? "{*}" : "{" + drawn(field.members) + "}";
  }
  return out;
}

struct FieldsCase {
  const char* name;
  View view;
  std::vector<std::string> paths;
  const char* drawn;  ///< or the reason
};

const FieldsCase kFieldsCases[] = {
    {"None", View::kDocument, {}, ""},
    {"InTheOrderGiven", View::kDocument, {"title", "id"}, "title id"},
    {"Nested", View::kDocument, {"origin.path"}, "origin{path}"},
    {"NestedTwice", View::kDocument, {"origin.html.title"}, "origin{html{title}}"},
    {"WithinAList", View::kDocument, {"quotes.spans.start", "quotes.text"}, "quotes{spans{start} text}"},
    {"Gathered", View::kDocument, {"origin.uri", "id", "origin.path"}, "origin{uri path} id"},
    {"WholeThenPart", View::kDocument, {"origin", "origin.path"}, "origin{*}"},
    {"PartThenWhole", View::kDocument, {"origin.path", "origin"}, "origin{*}"},
    {"Twice", View::kDocument, {"id", "id"}, "id"},
    {"OfItsView", View::kQuote, {"quote", "speaker.name"}, "quote speaker{name}"},
    {"Unknown",
     View::kParagraph,
     {"paragraf"},
     "no field `paragraf` in the paragraph view; there are id, paragraph, key, start, end, text, created, "
     "title, "
     "language, site, source, uri"},
    {"OfAnotherView",
     View::kSegment,
     {"cue"},
     "no field `cue` in the segment view; there are id, segment, key, type, start, end, text, quote, "
     "speaker, "
     "created, title, language, site, source, uri"},
    {"UnknownWithin",
     View::kQuote,
     {"speaker.mention.begin"},
     "no field `begin` in `speaker.mention`; there are start, end"},
    {"WithinAString", View::kQuote, {"title.length"}, "`title` has no fields in it"},
    {"Empty",
     View::kDocument,
     {"strip."},
     "no field `` in `strip`; there are removed, input_digest, output_digest, model"},
};

class ParseFields : public testing::TestWithParam<FieldsCase> {};
TEST_P(ParseFields, Draws) {
  const auto fields = parse_fields(GetParam().view, GetParam().paths);
  EXPECT_EQ(fields ? drawn(*fields) : fields.error().reason, GetParam().drawn);
}
INSTANTIATE_TEST_SUITE_P(Paths, ParseFields, testing::ValuesIn(kFieldsCases),
                         [](const auto& row) { return row.param.name; });

TEST(Fields, AllOfAViewAreWhole) {
  for (const View view : kViews) {
    const auto fields = all_fields(view);
    ASSERT_EQ(fields.size(), shapes(view).size());
    for (const auto& field : fields) {
      EXPECT_TRUE(field.whole);
      EXPECT_EQ(field.members.size(), field.shape->members.size());
    }
  }
}

}  // namespace
}  // namespace sito::emit
