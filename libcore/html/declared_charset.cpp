#include "html/declared_charset.h"

#include <algorithm>

#include "html/tag.h"

namespace sito::html {
namespace {

constexpr std::size_t kPrescan = 1024;

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r' && c != '\v'); }
bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return out;
}

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(skip_space(text, 0));
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

/// The label in `text/html; charset=label`: the standard's extraction from a meta element.
std::string_view label_of_content(std::string_view content) {
  constexpr std::string_view kCharset = "charset";
  const std::string small = lowered(content);
  for (std::size_t at = small.find(kCharset); at < small.size(); at = small.find(kCharset, at)) {
    at = skip_space(content, at + kCharset.size());
    if (at == content.size() || content[at] != '=') continue;
    at = skip_space(content, at + 1);
    if (at == content.size()) return {};
    if (content[at] == '"' || content[at] == '\'') {
      const std::size_t end = content.find(content[at], at + 1);
      return end == std::string_view::npos ? std::string_view() : content.substr(at + 1, end - at - 1);
    }
    std::size_t end = at;
    while (end < content.size() && !is_space(content[end]) && content[end] != ';') ++end;
    return content.substr(at, end - at);
  }
  return {};
}

std::string_view label_of_meta(const Tag& tag) {
  if (const Attribute* charset = tag.find("charset")) return trimmed(charset->raw);
  const Attribute* pragma = tag.find("http-equiv");
  const Attribute* content = tag.find("content");
  if (pragma == nullptr || content == nullptr || lowered(pragma->raw) != "content-type") return {};
  return trimmed(label_of_content(content->raw));
}

std::string_view label_of_xml(std::string_view head) {
  constexpr std::string_view kEncoding = "encoding";
  if (!head.starts_with("<?xml")) return {};
  head = head.substr(0, head.find('>'));
  std::size_t at = head.find(kEncoding);
  if (at == std::string_view::npos) return {};
  at = skip_space(head, at + kEncoding.size());
  if (at == head.size() || head[at] != '=') return {};
  at = skip_space(head, at + 1);
  if (at == head.size() || (head[at] != '"' && head[at] != '\'')) return {};
  const std::size_t end = head.find(head[at], at + 1);
  return end == std::string_view::npos ? std::string_view() : head.substr(at + 1, end - at - 1);
}

/// The first label of a meta element in `head`, which has no CR.
std::string_view prescan(std::string_view head) {
  Tag tag;
  for (std::size_t at = head.find('<'); at < head.size(); at = head.find('<', at)) {
    std::size_t next = at + 1;
    if (head.substr(at, 4) == "<!--") {
      next = head.find("-->", at + 2);
    } else if (const bool closes = head.substr(at, 2) == "</";
               at + 1 + (closes ? 1 : 0) < head.size() && is_letter(head[at + 1 + (closes ? 1 : 0)])) {
      next = tag.read(head, at + 1 + (closes ? 1 : 0));
      if (next == Tag::kUnfinished) return {};
      if (!closes && tag.name() == "meta") {
        if (const std::string_view label = label_of_meta(tag); !label.empty()) return label;
      }
    } else if (at + 1 < head.size() && (head[at + 1] == '!' || head[at + 1] == '/' || head[at + 1] == '?')) {
      next = head.find('>', at);
    }
    at = next;
  }
  return {};
}

}  // namespace

std::string declared_charset(std::string_view bytes) {
  std::string head(bytes.substr(0, kPrescan));
  std::replace(head.begin(), head.end(), '\r', ' ');
  std::string_view label = prescan(head);
  if (label.empty()) label = label_of_xml(head);
  const std::string small = lowered(label);
  if (small == "utf-16" || small == "utf-16le" || small == "utf-16be") return "utf-8";
  return small == "x-user-defined" ? "windows-1252" : small;
}

}  // namespace sito::html
