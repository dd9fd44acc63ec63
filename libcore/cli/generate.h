// generate.h: manual page and shell completions, from a tool's own declarations.
//
// Help, manual and completions cannot drift from what is parsed, because they are made of it.
#pragma once

#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace sito::cli {

struct Program;

/// --help: usage, summary, switches by group, examples.
[[nodiscard]] std::string help_text(const Program& program, const CLI::App& app);

/// Section 1 page in the man macros (groff_man(7)), complete with exit status and examples.
[[nodiscard]] std::string man_page(const Program& program, const CLI::App& app);

/// A command's section of its program's page: how it is called, what it does, its switches.
[[nodiscard]] std::string man_section(const Program& program, const CLI::App& app);

/// The parts that the page of a program of several commands shares: a page's head down to its description
/// (`usage` stands behind the name), its examples, and its end, exit status first.
[[nodiscard]] std::string man_head(const Program& program, std::string_view usage);
[[nodiscard]] std::string man_examples(const Program& program);
[[nodiscard]] std::string_view man_end();

/// Plain text as roff has to be given it.
[[nodiscard]] std::string roff(std::string_view text);

/// The description and the examples as --help has them.
[[nodiscard]] std::string help_description(const Program& program);
[[nodiscard]] std::string help_examples(const Program& program);

/// A completion script for the tool as a program of its own and as `sito NAME`. `shell` is "bash", "zsh" or
/// "fish".
[[nodiscard]] std::string completions(std::string_view shell, const Program& program, const CLI::App& app);

}  // namespace sito::cli
