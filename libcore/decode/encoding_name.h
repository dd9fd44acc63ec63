// encoding_name.h: what an encoding is called.
//
// ICU knows some 230 encodings by over a thousand names. Settles which of them a name means, the one
// name that the wire uses for it, and what to suggest when there is none. How bytes are decoded is
// converter.h's question.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sito::decode {

/// The wire's name of the encoding that `name` means (ICU's aliases; case, '-', '_' and blanks do not
/// count): the preferred MIME name of IANA's registry, its IANA name, or where it has neither the
/// "cp..." alias or ICU's own name ("cp1251" is windows-1251, "ibm866" IBM866, "maccy" x-mac-cyrillic,
/// "ibm-1125" cp1125). None if ICU cannot convert it. Source: ICU's convrtrs.txt.
[[nodiscard]] std::optional<std::string> wire_name(std::string_view name);

/// The wire's names of all encodings, sorted, each once. Made anew each time, some milliseconds.
[[nodiscard]] std::vector<std::string> encoding_names();

/// At most `limit` of the wire's names, those first of which an alias is nearest to `name` (edits, digits
/// count double; then alphabet). Some milliseconds: for an error message.
[[nodiscard]] std::vector<std::string> nearest_names(std::string_view name, std::size_t limit = 3);

}  // namespace sito::decode
