#include "html/tokenizer.h"

#include <algorithm>

#include "html/find_either.h"
#include "html/raw_text.h"

namespace sito::html {
namespace {

bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

/// `page` with every CR LF and CR as LF.
void convert_line_ends(std::string_view page, std::string& out) {
  out.clear();
  out.reserve(page.size());
  for (std::size_t at = 0; at < page.size();) {
    const std::size_t next = std::min(page.find('\r', at), page.size());
    out.append(page.substr(at, next - at));
    if (next == page.size()) return;
    out += '\n';
    at = next + (page.substr(next, 2) == "\r\n" ? 2 : 1);
  }
}

bool equals_in_any_case(std::string_view text, std::string_view small) {
  return std::equal(text.begin(), text.end(), small.begin(), small.end(), [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a | 0x20) : a) == b;
  });
}

}  // namespace

void Tokenizer::assign(std::string_view page, const Settings& settings) {
  page_ = page;
  if (page.find('\r') != std::string_view::npos) {
    convert_line_ends(page, converted_);
    page_ = converted_;
  }
  settings_ = settings;
  at_ = 0;
  state_ = settings.state;
  closing_ = false;
  foreign_ = false;
  has_nul_ = page_.find('\0') != std::string_view::npos;
  ending_ = settings.last_start_tag;
}

void Tokenizer::seek(std::size_t position) {
  at_ = position;
  state_ = State::kData;
  closing_ = false;
  foreign_ = false;
}

const Token& Tokenizer::next() {
  if (closing_) {
    closing_ = false;
    return raw(at_);
  }
  if (at_ == page_.size()) return made(Token::Kind::kEnd, {});
  switch (state_) {
    case State::kData: return data();
    case State::kCharacters: return characters();
    case State::kRaw: return raw(find_end_tag(page_, at_, ending_));
    case State::kScript: return raw(find_script_end(page_, at_, ending_));
    case State::kRest: return raw(page_.size());
    case State::kCdata: return cdata();
  }
  return made(Token::Kind::kEnd, {});
}

const Token& Tokenizer::data() {
  while (at_ < page_.size()) {
    if (page_[at_] == '<') {
      const std::size_t before = at_;
      if (const Token* token = markup()) return *token;
      if (at_ == before) return run(at_ + 1);
    } else if (page_[at_] == '&') {
      if (const Token* resolved = reference()) return *resolved;
      return run(at_ + 1);
    } else {
      return run(at_);
    }
  }
  return made(Token::Kind::kEnd, {});
}

// Text up to the next byte from `from` on that may not be text.
const Token& Tokenizer::run(std::size_t from) { return text(find_either(page_, from, '<', '&')); }

const Token* Tokenizer::reference() {
  reference_ = read_reference(page_, at_, false);
  if (reference_.length() == 0) return nullptr;
  at_ += reference_.length();
  return &made(Token::Kind::kText, reference_.characters());
}

const Token& Tokenizer::text(std::size_t end) {
  const std::string_view characters = page_.substr(at_, end - at_);
  at_ = end;
  return made(Token::Kind::kText, characters);
}

const Token& Tokenizer::replaced_text(std::size_t end) {
  text(end);
  token_.text = without_nul(token_.text);
  return token_;
}

const Token& Tokenizer::characters() {
  std::size_t end = at_;
  while ((end = find_either(page_, end, '<', '&')) < page_.size()) {
    if (page_[end] == '&') {
      if (end > at_) break;
      if (const Token* resolved = reference()) return *resolved;
    } else if (is_end_tag(page_, end, ending_)) {
      return raw(end);
    }
    ++end;
  }
  return replaced_text(end);
}

// The text before the tag at `end`, or that tag itself.
const Token& Tokenizer::raw(std::size_t end) {
  if (end > at_) {
    closing_ = end < page_.size();
    return replaced_text(end);
  }
  if (const Token* end_tag = tag(at_ + 2, Token::Kind::kEndTag)) return *end_tag;
  return made(Token::Kind::kEnd, {});
}

const Token& Tokenizer::cdata() {
  constexpr std::string_view kClose = "]]>";
  const std::size_t end = std::min(page_.find(kClose, at_), page_.size());
  const Token& token = text(end);
  at_ = std::min(end + kClose.size(), page_.size());
  state_ = State::kData;
  return token;
}

// Null where nothing comes of what stands at `at_`: then it is text, unless `at_` has moved.
const Token* Tokenizer::markup() {
  const std::string_view rest = page_.substr(at_);
  if (rest.size() < 2) return nullptr;
  if (is_letter(rest[1])) return tag(at_ + 1, Token::Kind::kStartTag);
  if (rest[1] == '!') return &declaration();
  if (rest[1] == '?') return &bogus_comment(at_ + 1);
  if (rest[1] != '/' || rest.size() < 3) return nullptr;
  if (is_letter(rest[2])) return tag(at_ + 2, Token::Kind::kEndTag);
  if (rest[2] != '>') return &bogus_comment(at_ + 2);
  at_ += 3;
  return nullptr;
}

// Null if the page ends within the tag, of which nothing is left then.
const Token* Tokenizer::tag(std::size_t name, Token::Kind kind) {
  state_ = State::kData;
  const std::size_t end = tag_.read(page_, name);
  at_ = std::min(end, page_.size());
  if (end == Tag::kUnfinished) return nullptr;
  if (kind == Token::Kind::kStartTag) follow_tag();
  token_ = {kind, {}, &tag_, nullptr};
  return &token_;
}

void Tokenizer::follow_tag() {
  if (!settings_.follows_tags || foreign_) return;
  const Element& element = tag_.element();
  if (element.content == Content::kMarkup || element.content == Content::kNone) return;
  if (settings_.is_xml && tag_.self_closing()) return;
  if (element.name == "noscript" && !settings_.scripting) return;
  ending_ = element.name;
  switch (element.content) {
    case Content::kCharacters: state_ = State::kCharacters; break;
    case Content::kScript: state_ = State::kScript; break;
    case Content::kRest: state_ = State::kRest; break;
    default: state_ = State::kRaw;
  }
}

const Token& Tokenizer::declaration() {
  constexpr std::string_view kDoctype = "doctype", kCdata = "[CDATA[";
  const std::size_t begin = at_ + 2;
  if (page_.substr(begin, 2) == "--") return comment(begin + 2);
  if (equals_in_any_case(page_.substr(begin, kDoctype.size()), kDoctype)) {
    at_ = read_doctype(page_, begin + kDoctype.size(), doctype_);
    token_ = {Token::Kind::kDoctype, {}, nullptr, &doctype_};
    return token_;
  }
  if (foreign_ && page_.substr(begin, kCdata.size()) == kCdata) {
    at_ = begin + kCdata.size();
    return cdata();
  }
  return bogus_comment(begin);
}

const Token& Tokenizer::comment(std::size_t begin) {
  for (const std::string_view at_once : {">", "->"}) {
    if (!page_.substr(begin).starts_with(at_once)) continue;
    at_ = begin + at_once.size();
    return made(Token::Kind::kComment, {});
  }
  for (std::size_t end = page_.find("--", begin); end < page_.size(); end = page_.find("--", end + 1)) {
    const std::string_view behind = page_.substr(end + 2, 2);
    const bool bang = behind == "!>";
    if (!bang && !behind.starts_with('>')) continue;
    at_ = end + (bang ? 4 : 3);
    return made(Token::Kind::kComment, without_nul(page_.substr(begin, end - begin)));
  }
  // Where the page ends, what may have been the comment's end is no part of it.
  std::string_view rest = page_.substr(begin);
  if (rest.ends_with("--!"))
    rest.remove_suffix(3);
  else if (rest.ends_with("--"))
    rest.remove_suffix(2);
  else if (rest.ends_with('-'))
    rest.remove_suffix(1);
  at_ = page_.size();
  return made(Token::Kind::kComment, without_nul(rest));
}

const Token& Tokenizer::bogus_comment(std::size_t begin) {
  const std::size_t end = std::min(page_.find('>', begin), page_.size());
  at_ = std::min(end + 1, page_.size());
  return made(Token::Kind::kComment, without_nul(page_.substr(begin, end - begin)));
}

const Token& Tokenizer::made(Token::Kind kind, std::string_view characters) {
  token_ = {kind, characters, nullptr, nullptr};
  return token_;
}

std::string_view Tokenizer::without_nul(std::string_view characters) {
  if (!has_nul_ || characters.find('\0') == std::string_view::npos) return characters;
  buffer_.clear();
  for (const char c : characters) {
    if (c == '\0')
      buffer_ += "\xEF\xBF\xBD";
    else
      buffer_ += c;
  }
  return buffer_;
}

}  // namespace sito::html
