#include "io/http.h"

#include <gtest/gtest.h>

#include "compressed.h"

namespace sito::io {
namespace {

struct HeadCase {
  const char* name;
  std::string_view bytes;
  std::string_view drawn;  ///< status, what is left, Content-Type, codings
};

constexpr HeadCase kHeads[] = {
    {"Plain", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nbody", "200 [body] text/html"},
    {"Lf", "HTTP/1.0 404 Not Found\nContent-Type: a\n\nbody", "404 [body] a"},
    {"NoWords", "HTTP/1.1 200\r\n\r\nbody", "200 [body] "},
    {"Http2", "HTTP/2 200\r\ncontent-type: a\r\n\r\nbody", "200 [body] a"},
    {"Http2WithABlank", "HTTP/2 301 \r\n\r\n", "301 [] "},
    {"SmallLetters", "http/1.1 200 ok\r\n\r\nbody", "200 [body] "},
    {"SeveralBlanks", "HTTP/1.1   200   OK\r\n\r\nbody", "200 [body] "},
    {"EmptyLinesBefore", "\r\n\r\nHTTP/1.1 200 OK\r\n\r\nbody", "200 [body] "},
    {"NoFields", "HTTP/1.1 200 OK\r\n\r\n\r\nbody", "200 [\r\nbody] "},
    {"NoEmptyLine", "HTTP/1.1 200 OK\r\nContent-Type: a\r\n", "200 [] a"},
    {"OnlyALine", "HTTP/1.1 200 OK", "200 [] "},
    {"Continue", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\nbody", "200 [body] "},
    {"ContinueAlone", "HTTP/1.1 100 Continue\r\n\r\n", "100 [] "},
    {"TheBodyMayBeAResponse", "HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 404 No\r\n\r\n",
     "200 [HTTP/1.1 404 No\r\n\r\n] "},
    {"Codings", "HTTP/1.1 200 OK\r\nContent-Encoding: GZip\r\nTransfer-Encoding: chunked\r\n\r\n",
     "200 []  gzip +chunked"},
    {"CodingsInARow",
     "HTTP/1.1 200 OK\r\nTransfer-Encoding: br,  chunked\r\nContent-Encoding: deflate,gzip\r\n\r\n",
     "200 []  deflate gzip br +chunked"},
    {"FieldsSeveralTimes", "HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\ncontent-encoding: gzip\r\n\r\n",
     "200 []  deflate gzip"},
    {"NoResponse", "GET / HTTP/1.1\r\n\r\n", "none"},
    {"NoStatus", "HTTP/1.1 OK\r\n\r\n", "none"},
    {"LongStatus", "HTTP/1.1 2000 OK\r\n\r\n", "none"},
    {"Html", "<html>", "none"},
    {"Nothing", "", "none"},
};

class HttpResponse : public testing::TestWithParam<HeadCase> {};
TEST_P(HttpResponse, IsRead) {
  const auto bytes = GetParam().bytes;
  const auto head = http_head(bytes);
  std::string drawn = "none";
  if (head) {
    drawn = std::to_string(head->status) + " [" + std::string(bytes.substr(head->size)) + "] ";
    drawn += head->content_type;
    for (const auto& coding : head->codings) drawn += " " + coding;
    if (head->chunked) drawn += " +chunked";
  }
  EXPECT_EQ(drawn, GetParam().drawn);
}
INSTANTIATE_TEST_SUITE_P(Heads, HttpResponse, testing::ValuesIn(kHeads),
                         [](const auto& row) { return row.param.name; });

struct ChunkCase {
  const char* name;
  std::string_view body;
  std::string_view joined;
};

constexpr ChunkCase kChunks[] = {
    {"Two", "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n", "abcde"},
    {"None", "0\r\n\r\n", ""},
    {"Nothing", "", ""},
    {"Hexadecimal", "0000A\r\n0123456789\r\n0\r\n\r\n", "0123456789"},
    {"Lf", "3\nabc\n0\n\n", "abc"},
    {"BlanksBehindTheSize", "3  \r\nabc\r\n0\r\n\r\n", "abc"},
    {"Extensions", "3;name=value\r\nabc\r\n0\r\n\r\n", "abc"},
    {"Trailers", "3\r\nabc\r\n0\r\nDigest: x\r\n\r\n", "abc"},
    {"LineEndsInside", "4\r\na\r\nb\r\n0\r\n\r\n", "a\r\nb"},
    {"CutBehindAChunk", "3\r\nabc\r\n", "abc"},
    {"CutBeforeTheLineEnd", "3\r\nabc", "abc"},
    {"CutInAChunk", "8\r\nabc", "abc"},
    {"CutInASize", "3\r\nabc\r\n1", "abc"},
    {"NotChunked", "<p>abc", "<p>abc"},
    {"NotChunkedThoughItBeginsWithANumber", "2022 was good", "2022 was good"},
    {"NotChunkedThoughAYearIsALine", "2022\nwas good", "2022\nwas good"},
    {"NotChunkedThoughAWordIsHexadecimal",
     "bad\r\n"
     "news\r\n",
     "news\r\n"},  // nothing tells it from a cut chunk
    {"NotChunkedThoughTheSizeFits", "2\r\nabcdef", "2\r\nabcdef"},
    {"AHugeSize", "FFFFFFFFFFFFFFFFFFFF\r\nabc", "FFFFFFFFFFFFFFFFFFFF\r\nabc"},
    {"ABadSizeLater", "3\r\nabc\r\nxyz\r\n", "! damaged chunked body: a chunk's size cannot be read"},
    {"ALongerChunkLater", "3\r\nabc\r\n1\r\nabc\r\n",
     "! damaged chunked body: a chunk is longer than its size"},
};

class Chunks : public testing::TestWithParam<ChunkCase> {};
TEST_P(Chunks, AreJoined) {
  const auto joined = joined_chunks(std::string(GetParam().body));
  EXPECT_EQ(joined ? *joined : "! " + joined.error().reason, GetParam().joined);
}
INSTANTIATE_TEST_SUITE_P(Bodies, Chunks, testing::ValuesIn(kChunks),
                         [](const auto& row) { return row.param.name; });

TEST(HttpBody, IsTakenApartFromTheOutside) {
  HttpHead head;
  head.codings = {"zstd", "gzip"};
  head.chunked = true;
  const auto inner = compressed(Compression::kGzip, compressed(Compression::kZstd, "text"));
  char size[20];
  std::snprintf(size, sizeof size, "%zx\r\n", inner.size());
  const auto body = size + inner + "\r\n0\r\n\r\n";
  EXPECT_EQ(http_body(head, body, {}).value(), "text");
  EXPECT_EQ(http_body(head, body, {.max_bytes = 3}).error().reason, "more than 3 bytes");
  EXPECT_EQ(http_body({}, "text", {}).value(), "text");
  EXPECT_EQ(http_body({}, "text", {.max_bytes = 3}).error().reason, "more than 3 bytes");
}

struct TypeCase {
  const char* name;
  std::string_view value;
  std::string_view media_type;
  std::string_view charset;
};

constexpr TypeCase kTypes[] = {
    {"Both", "text/html; charset=windows-1251", "text/html", "windows-1251"},
    {"Capitals", "Text/HTML;Charset=UTF-8", "text/html", "utf-8"},
    {"Quoted", "text/html; charset=\"koi8-u\"", "text/html", "koi8-u"},
    {"Single", "text/html;charset='koi8-u'", "text/html", "koi8-u"},
    {"OtherParameters", "text/plain; format=flowed; charset = utf-8 ; x", "text/plain", "utf-8"},
    {"TheFirstCounts", "text/html; charset=a; charset=b", "text/html", "a"},
    {"NoCharset", "text/html", "text/html", ""},
    {"EmptyCharset", "text/html; charset=", "text/html", ""},
    {"OnlyCharset", "; charset=a", "", "a"},
    {"Nothing", "", "", ""},
};

class HttpType : public testing::TestWithParam<TypeCase> {};
TEST_P(HttpType, IsTakenApart) {
  const auto type = content_type(GetParam().value);
  EXPECT_EQ(type.media_type, GetParam().media_type);
  EXPECT_EQ(type.charset, GetParam().charset);
}
INSTANTIATE_TEST_SUITE_P(Values, HttpType, testing::ValuesIn(kTypes),
                         [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace sito::io
