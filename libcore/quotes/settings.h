// settings.h: what a user may ask of quotes.
#pragma once

namespace sito::quotes {

/// Nothing yet: what a quotation is does not depend on wishes.
struct Settings {};

}  // namespace sito::quotes
