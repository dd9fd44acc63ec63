// drawn_tokens.h: a page's tokens as a line that a row can show.
//
//     <p a=1>x<!--y--></p><!DOCTYPE html>     {p a=[1]}x{#y}{/p}{!html}
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "html/tokenizer.h"

namespace sito::html {

inline std::string drawn_tag(const Token& token) {
  std::string out = "{", buffer;
  if (token.kind == Token::Kind::kEndTag) return out.append("/").append(token.tag->name()).append("}");
  out += token.tag->name();
  for (const Attribute& attribute : token.tag->attributes())
    out.append(" ").append(attribute.name).append("=[").append(value(attribute, buffer)).append("]");
  return out.append(token.tag->self_closing() ? " /}" : "}");
}

inline std::string drawn_doctype(const Doctype& doctype) {
  std::string out = "{!" + doctype.name.value_or("(none)");
  if (doctype.public_id) out.append(" public=[").append(*doctype.public_id).append("]");
  if (doctype.system_id) out.append(" system=[").append(*doctype.system_id).append("]");
  return out.append(doctype.force_quirks ? " quirks}" : "}");
}

inline std::string drawn_token(const Token& token) {
  switch (token.kind) {
    case Token::Kind::kText: return std::string(token.text);
    case Token::Kind::kComment: return std::string("{#").append(token.text).append("}");
    case Token::Kind::kDoctype: return drawn_doctype(*token.doctype);
    case Token::Kind::kEnd: return "";
    default: return drawn_tag(token);
  }
}

inline std::string drawn_tokens(std::string_view page, const Tokenizer::Settings& settings) {
  std::string out;
  Tokenizer tokenizer(page, settings);
  for (;;) {
    const Token& token = tokenizer.next();
    if (token.kind == Token::Kind::kEnd) return out;
    out += drawn_token(token);
  }
}

/// A page, and its tokens by a tokenizer that does not follow tags.
struct TokensCase {
  const char* name;
  std::string_view page;
  std::string_view drawn;
};

inline std::string drawn_tokens(std::string_view page, Tokenizer::State state = Tokenizer::State::kData,
                                std::string_view last_start_tag = "") {
  return drawn_tokens(page, {state, last_start_tag, false, true, false});
}

inline std::string row_name(const testing::TestParamInfo<TokensCase>& row) { return row.param.name; }

}  // namespace sito::html
