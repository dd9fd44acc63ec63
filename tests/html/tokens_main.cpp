// html_tokens: the tokens of pages, for cases in html5lib's form.
//
//     html_tokens FILE... > TOKENS     of each case
//     html_tokens --check FILE...      against each case's `output`; status 1 if one differs
//     html_tokens < CASES > TOKENS
//
// A FILE is an object as that project's *.test files are, with its cases under `tests` (or
// `xmlViolationTests`, whose `output` is of pages coerced into XML, which sito makes none of), or has a case
// a line, as standard input has. A case is an object: `input`, and as the form has them `initialStates`,
// `lastStartTag`, `doubleEscaped` and `output`; `errors` are passed over. For each case a line of standard
// output is an array with the tokens of every initial state, in that form. As there, start tags do not
// change the tokenizer's state.

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
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
    std::uint32_t number = 0;
    const std::string_view digits = escaped.substr(std::min(at + 2, escaped.size()), 4);
    const char* const end = digits.data() + digits.size();
    if (!escaped.substr(at).starts_with("\\u") || digits.size() < 4 ||
        std::from_chars(digits.data(), end, number, 16).ptr != end) {
      out += escaped[at++];
      continue;
    }
    char bytes[4];
    out.append(bytes, sito::text::encode(static_cast<char32_t>(number), bytes));
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

/// What is asked of the tokenizer.
struct Case {
  explicit Case(json::Value object)
      : is_escaped(json::member(object, "doubleEscaped").value_or("false") == "true"),
        input(plain(member_string(object, "input"))),
        last(plain(member_string(object, "lastStartTag"))) {
    const auto given = json::member(object, "initialStates");
    if (!given) states.emplace_back("Data state");
    for (const json::Value name : json::elements(given.value_or("[]")))
      states.push_back(json::string(name).value_or(""));
  }

  [[nodiscard]] std::string plain(std::string text) const {
    return is_escaped ? with_surrogates(text) : text;
  }
  [[nodiscard]] Tokenizer::Settings settings(std::string_view name) const {
    return {state(name), last, false, true, false};
  }

  bool is_escaped;
  std::string input, last;
  std::vector<std::string> states;
};

std::string answer(json::Value object) {
  const Case asked(object);
  std::string out = "[";
  for (const std::string& name : asked.states) {
    if (out.size() > 1) out += ',';
    out += tokens(asked.input, asked.settings(name));
  }
  return out + "]";
}

// To be compared, a token is a list: its kind, what the form has behind it, attributes by name.
using Listed = std::vector<std::optional<std::string>>;

void append_listed(std::vector<Listed>& all, Listed token) {
  if (token.empty()) return;
  if (token[0] == "Character" && !all.empty() && all.back()[0] == "Character")
    all.back()[1]->append(*token[1]);
  else
    all.push_back(std::move(token));
}

void append_attributes(Listed& token, const std::map<std::string, std::string>& attributes) {
  for (const auto& [name, value] : attributes) {
    token.emplace_back(name);
    token.emplace_back(value);
  }
}

Listed listed(const Token& token) {
  switch (token.kind) {
    case Token::Kind::kText: return {"Character", std::string(token.text)};
    case Token::Kind::kComment: return {"Comment", std::string(token.text)};
    case Token::Kind::kEndTag: return {"EndTag", std::string(token.tag->name())};
    case Token::Kind::kDoctype:
      return {"DOCTYPE", token.doctype->name, token.doctype->public_id, token.doctype->system_id,
              token.doctype->force_quirks ? "false" : "true"};
    default: break;
  }
  Listed list = {"StartTag", std::string(token.tag->name()), token.tag->self_closing() ? "true" : "false"};
  std::map<std::string, std::string> attributes;
  std::string buffer;
  for (const auto& attribute : token.tag->attributes())
    attributes.emplace(attribute.name, value(attribute, buffer));
  append_attributes(list, attributes);
  return list;
}

Listed listed(json::Value token, const Case& asked) {
  const std::vector<json::Value> parts = json::elements(token);
  Listed list;
  for (const json::Value part : parts) {
    if (json::kind(part) == json::Kind::kString)
      list.emplace_back(asked.plain(json::string(part).value_or("")));
    else if (json::kind(part) == json::Kind::kBoolean)
      list.emplace_back(part);
    else if (json::kind(part) == json::Kind::kNull)
      list.emplace_back();
  }
  if (list.empty() || list[0] != "StartTag") return list;
  if (list.size() == 2) list.emplace_back("false");
  std::map<std::string, std::string> attributes;
  for (const json::Member& member :
       parts.size() > 2 ? json::members(parts[2]) : std::vector<json::Member>()) {
    std::string name;
    json::unescape(member.key, name);
    attributes.emplace(asked.plain(name), asked.plain(json::string(member.value).value_or("")));
  }
  append_attributes(list, attributes);
  return list;
}

std::vector<Listed> wanted(json::Value object, const Case& asked) {
  std::vector<Listed> all;
  for (const json::Value token : json::elements(json::member(object, "output").value_or("[]")))
    if (json::kind(token) == json::Kind::kArray) append_listed(all, listed(token, asked));  // else an error
  return all;
}

std::vector<Listed> given(std::string_view page, const Tokenizer::Settings& settings) {
  Tokenizer tokenizer(page, settings);
  std::vector<Listed> all;
  for (const Token* token = &tokenizer.next(); token->kind != Token::Kind::kEnd; token = &tokenizer.next())
    append_listed(all, listed(*token));
  return all;
}

struct Score {
  std::size_t right = 0, all = 0;
};

void check(json::Value object, Score& score) {
  const Case asked(object);
  const std::vector<Listed> want = wanted(object, asked);
  for (const std::string& name : asked.states) {
    ++score.all;
    if (given(asked.input, asked.settings(name)) == want)
      ++score.right;
    else
      std::cout << "differs in the " << name << ": " << object << '\n'
                << "  " << tokens(asked.input, asked.settings(name)) << '\n';
  }
}

/// Hands every case of `file` to `use`.
template <typename Use>
void each_case(const std::string& file, Use use) {
  for (const std::string_view key : {"tests", "xmlViolationTests"}) {
    const auto cases = json::member(file, key);
    if (!cases) continue;
    for (const json::Value object : json::elements(*cases)) use(object);
    return;
  }
  std::istringstream lines(file);
  for (std::string line; std::getline(lines, line);)
    if (!line.empty()) use(json::Value(line));
}

std::string content(const char* path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(std::string("cannot read ") + path);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  const std::size_t end = text.find_last_not_of(" \t\r\n");
  return begin == std::string::npos ? "" : text.substr(begin, end - begin + 1);
}

void write(json::Value object) { std::cout << answer(object) << '\n'; }

bool check_files(std::span<char*> paths) {
  Score sum;
  for (const char* path : paths) {
    Score score;
    each_case(content(path), [&](json::Value object) { check(object, score); });
    std::cout << path << ": " << score.right << " of " << score.all << '\n';
    sum = {sum.right + score.right, sum.all + score.all};
  }
  std::cout << "all: " << sum.right << " of " << sum.all << '\n';
  return sum.right == sum.all;
}

}  // namespace

int main(int argc, char** argv) try {
  const std::span<char*> arguments(argv + 1, argv + argc);
  if (!arguments.empty() && std::string_view(arguments[0]) == "--check")
    return check_files(arguments.subspan(1)) ? 0 : 1;
  for (const char* path : arguments) each_case(content(path), write);
  if (!arguments.empty()) return 0;
  for (std::string line; std::getline(std::cin, line);)
    if (!line.empty()) write(line);
  return 0;
} catch (const std::exception& error) {
  std::cerr << "html_tokens: " << error.what() << '\n';
  return 3;
}
