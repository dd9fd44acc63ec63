#include "quotes/find_quotes.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "people/table.h"
#include "quotes/dash_speech.h"
#include "quotes/paragraphs.h"
#include "quotes/speaker.h"
#include "text/character.h"
#include "text/utf8.h"
#include "text/words.h"

namespace sito::quotes {
namespace {

/// Builds the drafts of one page step by step.
class Finder {
 public:
  explicit Finder(const Page& page) : page_(page), marked_(find_marked(page)) {
    for (const auto& quote : marked_)
      if (quote.depth == 0) nested_.insert(nested_.end(), quote.marked.begin(), quote.marked.end());
    std::sort(nested_.begin(), nested_.end(), [](ByteRange a, ByteRange b) { return a.begin < b.begin; });
    for (const auto& quote : marked_) add_marked(quote);
    join_interrupted();
    for (auto& speech : find_dash_speech(page, nested_)) add_dash(speech);
    std::stable_sort(drafts_.begin(), drafts_.end(), [](const Draft& a, const Draft& b) {
      const auto &left = a.quote.spans, &right = b.quote.spans;
      return left[0].begin != right[0].begin ? left[0].begin < right[0].begin
                                             : left.back().end > right.back().end;
    });
    agree_on_kinds();
    agree_in_lists();
  }

  std::vector<Draft> take_drafts() { return std::move(drafts_); }

 private:
  void add_marked(const MarkedQuote& marked) {
    const auto& paragraphs = page_.paragraphs();
    Draft draft;
    draft.depth = marked.depth;
    draft.last_paragraph = marked.paragraph;
    draft.first_paragraph = marked.paragraph;
    while (draft.first_paragraph > 0 && paragraphs[draft.first_paragraph].begin > marked.marked[0].begin)
      --draft.first_paragraph;
    const bool continued = marked.contents.size() > 1;
    const Quoted quoted{marked.contents.back(),       {marked.marked[0].begin, marked.marked.back().end},
                        paragraphs[marked.paragraph], marked.depth > 0,
                        shares_closer(marked),        continued};
    draft.judgement = judge(page_, quoted);
    draft.quote.kind = draft.judgement.kind;
    draft.quote.spans = marked.contents;
    draft.quote.marked = marked.marked;
    if (draft.quote.kind == Kind::kSpeech && marked.depth <= 1) interrupt(draft);
    drafts_.push_back(std::move(draft));
  }

  /// Whether the quotation around it ends with it. Outer ones come first.
  bool shares_closer(const MarkedQuote& marked) {
    const auto depth = static_cast<std::size_t>(marked.depth);
    ends_.resize(depth + 1);
    ends_[depth] = marked.marked.back().end;
    return depth > 0 && ends_[depth - 1] == ends_[depth];
  }

  /// «Ми, – каже Сич, – ще не бачили»: takes the author's words out of a quotation in marks.
  void interrupt(Draft& draft) const {
    auto last = draft.quote.spans.back();
    auto inner = inner_of(last);
    auto divided = divide(page_, last, inner, true);
    if (divided.spans.size() < 2) return;
    draft.inside = std::move(divided.author);
    auto mark = draft.quote.marked.back();
    draft.quote.spans.pop_back();
    draft.quote.marked.pop_back();
    for (auto span : divided.spans) {
      draft.quote.spans.push_back(span);
      draft.quote.marked.push_back(span);
    }
    draft.quote.marked[draft.quote.marked.size() - divided.spans.size()].begin = mark.begin;
    draft.quote.marked.back().end = mark.end;
  }

  /// Marks one level inside a quotation.
  [[nodiscard]] std::vector<ByteRange> inner_of(ByteRange content) const {
    std::vector<ByteRange> inner;
    auto first =
        std::lower_bound(marked_.begin(), marked_.end(), content.begin,
                         [](const MarkedQuote& quote, std::size_t at) { return quote.marked[0].begin < at; });
    for (; first != marked_.end() && first->marked[0].begin < content.end; ++first)
      if (inner.empty() || inner.back().end <= first->marked[0].begin) inner.push_back(first->marked[0]);
    return inner;
  }

  /// «Q1», – said X. «Q2»: one quotation, where Q2 follows the author's words at once and has none of its
  /// own.
  void join_interrupted() {
    std::vector<Draft> joined;
    std::size_t outer = 0;  // the last outermost draft, 1 + its index
    for (auto& draft : drafts_) {
      if (draft.depth == 0 && outer > 0 && goes_on(joined[outer - 1], draft)) {
        append(joined[outer - 1], draft);
        continue;
      }
      joined.push_back(std::move(draft));
      if (joined.back().depth == 0) outer = joined.size();
    }
    drafts_ = std::move(joined);
  }

  [[nodiscard]] bool goes_on(const Draft& first, const Draft& second) const {
    if (first.quote.kind != Kind::kSpeech) return false;
    if (second.judgement.whole && second.judgement.thin) return goes_on_as_sentence(first, second);
    if (second.quote.kind != Kind::kSpeech && !second.judgement.thin) return false;
    if (first.last_paragraph != second.first_paragraph || second.judgement.after || second.judgement.colon)
      return false;
    const auto& after = first.judgement.after;
    if (!after || !after->has_cue() || !after->cue.is_predicate()) return false;
    const std::size_t begin = second.quote.marked[0].begin;
    const std::size_t end = page_.sentence_end(after->clause.begin);
    const ByteRange rest{after->cue.range.end, std::min(begin, end)};
    for (const auto& cue : page_.cues_in(rest))
      if (cue.is_predicate()) return false;
    if (end == begin && second.quote.kind == Kind::kSpeech) return true;
    const char32_t near =
        page_.before(page_.back_over_blanks(begin, after->clause.begin), after->clause.begin);
    const bool at_once = end >= begin || page_.words_in({end, begin}).empty();
    return at_once && (text::is_dash(near) || (end > begin && near == ',' && !after->dash));
  }

  /// «Дорогу розмило», – каже Лящ. «Возимо трактором»: a sentence that nobody else says.
  [[nodiscard]] bool goes_on_as_sentence(const Draft& first, const Draft& second) const {
    const auto& after = first.judgement.after;
    if (!after || !after->has_cue() || !after->cue.is_predicate()) return false;
    return first.last_paragraph == second.first_paragraph &&
           page_.sentence_end(after->clause.begin) == second.quote.marked[0].begin;
  }

  void append(Draft& first, Draft& second) const {
    auto& quote = first.quote;
    quote.spans.insert(quote.spans.end(), second.quote.spans.begin(), second.quote.spans.end());
    quote.marked.insert(quote.marked.end(), second.quote.marked.begin(), second.quote.marked.end());
    if (first.judgement.after) first.inside.push_back(*first.judgement.after);
    first.last_paragraph = second.last_paragraph;
    first.judgement.after.reset();
  }

  void add_dash(DashSpeech& speech) {
    if (is_in_marks(speech)) return;
    Draft draft;
    draft.dash = true;
    draft.question = speech.question;
    draft.first_paragraph = speech.paragraph;
    draft.last_paragraph = speech.paragraph + (speech.continues ? 1 : 0);
    draft.inside = std::move(speech.speech.author);
    draft.quote.kind = Kind::kSpeech;
    draft.quote.spans = std::move(speech.speech.spans);
    draft.quote.marked = draft.quote.spans;
    draft.quote.marked[0].begin = speech.dash.begin;
    drafts_.push_back(std::move(draft));
  }

  /// «…» behind a dash, and nothing but the author's words beside it: the marks tell more.
  [[nodiscard]] bool is_in_marks(const DashSpeech& speech) const {
    const auto first = speech.speech.spans[0];
    auto next = std::lower_bound(nested_.begin(), nested_.end(), first.begin,
                                 [](ByteRange range, std::size_t at) { return range.begin < at; });
    if (next == nested_.end() || next->begin != first.begin) return false;
    return page_.words_in({next->end, std::max(next->end, first.end)}).empty();
  }

  /// One kind for one string, where only its capitals spoke for it.
  void agree_on_kinds() {
    constexpr std::size_t kLongest = 120;  // bytes of a string that is likely to come again
    std::unordered_map<std::string, Kind> sure;
    auto key = [&](const Draft& draft) {
      const auto span = draft.quote.spans[0];
      return draft.quote.spans.size() > 1 || span.size() > kLongest ? std::string{}
                                                                    : text::folded(span.of(page_.text()));
    };
    for (const auto& draft : drafts_)
      if (!draft.judgement.thin && draft.quote.kind != Kind::kSpeech)
        sure.emplace(key(draft), draft.quote.kind);
    for (const auto& draft : drafts_)
      if (draft.judgement.thin && draft.quote.kind == Kind::kTerm) sure.emplace(key(draft), Kind::kTerm);
    for (auto& draft : drafts_) {
      if (!draft.judgement.thin || draft.dash) continue;
      auto known = sure.find(key(draft));
      if (known != sure.end() && !known->first.empty()) draft.quote.kind = known->second;
    }
  }

  /// «Ганьба!», «Геть!» – скандували люди: quotations in a row, parted by commas and "і", are of one kind
  /// where one of them is sure to be speech and the other has only its capital.
  void agree_in_lists() {
    for (std::size_t i = drafts_.size(); i-- > 1;) agree_with(drafts_[i - 1], drafts_[i]);
    for (std::size_t i = 1; i < drafts_.size(); ++i) agree_with(drafts_[i], drafts_[i - 1]);
  }

  void agree_with(Draft& draft, const Draft& other) const {
    if (!draft.judgement.thin || draft.dash || draft.quote.kind != Kind::kTitle || draft.depth != other.depth)
      return;
    if (other.quote.kind != Kind::kSpeech || other.dash) return;
    const Quote *first = &draft.quote, *second = &other.quote;
    if (second->marked[0].begin < first->marked[0].begin) std::swap(first, second);
    const ByteRange between{first->marked.back().end, second->marked[0].begin};
    constexpr std::size_t kWidest = 8;  // bytes: ", та й "
    if (between.begin >= between.end || between.size() > kWidest || page_.words_in(between).size() > 1)
      return;
    const auto gap = between.of(page_.text());
    if (gap.find_first_of(".:;\n") != gap.npos) return;
    draft.quote.kind = Kind::kSpeech;
    if (!draft.judgement.after && other.judgement.after) draft.judgement.after = other.judgement.after;
    if (!draft.judgement.before && other.judgement.before) draft.judgement.before = other.judgement.before;
  }

  const Page& page_;
  std::vector<MarkedQuote> marked_;
  std::vector<ByteRange> nested_;  ///< outermost quotations with their marks
  std::vector<std::size_t> ends_;  ///< of the last quotation of each depth
  std::vector<Draft> drafts_;
};

}  // namespace

std::vector<Quote> find_quotes(std::string_view text, std::string_view language) {
  const Page page(text, people::language_of(language, text));
  auto drafts = Finder(page).take_drafts();
  const bool speaks = std::any_of(drafts.begin(), drafts.end(),
                                  [](const Draft& draft) { return draft.quote.kind == Kind::kSpeech; });
  if (speaks)
    attribute(page, people::PeopleTable(text, people::code_of(page.language()), page.words()), drafts);
  std::vector<Quote> quotes;
  quotes.reserve(drafts.size());
  for (auto& draft : drafts) quotes.push_back(std::move(draft.quote));
  return quotes;
}

namespace {

/// The end of the bytes from `at` that begin no white space.
std::size_t end_of_run(std::string_view text, std::size_t at, std::size_t limit) {
  for (; at < limit; ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte <= 0x20 || byte == 0xC2 || (byte >= 0xE1 && byte <= 0xE3)) break;
  }
  return at;
}

}  // namespace

std::string text_of(const Quote& quote, std::string_view text) {
  std::string out;
  bool blank = false;
  for (auto span : quote.spans) {
    blank = !out.empty();
    for (std::size_t at = span.begin; at < span.end;) {
      const std::size_t run = end_of_run(text, at, span.end);
      if (run > at) {
        if (blank && !out.empty()) out += ' ';
        blank = false;
        out += text.substr(at, run - at);
        at = run;
        continue;
      }
      auto [c, length] = text::decode(text, at);
      if (text::is_space(c)) {
        blank = true;
      } else {
        if (blank && !out.empty()) out += ' ';
        blank = false;
        out += text.substr(at, length);
      }
      at += length;
    }
  }
  return out;
}

}  // namespace sito::quotes
