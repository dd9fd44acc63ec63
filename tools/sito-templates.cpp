#include "cli/template_commands.h"
#include "cli/umbrella.h"
#include "programs.h"

using namespace sito;

int templates_main(int argc, char** argv) {
  cli::TemplateCommands commands;
  return cli::dispatch(
      argc, argv,
      {.name = "sito-templates",
       .summary = "Learn which lines the pages of a site share",
       .description =
           "Menus, footers and teasers come back on page after page of a site. 'learn' counts lines by site "
           "and "
           "writes a model, in which 'sito-strip --model' looks them up; 'merge' adds models up, so that "
           "parts of an archive can be learnt apart, day by day or on many machines: any order and any tree "
           "of "
           "merges gives the bytes that learning all at once gives.",
       .examples = {{"sito-templates learn docs.jsonl -o site.model", "What pages share"},
                    {"sito-templates merge old.model today.model -o new.model", "A day more"},
                    {"sito-templates list new.model | less", "See what was learnt"},
                    {"sito-templates compact new.model -o strip.model", "A smaller model for sito-strip"},
                    {"sito-strip --model strip.model docs.jsonl > clean.jsonl", "Remove what was learnt"}}},
      commands.list());
}
