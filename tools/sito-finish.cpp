#include "cli/finish_command.h"
#include "cli/tool.h"
#include "programs.h"

using namespace sito;

int finish_main(int argc, char** argv) {
  cli::Tool tool({
      .name = "sito finish",
      .summary = "Make the parts of a plan's tasks one corpus",
      .description =
          "Proves that every task of the plan is done, by the same switches and the same templates, and "
          "that each part is the one that its task wrote; then writes _rejects.jsonl, _manifest.json and "
          "last _SUCCESS. Where anything is missing or differs it names the tasks, writes nothing and ends "
          "with status 3. It can be called again.",
      .operand = "PLAN",
      .examples = {{"sito finish corpus/plan.json", "Once all tasks have ended"}},
      .reads_documents = false,
      .rejects = cli::RejectsOf::kRecorded,
      .writes_output = false,
  });
  return tool.run(argc, argv, cli::finish_job);
}
