#include "emit/shape.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace sito::emit {
namespace {

/// The shapes as text: lists in brackets, objects in braces, `#` integer, `~` number, `?` boolean, `%`
/// date, `@` where offsets count in the text.
std::string drawn(std::span<const Shape> shapes) {
  std::string out;
  for (const auto& shape : shapes) {
    if (!out.empty()) out += ' ';
    out += shape.name;
    if (shape.in_text) out += '@';
    switch (shape.type) {
      case Type::kString: break;
      case Type::kDate: out += '%'; break;
      case Type::kInteger: out += '#'; break;
      case Type::kNumber: out += '~'; break;
      case Type::kBoolean: out += '?'; break;
      case Type::kObject: out += '{' + drawn(shape.members) + '}'; break;
      case Type::kList: out += '[' + drawn(shape.members) + ']'; break;
    }
  }
  return out;
}

struct ShapeCase {
  const char* name;
  View view;
  const char* drawn;
};

constexpr ShapeCase kShapes[] = {
    {"Document", View::kDocument,
     "id key text source site uri "
     "origin{path member uri record date bytes# digest encoding confidence~ replaced# bom? media_type "
     "modified "
     "html{title published canonical language} encodings[start# end# encoding]} "
     "created% created_time created_span@{start# end#} created_from title language "
     "people[name role mention@{start# end#}] "
     "quotes[kind spans@[start# end#] text speaker{name role mention@{start# end#} resolution} "
     "cue@{text start# end#}] "
     "segments@[type start# end# quote#] "
     "normalization{form changes[kind chain count#] suspects[kind]} "
     "boilerplate[start# end# text reason rule score~] "
     "strip{removed? input_digest output_digest model}"},
    {"Paragraph", View::kParagraph,
     "id paragraph# key start# end# text created% title language site source uri"},
    {"Segment", View::kSegment,
     "id segment# key type start# end# text quote# speaker created% title language site source uri"},
    {"Quote", View::kQuote,
     "id quote# key kind spans@[start# end#] text speaker{name role mention@{start# end#} resolution} "
     "cue@{text start# end#} created% title language site source uri"},
};

class Shapes : public testing::TestWithParam<ShapeCase> {};
TEST_P(Shapes, Draw) { EXPECT_EQ(drawn(shapes(GetParam().view)), GetParam().drawn); }
TEST_P(Shapes, NamesAreUnique) {
  std::set<std::string_view> names;
  for (const auto& shape : shapes(GetParam().view))
    EXPECT_TRUE(names.insert(shape.name).second) << shape.name;
}
TEST_P(Shapes, OnlyNestedOnesHaveMembers) {
  for (const auto& shape : shapes(GetParam().view)) EXPECT_EQ(shape.is_nested(), !shape.members.empty());
}
INSTANTIATE_TEST_SUITE_P(Views, Shapes, testing::ValuesIn(kShapes),
                         [](const auto& row) { return row.param.name; });

TEST(Shapes, AreFoundByName) {
  EXPECT_EQ(shape_named(wire_shapes(), "quotes")->type, Type::kList);
  EXPECT_EQ(shape_named(wire_shapes(), "quote"), nullptr);
  EXPECT_EQ(shape_named(quote_shapes(), "cue")->members.size(), 3U);
}

}  // namespace
}  // namespace sito::emit
