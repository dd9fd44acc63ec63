// exit_status.h: how a tool ends, for shells and schedulers.
#pragma once

#include <stdexcept>
#include <string>

namespace sito::cli {

enum ExitStatus : int {
  kAllDone = 0,     ///< all was processed
  kRejected = 1,    ///< finished, but more was rejected than allowed
  kWrongUsage = 2,  ///< nothing was done
  kNotFinished = 3  ///< read or write failed, no memory, or the input was itself cut short
};

/// Wrong usage that only shows once the switches are read; becomes status 2 in Tool::run().
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace sito::cli
