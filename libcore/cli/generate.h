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

/// A completion script for the tool as a program of its own and as `sito NAME`. `shell` is "bash", "zsh" or
/// "fish".
[[nodiscard]] std::string completions(std::string_view shell, const Program& program, const CLI::App& app);

}  // namespace sito::cli
