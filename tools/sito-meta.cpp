#include "cli/craft_switches.h"
#include "cli/documents.h"
#include "cli/tool.h"
#include "meta/plain.h"
#include "programs.h"

using namespace sito;

int meta_main(int argc, char** argv) {
  cli::Tool tool({
      .name = "sito-meta",
      .summary = "Find date, title, language and people of documents",
      .description = "Adds when a page was published (created, created_time, created_span, created_from), "
                     "its title and language, "
                     "and the people it names with a role. What is not certain is null. What a record "
                     "already says is kept.",
      .operand = "[FILE...]",
      .examples = {{"sito-meta clean.jsonl | jq -r '[.created, .title] | @tsv'",
                    "A table of dates and titles"},
                   {"sito-meta --plain page.txt", "Read what is found in one page"},
                   {"sito-meta --redo --today 2024-05-01 docs.jsonl", "Decide anew, with 'yesterday' known"}},
  });
  cli::MetaSwitches meta(tool.switches());
  cli::DocumentSwitches documents(tool.switches(),
                                  "Take each FILE as one raw text and print what is found, for reading");
  return tool.run(argc, argv, [&](const cli::Request& request) {
    return documents.job(request, meta.stage(), meta::make_plain_sink(cli::colour_on_output()));
  });
}
