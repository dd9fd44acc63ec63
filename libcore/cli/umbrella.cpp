#include "cli/umbrella.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "cli/error_stream.h"
#include "cli/exit_status.h"
#include "io/error.h"
#include "io/output.h"
#include "pipeline/rejects.h"

namespace sito::cli {
namespace {

std::string help(const std::vector<Command>& commands) {
  std::string out =
      "sito: a sieve for archives of text: news pages in any encoding to clean JSON Lines.\n\n"
      "Usage: sito COMMAND [OPTIONS] ...\n\nCommands:\n";
  for (const auto& command : commands) out += fmt::format("  {:<12}{}\n", command.name, command.summary);
  return out +
         "\nOptions:\n  -h, --help    Print this help\n  --version     Print the version\n"
         "  --generate man|bash|zsh|fish\n                Print the manual page or a shell's completions\n"
         "\nExamples:\n  sito run archive/ -o corpus.jsonl\n      A whole archive in one process\n"
         "  sito read archive/ | sito normalize | sito strip | sito meta | sito quotes | sito emit\n"
         "      The same bytes through a pipe\n\n"
         "'sito NAME ...' is the program sito-NAME. 'sito NAME --help' says more; so does man 7 sito.\n";
}

std::string man(const std::vector<Command>& commands) {
  auto out = fmt::format(
      ".\\\" Made by sito --generate man.\n.TH SITO 1 \"\" \"sito {}\" \"sito manual\"\n.SH NAME\nsito \\- a "
      "sieve for archives "
      "of text\n.SH SYNOPSIS\n.B sito\nCOMMAND [OPTIONS] ...\n.SH DESCRIPTION\nNews pages in any encoding to "
      "clean JSON Lines, "
      "by small tools composed through pipes. Each command is a program of its own too, sito\\-NAME.\n.SH "
      "COMMANDS\n",
      SITO_VERSION);
  for (const auto& command : commands) out += fmt::format(".TP\n.B {}\n{}.\n", command.name, command.summary);
  return out + ".SH EXAMPLES\n.EX\nsito run archive/ \\-o corpus.jsonl\n.EE\n.SH SEE ALSO\n.BR sito (7)\n";
}

std::string names(const std::vector<Command>& commands) {
  std::string out;
  for (const auto& command : commands) out += (out.empty() ? "" : " ") + command.name;
  return out;
}

/// The completions of `sito run` stand in the umbrella's script; every other command has a script of its own.
std::string completions(std::string_view shell, const std::vector<Command>& commands) {
  if (shell == "bash")
    return fmt::format(R"sh(# bash completion for sito, made by sito --generate bash
_sito() {{
  if [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W '{} help --help --version --generate' -- "${{COMP_WORDS[1]}}"))
  elif [[ ${{COMP_WORDS[COMP_CWORD]}} == -* ]]; then
    COMPREPLY=($(compgen -W "$(sito "${{COMP_WORDS[1]}}" --help 2>/dev/null | grep -o -e '--[a-z][a-z.-]*[a-z]' | sort -u)" -- "${{COMP_WORDS[COMP_CWORD]}}"))
  else
    COMPREPLY=($(compgen -f -- "${{COMP_WORDS[COMP_CWORD]}}"))
  fi
}}
complete -o filenames -F _sito sito
)sh",
                       names(commands));
  if (shell == "zsh")
    return fmt::format(R"sh(#compdef sito
# made by sito --generate zsh
_sito() {{
  if (( CURRENT == 2 )); then
    compadd {} help --help --version --generate
  elif [[ $words[CURRENT] == -* ]]; then
    compadd -- $(sito $words[2] --help 2>/dev/null | grep -o -e '--[a-z][a-z.-]*[a-z]' | sort -u)
  else
    _files
  fi
}}
_sito "$@"
)sh",
                       names(commands));
  std::string out = "# fish completion for sito, made by sito --generate fish\n";
  for (const auto& command : commands)
    out += fmt::format("complete -c sito -n __fish_use_subcommand -f -a {} -d '{}'\n", command.name,
                       command.summary);
  return out +
         "complete -c sito -n 'not __fish_use_subcommand' -a '(sito (commandline -opc)[2] --help 2>/dev/null "
         "| "
         "string match -r -a -- \"--[a-z][a-z.-]*[a-z]\")'\n";
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

int unknown(std::string_view name, const std::vector<Command>& commands) {
  const auto nearest = std::min_element(commands.begin(), commands.end(), [&](const auto& a, const auto& b) {
    return distance(name, a.name) < distance(name, b.name);
  });
  ErrorStream errors;
  const bool near = distance(name, nearest->name) <= 2;
  const auto spoken = pipeline::escaped(name);
  errors.line(near ? fmt::format("sito: there is no command '{}'; did you mean '{}'?", spoken, nearest->name)
                   : fmt::format("sito: there is no command '{}'", spoken));
  errors.line("Try 'sito --help'.");
  return kWrongUsage;
}

int print(const std::string& text) {
  try {
    io::Output("-").write(text);
    return kAllDone;
  } catch (const IoError& error) {
    ErrorStream().line(std::string("sito: ") + error.what());
    return kNotFinished;
  }
}

int generate(std::string_view kind, const std::vector<Command>& commands) {
  if (kind == "man") return print(man(commands));
  if (kind == "bash" || kind == "zsh" || kind == "fish") return print(completions(kind, commands));
  ErrorStream().line(fmt::format("sito: --generate: '{}' is none of man|bash|zsh|fish", kind));
  return kWrongUsage;
}

}  // namespace

int dispatch(int argc, char** argv, const std::vector<Command>& commands) {
  const std::string_view name = argc > 1 ? argv[1] : "";
  if (name.empty()) {
    ErrorStream().line("sito: a command is needed\nTry 'sito --help'.");
    return kWrongUsage;
  }
  if (name == "--help" || name == "-h" || (name == "help" && argc == 2)) return print(help(commands));
  if (name == "--version") return print(fmt::format("sito {}\n", SITO_VERSION));
  if (name.starts_with("--generate=")) return generate(name.substr(name.find('=') + 1), commands);
  if (name == "--generate") return generate(argc > 2 ? argv[2] : "", commands);
  const bool wants_help = name == "help";
  const std::string_view wanted = wants_help ? argv[2] : name;
  for (const auto& command : commands) {
    if (command.name != wanted) continue;
    if (!wants_help) return command.run(argc - 1, argv + 1);
    std::string flag = "--help";
    char* arguments[] = {argv[2], flag.data(), nullptr};
    return command.run(2, arguments);
  }
  return unknown(wanted, commands);
}

}  // namespace sito::cli
