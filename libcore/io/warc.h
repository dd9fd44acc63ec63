// warc.h: the records of a WARC, the archive of web crawlers.
//
// Settles where records begin and end, also in a file that is damaged or cut short, which of them hold a
// document, and what is said of it. How a server sent the body is http.h's question, what compresses the file
// input.h's, and whether a body is text the caller's. After ISO 28500 (WARC 1.1) and its drafts from 0.17 on.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/result.h"
#include "io/http.h"
#include "io/input.h"

namespace sito::io {

/// Whether a WARC begins with `head`: a version and a field.
[[nodiscard]] bool is_warc(std::string_view head);

/// HTTP statuses that are wanted.
class StatusRanges {
 public:
  StatusRanges() : ranges_{{200, 200}} {}

  /// From words as "200", "2xx" and "200-299". Rejects others.
  [[nodiscard]] static Result<StatusRanges> of(const std::vector<std::string>& words);

  [[nodiscard]] bool contains(int status) const;

 private:
  struct Range {
    int first;
    int last;
  };
  std::vector<Range> ranges_;
};

struct WarcSettings {
  std::vector<std::string> types = {"response", "resource", "conversion"};  ///< records that are documents
  StatusRanges statuses;                                                    ///< of responses
  BodyLimits body;
};

struct WarcRecord {
  std::size_t number = 0;  ///< from 1, whatever the record is; a stretch that is lost counts as one
  std::string uri;         ///< WARC-Target-URI without <>
  std::string id;          ///< WARC-Record-ID without <>
  std::string date;        ///< WARC-Date as it stands
  bool truncated = false;  ///< whoever wrote the record says that it is not all there was

  std::string body;     ///< as it was sent; empty if it was skipped or rejected
  HttpHead http;        ///< of a response; what the fields say of any other, its Content-Type
  std::string skipped;  ///< what it is if it is no document: "WARC request", "HTTP status 404"
  std::optional<Reject> reject;
};

/// Reads a WARC from front to back, compressed as a whole or record by record.
class Warc {
 public:
  /// Nothing of `input`, a WARC by archive_format(), has been read; it outlives the Warc, which alone uses
  /// it.
  Warc(Input& input, const WarcSettings& settings);
  Warc(const Warc&) = delete;
  Warc& operator=(const Warc&) = delete;
  ~Warc();

  /// The next record in place of what `record` held; false at the end. It comes once it is whole: all its
  /// bytes are there, two line ends or the next one stand where its length says, and the checksum of its gzip
  /// member holds. Else it is a Reject, and reading goes on where the next line begins a record, in a damaged
  /// compressed stream at the next member that begins one. Memory: a record of a little more than
  /// `body.max_bytes`; a larger one is rejected and passed over. Linear. Throws IoError where reading itself
  /// failed.
  [[nodiscard]] bool next(WarcRecord& record);

 private:
  class Reader;
  std::unique_ptr<Reader> reader_;
};

}  // namespace sito::io
