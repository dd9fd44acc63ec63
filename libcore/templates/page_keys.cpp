#include "templates/page_keys.h"

#include "templates/line_key.h"
#include "text/utf8.h"
#include "text/words.h"

namespace sito::templates {
namespace {

constexpr std::size_t kWholeLength = 40;   ///< lines of so many characters are kept whole: most templates
constexpr std::size_t kExcerptLength = 8;  ///< of longer ones
constexpr std::size_t kLastLines = 6;      ///< how far from the end a footer may be glued to a paragraph

std::uint8_t distance(std::size_t lines) { return static_cast<std::uint8_t>(std::min(lines, kFarthest)); }

}  // namespace

void append_excerpt(std::string_view form, std::string& out) {
  const auto head = [form](std::size_t most) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < most && at < form.size(); ++i) at += text::decode(form, at).length;
    return at;
  };
  std::size_t at = head(kWholeLength);
  if (at < form.size()) at = head(kExcerptLength);
  out.append(form, 0, at);
  if (at < form.size()) out += "\u2026";
}

void PageKeys::assign(std::string_view text) {
  lines_.clear();
  records_.clear();
  excerpts_.clear();
  excerpt_ends_.clear();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const auto line = text.substr(at, end - at);
    if (!text::is_blank_line(line)) lines_.push_back(line);
    at = end + 1;
  }
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const Line place{i, lines_.size() - 1 - i};
    const auto exact = exact_form(lines_[i], exact_);
    add(key_of_exact(exact), place, exact);
    if (const auto masked = masked_form(exact, masked_)) add(key_of_masked(*masked), place, *masked);
    if (place.from_end >= kLastLines) continue;
    if (const auto sentence = last_sentence(exact); !sentence.empty())
      add(key_of_exact(sentence), place, sentence);
  }
  merge_twins();
}

void PageKeys::add(std::uint64_t key, Line line, std::string_view form) {
  records_.push_back({key, {1, distance(line.from_start), distance(line.from_end)}, {}});
  append_excerpt(form, excerpts_);
  excerpt_ends_.push_back(excerpts_.size());
}

void PageKeys::merge_twins() {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < records_.size(); begin = excerpt_ends_[i], ++i)
    records_[i].excerpt = std::string_view(excerpts_).substr(begin, excerpt_ends_[i] - begin);
  std::sort(records_.begin(), records_.end(), [](const Record& a, const Record& b) { return a.key < b.key; });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < records_.size(); ++i) {
    if (kept > 0 && records_[kept - 1].key == records_[i].key) {
      auto& twin = records_[kept - 1];
      add_to(twin, records_[i]);
      twin.seen.pages = 1;
    } else {
      records_[kept++] = records_[i];
    }
  }
  records_.resize(kept);
}

}  // namespace sito::templates
