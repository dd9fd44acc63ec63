// run.h: a whole run, from a source through a chain to an output.
//
// Puts source.h, chain.h, ordered.h and rejects.h together. Which files there are, what standard error
// is and which exit status follows is cli/'s question.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string_view>

#include "pipeline/chain.h"
#include "pipeline/rejects.h"
#include "pipeline/source.h"
#include "pipeline/statistics.h"

namespace sito::pipeline {

/// Where a run's results go. All are called by one thread at a time, in input order; what they throw
/// ends the run and is thrown on.
struct Outlet {
  std::function<void(std::string_view lines)> write;
  std::function<void(const Refusal&)> refuse;
  std::function<void()> delivered = {};  ///< behind all that one batch gave; may be empty
};

struct RunSettings {
  unsigned jobs = 1;
  bool strict = false;  ///< stop at the first reject: what came before it has been written
};

/// What --progress shows while a run goes on.
struct Progress {
  std::atomic<std::int64_t> documents{0};
  std::atomic<std::int64_t> bytes{0};
};

struct RunResult {
  Statistics statistics;
  bool stopped = false;  ///< by `strict`
};

/// Runs until the source ends. The bytes that are written are the same for every number of jobs. Memory
/// is bounded by jobs and the largest document. Throws IoError from the source.
RunResult run(Source& source, const Chain& chain, const Outlet& outlet, const RunSettings& settings,
              Progress& progress);

}  // namespace sito::pipeline
