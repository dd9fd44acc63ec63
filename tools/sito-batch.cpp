#include "cli/batch_job.h"
#include "cli/run_switches.h"
#include "cli/tool.h"
#include "programs.h"

using namespace sito;

int batch_main(int argc, char** argv) {
  cli::Tool tool({
      .name = "sito batch",
      .summary = "Keep a corpus of an archive current, night for night",
      .description =
          "Reads what is new or changed under the PATHs and makes the next generation of the corpus in DIR: "
          "DIR/current leads to it, and to a whole one at every moment. An input is unchanged if its size "
          "and "
          "time are; in an archive that is changed, a member if its bytes are. Records of a changed input "
          "are "
          "replaced, those of one that is gone stay, unless --prune. A run that is killed is gone on with by "
          "the "
          "next. It is silent if all is well and standard error is no terminal, so that cron sends no "
          "mail.\n\n"
          "The stages' switches are those of sito run. Records made with other switches are told of, and "
          "made "
          "anew with --reprocess. What was rejected is remembered, and read again when it changes.",
      .operand = "PATH...",
      .examples = {{"sito batch archive/ -o corpus/", "Tonight's new pages"},
                   {"sito batch archive/ -o corpus/ --changes changes.jsonl",
                    "And what a database has to do"},
                   {"(cd corpus/current && zstdcat part-*.zst) | jq .title",
                    "Use it, also while a run is at work"},
                   {"sito batch archive/ -o corpus/ --prune --learn --time-limit 6h",
                    "Pages that are gone go; templates grow with the archive"}},
  });
  const cli::BatchSwitches batch(tool.switches());
  const cli::RunSwitches run([&](const std::string& stage) { return tool.switches(stage); });
  return tool.run(argc, argv, [&](const cli::Request& request) { return batch.job(request, run); });
}
