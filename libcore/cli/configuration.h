// configuration.h: the parts of the command line that are no tool's own: --help, --version, --generate,
// --config.
#pragma once

#include <string>

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace sito::cli {

/// Gives `app` --config: a file of `key = value` lines, keys as the switches without dashes
/// ("max-rejects = 3"), those of a stage in `sito run` under `[strip]` or as "strip.keep". An unknown key is
/// wrong usage, and so is a file that is not there.
void configure(CLI::App& app);

/// Declares --help, --version and, where there is a `generate`, --generate, which sets it to man, bash, zsh
/// or fish.
void declare_information(CLI::App& app, std::string* generate);

/// What is wrong with the command line or the configuration file, in one line of our own words.
[[nodiscard]] std::string usage_message(const CLI::ParseError& error, const CLI::App& app);

}  // namespace sito::cli
