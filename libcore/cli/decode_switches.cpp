#include "cli/decode_switches.h"

#include <fmt/format.h>

#include "cli/exit_status.h"

namespace sito::cli {

DecodeSwitches::DecodeSwitches(Switches switches, std::string_view condition) {
  switches.text("--encoding", settings_.encoding, "NAME",
                fmt::format("{}The texts' encoding, by default found for each (auto)", condition));
  switches.list(
      "--encodings", settings_.encodings, "NAME,...",
      fmt::format("{}The legacy encodings that texts may be in; Unicode is always seen", condition));
}

void DecodeSwitches::declare_languages(Switches switches) {
  switches.list("--languages", settings_.languages, "CODE,...",
                "Languages that help to find encodings, as uk,ru; by default all that have a model");
}

const decode::Settings& DecodeSwitches::settings() const {
  if (settings_.encoding != "auto" && !settings_.encodings.empty())
    throw UsageError("--encodings is of no use where --encoding names the one");
  return settings_;
}

std::string_view DecodeSwitches::given() const {
  if (settings_.encoding != "auto") return "--encoding";
  return settings_.encodings.empty() ? std::string_view() : "--encodings";
}

}  // namespace sito::cli
