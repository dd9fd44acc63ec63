#include "cli/documents.h"

#include <fmt/format.h>

#include "pipeline/line_source.h"
#include "pipeline/plain_source.h"

namespace sito::cli {
namespace {

std::vector<std::unique_ptr<Stage>> only(std::unique_ptr<Stage> stage) {
  std::vector<std::unique_ptr<Stage>> stages;
  stages.push_back(std::move(stage));
  return stages;
}

}  // namespace

std::unique_ptr<pipeline::Chain> chain(std::vector<std::unique_ptr<Stage>> stages,
                                       std::unique_ptr<Sink> sink) {
  return std::make_unique<pipeline::Chain>(std::move(stages), std::move(sink));
}

DocumentSwitches::DocumentSwitches(Switches switches, std::string_view plain_help)
    : decode_(switches, "With --plain: ") {
  switches.flag("--plain", plain_, plain_help);
}

Job DocumentSwitches::job(const Request& request, std::unique_ptr<Stage> stage,
                          std::unique_ptr<Sink> plain_sink) const {
  if (plain_)
    return plain_job(request, std::move(stage),
                     plain_sink ? std::move(plain_sink) : pipeline::make_text_sink());
  return wire_job(request, std::move(stage), pipeline::make_line_sink());
}

Job DocumentSwitches::plain_job(const Request& request, std::unique_ptr<Stage> stage,
                                std::unique_ptr<Sink> sink) const {
  pipeline::PlainSettings settings;
  settings.decode = decode_.settings();
  auto source = pipeline::make_plain_source(request.operands, settings);
  if (!source) throw UsageError(source.error().reason);
  return {*std::move(source), chain(only(std::move(stage)), std::move(sink)), false};
}

Job DocumentSwitches::rendered_job(const Request& request, std::unique_ptr<Stage> stage,
                                   std::unique_ptr<Sink> sink) const {
  if (plain_) return plain_job(request, std::move(stage), std::move(sink));
  return wire_job(request, std::move(stage), std::move(sink));
}

Job DocumentSwitches::record_job(const Request& request, std::unique_ptr<Stage> stage,
                                 std::unique_ptr<Sink> sink) const {
  if (plain_)
    throw UsageError("raw texts have no site to learn from: --plain and --learn exclude each other");
  return wire_job(request, std::move(stage), std::move(sink));
}

Job DocumentSwitches::wire_job(const Request& request, std::unique_ptr<Stage> stage,
                               std::unique_ptr<Sink> sink) const {
  if (!decode_.given().empty())
    throw UsageError(fmt::format("{} needs --plain: records are UTF-8", decode_.given()));
  return {pipeline::make_line_source(request.operands), chain(only(std::move(stage)), std::move(sink))};
}

}  // namespace sito::cli
