// dry_run.h: what a night would read, without one.
//
// Compares what is there with the ledger, opens no input and writes nothing.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "batch/inputs.h"
#include "batch/ledger.h"
#include "io/tree.h"

namespace sito::batch {

struct DryRunSettings {
  std::string folder;
  std::vector<std::string> paths;
  io::TreeSettings tree;
  ReadAgain again;
  Making making = {};  ///< `model` is that of the nights
};

/// A line for each file: "new", "changed" or "gone", a tab, its path (encoded); in the walk's order, gone
/// ones last. An archive is one file. Changes of a run that was ended before it was whole count as not made.
/// Throws IoError.
void dry_run(const DryRunSettings& settings, const std::function<void(std::string_view)>& write);

}  // namespace sito::batch
