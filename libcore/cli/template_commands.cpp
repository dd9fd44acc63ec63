#include "cli/template_commands.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "cli/documents.h"
#include "pipeline/line_source.h"
#include "templates/learner.h"
#include "templates/merge.h"
#include "templates/stage.h"

namespace sito::cli {
namespace {

Program learn_program() {
  return {
      .name = "sito-templates learn",
      .summary = "Count the lines of pages by site",
      .description =
          "Reads documents and writes a model: for each site how many pages it was learnt from, "
          "and for each line on how many of them it stood and how near to the start and the end. A "
          "line with numbers counts twice, as it is and with its numbers and names of months and "
          "weekdays masked; the last sentence of each of the last six lines counts for itself. "
          "Lines are kept as hashes, with their text if it has at most 40 characters, else with its "
          "beginning.",
      .operand = "[FILE...]",
      .examples = {{"sito-templates learn docs.jsonl -o site.model", "What the pages of each site share"},
                   {"sito-read archive/ | sito-normalize | sito-templates learn > site.model",
                    "From raw files"},
                   {"sito-templates learn --group-by source docs.jsonl > source.model",
                    "One set of templates for each collection"}},
      .is_command = true,
  };
}

Program merge_program() {
  return {
      .name = "sito-templates merge",
      .summary = "Add models up",
      .description =
          "Writes the model that learning from all the pages at once would have written, byte for "
          "byte, whatever the order of the models and however they were merged before. Compacted "
          "models are refused.",
      .operand = "MODEL...",
      .examples = {{"sito-templates merge monday.model tuesday.model -o both.model", "Two days as one"}},
      .reads_documents = false,
      .is_command = true,
  };
}

Program list_program() {
  return {
      .name = "sito-templates list",
      .summary = "Show what was learnt",
      .description =
          "Writes a table, parted by tabs: the site, the pages with the line, of how many, their "
          "share in percent, the least number of lines before and behind it, and the line, if it "
          "has more than 40 characters only its beginning. A line with numbers stands twice, as it is and "
          "with 0 for each number and * "
          "for months and weekdays. In a site the most frequent line stands first.",
      .operand = "MODEL",
      .examples = {{"sito-templates list site.model | less", "What all sites share"},
                   {"sito-templates list --site news.example --min-pages 50 site.model",
                    "What one site shares on fifty pages"}},
      .reads_documents = false,
      .is_command = true,
  };
}

Program compact_program() {
  return {
      .name = "sito-templates compact",
      .summary = "Drop lines that few pages have",
      .description =
          "Writes the model without rare lines, for sito-strip, to which they say next to nothing. "
          "Since counts are missing then, the result cannot be merged any more: keep the model "
          "itself for that.",
      .operand = "MODEL",
      .examples = {{"sito-templates compact site.model -o strip.model",
                    "Without lines that stand on one page only"}},
      .reads_documents = false,
      .is_command = true,
  };
}

const std::string& only_operand(const Request& request) {
  if (request.operands.size() != 1)
    throw UsageError(request.operands.empty() ? "a MODEL is needed" : "only one MODEL can be given");
  return request.operands.front();
}

std::uint32_t page_count(std::size_t given) {
  return static_cast<std::uint32_t>(std::min<std::size_t>(given, UINT32_MAX));
}

Command command(Tool& tool, const Tool::MakeJob& make) {
  const auto& name = tool.program().name;
  return {name.substr(name.find(' ') + 1), tool.program().summary,
          [&tool, make](int argc, char** argv) { return tool.run(argc, argv, make); },
          [&tool] { return tool.manual(); }};
}

}  // namespace

TemplateCommands::TemplateCommands()
    : learn_(learn_program()), merge_(merge_program()), list_(list_program()), compact_(compact_program()) {
  auto learn = learn_.switches();
  learn.text("--group-by", group_by_, "FIELD",
             "The string field that says whose templates a page follows; by default site");
  learn.bytes("--memory", memory_,
              "Use about SIZE for what is being counted, by default 1G; more goes to TMPDIR, without a name");
  auto list = list_.switches();
  list.repeated("--site", sites_, "NAME", "Show this site only; may be given several times");
  list.count("--min-pages", list_min_pages_, "N", "Show lines that at least N pages have; by default 2");
  compact_.switches().count("--min-pages", compact_min_pages_, "N",
                            "Keep lines that at least N pages have; by default 2");
}

std::vector<Command> TemplateCommands::list() {
  return {command(learn_, [this](const Request& request) { return learn_job(request); }),
          command(merge_, [this](const Request& request) { return merge_job(request); }),
          command(list_, [this](const Request& request) { return list_job(request); }),
          command(compact_, [this](const Request& request) { return compact_job(request); })};
}

Job TemplateCommands::learn_job(const Request& request) const {
  auto learner = std::make_shared<templates::Learner>(memory_);
  Job job;
  job.source = pipeline::make_line_source(request.operands);
  job.chain = chain({}, templates::make_page_sink(group_by_));
  job.collect = [learner](std::string_view pages) { learner->add_pages(pages); };
  job.finish = [learner](const Job::Write& write) { learner->finish(write); };
  return job;
}

Job TemplateCommands::merge_job(const Request& request) const {
  if (request.operands.empty()) throw UsageError("a MODEL is needed");
  Job job;
  job.finish = [models = request.operands](const Job::Write& write) {
    templates::merge_files(models, write);
  };
  return job;
}

Job TemplateCommands::list_job(const Request& request) const {
  Job job;
  job.finish = [this, model = only_operand(request)](const Job::Write& write) {
    templates::list(io::Input(model), {sites_, page_count(list_min_pages_)}, write);
  };
  return job;
}

Job TemplateCommands::compact_job(const Request& request) const {
  Job job;
  job.finish = [this, model = only_operand(request)](const Job::Write& write) {
    templates::compact(io::Input(model), page_count(compact_min_pages_), write);
  };
  return job;
}

}  // namespace sito::cli
