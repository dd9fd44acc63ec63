#include "html/hiding.h"

#include <gtest/gtest.h>

#include <string>

#include "html/tokenizer.h"

namespace sito::html {
namespace {

// The page's tags and text that are shown, with `(` where an element is hidden by the attribute `x` and `)`
// where it ends; `!` where the body ends first.
std::string shown(std::string_view page) {
  std::string out;
  Tokenizer tokenizer(page, Tokenizer::Settings());
  Hiding hiding;
  hiding.clear();
  for (;;) {
    const Token& token = tokenizer.next();
    if (token.kind == Token::Kind::kEnd) return out;
    if (token.kind == Token::Kind::kText) {
      if (!hiding.is_active()) out += token.text;
      continue;
    }
    const Tag& tag = *token.tag;
    if (token.kind == Token::Kind::kStartTag) {
      if (hiding.is_active()) {
        if (!hiding.start_ends(tag)) continue;
        hiding.end();
        out += ')';
      }
      if (tag.find("x") == nullptr) {
        hiding.opened(tag.element());
      } else {
        hiding.begin(tag);
        out += '(';
      }
      continue;
    }
    if (!hiding.is_active()) {
      hiding.closed(tag.element());
      continue;
    }
    const auto end = hiding.end_tag(tag);
    if (end == Hiding::End::kNot) continue;
    out += end == Hiding::End::kNever ? '!' : ')';
    hiding.end();
    if (end == Hiding::End::kBefore) hiding.closed(tag.element());
  }
}

struct HidingCase {
  const char* name;
  std::string_view page;
  std::string_view shown;
};

constexpr HidingCase kPages[] = {
    {"Element", "a<div x>b</div>c", "a()c"},
    {"Nested", "a<div x>b<div>c</div>d</div>e", "a()e"},
    {"OtherWithin", "a<div x><p>b</p><b>c</b></div>d", "a()d"},
    {"UnknownElement", "a<my-box x>b<my-part>c</my-part></my-box>d", "a()d"},
    {"UnknownOfTheSameName", "<my-box x>b<my-box></my-box>c</my-box>d", "()d"},
    {"VoidWithin", "<div x><br><img><input>a</div>b", "()b"},
    {"UnclosedWithin", "<div x><p>a<p>b<li>c</div>d", "()d"},
    {"MisnestedWithin", "<div x><b><i>a</b></i></div>d", "()d"},
    {"EndTagOfAnElementAround", "<section><div x>a</section>b", "()b"},
    {"EndTagAcrossMore", "<main><section><div x>a<p>b</main>c", "()c"},
    {"StrayEndTag", "<div x>a</section>b</div>c", "()c"},
    {"StrayParagraphEnd", "<p>a<div x>b</p>c</div>d", "a()d"},
    {"InlineEndTagAroundABlock", "<b><div x>a</b>b</div>c", "()c"},
    {"InlineEndTagAroundAnInline", "<a><span x>a</a>b", "()b"},
    {"SpanInParagraph", "<p>a<span x>b</p>c", "a()c"},
    {"SpanAndNextParagraph", "<p>a<span x>b<p>c", "a()c"},
    {"SpanWithoutParagraphHoldsOne", "<div><span x>a<p>b</p>c</span>d", "()d"},
    {"ParagraphAndNext", "<p x>a<p>b", "()b"},
    {"ParagraphAndBlock", "<p x>a<div>b</div>", "()b"},
    {"ParagraphAndInline", "<p x>a<b>b</b></p>c", "()c"},
    {"ListItemAndNext", "<ul><li x>a<li>b</ul>", "()b"},
    {"ListItemAndListsEnd", "<ul><li x>a</ul>b", "()b"},
    {"ListItemWithAList", "<ul><li x>a<ul><li>b<li>c</ul>d<li>e</ul>", "()e"},
    {"CellAndNext", "<table><tr><td x>a<td>b", "()b"},
    {"CellAndNextRow", "<table><tr><td x>a<tr><td>b", "()b"},
    {"CellAndTablesEnd", "<table><tr><td x>a</table>b", "()b"},
    {"CellWithATable", "<table><tr><td x><table><tr><td>a<td>b</table>c<td>d", "()d"},
    {"CellIsAWall", "<div><table><tr><td x>a</div>b<td>c", "()c"},
    {"ParagraphInACellAndNextCell", "<table><tr><td><p x>a<td>b", "()b"},
    {"ParagraphInAnItemAndNextItem", "<ul><li><p x>a<li>b</ul>", "()b"},
    {"RowHoldsItsCells", "<table><tr><td>a<tr x><td>b<td>c</tr>d", "a()d"},
    {"ListHoldsItsItems", "<ul><li>a</ul><ul x><li>b<li>c</ul>d", "a()d"},
    {"RowAndNext", "<table><tr x><td>a<td>b<tr><td>c", "()c"},
    {"TermAndDescription", "<dl><dt x>a<dd>b</dl>", "()b"},
    {"LinkAndNext", "<a x>a<a>b</a>", "()b"},
    {"ButtonAndNext", "<button x>a<button>b", "()b"},
    {"SelectAndInput", "<select x><option>a<option>b<input>c", "()c"},
    {"TemplateIsAWall", "<div><template x>a</div>b</template>c", "()c"},
    {"SvgAndPageText", "<svg x><path><g><p>a", "()a"},
    {"SvgWithPageText", "<svg x><foreignObject><p>a</p></foreignObject></svg>b", "()b"},
    {"SvgHasEmptyTags", "<svg x><svg/><path/></svg>a", "()a"},
    {"BodyEnds", "<div x>a</body>b", "(!b"},
    {"PageEnds", "<div x>a</html>b", "(!b"},
    {"EndOfInput", "a<div x>b", "a("},
    {"NextHiddenOne", "<li x>a<li x>b<li>c", "()()c"},
};

class HidingPages : public testing::TestWithParam<HidingCase> {};
TEST_P(HidingPages, Show) { EXPECT_EQ(shown(GetParam().page), GetParam().shown); }
INSTANTIATE_TEST_SUITE_P(Hiding, HidingPages, testing::ValuesIn(kPages),
                         [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace sito::html
