#include "html/doctype.h"

#include <algorithm>

namespace sito::html {
namespace {

bool is_space(char c) { return c == '\t' || c == '\n' || c == '\f' || c == ' '; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

void append(std::string& out, char c) {
  if (c == '\0')
    out += "\xEF\xBF\xBD";
  else
    out += c;
}

class Reader {
 public:
  Reader(std::string_view page, std::size_t at, Doctype& doctype) : page_(page), at_(at), doctype_(doctype) {}

  std::size_t run() {
    doctype_ = {};
    // Whatever is missing, and a page that ends within, is told by `force_quirks`.
    doctype_.force_quirks = !read_name() || !read_ids();
    const std::size_t end = page_.find('>', at_);
    if (end == std::string_view::npos) return page_.size();
    return end + 1;
  }

 private:
  [[nodiscard]] bool is_over() const { return at_ == page_.size(); }
  [[nodiscard]] bool is_at(char c) const { return !is_over() && page_[at_] == c; }
  [[nodiscard]] bool is_at_quote() const { return is_at('"') || is_at('\''); }

  void skip_space() {
    while (!is_over() && is_space(page_[at_])) ++at_;
  }

  bool read_name() {
    skip_space();
    if (is_over() || is_at('>')) return false;
    std::string& name = doctype_.name.emplace();
    for (; !is_over() && !is_space(page_[at_]) && page_[at_] != '>'; ++at_) append(name, lower(page_[at_]));
    return !is_over();
  }

  bool take_word(std::string_view word) {
    const std::string_view next = page_.substr(at_, word.size());
    if (!std::equal(next.begin(), next.end(), word.begin(), word.end(),
                    [](char a, char b) { return lower(a) == b; }))
      return false;
    at_ += word.size();
    return true;
  }

  bool read_ids() {
    skip_space();
    if (is_at('>')) return true;
    if (take_word("public")) {
      skip_space();
      if (!is_at_quote() || !read_quoted(doctype_.public_id)) return false;
      skip_space();
      if (is_at('>')) return true;
    } else if (!take_word("system")) {
      return false;
    } else {
      skip_space();
    }
    if (!is_at_quote() || !read_quoted(doctype_.system_id)) return false;
    skip_space();
    // What stands behind is no reason for quirks, unless nothing ends it.
    return !is_over();
  }

  bool read_quoted(std::optional<std::string>& id) {
    std::string& text = id.emplace();
    const char quote = page_[at_++];
    for (; !is_over() && page_[at_] != '>'; ++at_) {
      if (page_[at_] == quote) return ++at_, true;
      append(text, page_[at_]);
    }
    return false;
  }

  std::string_view page_;
  std::size_t at_;
  Doctype& doctype_;
};

}  // namespace

std::size_t read_doctype(std::string_view page, std::size_t at, Doctype& doctype) {
  return Reader(page, at, doctype).run();
}

}  // namespace sito::html
