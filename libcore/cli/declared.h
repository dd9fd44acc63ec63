// declared.h: a tool's switches as help, manual and completions see them.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace sito::cli {

struct DeclaredSwitch {
  std::string short_name;       ///< "-j", or empty
  std::string long_name;        ///< "--jobs"
  std::string metavar;          ///< "N"; empty for a flag
  bool optional_value = false;  ///< "--in-place[=SUFFIX]"
  std::string help;
  std::string group;
  std::vector<std::string> choices;  ///< of a metavar "a|b|c"

  /// "-j, --jobs N"
  [[nodiscard]] std::string usage() const;
};

/// In the order of their declaration, operands left out.
[[nodiscard]] std::vector<DeclaredSwitch> declared_switches(const CLI::App& app);

/// The groups in the order in which they first appear.
[[nodiscard]] std::vector<std::string> groups(const std::vector<DeclaredSwitch>& switches);

}  // namespace sito::cli
