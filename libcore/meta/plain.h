// plain.h: what is known of a page, for people's eyes.
//
// How sito-meta --plain shows a record; the record itself is stage.h's.
#pragma once

#include <memory>

#include "document/stage.h"

namespace sito::meta {

/// One line a field: the record's `id` where it has one, `created` with its time and where it is from,
/// `title`, `language`, then each of the `people` on a line of its own; a field that is null or missing shows
/// as `-`.
///
///     created: 2023-09-01 11:40 (text)
///     title: -
///     language: uk
///     people:
///       Остап Верба, міський голова
///
/// With `colour` the names are set off by ANSI escapes. Control characters in values become spaces.
[[nodiscard]] std::unique_ptr<Sink> make_plain_sink(bool colour);

}  // namespace sito::meta
