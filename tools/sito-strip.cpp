#include "cli/craft_switches.h"
#include "cli/documents.h"
#include "cli/learning.h"
#include "cli/tool.h"
#include "programs.h"
#include "strip/explain.h"
#include "strip/stage.h"

using namespace sito;

int strip_main(int argc, char** argv) {
  cli::Tool tool({
      .name = "sito-strip",
      .summary = "Remove boilerplate and say what was removed",
      .description = "Finds footers, credits, share bars, 'read also' links, subscriptions, copyright and "
                     "navigation in the text of "
                     "each document, removes them, and notes each removed span with its reason in the field "
                     "'boilerplate', so that "
                     "--undo can put every byte back.",
      .operand = "[FILE...]",
      .examples = {{"sito-strip docs.jsonl > clean.jsonl", "Remove boilerplate"},
                   {"sito-strip --undo clean.jsonl", "The documents as they were"},
                   {"sito-strip --explain docs.jsonl | less", "Read pages with the removed lines marked"},
                   {"sito-strip --learn docs.jsonl > clean.jsonl",
                    "Learn what the pages of each site share, too"},
                   {"sito-strip --rules mine.tsv docs.jsonl", "With rules of your own"}},
  });
  cli::StripSwitches strip(tool.switches());
  strip.declare_undo(tool.switches());
  cli::DocumentSwitches documents(tool.switches(),
                                  "Take each FILE as one raw text and print what is left of it");
  bool explain = false;
  tool.switches().flag("--explain", explain, "Print pages for reading, with what is boilerplate marked");
  tool.switches().exclude("--explain", "--undo");
  tool.switches().exclude("--plain", "--undo");
  tool.switches().exclude("--learn", "--undo");
  return tool.run(argc, argv, [&](const cli::Request& request) {
    const auto job = [&, request](std::unique_ptr<Stage> stage) {
      if (!explain) return documents.job(request, std::move(stage));
      return documents.rendered_job(request, std::move(stage),
                                    strip::make_explain_sink(cli::colour_on_output()));
    };
    if (!strip.learns()) return job(strip.stage());
    cli::check_readable_twice(request.operands.empty() ? std::vector<std::string>{"-"} : request.operands);
    return cli::learn_first(documents.record_job(request, strip::make_undo_stage(), strip.page_sink()),
                            [&, job](auto model) { return job(strip.stage(std::move(model))); });
  });
}
