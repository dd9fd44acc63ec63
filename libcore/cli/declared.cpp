#include "cli/declared.h"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace sito::cli {
namespace {

std::vector<std::string> split(const std::string& metavar) {
  std::vector<std::string> parts;
  std::size_t at = 0;
  for (auto bar = metavar.find('|'); bar != std::string::npos; at = bar + 1, bar = metavar.find('|', at))
    parts.push_back(metavar.substr(at, bar - at));
  parts.push_back(metavar.substr(at));
  const bool literals =
      std::all_of(metavar.begin(), metavar.end(), [](char c) { return c < 'A' || c > 'Z'; });
  if (parts.size() < 2 || !literals) parts.clear();
  return parts;
}

}  // namespace

std::string DeclaredSwitch::usage() const {
  std::string out = short_name.empty() ? long_name : short_name + ", " + long_name;
  if (optional_value) return out + "[=" + metavar + "]";
  return metavar.empty() ? out : out + " " + metavar;
}

std::vector<DeclaredSwitch> declared_switches(const CLI::App& app) {
  std::vector<DeclaredSwitch> result;
  for (const auto* option : app.get_options()) {
    if (option->get_lnames().empty()) continue;
    DeclaredSwitch entry;
    if (!option->get_snames().empty()) entry.short_name = "-" + option->get_snames().front();
    entry.long_name = "--" + option->get_lnames().front();
    const bool flag = option->get_expected_max() == 0 || option->get_items_expected_max() == 0;
    entry.metavar = option->get_type_name();
    if (flag && entry.metavar == "BOOLEAN") entry.metavar.clear();
    entry.optional_value = flag && !entry.metavar.empty();
    entry.help = option->get_description();
    entry.group = option->get_group();
    entry.choices = split(entry.metavar);
    result.push_back(std::move(entry));
  }
  return result;
}

std::vector<std::string> groups(const std::vector<DeclaredSwitch>& switches) {
  std::vector<std::string> result;
  for (const auto& entry : switches)
    if (std::find(result.begin(), result.end(), entry.group) == result.end()) result.push_back(entry.group);
  return result;
}

}  // namespace sito::cli
