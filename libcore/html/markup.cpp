#include "html/markup.h"

#include <algorithm>
#include <string>

#include "html/doctype.h"
#include "html/elements.h"

namespace sito::html {
namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

class Prolog {
 public:
  explicit Prolog(std::string_view head) : head_(head) {}

  Markup run() {
    take("\xEF\xBB\xBF");
    for (;;) {
      while (at_ < head_.size() && is_space(head_[at_])) ++at_;
      if (take("<!--")) {
        has_comment_ = true;
        if (!skip_behind("-->")) return nothing_else();
      } else if (take("<?xml")) {
        is_xml_ = true;
        if (!skip_behind("?>")) return nothing_else();
      } else if (take("<!doctype")) {
        if (const Markup declared = doctype(); declared != Markup::kNone) return declared;
      } else {
        return at_ + 1 < head_.size() && head_[at_] == '<' && is_letter(head_[at_ + 1]) ? root()
                                                                                        : nothing_else();
      }
    }
  }

 private:
  // In any case, as doctypes are; `<?XML` harms nobody.
  bool take(std::string_view small) {
    const std::string_view next = head_.substr(at_, small.size());
    if (!std::equal(next.begin(), next.end(), small.begin(), small.end(),
                    [](char a, char b) { return lower(a) == b; }))
      return false;
    at_ += small.size();
    return true;
  }

  bool skip_behind(std::string_view end) {
    const std::size_t found = head_.find(end, at_);
    at_ = found == std::string_view::npos ? head_.size() : found + end.size();
    return found != std::string_view::npos;
  }

  [[nodiscard]] Markup nothing_else() const {
    if (is_xml_) return Markup::kXml;
    return has_comment_ ? Markup::kHtml : Markup::kNone;
  }

  // kNone where the root element will tell.
  Markup doctype() {
    Doctype declared;
    const std::size_t begin = at_;
    at_ = read_doctype(head_, at_, declared);
    const std::string name = declared.name.value_or("");
    if (name == "svg") return Markup::kSvg;
    if (name == "html" || name.empty()) return Markup::kHtml;
    if (at_ == head_.size() && !head_.ends_with('>')) return Markup::kNone;
    is_xml_ = true;
    if (head_.substr(begin, at_ - begin).find('[') != std::string_view::npos) skip_behind("]>");
    return Markup::kNone;
  }

  Markup root() {
    std::size_t end = ++at_;
    std::string name;
    for (; end < head_.size() && !is_space(head_[end]) && head_[end] != '>' && head_[end] != '/'; ++end)
      name += lower(head_[end]);
    if (end == head_.size()) return nothing_else();
    if (name == "html") return Markup::kHtml;
    if (name == "rss" || name == "rdf:rdf") return Markup::kXml;
    if (name == "svg" || name == "svg:svg") return Markup::kSvg;
    const std::string_view tag = head_.substr(end, head_.find('>', end) - end);
    const bool has_namespace = tag.find("xmlns") != std::string_view::npos;
    if (is_xml_ || (has_namespace && !element(name).begins_page)) return Markup::kXml;
    return element(name).begins_page ? Markup::kHtml : nothing_else();
  }

  std::string_view head_;
  std::size_t at_ = 0;
  bool is_xml_ = false;
  bool has_comment_ = false;
};

}  // namespace

Markup markup(std::string_view head) { return Prolog(head.substr(0, kMarkupHead)).run(); }

}  // namespace sito::html
