#include "cli/umbrella.h"
#include "programs.h"

int sito_main(int argc, char** argv) {
  return sito::cli::dispatch(argc, argv,
                             {{"read", "Read raw files in any encoding as documents", read_main},
                              {"normalize", "Make text canonical Unicode text", normalize_main},
                              {"strip", "Remove boilerplate and say what was removed", strip_main},
                              {"meta", "Find date, title, language and people", meta_main},
                              {"quotes", "Find quotations and who said them", quotes_main},
                              {"emit", "Write the final JSON Lines, of stable shape", emit_main},
                              {"run", "All of these in one process", run_main}});
}
