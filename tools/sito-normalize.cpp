#include "cli/craft_switches.h"
#include "cli/documents.h"
#include "cli/in_place.h"
#include "cli/tool.h"
#include "programs.h"

using namespace sito;

int normalize_main(int argc, char** argv) {
  cli::Tool tool({
      .name = "sito-normalize",
      .summary = "Make text canonical Unicode text",
      .description =
          "Brings the text of each document to one form: NFC, LF line ends, ordinary spaces, no "
          "control and zero-width characters, no character references, no mojibake, words whole and "
          "in one script, one apostrophe. Quotation marks and dashes are kept unless asked. Each step can "
          "be left out; sito(7) shows what each does. What changed is counted in the field "
          "'normalization'. Running it twice changes nothing more.",
      .operand = "[FILE...]",
      .examples = {{"sito-read archive/ | sito-normalize > docs.jsonl", "Normal documents"},
                   {"sito-normalize --plain page.txt", "One text in any encoding, as clean UTF-8"},
                   {"sito-normalize --in-place=.bak *.txt",
                    "Rewrite files, keeping the old ones as *.txt.bak"},
                   {"sito-normalize --only whitespace docs.jsonl", "White space alone"},
                   {"sito-normalize --only mojibake docs.jsonl",
                    "Put right what was decoded in a wrong encoding, and change nothing else"},
                   {"sito-normalize --quotation-marks angle --dashes en docs.jsonl",
                    "Quotation marks and dashes in one form too"}},
  });
  cli::NormalizeSwitches normalize(tool.switches());
  cli::DocumentSwitches documents(tool.switches(),
                                  "Take each FILE as one raw text and print it as normal UTF-8");
  std::optional<std::string> in_place;
  tool.switches().optional_value(
      "--in-place", in_place, "SUFFIX",
      "Replace each FILE by its text in normal UTF-8, keeping the old one as FILE + SUFFIX");
  return tool.run(argc, argv, [&](const cli::Request& request) {
    if (!in_place) return documents.job(request, normalize.stage());
    if (request.output != "-") throw cli::UsageError("--in-place writes to the FILEs: leave --output out");
    auto sink = cli::make_in_place_sink(request.operands, *in_place);
    auto job = documents.plain_job(request, normalize.stage(), std::move(sink));
    job.in_turn = true;
    return job;
  });
}
