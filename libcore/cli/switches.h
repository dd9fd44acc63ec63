// switches.h: how a tool says which switches it has.
//
// A switch is declared once: name, target, argument and help. Parsing, --help, the manual page, shell
// completions and configuration files all come from that declaration. `sito run` declares the same
// switches again under a prefix ("--keep" of strip is "--strip.keep"). What all tools have is tool.h's.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace sito::cli {

/// Declares switches. Names begin with "--"; an alias may stand before: "-j,--jobs". A `metavar` names
/// the argument in capitals, help is a phrase without full stop. Targets keep what they hold unless
/// the switch is given, and outlive the parsing. Of a switch with one value that is given several times,
/// the last counts.
class Switches {
 public:
  explicit Switches(CLI::App& app, std::string prefix = {}, std::string group = {});

  void flag(std::string_view name, bool& target, std::string_view help);
  /// A flag that sets its target to false.
  void off(std::string_view name, bool& target, std::string_view help);
  void text(std::string_view name, std::string& target, std::string_view metavar, std::string_view help);
  void text(std::string_view name, std::optional<std::string>& target, std::string_view metavar,
            std::string_view help);
  /// One of `choices`; another is wrong usage that lists them.
  void choice(std::string_view name, std::string& target, const std::vector<std::string>& choices,
              std::string_view help);
  /// Values parted by commas, or the switch given several times.
  void list(std::string_view name, std::vector<std::string>& target, std::string_view metavar,
            std::string_view help);
  /// The switch may be given several times; commas belong to the value.
  void repeated(std::string_view name, std::vector<std::string>& target, std::string_view metavar,
                std::string_view help);
  /// `--name` or `--name=VALUE`, never `--name VALUE`; without a value the target is empty.
  void optional_value(std::string_view name, std::optional<std::string>& target, std::string_view metavar,
                      std::string_view help);
  void count(std::string_view name, std::size_t& target, std::string_view metavar, std::string_view help);
  /// A number of bytes: 4096, 64K, 256M, 1G (powers of 1024).
  void bytes(std::string_view name, std::size_t& target, std::string_view help);

  /// The two switches exclude each other: both at once are wrong usage.
  void exclude(std::string_view one, std::string_view other);

 private:
  CLI::Option* add(CLI::Option* option, std::string_view metavar);
  CLI::Option* add_single(CLI::Option* option, std::string_view metavar);
  [[nodiscard]] std::string full(std::string_view name) const;

  CLI::App& app_;
  std::string prefix_;
  std::string group_;
};

/// The bytes that `text` ("64K") stands for, or none.
[[nodiscard]] std::optional<std::size_t> parse_bytes(std::string_view text);

}  // namespace sito::cli
