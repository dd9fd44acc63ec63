#include "cli/plan_command.h"
#include "cli/tool.h"
#include "programs.h"

using namespace sito;

int plan_main(int argc, char** argv) {
  cli::Tool tool({
      .name = "sito plan",
      .summary = "Share an archive out among tasks for many machines",
      .description =
          "Walks the PATHs as 'sito run' does and writes which task reads what: stretches of the same "
          "order, about as many bytes each, with sizes, times and digests of the inputs and all switches "
          "of the stages. The folder that the plan stands in is where 'sito task' leaves parts and "
          "'sito finish' makes them a corpus.\n\n"
          "Inputs and the plan's folder are to be under the same paths on all machines.",
      .operand = "PATH...",
      .examples = {{"sito plan archive/ --tasks 8 -o corpus/plan.json", "Eight tasks, numbered from 0"},
                   {"sito plan archive/ --tasks 100 --emit.view quote -o quotes/plan.json",
                    "Of quotations alone"}},
      .reads_documents = false,
  });
  const cli::PlanCommand plan(tool);
  return tool.run(argc, argv, [&](const cli::Request& request) { return plan.job(request); });
}
