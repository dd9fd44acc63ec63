#include "cli/generate.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/declared.h"
#include "cli/tool.h"

namespace sito::cli {
namespace {

constexpr std::size_t kHelpColumn = 30;
constexpr std::size_t kHelpWidth = 100;

/// `text` broken at spaces into lines of at most `width` bytes, each but the first after `indent` spaces.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t width) {
  std::string out;
  std::size_t column = indent;
  while (!text.empty()) {
    const auto space = text.find_first_of(" \n");
    const auto word = text.substr(0, space);
    if (column + word.size() > width && column > indent) {
      out += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (column > indent) {
      out += ' ';
      ++column;
    }
    out += word;
    column += word.size();
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
  }
  return out;
}

std::string wrapped_paragraphs(std::string_view text) {
  std::string out;
  for (;;) {
    const auto end = text.find("\n\n");
    out += wrapped(text.substr(0, end), 0, kHelpWidth) + "\n";
    if (end == std::string_view::npos) return out;
    out += '\n';
    text.remove_prefix(end + 2);
  }
}

std::string switch_help(const DeclaredSwitch& entry) {
  auto usage = "  " + entry.usage();
  if (usage.size() + 2 > kHelpColumn)
    usage += '\n' + std::string(kHelpColumn, ' ');
  else
    usage.resize(kHelpColumn, ' ');
  return usage + wrapped(entry.help, kHelpColumn, kHelpWidth) + "\n";
}

std::string roff_paragraphs(std::string_view text) {
  std::string out = roff(text);
  for (auto at = out.find("\n\n"); at != std::string::npos; at = out.find("\n\n", at + 1))
    out.replace(at, 2, "\n.PP\n");
  return out;
}

constexpr std::string_view kExitStatus = R"(.SH EXIT STATUS
.TP
.B 0
All was processed.
.TP
.B 1
Finished, but more was rejected than
.B \-\-max\-rejects
allows.
.TP
.B 2
Wrong usage; nothing was done.
.TP
.B 3
Could not finish: a read or write failed, there was no memory, or the input was itself cut short.
.PP
A closed pipe or a signal ends the tool as the signal does.
.SH SEE ALSO
.BR sito (7)
)";

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return text;
}

std::string synopsis(const Program& program, std::string_view usage) {
  return fmt::format(".B {}\n{}\n", roff(program.name), roff(usage));
}

/// Each group under a heading that begins with `request`.
std::string man_switches(const CLI::App& app, std::string_view request) {
  const auto switches = declared_switches(app);
  std::string out;
  for (const auto& group : groups(switches)) {
    out += fmt::format("{}{}\n", request, roff(upper(group)));
    for (const auto& entry : switches)
      if (entry.group == group)
        out += fmt::format(".TP\n.B {}\n{}.\n", roff(entry.usage()), roff(entry.help));
  }
  return out;
}

/// In single quotes for a shell.
std::string quoted(std::string_view text) {
  std::string out = "'";
  for (char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

/// "sito-strip" -> "strip", "sito-templates learn" -> "templates learn".
std::string short_name(const Program& program) {
  const auto dash = program.name.find_first_of("- ");
  return dash == std::string::npos ? program.name : program.name.substr(dash + 1);
}

std::string function_name(const Program& program) {
  auto name = "_" + program.name;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == '-' || c == ' '; }, '_');
  return name;
}

std::string bash_completion(const Program& program, const std::vector<DeclaredSwitch>& switches) {
  std::string names, cases;
  for (const auto& entry : switches) {
    names += entry.long_name + " " + (entry.short_name.empty() ? "" : entry.short_name + " ");
    if (entry.choices.empty()) continue;
    cases += fmt::format("    {}) COMPREPLY=($(compgen -W {} -- \"$current\")); return;;\n", entry.long_name,
                         quoted(fmt::format("{}", fmt::join(entry.choices, " "))));
  }
  return fmt::format(R"(# bash completion for {0}, made by {0} --generate bash
{1}() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}}
  case $previous in
{2}    *) ;;
  esac
  if [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W {3} -- "$current"))
  else
    COMPREPLY=($(compgen -f -- "$current"))
  fi
}}
complete -o filenames -F {1} {0}
)",
                     program.name, function_name(program), cases, quoted(names));
}

/// zsh's _arguments reads brackets and colons in a description.
std::string zsh_description(std::string_view help) {
  std::string out;
  for (char c : help) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_completion(const Program& program, const std::vector<DeclaredSwitch>& switches) {
  std::string specs;
  for (const auto& entry : switches) {
    std::string value;
    if (!entry.choices.empty())
      value = fmt::format(":value:({})", fmt::join(entry.choices, " "));
    else if (entry.metavar == "FILE")
      value = ":file:_files";
    else if (!entry.metavar.empty() && !entry.optional_value)
      value = ":" + zsh_description(entry.metavar) + ":";
    const auto spec = "[" + zsh_description(entry.help) + "]" + value;
    specs += "    " + quoted("*" + entry.long_name + spec) + " \\\n";
    if (!entry.short_name.empty()) specs += "    " + quoted("*" + entry.short_name + spec) + " \\\n";
  }
  return fmt::format(
      "#compdef {0}\n# made by {0} --generate zsh\n{1}() {{\n  _arguments \\\n{2}    "
      "'*:file:_files'\n}}\n{1} \"$@\"\n",
      program.name, function_name(program), specs);
}

std::string fish_completion(const Program& program, const std::vector<DeclaredSwitch>& switches) {
  auto out = fmt::format("# fish completion for {0}, made by {0} --generate fish\n", program.name);
  for (const auto& entry : switches) {
    std::string line = fmt::format("complete -c {} -l {}", program.name, quoted(entry.long_name.substr(2)));
    if (!entry.short_name.empty()) line += " -s " + entry.short_name.substr(1);
    if (!entry.choices.empty())
      line += " -x -a " + quoted(fmt::format("{}", fmt::join(entry.choices, " ")));
    else if (!entry.metavar.empty() && !entry.optional_value)
      line += " -r";
    out += line + " -d " + quoted(entry.help) + "\n";
  }
  return out;
}

/// "sito run" has the page sito-run, which `man sito run` finds too.
std::string page_name(const Program& program) {
  std::string name = program.name;
  std::replace(name.begin(), name.end(), ' ', '-');
  return name;
}

}  // namespace

/// A leading dot or quote would be a request, a backslash an escape and "-" a hyphen.
std::string roff(std::string_view text) {
  std::string out;
  bool line_start = true;
  for (char c : text) {
    if (line_start && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else
      out += c;
    line_start = c == '\n';
  }
  return out;
}

std::string help_description(const Program& program) { return wrapped_paragraphs(program.description); }

std::string help_examples(const Program& program) {
  std::string out = "\nExamples:\n";
  for (const auto& example : program.examples)
    out += fmt::format("  {}\n      {}\n", example.command, example.what);
  return out;
}

std::string help_text(const Program& program, const CLI::App& app) {
  const auto switches = declared_switches(app);
  auto out = fmt::format("{}: {}.\n\nUsage: {} [OPTIONS] {}\n\n{}", program.name, program.summary,
                         program.name, program.operand, help_description(program));
  for (const auto& group : groups(switches)) {
    out += fmt::format("\n{}:\n", group);
    for (const auto& entry : switches)
      if (entry.group == group) out += switch_help(entry);
  }
  out += help_examples(program);
  if (program.name.starts_with("sito-")) {
    out += fmt::format("\n'sito {} ...' is the same program. More: man {}, man 7 sito.\n",
                       short_name(program), program.name.substr(0, program.name.find(' ')));
  } else {
    out += fmt::format("\nMore: man {}, man 7 sito.\n", page_name(program));
  }
  return out;
}

std::string man_head(const Program& program, std::string_view usage) {
  return fmt::format(
      ".\\\" Made by {0} --generate man.\n.TH {1} 1 \"\" \"sito {2}\" \"sito manual\"\n.SH NAME\n{3} \\- "
      "{4}\n"
      ".SH SYNOPSIS\n{5}.SH DESCRIPTION\n{6}\n",
      program.name, upper(page_name(program)), SITO_VERSION, roff(program.name), roff(program.summary),
      synopsis(program, usage), roff_paragraphs(program.description));
}

std::string man_examples(const Program& program) {
  std::string out = ".SH EXAMPLES\n";
  for (const auto& example : program.examples)
    out += fmt::format(".TP\n{}\n.EX\n{}\n.EE\n", roff(example.what) + ":", roff(example.command));
  return out;
}

std::string_view man_end() { return kExitStatus; }

std::string man_page(const Program& program, const CLI::App& app) {
  return man_head(program, "[OPTIONS] " + program.operand) + man_switches(app, ".SH ") +
         man_examples(program).append(kExitStatus);
}

std::string man_section(const Program& program, const CLI::App& app) {
  return fmt::format(".SH {}\n{}.PP\n{}\n{}", roff(upper(program.name)),
                     synopsis(program, "[OPTIONS] " + program.operand), roff_paragraphs(program.description),
                     man_switches(app, ".SS "));
}

std::string completions(std::string_view shell, const Program& program, const CLI::App& app) {
  const auto switches = declared_switches(app);
  if (shell == "bash") return bash_completion(program, switches);
  if (shell == "zsh") return zsh_completion(program, switches);
  return fish_completion(program, switches);
}

}  // namespace sito::cli
