// fields.h: which of a view's fields a line has.
//
// Settles what `--fields id,origin.path,quotes.spans` means. All fields there are stand in shape.h.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "document/result.h"
#include "emit/shape.h"
#include "emit/view.h"

namespace sito::emit {

/// A field that is wanted, and of an object or list the members that are.
struct Field {
  const Shape* shape = nullptr;
  std::vector<Field> members;  ///< in the order in which they are written
  bool whole = true;           ///< all of its members are wanted
};

using Fields = std::vector<Field>;

/// All fields of the view, in its order.
[[nodiscard]] Fields all_fields(View view);

/// The fields named by `paths`, in the order in which each is first named; a dot leads into an object
/// or into the objects of a list. `a.b,c,a.d` is `a` with `b` and `d`, then `c`; `a` with `a.b` is all
/// of `a`. The reason for an unknown field lists those that there are.
Result<Fields> parse_fields(View view, std::span<const std::string> paths);

}  // namespace sito::emit
