// rejects.h: how what did not come through is told.
//
// Bad input is never dropped in silence: a line on standard error for each record, the record itself in
// a file where one is named. Why a record is rejected is the stages' question; whether the run then
// counts as a success, run.h's.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sito::pipeline {

/// One record or file that did not come through.
struct Refusal {
  std::string file;
  std::size_t line = 0;    ///< 0 for a raw file
  std::string reason;      ///< or the media type, if skipped
  std::string record;      ///< the bytes that came in; empty for raw files
  bool skipped = false;    ///< no text: no fault, and no reason for status 1
  std::string input = {};  ///< the raw file that `file`, its member or record, stands in
};

/// `file:line: reason`, or `file: reason` for a raw file; control characters and ill-formed UTF-8 as
/// \xNN. No LF.
[[nodiscard]] std::string message(const Refusal& refusal);

/// The line for --rejects, with LF: {"file","line"?,"reason","record"?}, "record_base64" where the bytes
/// are no UTF-8, "skipped":true with "media_type" for what was skipped.
[[nodiscard]] std::string to_json(const Refusal& refusal);

/// How many rejects still count as success: `N` or `P%` of all records.
struct RejectLimit {
  double value = 0;
  bool percent = false;

  [[nodiscard]] bool allows(std::size_t rejected, std::size_t records) const;
};

}  // namespace sito::pipeline
