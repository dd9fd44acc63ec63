#include "emit/fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace sito::emit {
namespace {

/// Recursion as deep as the shapes are, which are constants.
Fields all_of(std::span<const Shape> shapes) {
  Fields fields;
  for (const auto& shape : shapes) fields.push_back({&shape, all_of(shape.members), true});
  return fields;
}

std::string names(std::span<const Shape> shapes) {
  std::string list;
  for (const auto& shape : shapes) {
    if (!list.empty()) list += ", ";
    list += shape.name;
  }
  return list;
}

/// The field of that shape in `fields`, put there (without members) if it is not.
Field& wanted(Fields& fields, const Shape& shape) {
  const auto same = [&](const Field& field) { return field.shape == &shape; };
  const auto at = std::find_if(fields.begin(), fields.end(), same);
  if (at != fields.end()) return *at;
  fields.push_back({&shape, {}, false});
  return fields.back();
}

Result<void> add(View view, std::string_view path, Fields& fields) {
  Fields* level = &fields;
  std::span<const Shape> shapes = emit::shapes(view);
  std::string within = fmt::format("the {} view", name(view));
  for (std::string_view rest = path;;) {
    const auto part = rest.substr(0, rest.find('.'));
    const Shape* shape = shape_named(shapes, part);
    if (shape == nullptr && shapes.empty()) return Reject{fmt::format("{} has no fields in it", within)};
    if (shape == nullptr) {
      return Reject{fmt::format("no field `{}` in {}; there are {}", part, within, names(shapes))};
    }
    Field& field = wanted(*level, *shape);
    if (part.size() == rest.size()) {
      field.members = all_of(shape->members);
      field.whole = true;
      return {};
    }
    if (field.whole) return {};
    rest.remove_prefix(part.size() + 1);
    within = fmt::format("`{}`", path.substr(0, path.size() - rest.size() - 1));
    level = &field.members;
    shapes = shape->members;
  }
}

}  // namespace

Fields all_fields(View view) { return all_of(shapes(view)); }

Result<Fields> parse_fields(View view, std::span<const std::string> paths) {
  Fields fields;
  for (const auto& path : paths) {
    auto added = add(view, path, fields);
    if (!added) return added.error();
  }
  return fields;
}

}  // namespace sito::emit
