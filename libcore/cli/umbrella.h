// umbrella.h: `sito NAME ...`, the same program as sito-NAME.
//
// A table from name to function, as git's: nothing is started, nothing can drift.
#pragma once

#include <string>
#include <vector>

namespace sito::cli {

struct Command {
  std::string name;
  std::string summary;  ///< a phrase without full stop
  int (*run)(int argc, char** argv);
};

/// Runs the command that argv[1] names with the rest, or answers --help, --version, `help NAME` and
/// --generate itself. An unknown name is wrong usage that says the nearest. Returns the exit status.
[[nodiscard]] int dispatch(int argc, char** argv, const std::vector<Command>& commands);

}  // namespace sito::cli
