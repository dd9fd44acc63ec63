// template_commands.h: the commands of sito-templates.
//
// Each is a tool of its own with its own switches; which one runs is umbrella.h's question, what it does
// templates/'s.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/tool.h"
#include "cli/umbrella.h"
#include "templates/list.h"

namespace sito::cli {

/// learn, merge, list and compact. Outlives the commands that it lists.
class TemplateCommands {
 public:
  TemplateCommands();

  [[nodiscard]] std::vector<Command> list();

 private:
  [[nodiscard]] Job learn_job(const Request& request) const;
  [[nodiscard]] Job merge_job(const Request& request) const;
  [[nodiscard]] Job list_job(const Request& request) const;
  [[nodiscard]] Job compact_job(const Request& request) const;

  Tool learn_;
  std::string group_by_ = "site";
  std::size_t memory_ = std::size_t{1} << 30;

  Tool merge_;

  Tool list_;
  std::vector<std::string> sites_;
  std::size_t list_min_pages_ = 2;

  Tool compact_;
  std::size_t compact_min_pages_ = 2;
};

}  // namespace sito::cli
