#include "emit/cells.h"

#include <algorithm>

#include "document/json_value.h"

namespace sito::emit {
namespace {

using json::Kind;
using json::Value;

class RowWriter {
 public:
  RowWriter(Format format, std::string& out) : separator_(format == Format::kTsv ? '\t' : ','), out_(out) {}

  /// Recursion is as deep as the shapes are. `prefix` is the path to the fields, ended by a dot.
  void names(const Fields& fields, const std::string& prefix) {
    for (const Field& field : fields) {
      const std::string path = prefix + std::string(field.shape->name);
      if (field.shape->type == Type::kObject) {
        names(field.members, path + '.');
      } else {
        part();
        out_ += path;
      }
    }
  }

  /// `object` has the members that `fields` name, in their order.
  void values(const Fields& fields, Value object) {
    const auto members = json::members(object);
    for (std::size_t i = 0; i < fields.size() && i < members.size(); ++i) {
      if (fields[i].shape->type == Type::kObject) {
        values(fields[i].members, members[i].value);
      } else {
        part();
        cell(members[i].value);
      }
    }
  }

 private:
  void part() {
    if (!first_) out_ += separator_;
    first_ = false;
  }

  void cell(Value value) {
    if (json::kind(value) == Kind::kNull) return;
    if (json::kind(value) != Kind::kString) return characters(value);
    plain_.clear();
    json::unescape(value.substr(1, value.size() - 2), plain_);
    characters(plain_);
  }

  [[nodiscard]] bool needs_marks(std::string_view cell) const {
    if (cell.empty()) return true;
    const auto is_space = [](char c) { return c == ' ' || c == '\t'; };
    if (is_space(cell.front()) || is_space(cell.back())) return true;
    return std::any_of(cell.begin(), cell.end(),
                       [&](char c) { return c == separator_ || c == '"' || c == '\n' || c == '\r'; });
  }

  void characters(std::string_view cell) {
    if (!needs_marks(cell)) {
      out_ += cell;
      return;
    }
    out_ += '"';
    for (const char c : cell) {
      if (c == '"') out_ += '"';
      out_ += c;
    }
    out_ += '"';
  }

  char separator_;
  std::string& out_;
  bool first_ = true;
  std::string plain_;  ///< a string's characters
};

std::string_view line_end(Format format) { return format == Format::kCsv ? "\r\n" : "\n"; }

}  // namespace

void append_header(const Fields& fields, Format format, std::string& out) {
  RowWriter(format, out).names(fields, {});
  out += line_end(format);
}

void append_cells(std::string_view line, const Fields& fields, Format format, std::string& out) {
  RowWriter(format, out).values(fields, line);
  out += line_end(format);
}

}  // namespace sito::emit
