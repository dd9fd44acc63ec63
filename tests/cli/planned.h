// planned.h: plan, task and finish as commands, for tests.
#pragma once

#include <string>
#include <vector>

#include "cli/finish_command.h"
#include "cli/plan_command.h"
#include "cli/task_command.h"
#include "cli/told.h"

namespace sito::cli {

inline Program program(const std::string& name) {
  return {.name = name, .summary = "Try", .description = "Tries.", .examples = {}};
}

inline Told planned(std::vector<std::string> arguments) {
  return told(
      [](int argc, char** argv) {
        auto face = program("plan");
        face.reads_documents = false;
        Tool tool(face);
        const PlanCommand plan(tool);
        return tool.run(argc, argv, [&](const Request& request) { return plan.job(request); });
      },
      std::move(arguments));
}

inline Told task(std::vector<std::string> arguments) {
  return told(
      [](int argc, char** argv) {
        auto face = program("task");
        face.rejects = RejectsOf::kLater;
        Tool tool(face);
        TaskCommand task(tool);
        return tool.run(argc, argv, [&](const Request& request) { return task.job(request); });
      },
      std::move(arguments));
}

inline Told finished(std::vector<std::string> arguments) {
  return told(
      [](int argc, char** argv) {
        auto face = program("finish");
        face.reads_documents = false;
        face.rejects = RejectsOf::kRecorded;
        face.writes_output = false;
        Tool tool(face);
        return tool.run(argc, argv, finish_job);
      },
      std::move(arguments));
}

}  // namespace sito::cli
