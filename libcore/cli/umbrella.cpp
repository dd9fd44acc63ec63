#include "cli/umbrella.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "cli/error_stream.h"
#include "cli/exit_status.h"
#include "cli/generate.h"
#include "io/error.h"
#include "io/output.h"
#include "text/escaped.h"

namespace sito::cli {
namespace {

/// "sito" -> "sito-NAME", whose page says more.
std::string closing(const Program& program) {
  if (program.name == "sito")
    return "\n'sito NAME ...' is the program sito-NAME. 'sito NAME --help' says more; so does man 7 sito.\n";
  return fmt::format("\n'{0} NAME --help' says more; so do man {0} and man 7 sito.\n", program.name);
}

std::string help(const Program& program, const std::vector<Command>& commands) {
  auto out = fmt::format("{0}: {1}.\n\nUsage: {0} COMMAND [OPTIONS] ...\n\n{2}\nCommands:\n", program.name,
                         program.summary, help_description(program));
  for (const auto& command : commands) out += fmt::format("  {:<12}{}\n", command.name, command.summary);
  out +=
      "\nOptions:\n  -h, --help    Print this help\n  --version     Print the version\n"
      "  --generate man|bash|zsh|fish\n                Print the manual page or a shell's completions\n";
  return out + help_examples(program) + closing(program);
}

std::string man(const Program& program, const std::vector<Command>& commands) {
  auto out = man_head(program, "COMMAND [OPTIONS] ...") + ".SH COMMANDS\n";
  for (const auto& command : commands)
    out += fmt::format(".TP\n.B {}\n{}.\n", roff(command.name), roff(command.summary));
  for (const auto& command : commands)
    if (command.manual) out += command.manual();
  return out + man_examples(program).append(man_end());
}

std::string names(const std::vector<Command>& commands) {
  std::string out;
  for (const auto& command : commands) out += (out.empty() ? "" : " ") + command.name;
  return out;
}

/// What a command's own --help knows.
std::string completions(std::string_view shell, const Program& program,
                        const std::vector<Command>& commands) {
  auto function = "_" + program.name;
  std::replace(function.begin(), function.end(), '-', '_');
  if (shell == "bash")
    return fmt::format(R"sh(# bash completion for {0}, made by {0} --generate bash
{1}() {{
  if [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W '{2} help --help --version --generate' -- "${{COMP_WORDS[1]}}"))
  elif [[ ${{COMP_WORDS[COMP_CWORD]}} == -* ]]; then
    COMPREPLY=($(compgen -W "$({0} "${{COMP_WORDS[1]}}" --help 2>/dev/null | grep -o -e '--[a-z][a-z.-]*[a-z]' | sort -u)" -- "${{COMP_WORDS[COMP_CWORD]}}"))
  else
    COMPREPLY=($(compgen -f -- "${{COMP_WORDS[COMP_CWORD]}}"))
  fi
}}
complete -o filenames -F {1} {0}
)sh",
                       program.name, function, names(commands));
  if (shell == "zsh")
    return fmt::format(R"sh(#compdef {0}
# made by {0} --generate zsh
{1}() {{
  if (( CURRENT == 2 )); then
    compadd {2} help --help --version --generate
  elif [[ $words[CURRENT] == -* ]]; then
    compadd -- $({0} $words[2] --help 2>/dev/null | grep -o -e '--[a-z][a-z.-]*[a-z]' | sort -u)
  else
    _files
  fi
}}
{1} "$@"
)sh",
                       program.name, function, names(commands));
  auto out = fmt::format("# fish completion for {0}, made by {0} --generate fish\n", program.name);
  for (const auto& command : commands)
    out += fmt::format("complete -c {} -n __fish_use_subcommand -f -a {} -d '{}'\n", program.name,
                       command.name, command.summary);
  return out + fmt::format(
                   "complete -c {0} -n 'not __fish_use_subcommand' -a '({0} (commandline -opc)[2] --help "
                   "2>/dev/null | string match -r -a -- \"--[a-z][a-z.-]*[a-z]\")'\n",
                   program.name);
}

/// Levenshtein's distance, for a slip of the finger.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const auto above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row.back();
}

int unknown(std::string_view name, const Program& program, const std::vector<Command>& commands) {
  const auto nearest = std::min_element(commands.begin(), commands.end(), [&](const auto& a, const auto& b) {
    return distance(name, a.name) < distance(name, b.name);
  });
  ErrorStream errors;
  const bool near = distance(name, nearest->name) <= 2;
  const auto spoken = text::escaped(name);
  errors.line(near ? fmt::format("{}: there is no command '{}'; did you mean '{}'?", program.name, spoken,
                                 nearest->name)
                   : fmt::format("{}: there is no command '{}'", program.name, spoken));
  errors.line(fmt::format("Try '{} --help'.", program.name));
  return kWrongUsage;
}

int print(const Program& program, const std::string& text) {
  try {
    io::Output("-").write(text);
    return kAllDone;
  } catch (const IoError& error) {
    ErrorStream().line(fmt::format("{}: {}", program.name, error.what()));
    return kNotFinished;
  }
}

int generate(std::string_view kind, const Program& program, const std::vector<Command>& commands) {
  if (kind == "man") return print(program, man(program, commands));
  if (kind == "bash" || kind == "zsh" || kind == "fish")
    return print(program, completions(kind, program, commands));
  ErrorStream().line(fmt::format("{}: --generate: '{}' is none of man|bash|zsh|fish", program.name, kind));
  return kWrongUsage;
}

}  // namespace

int dispatch(int argc, char** argv, const Program& program, const std::vector<Command>& commands) {
  const std::string_view name = argc > 1 ? argv[1] : "";
  if (name.empty()) {
    ErrorStream().line(fmt::format("{0}: a command is needed\nTry '{0} --help'.", program.name));
    return kWrongUsage;
  }
  if (name == "--help" || name == "-h" || (name == "help" && argc == 2))
    return print(program, help(program, commands));
  if (name == "--version") return print(program, fmt::format("{} {}\n", program.name, SITO_VERSION));
  if (name.starts_with("--generate=")) return generate(name.substr(name.find('=') + 1), program, commands);
  if (name == "--generate") return generate(argc > 2 ? argv[2] : "", program, commands);
  const bool wants_help = name == "help";
  const std::string_view wanted = wants_help ? argv[2] : name;
  for (const auto& command : commands) {
    if (command.name != wanted) continue;
    if (!wants_help) return command.run(argc - 1, argv + 1);
    std::string flag = "--help";
    char* arguments[] = {argv[2], flag.data(), nullptr};
    return command.run(2, arguments);
  }
  return unknown(wanted, program, commands);
}

}  // namespace sito::cli
