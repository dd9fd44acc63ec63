#include "cli/craft_switches.h"
#include "cli/documents.h"
#include "cli/emit_switches.h"
#include "cli/exit_status.h"
#include "cli/learning.h"
#include "cli/read_switches.h"
#include "cli/tool.h"
#include "programs.h"

using namespace sito;

int run_main(int argc, char** argv) {
  cli::Tool tool({
      .name = "sito run",
      .summary = "Read, normalize, strip, meta, quotes and emit in one process",
      .description = "Writes the same bytes as the pipe sito-read | sito-normalize | sito-strip | sito-meta "
                     "| sito-quotes | sito-emit, "
                     "on every core and without parsing in between. Each stage's switches stand under its "
                     "name: --strip.keep.",
      .operand = "PATH...",
      .examples = {{"sito run archive/ -o corpus.jsonl.zst", "A whole archive, compressed"},
                   {"sito run archive/ --emit.view quote -o quotes.jsonl", "Its quotations alone"},
                   {"sito run --config nightly.toml archive/ -o corpus.jsonl", "Switches from a file"}},
  });
  cli::ReadSwitches read(tool.switches("read"));
  cli::NormalizeSwitches normalize(tool.switches("normalize"));
  cli::StripSwitches strip(tool.switches("strip"));
  cli::MetaSwitches meta(tool.switches("meta"));
  cli::QuotesSwitches quotes(tool.switches("quotes"));
  cli::EmitSwitches emit(tool.switches("emit"));
  return tool.run(argc, argv, [&](const cli::Request& request) {
    if (emit.wants_schema()) return emit.schema_job(request);
    if (read.lists_only() && emit.wants_parts(request))
      throw cli::UsageError("--read.dry-run writes a list, not a folder of parts");
    const auto destination = emit.destination(request);
    const auto job = [&, request, destination](std::shared_ptr<const templates::Model> model) {
      std::vector<std::unique_ptr<Stage>> stages;
      stages.push_back(normalize.stage());
      stages.push_back(strip.stage(std::move(model)));
      stages.push_back(meta.stage());
      stages.push_back(quotes.stage());
      return emit.job(destination,
                      [&](auto sink) { return read.job(request, std::move(stages), std::move(sink)); });
    };
    if (!strip.learns()) return job(nullptr);
    cli::check_readable_twice(request.operands);
    cli::check_readable_twice(read.lists());
    std::vector<std::unique_ptr<Stage>> first;
    first.push_back(normalize.stage());
    auto learning = cli::learn_first(read.job(request, std::move(first), strip.page_sink()), job);
    learning.destination = destination;
    return learning;
  });
}
