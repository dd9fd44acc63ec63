// html_page.h: the bytes of an HTML page as its text.
//
// Joins what a page declares, what the server said and what the bytes themselves say into one encoding, and
// gives the text that the page shows. What that text is is html/page_text.h's question, how encodings are
// found decode/'s.
#pragma once

#include <string_view>

#include "decode/decode.h"
#include "html/facts.h"
#include "html/page_text.h"
#include "pipeline/raw_document.h"

namespace sito::pipeline {

struct HtmlPage {
  decode::Decoded decoded;  ///< of the page's bytes; its text is the page's text, not its markup
  html::Facts facts;
};

/// Reads a page. A byte order mark, sound UTF-8 and an encoding that the user named settle the encoding. Else
/// `http_charset` (the server's, may be empty), then what the page declares, stand against what the bytes
/// read best in: whichever gives the likelier text, in doubt what was declared, as browsers have it. A
/// charset that nobody knows, and one in which bytes mean nothing that mean something in the other, is passed
/// over. Linear; of a disputed page the head is read in both encodings.
[[nodiscard]] HtmlPage read_html(std::string_view bytes, std::string_view http_charset, DecoderPool& decoders,
                                 html::PageReader& reader);

}  // namespace sito::pipeline
