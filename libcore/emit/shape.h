// shape.h: the fields of every view, to their full depth, with their types and order.
//
// One tree settles what a line looks like, so that every line looks the same whatever stands in it.
// It follows the wire's table of fields. Choosing among them is fields.h's question, writing
// line.h's.
#pragma once

#include <span>
#include <string_view>

#include "emit/view.h"

namespace sito::emit {

enum class Type {
  kString,
  kDate,     ///< a string, `YYYY-MM-DD`, that is a day
  kInteger,  ///< 64 bits, signed
  kNumber,
  kBoolean,
  kObject,  ///< of `members`
  kList,    ///< of objects of `members`
};

/// A field. Lists and objects are never null, others may be unless `is_certain`.
struct Shape {
  std::string_view name;
  Type type = Type::kString;
  std::span<const Shape> members = {};
  bool in_text = false;     ///< `start` and `end` of the object, or of each in the list, count in `text`
  bool is_certain = false;  ///< stands in every line

  [[nodiscard]] bool is_nested() const { return type == Type::kObject || type == Type::kList; }
};

/// The fields of one line of `view`, in its order. Constants of the program.
[[nodiscard]] std::span<const Shape> shapes(View view);

/// The fields of the wire that tools own, in the document view's order: all of a document that is not
/// foreign. `text` is one.
[[nodiscard]] std::span<const Shape> wire_shapes();

/// The members of one element of `quotes`, which are fields of the quote view.
[[nodiscard]] std::span<const Shape> quote_shapes();

/// The shape of that name, or none (null).
[[nodiscard]] const Shape* shape_named(std::span<const Shape> shapes, std::string_view name);

}  // namespace sito::emit
