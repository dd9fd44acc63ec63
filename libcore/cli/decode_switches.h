// decode_switches.h: how a tool that takes raw texts is told their encoding.
#pragma once

#include "cli/switches.h"
#include "decode/decode.h"

namespace sito::cli {

/// --encoding and --encodings; outlives the parsing. What the names mean is checked when a decoder is made.
class DecodeSwitches {
 public:
  /// `condition` stands before the helps, such as "With --plain: ".
  explicit DecodeSwitches(Switches switches, std::string_view condition = {});
  /// --languages, which a craft may have for itself.
  void declare_languages(Switches switches);

  /// Lists given as "uk,ru" are taken apart.
  /// Throws UsageError where an encoding was named and a choice of them too.
  [[nodiscard]] const decode::Settings& settings() const;
  /// The first of the switches that was given, or an empty name.
  [[nodiscard]] std::string_view given() const;

 private:
  decode::Settings settings_;
};

}  // namespace sito::cli
