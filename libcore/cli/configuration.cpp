#include "cli/configuration.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/switches.h"

namespace sito::cli {
namespace {

constexpr const char* kGroup = "Options of every tool";

/// CLI11 reads "[strip]" and "strip.keep" as subcommands; here a dot is part of a switch's name.
class DottedConfig final : public CLI::ConfigTOML {
 public:
  std::vector<CLI::ConfigItem> from_config(std::istream& input) const override {
    auto found = CLI::ConfigTOML::from_config(input);
    std::vector<CLI::ConfigItem> result;
    for (auto& item : found) {
      if (item.name == "++" || item.name == "--") continue;  // CLI11's marks for the borders of a section
      item.name = item.fullname();
      item.parents.clear();
      result.push_back(std::move(item));
    }
    return result;
  }
};

/// CLI11 begins its messages about one switch with "--name: ".
std::string switch_name(std::string_view message) {
  return std::string(message.substr(0, message.find(':')));
}

std::string without_prefix(std::string_view message, std::string_view prefix) {
  return std::string(message.starts_with(prefix) ? message.substr(prefix.size()) : message);
}

}  // namespace

std::string usage_message(const CLI::ParseError& error, const CLI::App& app) {
  const std::string message = error.what();
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    const auto extras = app.remaining();  // operands take all others
    return fmt::format("there is no switch '{}'", extras.empty() ? std::string() : extras.front());
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
    return fmt::format("{} needs a value", switch_name(message));
  if (dynamic_cast<const CLI::ConfigError*>(&error) != nullptr) {
    const auto unknown = without_prefix(message, "INI was not able to parse ");
    if (unknown != message) return fmt::format("--config: there is no switch '{}'", unknown);
    return fmt::format("--config: '{}' may not stand in a file", switch_name(message));
  }
  if (dynamic_cast<const CLI::ConversionError*>(&error) != nullptr)
    return fmt::format("{} cannot be read", without_prefix(message, "Could not convert: "));
  if (dynamic_cast<const CLI::FileError*>(&error) != nullptr)
    return fmt::format("--config: '{}' cannot be read",
                       message.substr(0, message.rfind(" was not readable")));
  return message.substr(0, message.find('\n'));
}

void configure(CLI::App& app) {
  app.config_formatter(std::make_shared<DottedConfig>());
  app.allow_config_extras(CLI::config_extras_mode::error);
}

void declare_information(CLI::App& app, std::string* generate) {
  app.set_config("--config", "", "Read switches from FILE: lines such as 'jobs = 4'")
      ->type_name("FILE")
      ->group(kGroup);
  Switches switches(app, "", kGroup);
  if (generate != nullptr)
    switches.choice("--generate", *generate, {"man", "bash", "zsh", "fish"},
                    "Print the manual page or a shell's completions");
  app.set_help_flag("-h,--help", "Print this help")->group(kGroup);
  app.set_version_flag("--version", std::string(SITO_VERSION), "Print the version")->group(kGroup);
}

}  // namespace sito::cli
