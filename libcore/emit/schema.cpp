#include "emit/schema.h"

#include <fmt/format.h>

namespace sito::emit {
namespace {

std::string_view json_type(Type type) {
  switch (type) {
    case Type::kString:
    case Type::kDate: return "string";
    case Type::kInteger: return "integer";
    case Type::kNumber: return "number";
    case Type::kBoolean: return "boolean";
    case Type::kObject: return "object";
    case Type::kList: return "array";
  }
  return {};
}

std::string_view duckdb_type(Type type) {
  switch (type) {
    case Type::kDate: return "DATE";
    case Type::kInteger: return "BIGINT";
    case Type::kNumber: return "DOUBLE";
    case Type::kBoolean: return "BOOLEAN";
    default: return "VARCHAR";
  }
}

/// Writes a schema's objects, indented by two spaces a level. Recursion is as deep as the shapes are.
class SchemaWriter {
 public:
  SchemaWriter(bool keep_foreign, std::string& out) : keep_foreign_(keep_foreign), out_(out) {}

  void object_of(const Fields& fields, int level) {
    const std::string indent(2 * static_cast<std::size_t>(level), ' ');
    out_ += fmt::format("{0}\"type\": \"object\",\n{0}\"required\": [", indent);
    for (const Field& field : fields)
      out_ += fmt::format("{}\"{}\"", &field == fields.data() ? "" : ", ", field.shape->name);
    out_ += fmt::format("],\n{}\"additionalProperties\": {},\n{}\"properties\": {{", indent,
                        keep_foreign_ ? "true" : "false", indent);
    for (const Field& field : fields) {
      out_ +=
          fmt::format("{}\n{}  \"{}\": {{", &field == fields.data() ? "" : ",", indent, field.shape->name);
      value(field, level + 2);
      out_ += '}';
    }
    out_ += fmt::format("\n{}}}\n", indent);
  }

 private:
  void value(const Field& field, int level) {
    const Shape& shape = *field.shape;
    const std::string indent(2 * static_cast<std::size_t>(level), ' ');
    const std::string outer(indent.size() - 2, ' ');
    if (shape.type == Type::kObject) {
      out_ += '\n';
      object_of(field.members, level);
      out_ += outer;
    } else if (shape.type == Type::kList) {
      out_ += fmt::format("\n{0}\"type\": \"array\",\n{0}\"items\": {{\n", indent);
      object_of(field.members, level + 1);
      out_ += fmt::format("{}}}\n{}", indent, outer);
    } else {
      const auto type = json_type(shape.type);
      out_ += shape.is_certain ? fmt::format("\"type\": \"{}\"", type)
                               : fmt::format("\"type\": [\"{}\", \"null\"]", type);
      if (shape.type == Type::kDate) out_ += ", \"format\": \"date\"";
      if (shape.is_certain && shape.type == Type::kInteger) out_ += ", \"minimum\": 0";
    }
  }

  bool keep_foreign_;
  std::string& out_;
};

std::string duckdb_type_of(const Field& field) {
  if (!field.shape->is_nested()) return std::string(duckdb_type(field.shape->type));
  std::string type = "STRUCT(";
  for (const Field& member : field.members) {
    // The names are our own; many of them are words of SQL.
    type += fmt::format("{}\"{}\" {}", &member == field.members.data() ? "" : ", ", member.shape->name,
                        duckdb_type_of(member));
  }
  type += ')';
  return field.shape->type == Type::kList ? type + "[]" : type;
}

void add_columns(const Fields& fields, bool in_cells, const std::string& prefix, std::string& out) {
  for (const Field& field : fields) {
    const std::string path = prefix + std::string(field.shape->name);
    if (in_cells && field.shape->type == Type::kObject) {
      add_columns(field.members, in_cells, path + '.', out);
      continue;
    }
    const bool is_json = in_cells && field.shape->type == Type::kList;
    out += fmt::format("{}'{}': '{}'", out.ends_with('{') ? "" : ", ", path,
                       is_json ? "JSON" : duckdb_type_of(field));
  }
}

}  // namespace

std::string json_schema(View view, const Fields& fields, bool keep_foreign) {
  std::string out = fmt::format(
      "{{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
      "  \"title\": \"sito {} line\",\n",
      name(view));
  SchemaWriter(keep_foreign, out).object_of(fields, 1);
  return out + "}\n";
}

std::string duckdb_columns(const Fields& fields, Format format) {
  std::string out = "columns={";
  add_columns(fields, format != Format::kJsonLines, {}, out);
  return out + "}\n";
}

}  // namespace sito::emit
