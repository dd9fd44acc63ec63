// umbrella.h: a program of several commands: `sito NAME ...`, `sito-templates NAME ...`.
//
// A table from name to function, as git's: nothing is started, nothing can drift. What a command itself does
// is tool.h's question.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/tool.h"

namespace sito::cli {

struct Command {
  std::string name;
  std::string summary;  ///< a phrase without full stop
  std::function<int(int argc, char** argv)> run;
  /// Its section of the program's manual page; none if it has a page of its own.
  std::function<std::string()> manual = {};
};

/// Runs the command that argv[1] names with the rest, or answers --help, --version, `help NAME` and
/// --generate itself, as `program`, whose operand does not count. An unknown name is wrong usage that says
/// the nearest. Returns the exit status.
[[nodiscard]] int dispatch(int argc, char** argv, const Program& program,
                           const std::vector<Command>& commands);

}  // namespace sito::cli
