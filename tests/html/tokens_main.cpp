// html_tokens: the tokens of pages, for cases in html5lib's form.
//
//     html_tokens < CASES > TOKENS
//
// Each line of standard input is one object: `input`, and as the form has them `initialStates`,
// `lastStartTag` and `doubleEscaped`. Each line of standard output is an array with the tokens of every
// initial state, in that form. As there, start tags do not change the tokenizer's state.

#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

#include "document/json_value.h"
#include "document/json_writer.h"
#include "html/tokenizer.h"
#include "text/utf8.h"

namespace {

using sito::html::Token;
using sito::html::Tokenizer;
namespace json = sito::json;

/// Lone surrogates, which double escaped cases hold, as three bytes and back: the tokenizer looks at none.
std::string with_surrogates(std::string_view escaped) {
  std::string out;
  for (std::size_t at = 0; at < escaped.size();) {
    if (escaped.substr(at, 2) != "\\u" || at + 6 > escaped.size()) {
      out += escaped[at++];
      continue;
    }
    const auto number =
        static_cast<char32_t>(std::stoul(std::string(escaped.substr(at + 2, 4)), nullptr, 16));
    char bytes[4];
    out.append(bytes, sito::text::encode(number, bytes));
    at += 6;
  }
  return out;
}

void append_string(std::string& out, std::string_view bytes) {
  out += '"';
  while (!bytes.empty()) {
    const std::size_t valid = sito::text::valid_prefix(bytes);
    std::string quoted;
    json::append_string(quoted, bytes.substr(0, valid));
    out.append(quoted, 1, quoted.size() - 2);
    bytes.remove_prefix(valid);
    if (bytes.empty()) break;
    char escape[8];
    std::snprintf(escape, sizeof escape, "\\u%04x",
                  static_cast<unsigned>(sito::text::decode(bytes, 0).code_point) & 0xFFFFU);
    out += escape;
    bytes.remove_prefix(3);
  }
  out += '"';
}

void append_optional(std::string& out, const std::optional<std::string>& text) {
  out += ',';
  if (text)
    append_string(out, *text);
  else
    out += "null";
}

void append_token(std::string& out, const Token& token) {
  std::string buffer;
  if (token.kind == Token::Kind::kComment) {
    out += "[\"Comment\",";
    append_string(out, token.text);
  } else if (token.kind == Token::Kind::kDoctype) {
    out += "[\"DOCTYPE\"";
    append_optional(out, token.doctype->name);
    append_optional(out, token.doctype->public_id);
    append_optional(out, token.doctype->system_id);
    out += token.doctype->force_quirks ? ",false" : ",true";
  } else if (token.kind == Token::Kind::kEndTag) {
    out += "[\"EndTag\",";
    append_string(out, token.tag->name());
  } else {
    out += "[\"StartTag\",";
    append_string(out, token.tag->name());
    out += ",{";
    for (const auto& attribute : token.tag->attributes()) {
      if (out.back() != '{') out += ',';
      append_string(out, attribute.name);
      out += ':';
      append_string(out, value(attribute, buffer));
    }
    out += token.tag->self_closing() ? "},true" : "}";
  }
  out += ']';
}

std::string tokens(std::string_view page, const Tokenizer::Settings& settings) {
  Tokenizer tokenizer(page, settings);
  std::string out = "[", characters;
  const auto part = [&] {
    if (out.size() > 1) out += ',';
  };
  for (;;) {
    const Token& token = tokenizer.next();
    if (token.kind == Token::Kind::kText) {
      characters += token.text;
      continue;
    }
    if (!characters.empty()) {
      part();
      out += "[\"Character\",";
      append_string(out, characters);
      out += ']';
      characters.clear();
    }
    if (token.kind == Token::Kind::kEnd) return out + "]";
    part();
    append_token(out, token);
  }
}

Tokenizer::State state(std::string_view name) {
  if (name == "RCDATA state") return Tokenizer::State::kCharacters;
  if (name == "RAWTEXT state") return Tokenizer::State::kRaw;
  if (name == "Script data state") return Tokenizer::State::kScript;
  if (name == "PLAINTEXT state") return Tokenizer::State::kRest;
  if (name == "CDATA section state") return Tokenizer::State::kCdata;
  return Tokenizer::State::kData;
}

std::string member_string(json::Value object, std::string_view key) {
  const auto member = json::member(object, key);
  return member ? json::string(*member).value_or("") : "";
}

std::string answer(json::Value line) {
  std::string input = member_string(line, "input"), last = member_string(line, "lastStartTag");
  if (json::member(line, "doubleEscaped").value_or("false") == "true") {
    input = with_surrogates(input);
    last = with_surrogates(last);
  }
  std::vector<std::string> states = {"Data state"};
  if (const auto given = json::member(line, "initialStates")) {
    states.clear();
    for (const json::Value name : json::elements(*given)) states.push_back(*json::string(name));
  }
  std::string out = "[";
  for (const std::string& name : states) {
    if (out.size() > 1) out += ',';
    out += tokens(input, {state(name), last, false});
  }
  return out + "]";
}

}  // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    if (!line.empty()) std::cout << answer(line) << '\n';
  }
  return 0;
}
