#include "decode/encoding_name.h"

#include <unicode/ucnv.h>

#include <algorithm>

namespace sito::decode {
namespace {

std::optional<std::string> standard_name(const std::string& name, const char* standard) {
  UErrorCode status = U_ZERO_ERROR;
  const char* found = ucnv_getStandardName(name.c_str(), standard, &status);
  if (U_FAILURE(status) || found == nullptr) return std::nullopt;
  return found;
}

std::vector<std::string> aliases(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  const std::uint16_t count = ucnv_countAliases(name.c_str(), &status);
  std::vector<std::string> result(count);
  for (std::uint16_t i = 0; i < count; ++i) result[i] = ucnv_getAlias(name.c_str(), i, &status);
  return result;
}

bool can_open(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(name.c_str(), &status);
  ucnv_close(converter);
  return U_SUCCESS(status);
}

/// `name` is one that ICU opens.
std::string wire_name_of_known(const std::string& name) {
  for (const char* standard : {"MIME", "IANA"})
    if (auto found = standard_name(name, standard)) return *found;
  auto names = aliases(name);
  for (auto& alias : names)
    if (alias.starts_with("cp") || alias.starts_with("windows-")) return alias;
  return names.empty() ? name : names.front();
}

// Lower-case letters and digits: what ICU compares.
std::string plain(std::string_view name) {
  std::string result;
  for (const char c : name) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) result += c;
    if (c >= 'A' && c <= 'Z') result += static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Levenshtein's distance in which a digit costs two: koi8-x is nearer to koi8-u than to koi7-x.
std::size_t distance(const std::string& left, const std::string& right) {
  const auto cost = [](char c) -> std::size_t { return is_digit(c) ? 2 : 1; };
  std::vector<std::size_t> row(right.size() + 1);
  for (std::size_t j = 0; j < right.size(); ++j) row[j + 1] = row[j] + cost(right[j]);
  for (const char l : left) {
    std::size_t diagonal = row[0];
    row[0] += cost(l);
    for (std::size_t j = 0; j < right.size(); ++j) {
      const std::size_t replace = diagonal + (l == right[j] ? 0 : std::max(cost(l), cost(right[j])));
      diagonal = row[j + 1];
      row[j + 1] = std::min({replace, row[j] + cost(right[j]), row[j + 1] + cost(l)});
    }
  }
  return row.back();
}

}  // namespace

std::optional<std::string> wire_name(std::string_view name) {
  std::string copy(name);
  // ICU takes options after a comma, and an empty name for the locale's own encoding.
  if (plain(name).empty() || copy.find_first_of(std::string_view(",\0", 2)) != std::string::npos)
    return std::nullopt;
  if (!can_open(copy)) return std::nullopt;
  return wire_name_of_known(copy);
}

std::vector<std::string> encoding_names() {
  std::vector<std::string> result;
  for (std::int32_t i = 0; i < ucnv_countAvailable(); ++i) {
    auto name = wire_name_of_known(ucnv_getAvailableName(i));
    // A variant whose short name means its elder brother (windows-950 is Big5) has no name of its own.
    if (wire_name(name) == name) result.push_back(std::move(name));
  }
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

std::vector<std::string> nearest_names(std::string_view name, std::size_t limit) {
  const std::string wanted = plain(name.substr(0, 64));
  std::vector<std::pair<std::size_t, std::string>> ranked;
  for (auto& known : encoding_names()) {
    std::size_t least = distance(wanted, plain(known));
    for (const auto& alias : aliases(known)) least = std::min(least, distance(wanted, plain(alias)));
    ranked.emplace_back(least, std::move(known));
  }
  std::sort(ranked.begin(), ranked.end());
  ranked.resize(std::min(limit, ranked.size()));
  std::vector<std::string> result;
  for (auto& [edits, known] : ranked) result.push_back(std::move(known));
  return result;
}

}  // namespace sito::decode
