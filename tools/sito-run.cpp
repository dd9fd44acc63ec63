#include "cli/exit_status.h"
#include "cli/learning.h"
#include "cli/run_switches.h"
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
  const cli::RunSwitches run([&](const std::string& stage) { return tool.switches(stage); });
  return tool.run(argc, argv, [&](const cli::Request& request) {
    if (run.emit.wants_schema()) return run.emit.schema_job(request);
    if (run.read.lists_only() && run.emit.wants_parts(request))
      throw cli::UsageError("--read.dry-run writes a list, not a folder of parts");
    const auto destination = run.emit.destination(request);
    const auto job = [&, request, destination](std::shared_ptr<const templates::Model> model) {
      return run.emit.job(destination, [&](auto sink) {
        return run.read.job(request, run.stages(std::move(model)), std::move(sink));
      });
    };
    if (!run.strip.learns()) return job(nullptr);
    cli::check_readable_twice(request.operands);
    cli::check_readable_twice(run.read.lists());
    std::vector<std::unique_ptr<Stage>> first;
    first.push_back(run.normalize.stage());
    auto learning = cli::learn_first(run.read.job(request, std::move(first), run.strip.page_sink()), job);
    learning.destination = destination;
    return learning;
  });
}
