#include "cli/craft_switches.h"
#include "cli/documents.h"
#include "cli/tool.h"
#include "programs.h"
#include "quotes/plain.h"

using namespace sito;

int quotes_main(int argc, char** argv) {
  cli::Tool tool({
      .name = "sito-quotes",
      .summary = "Find quotations, their kinds and who said them",
      .description = "Adds the quotations of each text with their kind (speech, title, term), speaker, role "
                     "and cue, and the partition "
                     "of the text into quote and narrative. Offsets are code points into the record's text.",
      .operand = "[FILE...]",
      .examples = {{"sito-quotes clean.jsonl > quotes.jsonl", "Add quotes and segments"},
                   {"sito-quotes --plain page.txt", "Read one page with its quotations marked"}},
  });
  cli::QuotesSwitches quotes(tool.switches());
  cli::DocumentSwitches documents(tool.switches(),
                                  "Take each FILE as one raw text and print it with its quotations marked");
  return tool.run(argc, argv, [&](const cli::Request& request) {
    return documents.job(request, quotes.stage(), quotes::make_plain_sink(cli::colour_on_output()));
  });
}
