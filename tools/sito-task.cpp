#include "cli/task_command.h"
#include "cli/tool.h"
#include "programs.h"

using namespace sito;

int task_main(int argc, char** argv) {
  cli::Tool tool({
      .name = "sito task",
      .summary = "Run one task of a plan",
      .description =
          "Reads the inputs that the plan gives to task K, takes them through all stages and leaves, beside "
          "the plan, part-0000K.jsonl.zst, rejects/K.jsonl and last done/K.json. A task that is done is not "
          "done again; a killed one leaves nothing; several attempts at once do no harm. An input that is "
          "not as planned is status 3, and nothing is written.\n\n"
          "Without K it is SLURM_ARRAY_TASK_ID, PBS_ARRAY_INDEX, AWS_BATCH_JOB_ARRAY_INDEX or "
          "JOB_COMPLETION_INDEX.\n\n"
          "The status is 0 when the task is finished, rejects or not: they are recorded, and 'sito finish' "
          "judges them.",
      .operand = "PLAN [K]",
      .examples = {{"sito task corpus/plan.json 3", "The fourth task"},
                   {"seq 0 7 | parallel sito task corpus/plan.json", "All of eight, by GNU parallel"},
                   {"sito task corpus/plan.json 3 --until normalize | sito-templates learn > 3.model",
                    "What the pages of its sites share"}},
      .rejects = cli::RejectsOf::kLater,
  });
  cli::TaskCommand task(tool);
  return tool.run(argc, argv, [&](const cli::Request& request) { return task.job(request); });
}
