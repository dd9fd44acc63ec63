#include "quotes/paragraphs.h"

#include <algorithm>
#include <optional>

#include "quotes/author_words.h"
#include "quotes/kind.h"
#include "quotes/pairing.h"
#include "text/character.h"
#include "text/utf8.h"
#include "text/words.h"

namespace sito::quotes {
namespace {

constexpr int kDeepest = 8;

class Collector {
 public:
  explicit Collector(const Page& page) : page_(page) {
    for (std::size_t i = 0; i < page.paragraphs().size(); ++i) take(i);
    if (pending_) settle_pending();
    quotes_.erase(std::remove_if(quotes_.begin(), quotes_.end(),
                                 [](const auto& quote) { return quote.contents.empty(); }),
                  quotes_.end());
    std::stable_sort(quotes_.begin(), quotes_.end(), [](const MarkedQuote& a, const MarkedQuote& b) {
      const auto &left = a.marked.front(), &right = b.marked.front();
      return left.begin != right.begin ? left.begin < right.begin : a.marked.back().end > b.marked.back().end;
    });
  }

  std::vector<MarkedQuote> take_quotes() { return std::move(quotes_); }

 private:
  /// Where a mark was opened anew, and the quotation that goes on there.
  struct Reopening {
    std::size_t at = static_cast<std::size_t>(-1);
    std::size_t quote = 0;
  };

  static constexpr std::size_t kLongestWait = 4;  ///< paragraphs without marks inside a quotation

  void take(std::size_t index) {
    const auto paragraph = page_.paragraphs()[index];
    const auto marks = find_marks(page_.text(), paragraph);
    if (marks.empty() && !pending_) return;
    auto pairing = pair_marks(page_.text(), marks, paragraph);
    int deeper = 0;
    std::optional<std::size_t> reopened;
    if (pending_) {
      if (reopens(pairing, paragraph))
        reopened = pending_;
      else if (closes_here(pairing, paragraph, index))
        deeper = 1;
      else
        wait(index, marks.empty());
    }
    add_pairs(pairing, paragraph, index, deeper, reopened);
    for (auto stray : pairing.stray) add_stray(pairing, stray, paragraph, index);
  }

  /// Whether the paragraph opens with the mark that opened the quotation before it.
  [[nodiscard]] bool reopens(const Pairing& pairing, ByteRange paragraph) const {
    if (pairing.pairs.empty() || pairing.pairs.front().open.begin != paragraph.begin) return false;
    const auto first = quotes_[*pending_].marked.back().begin;
    return text::decode(page_.text(), first).code_point ==
           text::decode(page_.text(), paragraph.begin).code_point;
  }

  /// A stray closing mark before any unclosed opener ends the quotation that is open.
  bool closes_here(Pairing& pairing, ByteRange paragraph, std::size_t index) {
    if (pairing.stray.empty()) return false;
    const auto close = pairing.stray.front();
    for (const auto& pair : pairing.pairs)
      if (pair.unclosed && pair.open.begin < close.begin) return false;
    auto& quote = quotes_[*pending_];
    for (std::size_t i = waiting_from_; i < index; ++i)
      add_piece(quote, page_.paragraphs()[i], page_.paragraphs()[i]);
    add_piece(quote, {paragraph.begin, close.begin}, {paragraph.begin, close.end});
    quote.paragraph = index;
    pairing.stray.erase(pairing.stray.begin());
    pending_.reset();
    return true;
  }

  void wait(std::size_t index, bool plain) {
    if (!plain || index - waiting_from_ >= kLongestWait) settle_pending();
  }

  /// Nobody closes the quotation that is open: it ends in its own paragraph.
  void settle_pending() {
    cut_short(quotes_[*pending_]);
    pending_.reset();
  }

  void add_piece(MarkedQuote& quote, ByteRange content, ByteRange marked) const {
    content = text::trimmed(page_.text(), content);
    if (content.empty()) return;
    quote.contents.push_back(content);
    quote.marked.push_back(marked);
  }

  void add_pairs(const Pairing& pairing, ByteRange paragraph, std::size_t index, int deeper,
                 std::optional<std::size_t> reopened) {
    Reopening reopening;
    std::optional<std::size_t> open;
    if (reopened) pending_.reset();
    for (const auto& pair : pairing.pairs) {
      const ByteRange content{pair.open.end, std::max(pair.open.end, pair.close.begin)};
      const ByteRange marked{pair.open.begin, std::max(pair.open.end, pair.close.end)};
      if (pair.depth + deeper > kDeepest || page_.words_in(content).empty()) continue;
      std::size_t target = quotes_.size();
      if (reopened && &pair == pairing.pairs.data())
        target = *reopened;
      else if (pair.continues && reopening.at == pair.open.begin)
        target = reopening.quote;
      else
        quotes_.emplace_back().depth = pair.depth + deeper;
      auto& quote = quotes_[target];
      add_piece(quote, content, marked);
      quote.paragraph = index;
      if (pair.unclosed) reopening = {pair.close.begin, target};
      if (!pair.unclosed || pair.close.begin != paragraph.end) continue;
      if (pair.depth == 0 && deeper == 0 && !ends_in_authors_words(quote.contents.back()))
        open = target;
      else if (pair.depth <= 1)
        cut_short(quote);
    }
    if (!open) return;
    pending_ = open;
    waiting_from_ = index + 1;
  }

  /// «Q, – said X. [the paragraph ends]: the speech is over before the author's words, unless it comes back.
  [[nodiscard]] bool ends_in_authors_words(ByteRange content) const {
    return end_of_unclosed(page_, content) < content.end && divide(page_, content, {}, true).spans.size() < 2;
  }

  void cut_short(MarkedQuote& quote) const {
    const auto end = end_of_unclosed(page_, quote.contents.back());
    const ByteRange content = text::trimmed(page_.text(), {quote.contents.back().begin, end});
    quote.contents.back() = content;
    quote.marked.back().end = std::max(content.end, quote.marked.back().begin);
    if (!page_.words_in(content).empty()) return;
    quote.contents.pop_back();
    quote.marked.pop_back();
  }

  /// A closing mark that nobody opened: the author's words behind it show that its sentence is quoted.
  /// «A» and B»: the opener of a name in marks serves the whole name too.
  bool add_shared_opener(const Pair& pair, ByteRange stray, std::size_t index) {
    constexpr std::size_t kLongestRest = 8;  // words
    const ByteRange rest{pair.close.end, stray.begin};
    const std::size_t words = rest.begin < rest.end ? page_.words_in(rest).size() : 0;
    const std::size_t floor = page_.sentence_begin(pair.open.begin);
    if (words == 0 || words > kLongestRest || page_.sentence_end(pair.open.begin) < stray.end) return false;
    if (!title_noun_before(page_, pair.open.begin, floor, false)) return false;
    auto& quote = quotes_.emplace_back();
    add_piece(quote, {pair.open.end, stray.begin}, {pair.open.begin, stray.end});
    quote.paragraph = index;
    return true;
  }

  void add_stray(const Pairing& pairing, ByteRange stray, ByteRange paragraph, std::size_t index) {
    std::size_t begin = std::max(page_.sentence_begin(stray.begin), paragraph.begin);
    constexpr std::ptrdiff_t kLookBack = 8;  // pairs: keeps a page of stray marks linear
    auto end = std::lower_bound(pairing.pairs.begin(), pairing.pairs.end(), stray.begin,
                                [](const Pair& pair, std::size_t at) { return pair.open.begin < at; });
    for (auto it = end - std::min(kLookBack, end - pairing.pairs.begin()); it != end; ++it) {
      const auto& pair = *it;
      if (it + 1 == end && !pair.unclosed && add_shared_opener(pair, stray, index)) return;
      if (pair.open.begin < begin && begin < pair.close.end) return;
      if (pair.unclosed) return;
      if (pair.open.begin == begin && pair.depth == 0) begin = pair.open.end;
    }
    const ByteRange content = text::trimmed(page_.text(), {begin, stray.begin});
    if (page_.words_in(content).size() < 3) return;
    auto after = words_after(page_, content, stray.end, paragraph.end);
    if (!after || !after->dash || !after->has_cue()) return;
    auto& quote = quotes_.emplace_back();
    add_piece(quote, content, {std::min(content.begin, page_.sentence_begin(stray.begin)), stray.end});
    quote.paragraph = index;
  }

  const Page& page_;
  std::vector<MarkedQuote> quotes_;
  std::optional<std::size_t> pending_;  ///< the quotation that a paragraph left open
  std::size_t waiting_from_ = 0;        ///< the paragraph behind it
};

}  // namespace

std::vector<MarkedQuote> find_marked(const Page& page) { return Collector(page).take_quotes(); }

}  // namespace sito::quotes
