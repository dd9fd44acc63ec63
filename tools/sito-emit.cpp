#include "cli/documents.h"
#include "cli/emit_switches.h"
#include "cli/tool.h"
#include "pipeline/line_source.h"
#include "programs.h"

using namespace sito;

int emit_main(int argc, char** argv) {
  cli::Tool tool({
      .name = "sito-emit",
      .summary = "Write the final JSON Lines, of stable shape",
      .description = "Writes one line for each document, paragraph, segment or quote. Every line has every "
                     "field, in the same order, "
                     "at every depth: null or [] where there is nothing, so that DuckDB, pandas and jq load "
                     "it at the first attempt. Offsets count the code points of the document's text.",
      .operand = "[FILE...]",
      .examples = {{"sito-emit docs.jsonl > corpus.jsonl", "Documents of one shape"},
                   {"sito-emit --view quote docs.jsonl > quotes.jsonl", "A line for each quotation"},
                   {"sito-emit --fields id,created,origin.encoding docs.jsonl", "Three fields alone"},
                   {"sito-emit --view quote --format csv --bom docs.jsonl -o quotes.csv",
                    "For a spreadsheet"},
                   {"sito-emit -o corpus --shard-size 256M docs.jsonl", "A folder of compressed parts"},
                   {"sito-emit --view quote --schema duckdb", "How DuckDB is to read quotations"}},
  });
  cli::EmitSwitches emit(tool.switches());
  return tool.run(argc, argv, [&](const cli::Request& request) {
    return emit.job(request, [&](auto sink) {
      return cli::Job{pipeline::make_line_source(request.operands), cli::chain({}, std::move(sink))};
    });
  });
}
