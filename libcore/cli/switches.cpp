#include "cli/switches.h"

#include <CLI/CLI.hpp>
#include <charconv>

namespace sito::cli {
namespace {

std::string string(std::string_view view) { return std::string(view); }

}  // namespace

Switches::Switches(CLI::App& app, std::string prefix, std::string group)
    : app_(app), prefix_(std::move(prefix)), group_(std::move(group)) {}

std::string Switches::full(std::string_view name) const {
  if (prefix_.empty()) return string(name);
  const auto dashes = name.rfind("--");
  return "--" + prefix_ + "." + string(name.substr(dashes + 2));
}

/// The last of several counts, so that an alias's switches can be overridden.
CLI::Option* Switches::add_single(CLI::Option* option, std::string_view metavar) {
  option->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  return add(option, metavar);
}

CLI::Option* Switches::add(CLI::Option* option, std::string_view metavar) {
  if (!metavar.empty()) option->type_name(string(metavar));
  if (!group_.empty()) option->group(group_);
  return option;
}

void Switches::flag(std::string_view name, bool& target, std::string_view help) {
  add(app_.add_flag(full(name), target, string(help)), "");
}

void Switches::off(std::string_view name, bool& target, std::string_view help) {
  add(app_.add_flag(
          full(name), [&target](std::int64_t times) { target = target && times == 0; }, string(help)),
      "");
}

void Switches::text(std::string_view name, std::string& target, std::string_view metavar,
                    std::string_view help) {
  add_single(app_.add_option(full(name), target, string(help)), metavar);
}

void Switches::text(std::string_view name, std::optional<std::string>& target, std::string_view metavar,
                    std::string_view help) {
  auto* option = app_.add_option_function<std::string>(
      full(name), [&target](const std::string& value) { target = value; }, string(help));
  add_single(option, metavar);
}

void Switches::choice(std::string_view name, std::string& target, const std::vector<std::string>& choices,
                      std::string_view help) {
  std::string metavar;
  for (const auto& choice : choices) metavar += (metavar.empty() ? "" : "|") + choice;
  auto* option = app_.add_option(full(name), target, string(help));
  option->check([choices, metavar](const std::string& value) {
    const bool known = std::find(choices.begin(), choices.end(), value) != choices.end();
    return known ? std::string() : "'" + value + "' is none of " + metavar;
  });
  add_single(option, metavar);
}

void Switches::list(std::string_view name, std::vector<std::string>& target, std::string_view metavar,
                    std::string_view help) {
  auto* option = app_.add_option(full(name), target, string(help));
  option->delimiter(',')->allow_extra_args(false)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  add(option, metavar);
}

void Switches::repeated(std::string_view name, std::vector<std::string>& target, std::string_view metavar,
                        std::string_view help) {
  auto* option = app_.add_option(full(name), target, string(help));
  option->allow_extra_args(false)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  add(option, metavar);
}

void Switches::optional_value(std::string_view name, std::optional<std::string>& target,
                              std::string_view metavar, std::string_view help) {
  // An option that expects no value is a flag of CLI11's, and a flag takes a value by "=" only.
  constexpr const char* kNoValue = "true";
  auto* option = app_.add_option(full(name), CLI::callback_t([&target](const CLI::results_t& values) {
                                   target = values.back() == kNoValue ? "" : values.back();
                                   return true;
                                 }),
                                 string(help));
  option->expected(0)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  add(option, metavar);
}

void Switches::count(std::string_view name, std::size_t& target, std::string_view metavar,
                     std::string_view help) {
  auto* option = app_.add_option_function<std::string>(
      full(name),
      [&target, given = full(name)](const std::string& value) {
        const auto* end = value.data() + value.size();
        auto [stop, error] = std::from_chars(value.data(), end, target);
        if (error != std::errc{} || stop != end)
          throw CLI::ValidationError(given, "'" + value + "' is no whole number");
      },
      string(help));
  add_single(option, metavar);
}

void Switches::bytes(std::string_view name, std::size_t& target, std::string_view help) {
  auto* option = app_.add_option_function<std::string>(
      full(name),
      [&target, given = full(name)](const std::string& value) {
        auto size = parse_bytes(value);
        if (!size)
          throw CLI::ValidationError(given, "'" + value + "' is no size such as 4096, 64K, 256M or 1G");
        target = *size;
      },
      string(help));
  add_single(option, "SIZE");
}

void Switches::exclude(std::string_view one, std::string_view other) {
  app_.get_option(full(one))->excludes(app_.get_option(full(other)));
}

std::optional<std::size_t> parse_bytes(std::string_view text) {
  std::size_t value = 0;
  const auto* end = text.data() + text.size();
  auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || stop == text.data()) return std::nullopt;
  const std::string_view unit(stop, static_cast<std::size_t>(end - stop));
  constexpr std::string_view kUnits = "KMGT";
  if (unit.empty()) return value;
  const auto power = kUnits.find(static_cast<char>(unit[0] & ~0x20));
  if (unit.size() != 1 || power == std::string_view::npos) return std::nullopt;
  const unsigned shift = 10 * (static_cast<unsigned>(power) + 1);
  if (value > (SIZE_MAX >> shift)) return std::nullopt;
  return value << shift;
}

}  // namespace sito::cli
