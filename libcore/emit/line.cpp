#include "emit/line.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "document/json_value.h"

namespace sito::emit {
namespace {

using json::Kind;
using json::Value;

std::string_view expected(Type type) {
  switch (type) {
    case Type::kString: return "is no string";
    case Type::kDate: return "is no date such as 2024-05-01";
    case Type::kInteger: return "is no integer";
    case Type::kNumber: return "is no number";
    case Type::kBoolean: return "is neither true nor false";
    case Type::kObject: return "is no object";
    case Type::kList: return "is no list";
  }
  return {};
}

/// `"YYYY-MM-DD"`, written without escapes.
bool is_date(Value value) {
  constexpr std::string_view kForm = "\"0000-00-00\"";
  const auto fits = [](char form, char c) { return form == '0' ? c >= '0' && c <= '9' : c == form; };
  if (!std::equal(kForm.begin(), kForm.end(), value.begin(), value.end(), fits)) return false;
  const auto number = [&](std::size_t at, std::size_t size) {
    unsigned sum = 0;
    for (const char digit : value.substr(at, size)) sum = sum * 10 + static_cast<unsigned>(digit - '0');
    return sum;
  };
  const std::chrono::year year(static_cast<int>(number(1, 4)));
  return (year / static_cast<int>(number(6, 2)) / static_cast<int>(number(9, 2))).ok();
}

bool has_type(Value value, Type type) {
  switch (type) {
    case Type::kString: return json::kind(value) == Kind::kString;
    case Type::kDate: return is_date(value);
    case Type::kInteger: return json::integer(value).has_value();
    case Type::kNumber: return json::kind(value) == Kind::kNumber;
    case Type::kBoolean: return json::kind(value) == Kind::kBoolean;
    case Type::kObject: return json::kind(value) == Kind::kObject;
    case Type::kList: return json::kind(value) == Kind::kArray;
  }
  return false;
}

/// A missing value and null are one.
std::optional<Value> present(std::optional<Value> value) {
  return value && json::kind(*value) != Kind::kNull ? value : std::nullopt;
}

std::optional<Value> member(const std::vector<json::Member>& members, std::string_view name) {
  const auto named = [&](const json::Member& member) { return json::key_equals(member.key, name); };
  const auto at = std::find_if(members.begin(), members.end(), named);
  return at == members.end() ? std::nullopt : present(at->value);
}

bool is_owned(std::span<const Shape> shapes, std::string_view key) {
  return std::any_of(shapes.begin(), shapes.end(),
                     [&](const Shape& shape) { return json::key_equals(key, shape.name); });
}

/// Writes one line; recursion is as deep as the shapes are, not the input. A member function answers
/// with what is wrong, `path_` says where.
class LineWriter {
 public:
  LineWriter(const LineSettings& settings, std::size_t text_size, std::string& out)
      : settings_(settings), text_size_(text_size), out_(out) {}

  Result<void> line(const Row& row) {
    out_ += '{';
    for (const auto& field : settings_.fields) {
      key(field.shape->name);
      if (!write(field, present(row.find(field.shape->name)))) return Reject{reason()};
    }
    if (settings_.keep_foreign) {
      for (const auto& [name, value] : row.foreign) key(name), out_ += value;
    }
    out_ += "}\n";
    return {};
  }

 private:
  /// A step into the value: a field, or an element of it.
  struct Step {
    std::string_view name;
    std::size_t index = 0;
    bool is_element = false;
  };

  bool fail(std::string_view problem) {
    problem_ = problem;
    return false;
  }

  [[nodiscard]] std::string reason() const {
    std::string path;
    for (const auto& [name, index, is_element] : path_) {
      if (is_element) {
        path += fmt::format("[{}]", index);
      } else {
        path += fmt::format("{}{}", path.empty() ? "" : ".", name);
      }
    }
    return fmt::format("`{}` {}", path, problem_);
  }

  void key(std::string_view escaped) {
    if (out_.back() != '{') out_ += ',';
    out_.append("\"").append(escaped).append("\":");
  }

  /// After a failure the path stays, for the reason.
  bool write(const Field& field, std::optional<Value> value) {
    path_.push_back({field.shape->name});
    if (value && !has_type(*value, field.shape->type)) return fail(expected(field.shape->type));
    const bool good = field.shape->type == Type::kObject ? object(field, value)
                      : field.shape->type == Type::kList ? list(field, value)
                                                         : scalar(field, value);
    if (good) path_.pop_back();
    return good;
  }

  bool scalar(const Field& field, std::optional<Value> value) {
    if (value && field.shape->type == Type::kString && json::has_lone_surrogate(*value)) {
      return fail("holds a lone surrogate");
    }
    out_ += value.value_or("null");
    return true;
  }

  bool list(const Field& field, std::optional<Value> value) {
    out_ += '[';
    const auto elements = value ? json::elements(*value) : std::vector<Value>();
    for (std::size_t i = 0; i < elements.size(); ++i) {
      if (i > 0) out_ += ',';
      path_.push_back({{}, i, true});
      if (json::kind(elements[i]) != Kind::kObject) return fail(expected(Type::kObject));
      if (!object(field, elements[i])) return false;
      path_.pop_back();
    }
    out_ += ']';
    return true;
  }

  bool object(const Field& field, std::optional<Value> value) {
    const auto members = value ? json::members(*value) : std::vector<json::Member>();
    if (field.shape->in_text && !lies_in_text(members)) return fail("is no span of the text");
    out_ += '{';
    for (const auto& wanted : field.members) {
      key(wanted.shape->name);
      if (!write(wanted, member(members, wanted.shape->name))) return false;
    }
    if (settings_.keep_foreign && field.whole) {
      for (const auto& [name, foreign] : members) {
        if (!is_owned(field.shape->members, name)) key(name), out_ += foreign;
      }
    }
    out_ += '}';
    return true;
  }

  /// Both ends stand in the text in their order, or there are none.
  bool lies_in_text(const std::vector<json::Member>& members) const {
    const auto start = member(members, "start"), end = member(members, "end");
    if (!start && !end) return true;
    if (!start || !end) return false;
    const auto first = json::integer(*start), last = json::integer(*end);
    return first && last && 0 <= *first && *first <= *last && static_cast<std::size_t>(*last) <= text_size_;
  }

  const LineSettings& settings_;
  std::size_t text_size_;
  std::string& out_;
  std::vector<Step> path_;
  std::string_view problem_;
};

}  // namespace

Result<void> append_line(const Row& row, const LineSettings& settings, std::size_t text_size,
                         std::string& out) {
  return LineWriter(settings, text_size, out).line(row);
}

}  // namespace sito::emit
