#include "cli/umbrella.h"
#include "programs.h"

int sito_main(int argc, char** argv) {
  return sito::cli::dispatch(
      argc, argv,
      {.name = "sito",
       .summary = "a sieve for archives of text: news pages in any encoding to clean JSON Lines",
       .description =
           "Small tools, composed through pipes. Each command is a program of its own too, sito-NAME.",
       .examples = {{"sito run archive/ -o corpus.jsonl", "A whole archive in one process"},
                    {"sito read archive/ | sito normalize | sito strip | sito meta | sito quotes | sito emit",
                     "The same bytes through a pipe"}}},
      {{"read", "Read raw files in any encoding as documents", read_main},
       {"normalize", "Make text canonical Unicode text", normalize_main},
       {"strip", "Remove boilerplate and say what was removed", strip_main},
       {"templates", "Learn which lines the pages of a site share", templates_main},
       {"meta", "Find date, title, language and people", meta_main},
       {"quotes", "Find quotations and who said them", quotes_main},
       {"emit", "Write the final JSON Lines, of stable shape", emit_main},
       {"run", "All of these in one process", run_main},
       {"batch", "Keep a corpus of an archive current, night for night", batch_main},
       {"plan", "Share an archive out among tasks for many machines", plan_main},
       {"task", "Run one task of a plan", task_main},
       {"finish", "Make the parts of a plan's tasks one corpus", finish_main}});
}
