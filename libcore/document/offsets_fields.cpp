#include "document/offsets_fields.h"

namespace sito {

std::size_t drop_offset_fields(Document& document) {
  std::size_t dropped = 0;
  for (const auto key : kOffsetFields)
    if (document.remove(key)) ++dropped;
  return dropped;
}

}  // namespace sito
