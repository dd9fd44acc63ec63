// result.h: a value, or the reason why a document is rejected.
//
// A bad document is a value, a broken machine an exception (io/error.h), a bug an assert. Result is
// std::expected<T, Reject> with fewer members, which replaces it in C++23.
#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace sito {

/// Why a record is rejected: one line, lower case, no full stop. The pipeline adds file and line.
struct Reject {
  std::string reason;
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Reject reject) : state_(std::in_place_index<1>, std::move(reject)) {}

  [[nodiscard]] bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  [[nodiscard]] T& value() & { return assert(has_value()), *std::get_if<0>(&state_); }
  [[nodiscard]] const T& value() const& { return assert(has_value()), *std::get_if<0>(&state_); }
  [[nodiscard]] T&& value() && { return assert(has_value()), std::move(*std::get_if<0>(&state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  /// Precondition: no value.
  [[nodiscard]] const Reject& error() const { return assert(!has_value()), *std::get_if<1>(&state_); }

 private:
  std::variant<T, Reject> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Reject reject) : reject_(std::move(reject)) {}

  [[nodiscard]] bool has_value() const { return !reject_; }
  explicit operator bool() const { return has_value(); }
  [[nodiscard]] const Reject& error() const { return assert(reject_), *reject_; }

 private:
  std::optional<Reject> reject_;
};

}  // namespace sito
