#include "html/page_text.h"

#include <algorithm>

#include "data/tables.h"

namespace sito::html {
namespace {

// What was hidden without an end tag is read again as shown; that this stays linear, only some times.
constexpr std::size_t kMaxTakenBack = 8;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }
bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool equals_in_any_case(std::string_view text, std::string_view small) {
  return std::equal(text.begin(), text.end(), small.begin(), small.end(),
                    [](char a, char b) { return lower(a) == b; });
}

bool contains_in_any_case(std::string_view text, std::string_view small) {
  return std::search(text.begin(), text.end(), small.begin(), small.end(),
                     [](char a, char b) { return lower(a) == b; }) != text.end();
}

/// Whether a style attribute has a declaration like `display: none`.
bool declares(std::string_view style, std::string_view property, std::string_view value) {
  while (!style.empty()) {
    const std::size_t size = std::min(style.find(';'), style.size());
    std::string plain;
    for (const char c : style.substr(0, size))
      if (!is_space(c)) plain += lower(c);
    style.remove_prefix(std::min(size + 1, style.size()));
    if (plain.ends_with("!important")) plain.resize(plain.size() - 10);
    if (plain.size() == property.size() + 1 + value.size() && plain.starts_with(property) &&
        plain[property.size()] == ':' && plain.ends_with(value))
      return true;
  }
  return false;
}

}  // namespace

void PageReader::read(std::string_view html, Page& page) {
  (void)read_head(html, std::string_view::npos, page);
}

bool PageReader::read_head(std::string_view html, std::size_t enough, Page& page) {
  believes_attributes_ = true;
  const bool is_all = read_once(html, enough, page);
  if (!page.text.empty() || !was_hidden_by_attributes_ || !body_ended_) return is_all;
  believes_attributes_ = false;
  return read_once(html, enough, page);
}

bool PageReader::read_once(std::string_view html, std::size_t enough, Page& page) {
  Tokenizer::Settings settings;
  settings.is_xml = html.substr(0, html.find('>')).find("<?xml") < 4;  // behind a byte order mark at most
  tokenizer_.assign(html, settings);
  hiding_.clear();
  writer_.assign(page.text);
  facts_.assign(page.facts);
  page_ = &page;
  raw_ = nullptr;
  open_pre_ = open_lists_ = open_quotations_ = taken_back_ = 0;
  at_pre_start_ = body_ended_ = was_hidden_by_attributes_ = swallows_body_ = false;
  while (page.text.size() < enough) {
    const Token& token = tokenizer_.next();
    switch (token.kind) {
      case Token::Kind::kText: text(token.text); break;
      case Token::Kind::kStartTag: start_tag(*token.tag); break;
      case Token::Kind::kEndTag: end_tag(*token.tag); break;
      case Token::Kind::kEnd:
        if (swallows_body_ && take_back_hiding()) break;
        end_raw();
        return true;
      default: break;
    }
  }
  return false;
}

void PageReader::text(std::string_view characters) {
  if (raw_ != nullptr) return raw_text(characters);
  if (hiding_.is_active()) return;
  if (open_pre_ == 0) return writer_.text(characters);
  if (at_pre_start_ && characters.starts_with('\n')) characters.remove_prefix(1);
  at_pre_start_ = false;
  writer_.preformatted(characters);
}

void PageReader::raw_text(std::string_view characters) {
  if (raw_->layout == Layout::kPreformatted) {
    if (!hiding_.is_active()) writer_.preformatted(characters);
  } else if (raw_->content == Content::kScript) {
    if (is_json_ld_) facts_.json_ld(characters);
  } else {
    if (raw_->name == "title" && !hiding_.holds_svg()) facts_.title(characters);
    if (raw_->name != "style") swallows_body_ |= contains_in_any_case(characters, "</body");
  }
}

void PageReader::start_tag(const Tag& tag) {
  const Element& element = tag.element();
  static const Element* const kArticle = &html::element("article");
  at_pre_start_ = false;
  raw_ = nullptr;
  if (!hiding_.is_svg()) {
    facts_.start_tag(tag, hiding_.is_open(*kArticle));
    begin_raw(tag);
  }
  if (hiding_.is_active()) {
    if (!hiding_.start_ends(tag)) return;
    show_again();
  }
  end_paragraph_by_start(element);
  if (element.content == Content::kNone || (element.name == "svg" && tag.self_closing()))
    return begin_layout(element);
  const bool by_attributes = believes_attributes_ && is_hidden_by_attributes(tag);
  was_hidden_by_attributes_ |= by_attributes;
  const bool gone = element.layout == Layout::kGone || element.layout == Layout::kControl;
  if (element.layout == Layout::kControl) writer_.space();
  if (raw_ != nullptr ? by_attributes && !gone : by_attributes || gone) return hide(tag);
  hiding_.opened(element);
  begin_layout(element);
}

// What stands between tags of raw text is no markup, and of no interest but for facts.
void PageReader::begin_raw(const Tag& tag) {
  const Element& element = tag.element();
  if (element.content == Content::kMarkup || element.content == Content::kNone) return;
  raw_ = &element;
  hidden_from_ = hiding_.is_active() ? hidden_from_ : tokenizer_.position();
  const Attribute* type = element.content == Content::kScript ? tag.find("type") : nullptr;
  is_json_ld_ = type != nullptr && contains_in_any_case(value(*type, value_), "ld+json");
}

void PageReader::end_raw() {
  if (raw_ != nullptr && raw_->name == "title") facts_.title_end();
  raw_ = nullptr;
  swallows_body_ = false;
}

void PageReader::end_tag(const Tag& tag) {
  const Element& element = tag.element();
  at_pre_start_ = false;
  end_raw();
  const bool ends_body = element.name == "body" || element.name == "html";
  if (hiding_.is_active()) {
    switch (hiding_.end_tag(tag)) {
      case Hiding::End::kNot: return;
      case Hiding::End::kItself: return show_again();
      case Hiding::End::kBefore: show_again(); break;
      case Hiding::End::kNever:
        if (take_back_hiding()) return;
        break;
    }
  }
  body_ended_ |= ends_body;
  if (element.is_block() && element.name != "p" && hiding_.is_open(element) && hiding_.ends_paragraph())
    writer_.paragraph();
  hiding_.closed(element);
  end_layout(element);
}

bool PageReader::is_hidden_by_attributes(const Tag& tag) {
  const Element& element = tag.element();
  if (element.name == "html" || element.name == "body") return false;
  bool is_dialog = false, is_aria_hidden = false, is_open = false;
  for (const Attribute& attribute : tag.attributes()) {
    if (attribute.name == "hidden" && !equals_in_any_case(attribute.raw, "until-found")) return true;
    if (attribute.name == "style" && attribute.raw.size() > 4) {
      const std::string_view style = value(attribute, value_);
      if (declares(style, "display", "none") || declares(style, "visibility", "hidden")) return true;
    }
    is_open |= attribute.name == "open";
    is_dialog |= attribute.name == "role" && equals_in_any_case(attribute.raw, "dialog");
    is_aria_hidden |= attribute.name == "aria-hidden" && equals_in_any_case(attribute.raw, "true");
  }
  return (is_dialog && is_aria_hidden) || (element.name == "dialog" && !is_open);
}

void PageReader::hide(const Tag& tag) {
  if (taken_back_ >= kMaxTakenBack) return;
  hiding_.begin(tag);
  hidden_from_ = tokenizer_.position();
  tokenizer_.set_foreign(hiding_.is_svg());
}

void PageReader::show_again() {
  hiding_.end();
  tokenizer_.set_foreign(false);
}

// Goes on behind the start tag of what was hidden. False if that was done too often already.
bool PageReader::take_back_hiding() {
  const Element* shown = hiding_.hidden();
  raw_ = nullptr;
  swallows_body_ = false;
  facts_.drop_title();
  show_again();
  if (++taken_back_ > kMaxTakenBack) return false;
  if (shown != nullptr) {
    hiding_.opened(*shown);
    begin_layout(*shown);
  }
  tokenizer_.seek(hidden_from_);
  return true;
}

// A p that a start tag ends leaves a blank line too.
void PageReader::end_paragraph_by_start(const Element& element) {
  const bool ends =
      element.ends_paragraph || element.layout == Layout::kRow || element.layout == Layout::kCell;
  if (ends && hiding_.ends_paragraph()) writer_.paragraph();
}

void PageReader::begin_layout(const Element& element) {
  switch (element.layout) {
    case Layout::kLine: return writer_.line();
    case Layout::kParagraph: return writer_.paragraph();
    case Layout::kTable:
    case Layout::kRow: return writer_.row();
    case Layout::kList: return ++open_lists_ > 1 ? writer_.line() : writer_.paragraph();
    case Layout::kCell: return writer_.cell();
    case Layout::kBreak: return writer_.line_end();
    case Layout::kControl: return writer_.space();
    case Layout::kQuotation: return quotation_mark(true);
    case Layout::kPreformatted:
      writer_.paragraph();
      ++open_pre_;
      at_pre_start_ = true;
      return;
    case Layout::kInline:
    case Layout::kGone: return;
  }
}

void PageReader::end_layout(const Element& element) {
  switch (element.layout) {
    case Layout::kLine: return writer_.line();
    case Layout::kParagraph: return writer_.paragraph();
    case Layout::kTable:
    case Layout::kRow: return writer_.row();
    case Layout::kList:
      if (open_lists_ > 0) --open_lists_;
      return open_lists_ > 0 ? writer_.line() : writer_.paragraph();
    case Layout::kBreak: return writer_.line_end();
    case Layout::kQuotation: return quotation_mark(false);
    case Layout::kPreformatted:
      if (open_pre_ > 0) --open_pre_;
      return writer_.paragraph();
    case Layout::kInline:
    case Layout::kCell:
    case Layout::kControl:
    case Layout::kGone: return;
  }
}

void PageReader::quotation_mark(bool opens) {
  if (!opens && open_quotations_-- == 0) {
    open_quotations_ = 0;
    return;
  }
  const bool inner = (opens ? open_quotations_++ : open_quotations_) % 2 == 1;
  const std::string_view language = page_->facts.language;
  const auto& table = data::page_quotation_marks();
  auto rows = table.with_key(language.substr(0, language.find('-')));
  if (rows.empty()) rows = table.with_key("en");
  writer_.text(table.row(rows.first).cells[(opens ? 1U : 2U) + (inner ? 2U : 0U)]);
}

Page read_page(std::string_view html) {
  Page page;
  PageReader().read(html, page);
  return page;
}

}  // namespace sito::html
