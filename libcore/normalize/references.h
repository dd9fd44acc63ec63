// references.h: characters that a page wrote as HTML does: &nbsp; &#1108; &#x454;
//
// Text that went through a database or a feed is often escaped once more than it was unescaped, or twice.
// This header settles which references are characters and which ampersands stay. Markup itself is not
// its question: "&lt;b&gt;" becomes "<b>" and stays so.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sito::normalize {

/// Writes `valid` to `out` (cleared first) with its character references as characters; how many there
/// were, each level of escaping by itself.
///
///     Ціна&nbsp;&mdash; 5&amp;nbsp;&#1075;&#x440;&#1085;.     Ціна — 5 грн.     (with no-break spaces)
///
/// - Names are those of the HTML standard (data/character_references.tsv), ended by a semicolon;
///   `nbsp`, `quot`, `laquo` and `raquo`, which no web address and no prose holds by chance, also
///   without, where neither a letter, a digit nor "=" follows. "AT&T", "R&D;" and "a && b" stay.
/// - Numbers 128 to 159 mean windows-1252, as in the standard. What stands for NUL, a control other than
///   TAB, LF and CR, a surrogate, a noncharacter or nothing at all stays as it is.
/// - A reference that another makes is decoded too, to any depth: "&amp;amp;lt;" is "<". So a text about
///   HTML that was escaped twice on purpose loses that; pages that were by mistake are far more.
/// - Characters that control.h, zero_width.h and hyphens.h remove do not part a reference: they go with it.
///
/// Afterwards `out` holds no reference any more, even once such characters are removed. Linear.
/// Source: the HTML standard, 13.2.5.72 to 13.2.5.80 and 13.5.
std::size_t decode_references(std::string_view valid, std::string& out);

}  // namespace sito::normalize
