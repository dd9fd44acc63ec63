#include "cli/finish_command.h"

#include <fmt/format.h>

#include <memory>

#include "batch/assembly.h"
#include "cli/exit_status.h"
#include "io/error.h"

namespace sito::cli {
namespace {

std::string count(std::int64_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

}  // namespace

Job finish_job(const Request& request) {
  if (request.operands.size() != 1)
    throw UsageError(request.operands.empty() ? "a PLAN is needed" : "only one PLAN can be given");
  const auto plan = std::make_shared<const batch::PlanFile>(request.operands.front());
  const auto sum = std::make_shared<batch::Sum>();
  Job job;
  job.work = [plan, sum] {
    auto whole = batch::assemble(*plan);
    if (!whole) throw IoError(plan->path(), "finish", whole.error().reason);
    *sum = *std::move(whole);
    pipeline::Statistics statistics;
    statistics.documents = sum->documents;
    statistics.rejected = sum->rejected;
    return statistics;
  };
  job.summary = [sum] { return count(sum->tasks, "task") + ", " + count(sum->records, "record"); };
  return job;
}

}  // namespace sito::cli
