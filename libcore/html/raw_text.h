// raw_text.h: where text ends in which tags are none.
//
// The standard's RAWTEXT, RCDATA and script states, as far as they look for their end. Which elements
// hold such text is elements.h's question.
#pragma once

#include <cstddef>
#include <string_view>

namespace sito::html {

/// Whether `</name` (name in small letters) and what ends a tag's name stand at byte `at` of `page`: the
/// standard's appropriate end tag.
[[nodiscard]] bool is_end_tag(std::string_view page, std::size_t at, std::string_view name);

/// Where the first such end tag stands at or after `at`; the page's size if there is none. Linear.
[[nodiscard]] std::size_t find_end_tag(std::string_view page, std::size_t at, std::string_view name);

/// The same within a script, where a comment hides end tags of the scripts that it holds:
///
///     <script><!-- <script> </script> --> </script>
///             ^ at                        ^ the end
///
/// Linear.
[[nodiscard]] std::size_t find_script_end(std::string_view page, std::size_t at, std::string_view name);

}  // namespace sito::html
