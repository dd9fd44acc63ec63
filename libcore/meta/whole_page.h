// whole_page.h: a page as it was before boilerplate was taken out of it.
//
// A signature or a share bar that sito-strip removed may have held the only date of a page. This header puts
// the removed lines back, for reading only. What stands in the record is strip's question (strip/marks.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/json_value.h"
#include "text/offsets.h"
#include "text/span.h"

namespace sito::meta {

class WholePage {
 public:
  /// From the `text` that is left, whose offsets are `offsets`, and the record's `boilerplate`. Only what was
  /// removed as a single line comes back: blocks are lists of other pages, comments and the like, whose dates
  /// are not the page's. None if nothing comes back, or `boilerplate` does not fit the text. Linear.
  [[nodiscard]] static std::optional<WholePage> restored(std::string_view text,
                                                         const text::OffsetIndex& offsets,
                                                         json::Value boilerplate);

  [[nodiscard]] std::string_view text() const { return page_; }

  /// Where a place of this page's stands in the text that is left; none if any of it was removed.
  [[nodiscard]] std::optional<ByteRange> in_text(ByteRange place) const;

 private:
  /// A stretch of the text that is left.
  struct Piece {
    std::size_t in_page = 0;
    ByteRange in_text;
  };

  std::string page_;
  std::vector<Piece> pieces_;
};

}  // namespace sito::meta
