#include "cli/run_switches.h"

#include <utility>

namespace sito::cli {

RunSwitches::RunSwitches(const std::function<Switches(const std::string&)>& switches_of)
    : read(switches_of("read")),
      normalize(switches_of("normalize")),
      strip(switches_of("strip")),
      meta(switches_of("meta")),
      quotes(switches_of("quotes")),
      emit(switches_of("emit")) {}

std::vector<std::unique_ptr<Stage>> RunSwitches::stages(std::shared_ptr<const templates::Model> model) const {
  std::vector<std::unique_ptr<Stage>> stages;
  stages.push_back(normalize.stage());
  stages.push_back(strip.stage(std::move(model)));
  stages.push_back(meta.stage());
  stages.push_back(quotes.stage());
  return stages;
}

}  // namespace sito::cli
