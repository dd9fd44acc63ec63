#include "cli/planned_switches.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <boost/filesystem/operations.hpp>
#include <string_view>

#include "batch/file_state.h"
#include "cli/configuration.h"
#include "cli/deciding_options.h"
#include "cli/exit_status.h"
#include "io/error.h"

namespace sito::cli {
namespace {

using namespace std::string_view_literals;

// What names PATHs.
constexpr std::array kOfTheWalk = {"read.files-from"sv, "read.null"sv};

bool is_planned(std::string_view name) {
  const bool is_of_a_stage = name.find('.') != std::string_view::npos;
  return is_of_a_stage && std::find(kOfTheWalk.begin(), kOfTheWalk.end(), name) == kOfTheWalk.end();
}

/// Throws IoError for a file that is not as planned.
void check_files(const batch::PlannedOption& option) {
  for (std::size_t i = 0; i < option.digests.size() && i < option.values.size(); ++i)
    if (batch::digest_of_file(option.values[i]) != option.digests[i])
      throw IoError(option.values[i], "use it as planned",
                    fmt::format("--{} had other bytes in it when the plan was made", option.name));
}

/// As a command line has them, the program's name first.
std::vector<std::string> arguments(const std::vector<batch::PlannedOption>& options) {
  std::vector<std::string> result = {"sito"};
  for (const auto& option : options) {
    for (const auto& value : option.values) {
      // An empty value behind "=" is none to CLI11.
      result.push_back(fmt::format("--{}{}{}", option.name, value.empty() ? "" : "=", value));
      if (value.empty()) result.emplace_back();
    }
  }
  return result;
}

}  // namespace

std::string absolute(const std::string& path) {
  if (path.starts_with('/')) return path;
  std::string_view below = path;
  while (below.starts_with("./")) below.remove_prefix(2);
  const auto here = boost::filesystem::current_path().string();
  return below.empty() || below == "." ? here : fmt::format("{}{}{}", here, here == "/" ? "" : "/", below);
}

std::vector<batch::PlannedOption> planned_options(const std::vector<Given>& given) {
  std::vector<batch::PlannedOption> options;
  for (const auto& one : given) {
    if (!is_planned(one.name)) continue;
    batch::PlannedOption option{one.name, one.values, {}};
    if (one.names_files) {
      for (auto& value : option.values) {
        if (value == "-")
          throw UsageError(fmt::format("--{}: tasks cannot read this standard input", one.name));
        value = absolute(value);
        option.digests.push_back(batch::digest_of_file(value));
      }
    }
    options.push_back(std::move(option));
  }
  return options;
}

std::vector<Given> given_of(const std::vector<batch::PlannedOption>& options) {
  std::vector<Given> given;
  for (const auto& option : options) given.push_back({option.name, option.values, !option.digests.empty()});
  return given;
}

struct PlannedSwitches::State {
  CLI::App app;
  RunSwitches run{[this](const std::string& stage) { return Switches(app, stage); }};
};

PlannedSwitches::PlannedSwitches(const batch::PlanFile& plan) : state_(std::make_unique<State>()) {
  const auto& options = plan.plan().options;
  for (const auto& option : options) check_files(option);
  if (plan.plan().version != SITO_VERSION)
    throw IoError(plan.path(), "use it",
                  fmt::format("sito {} has made it, and this is {}", plan.plan().version, SITO_VERSION));
  const auto words = arguments(options);
  std::vector<const char*> argv;
  for (const auto& word : words) argv.push_back(word.c_str());
  try {
    state_->app.parse(static_cast<int>(argv.size()), argv.data());
  } catch (const CLI::ParseError& error) {
    throw DamagedInput(plan.path(), usage_message(error, state_->app));
  }
  if (options_digest(deciding_options(given_of(options))) != plan.plan().options_digest)
    throw DamagedInput(plan.path(), "its switches are not those that were planned");
  for (const auto& option : options) names_.push_back(option.name);
}

PlannedSwitches::~PlannedSwitches() = default;

const RunSwitches& PlannedSwitches::run() const { return state_->run; }

bool PlannedSwitches::has(const std::string& name) const {
  return std::find(names_.begin(), names_.end(), name) != names_.end();
}

}  // namespace sito::cli
