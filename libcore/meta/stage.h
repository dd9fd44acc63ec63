// stage.h: sito-meta's work on a record.
//
// Joins the answers of date.h, origin_date.h, title.h, language/ and people/ into the fields that meta owns.
#pragma once

#include <memory>

#include "document/stage.h"
#include "meta/settings.h"

namespace sito::meta {

/// Writes `created`, `created_time`, `created_span`, `created_from`, `title`, `language` and `people`, each
/// null (people: `[]`) where nothing is found. A `created`, `title` or `language` that came in and is not
/// null is kept unless `redo`; beside a kept `created`, those of its three companions that are missing are
/// filled in where the text agrees with it. Where the text has no date, lines that sito-strip removed are
/// read too (whole_page.h). Counts `meta.created_from.text` and its kin, `meta.title`, `meta.language.uk` and
/// its kin, `meta.people`.
[[nodiscard]] std::unique_ptr<Stage> make_stage(Settings settings);

}  // namespace sito::meta
