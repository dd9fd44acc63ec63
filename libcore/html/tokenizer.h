// tokenizer.h: a page as tags, text and comments.
//
// The tokenization of the HTML standard, 13.2.5, over a whole page in memory. There is no tree, so what the
// tree's builder would tell the tokenizer is decided here: after the start tag of a title, a style or a
// script, text follows in which tags are none. What a page's text is is page_text.h's question, the
// encoding of its bytes is settled before.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "html/doctype.h"
#include "html/references.h"
#include "html/tag.h"

namespace sito::html {

/// In the order of events in a page. Views last until the next token.
struct Token {
  enum class Kind : std::uint8_t { kText, kStartTag, kEndTag, kComment, kDoctype, kEnd };

  Kind kind = Kind::kEnd;
  std::string_view text;             ///< characters of a text or comment; a run of text may come in parts
  const Tag* tag = nullptr;          ///< of start and end tags; an end tag's attributes mean nothing
  const Doctype* doctype = nullptr;  ///< of a doctype
};

class Tokenizer {
 public:
  /// Where the standard's tokenizer can be before a page's first byte.
  enum class State : std::uint8_t { kData, kCharacters, kRaw, kScript, kRest, kCdata };

  struct Settings {
    State state = State::kData;
    std::string_view last_start_tag = {};  ///< in small letters: which end tag ends such a `state`
    bool follows_tags = true;              ///< start tags change the state, as an HTML document's would
    bool scripting = true;                 ///< noscript holds raw text, as in a browser that runs scripts
    bool is_xml = false;                   ///< `<script/>` is whole, as in a page read as XML
  };

  Tokenizer() = default;
  Tokenizer(std::string_view page, const Settings& settings) { assign(page, settings); }

  /// Begins with `page`, which lives as long as its tokens are used. It should be UTF-8, but other bytes pass
  /// as they are. CR and CR LF become LF: only then is the page copied. Memory is used again.
  void assign(std::string_view page, const Settings& settings);

  /// The next token; after the last always one of kEnd. Cannot fail. Linear over a page, whatever it holds.
  const Token& next();

  /// Whether what comes next stands within svg or math: CDATA sections are text there, and start tags do not
  /// change the state.
  void set_foreign(bool foreign) { foreign_ = foreign; }

  /// The byte of the page (without its CR) behind the last token, where seek() comes back to, in data.
  [[nodiscard]] std::size_t position() const { return at_; }
  void seek(std::size_t position);

 private:
  const Token& data();
  const Token& characters();
  const Token& raw(std::size_t end);
  const Token& cdata();
  const Token& text(std::size_t end);
  const Token& replaced_text(std::size_t end);
  const Token& run(std::size_t from);
  const Token* reference();

  const Token* markup();
  const Token* tag(std::size_t name, Token::Kind kind);
  const Token& declaration();
  const Token& comment(std::size_t begin);
  const Token& bogus_comment(std::size_t begin);
  void follow_tag();

  const Token& made(Token::Kind kind, std::string_view characters);
  std::string_view without_nul(std::string_view characters);

  std::string_view page_;
  std::size_t at_ = 0;
  State state_ = State::kData;
  bool closing_ = false;  ///< the tag at `at_` ends raw text
  bool foreign_ = false;
  bool has_nul_ = false;
  Settings settings_;
  std::string ending_;  ///< the name whose end tag ends the state

  Token token_;
  Tag tag_;
  Doctype doctype_;
  Reference reference_;
  std::string buffer_;
  std::string converted_;  ///< the page without CR, if it has any
};

}  // namespace sito::html
