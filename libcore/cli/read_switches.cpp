#include "cli/read_switches.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "cli/documents.h"
#include "cli/exit_status.h"
#include "io/input.h"
#include "io/warc.h"
#include "pipeline/list_source.h"

namespace sito::cli {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMaxListBytes = std::size_t{1} << 30;

/// The entries of a list, each ended by `end`. A list of lines may come from a Windows desk: CRLF, a mark.
std::vector<std::string> listed(const std::string& file, char end) {
  io::Input input(file);
  auto content = io::rest(input, kMaxListBytes);
  if (!content) throw UsageError(fmt::format("--files-from {}: {}", file, content.error().reason));
  std::vector<std::string> paths;
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  for (std::size_t at = end == '\n' && content->starts_with(kByteOrderMark) ? 3 : 0; at < content->size();) {
    const auto stop = std::min(content->find(end, at), content->size());
    auto path = content->substr(at, stop - at);
    if (end == '\n' && path.ends_with('\r')) path.pop_back();
    if (!path.empty()) paths.push_back(std::move(path));
    at = stop + 1;
  }
  return paths;
}

/// Only those whose blocks can be documents.
const std::vector<std::string>& warc_types(const std::vector<std::string>& types) {
  constexpr std::array kTypes = {"response"sv, "resource"sv, "conversion"sv, "metadata"sv};
  for (const auto& type : types)
    if (std::find(kTypes.begin(), kTypes.end(), type) == kTypes.end())
      throw UsageError(fmt::format("--warc-types: '{}' is none of {}", type, fmt::join(kTypes, ", ")));
  return types;
}

std::vector<io::Glob> globs(const std::vector<std::string>& patterns) {
  return {patterns.begin(), patterns.end()};
}

}  // namespace

ReadSwitches::ReadSwitches(Switches switches) : decode_(switches) {
  decode_.declare_languages(switches);
  auto& naming = settings_.raw.naming;
  switches.text("--source", naming.source, "NAME", "The collection's name, by default the PATH's");
  switches.text("--site", naming.site, "NAME",
                "The site's name, by default its host or the first folder below PATH");
  switches.text("--root", naming.root, "DIR", "Take DIR/ off the head of ids");
  switches.text("--id-prefix", naming.id_prefix, "TEXT", "Put TEXT before ids");
  switches.repeated("--include", include_, "GLOB",
                    "Of what lies below a PATH or in an archive, read only files whose name or path matches");
  switches.repeated("--exclude", exclude_, "GLOB",
                    "Leave out files and folders below a PATH or in an archive that match");
  switches.text("--files-from", files_from_, "LIST",
                "Read the PATHs that LIST names too, a line each; '-' is standard input");
  switches.flag("-0,--null", nul_, "The PATHs of --files-from end in NUL");
  switches.bytes("--max-bytes", settings_.raw.max_bytes, "Reject larger documents; 256M by default");
  switches.count("--nesting", settings_.raw.nesting, "N",
                 "Open archives within archives N levels deep; 1 by default");
  switches.count(
      "--max-ratio", settings_.raw.expansion.ratio, "N",
      "Reject what unpacks to more than N times its size, beyond 16M; 1000 by default, 0 for no limit");
  switches.list("--types", types_, "TYPE,...",
                "Media types that become documents, as text/*; +TYPE and -TYPE change the default, "
                "text/plain,text/html");
  switches.list("--warc-types", warc_types_, "TYPE,...",
                "Records of a WARC that are documents; response,resource,conversion by default");
  switches.list("--status", statuses_, "CODE,...",
                "HTTP statuses of responses that are read, as 200,2xx,200-206; 200 by default");
  switches.choice("--digest", digest_, {"xxh128", "sha256"}, "The digest of the raw bytes in 'origin'");
  switches.choice("--html", html_, {"text", "raw", "skip"},
                  "Of HTML take the text that the page shows, its markup, or nothing");
  switches.flag("--dry-run", dry_run_, "List the files that would be read, and read none");
}

std::vector<std::string> ReadSwitches::paths(const Request& request) const {
  auto paths = request.operands;
  if (files_from_) {
    if (!listed_) listed_ = listed(*files_from_, nul_ ? '\0' : '\n');
    paths.insert(paths.end(), listed_->begin(), listed_->end());
  } else if (nul_) {
    throw UsageError("--null needs --files-from");
  }
  if (paths.empty() && !files_from_) throw UsageError("a PATH is needed; '-' is standard input");
  return paths;
}

pipeline::FileSettings ReadSwitches::settings(const Request& request) const {
  auto settings = settings_;
  settings.decode = decode_.settings();
  settings.raw.tree.include = globs(include_);
  settings.raw.tree.exclude = globs(exclude_);
  settings.raw.tree.outputs = request.outputs;
  if (!warc_types_.empty()) settings.raw.warc.types = warc_types(warc_types_);
  if (!statuses_.empty()) {
    auto statuses = io::StatusRanges::of(statuses_);
    if (!statuses) throw UsageError(fmt::format("--status: {}", statuses.error().reason));
    settings.raw.warc.statuses = *std::move(statuses);
  }
  if (!types_.empty()) {
    auto types = pipeline::WantedTypes::of(types_);
    if (!types) throw UsageError(fmt::format("--types: {}", types.error().reason));
    settings.raw.types = *std::move(types);
  }
  if (html_ == "raw") settings.raw.html = pipeline::HtmlMode::kRaw;
  if (html_ == "skip") settings.raw.html = pipeline::HtmlMode::kSkip;
  settings.raw.digest = digest_ == "sha256" ? DigestKind::kSha256 : DigestKind::kXxh128;
  return settings;
}

std::unique_ptr<pipeline::Source> ReadSwitches::source(const Request& request, pipeline::Known* known) const {
  auto reading = settings(request);
  reading.raw.known = known;
  auto source = dry_run_ ? pipeline::make_list_source(paths(request), reading.raw)
                         : pipeline::make_file_source(paths(request), reading);
  if (!source) throw UsageError(source.error().reason);
  return *std::move(source);
}

Job ReadSwitches::job(const Request& request, std::vector<std::unique_ptr<Stage>> stages,
                      std::unique_ptr<Sink> sink, pipeline::Known* known) const {
  if (dry_run_) return {source(request, known), chain({}, pipeline::make_id_sink())};
  return {source(request, known), chain(std::move(stages), std::move(sink))};
}

Job ReadSwitches::job_of(std::vector<io::FoundFile> files, const Request& request,
                         std::vector<std::unique_ptr<Stage>> stages, std::unique_ptr<Sink> sink) const {
  auto source = pipeline::make_found_source(std::move(files), settings(request));
  if (!source) throw UsageError(source.error().reason);
  return {*std::move(source), chain(std::move(stages), std::move(sink))};
}

std::vector<std::string> ReadSwitches::lists() const {
  return files_from_ ? std::vector{*files_from_} : std::vector<std::string>();
}

}  // namespace sito::cli
