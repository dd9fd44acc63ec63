// http.h: what a web server answered, as archives keep it.
//
// Settles where the head of a response ends, what it says of the body, and which bytes were sent before
// servers cut and compressed them. One coding is content_coding.h's question, the archive warc.h's.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/result.h"
#include "io/content_coding.h"

namespace sito::io {

struct HttpHead {
  int status = 0;                    ///< 100 to 999
  std::size_t size = 0;              ///< in bytes, with the empty line
  std::string content_type;          ///< as it stands; empty if there is none
  std::vector<std::string> codings;  ///< how the body was encoded, in that order; without "chunked"
  bool chunked = false;
};

/// The head of the response that `bytes` begins with; none if that is no response. Lines end in LF or CRLF,
/// `HTTP/2 200` has no words behind its status, and a head without an empty line is all there is. Interim
/// responses (100 Continue) before it are passed over. Linear in the head.
[[nodiscard]] std::optional<HttpHead> http_head(std::string_view bytes);

/// What `body`, all that stands behind the head, was before it was sent. A body that is not chunked though
/// the head says so was stored joined and stays as it is; one that is cut short between or within chunks is
/// what came. Rejects what decoded_content() does, and chunks that do not join.
[[nodiscard]] Result<std::string> http_body(const HttpHead& head, std::string body, const BodyLimits& limits);

/// The chunks of `body`, joined; `body` itself if it does not begin with a chunk. Rejects chunks that do not
/// join. Linear.
[[nodiscard]] Result<std::string> joined_chunks(std::string body);

/// A Content-Type taken apart.
struct ContentType {
  std::string media_type;  ///< in small letters, without parameters; may be empty
  std::string charset;     ///< in small letters, without quotation marks; may be empty
};
[[nodiscard]] ContentType content_type(std::string_view value);

}  // namespace sito::io
