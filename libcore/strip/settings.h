// settings.h: what a run of strip is asked to do.
#pragma once

#include <memory>
#include <string>

#include "strip/rules.h"
#include "templates/model.h"

namespace sito::strip {

struct Settings {
  bool keep = false;          ///< mark boilerplate, remove nothing
  bool undo = false;          ///< put back what an earlier run removed
  bool explain = false;       ///< asks for make_explain_sink() at the end; the stage's work is the same
  bool builtin_rules = true;  ///< use the rules of data/boilerplate_rules
  Rules user_rules;           ///< what Rules::parse() made of the user's files
  std::shared_ptr<const templates::Model> model;  ///< what was learnt of the sites; null for none
  std::string group_by = "site";                  ///< the field that says whose templates a page follows
};

}  // namespace sito::strip
