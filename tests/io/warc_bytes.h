// warc_bytes.h: WARC records as writers write them, for tests.
#pragma once

#include <string>
#include <string_view>

namespace sito::io {

struct WarcLines {
  std::string type = {};
  std::string uri = {};
  std::string content_type = "text/plain";
  std::string more = {};  ///< fields, each with its line end
  std::string end = "\r\n";
  std::string length = {};  ///< instead of the block's
};

inline std::string warc_record(const WarcLines& lines, std::string_view block) {
  const auto& end = lines.end;
  std::string out = "WARC/1.0" + end + "WARC-Type: " + lines.type + end;
  if (!lines.uri.empty()) out += "WARC-Target-URI: " + lines.uri + end;
  out += "WARC-Date: 2022-10-07T12:00:00Z" + end;
  out += "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>" + end;
  out += "Content-Type: " + lines.content_type + end + lines.more;
  out +=
      "Content-Length: " + (lines.length.empty() ? std::to_string(block.size()) : lines.length) + end + end;
  return out.append(block) + end + end;
}

inline std::string warc_response(const std::string& uri, const std::string& body,
                                 const std::string& head = "HTTP/1.1 200 OK\r\n") {
  return warc_record({.type = "response", .uri = uri, .content_type = "application/http; msgtype=response"},
                     head + "\r\n" + body);
}

}  // namespace sito::io
