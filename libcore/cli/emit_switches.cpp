#include "cli/emit_switches.h"

#include <fmt/format.h>

#include <utility>

#include "cli/exit_status.h"
#include "emit/schema.h"

namespace sito::cli {
namespace {

class CorpusDestination final : public Destination {
 public:
  explicit CorpusDestination(batch::CorpusSettings settings) : corpus_(std::move(settings)) {}
  void write(std::string_view frames) override { corpus_.add(frames); }
  void commit() override { corpus_.commit(); }
  [[nodiscard]] std::int64_t bytes() const override { return corpus_.content_bytes(); }

 private:
  batch::Corpus corpus_;
};

/// Those that do not decide what the records are.
bool is_about_files(std::string_view name) { return name.ends_with("overwrite"); }

}  // namespace

EmitSwitches::EmitSwitches(Switches switches) {
  switches.choice("--view", view_, {"document", "paragraph", "segment", "quote"},
                  "What one line of the output is");
  switches.list("--fields", fields_, "FIELD,...",
                "Only these fields, in this order; nested ones as origin.path");
  switches.choice("--foreign", foreign_, {"drop", "keep"}, "Drop or keep fields that are none of sito's");
  switches.choice("--format", format_, {"jsonl", "csv", "tsv"},
                  "JSON Lines, or a table whose columns are called as nested fields are");
  switches.flag("--bom", byte_order_mark_, "Begin a table with a byte order mark, as spreadsheets want it");
  switches.text("--sample", sample_, "P%", "Only this share of the documents, chosen by their ids alone");
  switches.choice(
      "--schema", schema_, {"jsonschema", "duckdb"},
      "Print the schema of the lines that --view, --fields and --format ask for, and read nothing");
  switches.text("--shard-size", shard_size_, "N|SIZE",
                "Write a folder of parts, each of N records, or of SIZE (64M) before compression");
  switches.choice("--compress", compress_, {"zstd", "gzip", "none"},
                  "How the parts of a folder are compressed; by default zstd");
  switches.flag("--overwrite", overwrite_,
                "Replace the corpus that is in the folder, once the new one is whole");
}

emit::Settings EmitSwitches::settings() const {
  emit::Settings settings;
  settings.view = *emit::view_named(view_);
  auto fields = emit::parse_fields(settings.view, fields_);
  if (!fields) throw UsageError(fmt::format("--fields: {}", fields.error().reason));
  settings.fields = fields->empty() ? emit::all_fields(settings.view) : *std::move(fields);
  settings.keep_foreign = foreign_ == "keep";
  if (format_ == "csv") settings.format = emit::Format::kCsv;
  if (format_ == "tsv") settings.format = emit::Format::kTsv;
  settings.byte_order_mark = byte_order_mark_;
  if (sample_) settings.sample = emit::Sample::parse(*sample_);
  if (sample_ && !settings.sample)
    throw UsageError(fmt::format("--sample: '{}' is no share such as 1% or 0.05%", *sample_));
  const bool is_table = settings.format != emit::Format::kJsonLines;
  if (is_table && settings.keep_foreign)
    throw UsageError("--foreign keep: a table has the same columns in every row");
  if (!is_table && byte_order_mark_) throw UsageError("--bom: JSON Lines have none; it is for csv and tsv");
  return settings;
}

bool EmitSwitches::wants_parts(const Request& request) const {
  return shard_size_.has_value() || request.output.ends_with('/');
}

io::Compression EmitSwitches::compression() const {
  if (compress_ == "gzip") return io::Compression::kGzip;
  return compress_ == "none" ? io::Compression::kNone : io::Compression::kZstd;
}

PartShape EmitSwitches::part_shape() const {
  const auto emitted = settings();
  return {fmt::format("{}{}", name(emitted.format), batch::suffix_of(compression())), emit::head(emitted)};
}

batch::ShardSize EmitSwitches::shard_size(std::string_view by_default) const {
  const auto size = batch::ShardSize::parse(shard_size_.value_or(std::string(by_default)));
  if (!size)
    throw UsageError(fmt::format("--shard-size: '{}' is neither a number of records nor a size such as 64M",
                                 *shard_size_));
  return *size;
}

EmitSwitches::Parts EmitSwitches::line_parts(std::string_view size) const {
  if (format_ != "jsonl") throw UsageError("--emit.format: the parts of such a corpus are JSON Lines");
  if (overwrite_) throw UsageError("--emit.overwrite: such a corpus is never replaced");
  Parts parts{"jsonl.zst", shard_size(size)};
  if (compress_ == "gzip") parts.suffix = "jsonl.gz";
  if (compress_ == "none") parts.suffix = "jsonl";
  return parts;
}

std::unique_ptr<Sink> EmitSwitches::line_sink() const { return emit::make_sink(settings()); }

batch::CorpusSettings EmitSwitches::corpus_settings(const Request& request) const {
  batch::CorpusSettings corpus;
  corpus.folder = request.output;
  corpus.shard_size = shard_size("256M");
  if (request.output == "-" || request.output == "/dev/stdout")
    throw UsageError("--shard-size writes a folder: -o DIR is needed");
  const auto emitted = settings();
  corpus.suffix = name(emitted.format);
  corpus.head = emit::head(emitted);
  corpus.compression = compression();
  corpus.overwrite = overwrite_;
  corpus.manifest.program = request.program;
  corpus.manifest.version = SITO_VERSION;
  for (const auto& option : request.given)
    if (!is_about_files(option.name)) corpus.manifest.options.push_back({option.name, option.values});
  return corpus;
}

std::shared_ptr<Destination> EmitSwitches::destination(const Request& request) const {
  if (!wants_parts(request)) {
    if (!compress_.empty())
      throw UsageError("--compress is for a folder of parts; a file's suffix says how it is");
    if (overwrite_) throw UsageError("--overwrite is for a folder of parts; a file is replaced without it");
    return nullptr;
  }
  auto settings = corpus_settings(request);
  auto checked = batch::check_corpus_folder(settings.folder, overwrite_);
  if (!checked) throw UsageError(checked.error().reason);
  return std::make_shared<CorpusDestination>(std::move(settings));
}

Job EmitSwitches::job(const std::shared_ptr<Destination>& destination, const WithSink& with_sink) const {
  auto emitted = settings();
  emitted.framed = destination != nullptr;
  const std::string head = emitted.framed ? std::string() : emit::head(emitted);
  Job job = with_sink(emit::make_sink(std::move(emitted)));
  job.head = head;
  job.destination = destination;
  return job;
}

Job EmitSwitches::job(const Request& request, const WithSink& with_sink) const {
  return wants_schema() ? schema_job(request) : job(destination(request), with_sink);
}

Job EmitSwitches::schema_job(const Request& request) const {
  if (!request.operands.empty()) throw UsageError("--schema reads nothing: no input can be given");
  const auto emitted = settings();
  if (schema_ == "jsonschema" && emitted.format != emit::Format::kJsonLines)
    throw UsageError("--schema jsonschema is for JSON Lines; a table's is 'duckdb'");
  const auto schema = schema_ == "duckdb"
                          ? emit::duckdb_columns(emitted.fields, emitted.format)
                          : emit::json_schema(emitted.view, emitted.fields, emitted.keep_foreign);
  Job job;
  job.finish = [schema](const Job::Write& write) { write(schema); };
  return job;
}

}  // namespace sito::cli
