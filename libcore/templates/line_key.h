// line_key.h: which lines count as the same.
//
// A template is a line that comes back on the pages of a site, with other blanks or, in its masked form,
// with another date or number. This header settles the form that is compared and its key; which lines of
// a page are looked at is page_keys.h's question. Keys stand in models, so a change here needs a new
// version of the format (block.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sito::templates {

/// Key of a line: XXH3 64 bits of the line without blanks at its ends and each run of blanks inside
/// (text::is_space: NBSP and its kin too) as one space. Lines are valid UTF-8.
[[nodiscard]] std::uint64_t exact_key(std::string_view line);

/// The same with numbers (digits with . , : / - between them) as `0` and names of months and weekdays as
/// one mark, hashed with another seed; none for a line without a digit, nor for one of more than 300
/// characters, which is prose.
///
///     Вівторок, 12 травня 2020, 10:30     *, 0 * 0, 0
///
/// Names: data/months.LANG.tsv and data/weekdays.LANG.tsv, of all languages at once. Digits are ASCII's.
[[nodiscard]] std::optional<std::uint64_t> masked_key(std::string_view line);

/// The last sentence of a line that has several: what follows the last `.`, `!`, `?` or `…`, closing
/// quotation marks or brackets and blanks, behind which an upper-case letter or a digit begins (after an
/// opening mark or a ©, too) and at least two words are left. Empty for other lines. Where a footer may have
/// been glued to a paragraph. A view of `line`; looks at its end only, as far as the cut.
[[nodiscard]] std::string_view last_sentence(std::string_view line);

/// What exact_key() hashes. A view of `line` where nothing has to change, else of `buffer`.
[[nodiscard]] std::string_view exact_form(std::string_view line, std::string& buffer);

/// What masked_key() hashes, made of an exact form; none where that has no key. A view of `buffer`.
[[nodiscard]] std::optional<std::string_view> masked_form(std::string_view exact, std::string& buffer);

/// The keys of forms.
[[nodiscard]] std::uint64_t key_of_exact(std::string_view form);
[[nodiscard]] std::uint64_t key_of_masked(std::string_view form);

}  // namespace sito::templates
