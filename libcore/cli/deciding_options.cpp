#include "cli/deciding_options.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "batch/file_state.h"
#include "document/digest.h"
#include "document/json_writer.h"

namespace sito::cli {
namespace {

using namespace std::string_view_literals;

// What chooses inputs and shapes files.
constexpr std::array kOthers = {"read.include"sv,    "read.exclude"sv,  "read.files-from"sv,
                                "read.null"sv,       "read.dry-run"sv,  "emit.schema"sv,
                                "emit.shard-size"sv, "emit.compress"sv, "emit.overwrite"sv};

bool decides(std::string_view name) {
  const bool is_of_a_stage = name.find('.') != std::string_view::npos;
  return is_of_a_stage && std::find(kOthers.begin(), kOthers.end(), name) == kOthers.end();
}

}  // namespace

std::vector<batch::Option> deciding_options(const std::vector<Given>& given) {
  std::vector<batch::Option> result;
  for (const auto& option : given) {
    if (!decides(option.name)) continue;
    batch::Option deciding{option.name, option.values};
    if (option.names_files)
      std::transform(option.values.begin(), option.values.end(), deciding.values.begin(),
                     [](const auto& file) { return batch::digest_of_file(file); });
    result.push_back(std::move(deciding));
  }
  std::sort(result.begin(), result.end(),
            [](const auto& one, const auto& other) { return one.name < other.name; });
  return result;
}

std::string options_digest(const std::vector<batch::Option>& options) {
  std::string all;
  json::Writer json(all);
  json.begin_array();
  json.string(SITO_VERSION);
  for (const auto& option : options) {
    json.string(option.name).begin_array();
    for (const auto& value : option.values) json.string(value);
    json.end_array();
  }
  json.end_array();
  return digest(DigestKind::kXxh128, all);
}

}  // namespace sito::cli
