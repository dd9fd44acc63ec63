#include "cli/documents.h"
#include "cli/read_switches.h"
#include "cli/tool.h"
#include "pipeline/chain.h"
#include "programs.h"

using namespace sito;

int read_main(int argc, char** argv) {
  cli::Tool tool({
      .name = "sito-read",
      .summary = "Read raw files in any encoding as documents in JSON Lines",
      .description =
          "Reads files, folders (recursively, in the order of their names' bytes) and archives "
          "(tar, zip, 7z, cpio, WARC, WACZ; gzip, "
          "zstd, xz and bzip2 anywhere), decodes each text to UTF-8 and writes a line of JSON "
          "with its id, text, source, "
          "site and origin. '-' is standard input.\n\n"
          "The encoding is found for each text, and where its lines are in different ones, for each "
          "line; 'origin' says which it was and how sure that is. sito(7) lists those that are known.\n\n"
          "What is neither plain text nor HTML is skipped and counted; --types says otherwise. Symbolic "
          "links below a PATH are not followed.",
      .operand = "PATH...",
      .examples = {{"sito-read archive/ | sito-normalize > docs.jsonl", "A folder as clean documents"},
                   {"sito-read archive/ | jq -r .origin.encoding | sort | uniq -c",
                    "How many pages are in which encoding"},
                   {"sito-read --encoding KOI8-U old/", "Pages whose encoding is known"},
                   {"sito-read --encodings windows-1251,KOI8-U --languages uk,ru notes/",
                    "Short texts, of which this much is known"},
                   {"sito-read --status 200,404 --warc-types response crawl.warc.gz",
                    "A crawl's pages, those too that were gone"},
                   {"sito-read --types +application/json,-text/html crawl.warc.gz",
                    "Its plain texts and what was sent as JSON"},
                   {"find . -name '*.txt' -print0 | sito-read -0 --files-from -",
                    "The files that find found"}},
  });
  cli::ReadSwitches read(tool.switches());
  return tool.run(argc, argv, [&](const cli::Request& request) {
    return read.job(request, {}, pipeline::make_line_sink());
  });
}
