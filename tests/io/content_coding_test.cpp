#include "io/content_coding.h"

#include <brotli/encode.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include "compressed.h"

namespace sito::io {
namespace {

std::string deflated(std::string_view bytes, int window_bits) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, window_bits, 9, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string brotlied(std::string_view bytes) {
  std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size()) + 64;
  std::string out(size, '\0');
  BrotliEncoderCompress(9, 22, BROTLI_MODE_TEXT, bytes.size(),
                        reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                        reinterpret_cast<std::uint8_t*>(out.data()));
  out.resize(size);
  return out;
}

std::string page() {
  std::string text = "<p>";
  for (int i = 0; i < 500; ++i) text += "рядок " + std::to_string(i * 7919 % 1000) + "\n";
  return text;
}

struct CodingCase {
  const char* name;
  const char* coding;
  std::string (*encoded)(std::string_view);
};

constexpr CodingCase kCodings[] = {
    {"Gzip", "gzip", [](std::string_view text) { return compressed(Compression::kGzip, text); }},
    {"XGzip", "X-GZip", [](std::string_view text) { return compressed(Compression::kGzip, text); }},
    {"Zstd", "zstd", [](std::string_view text) { return compressed(Compression::kZstd, text); }},
    {"Deflate", "deflate", [](std::string_view text) { return deflated(text, 15); }},
    {"DeflateWithoutFrame", "deflate", [](std::string_view text) { return deflated(text, -15); }},
    {"Brotli", "br", brotlied},
};

/// What comes out, or "! " and the reason.
std::string drawn(std::string_view coding, std::string body, const BodyLimits& limits = {}) {
  auto decoded = decoded_content(coding, std::move(body), limits);
  return decoded ? *decoded : "! " + decoded.error().reason;
}

class Coding : public testing::TestWithParam<CodingCase> {
 protected:
  [[nodiscard]] std::string encoded(std::string_view text) const { return GetParam().encoded(text); }
};
INSTANTIATE_TEST_SUITE_P(Codings, Coding, testing::ValuesIn(kCodings),
                         [](const auto& row) { return row.param.name; });

TEST_P(Coding, ComesBack) {
  EXPECT_EQ(drawn(GetParam().coding, encoded(page())), page());
  EXPECT_EQ(drawn(GetParam().coding, encoded("")), "");
  EXPECT_EQ(drawn(GetParam().coding, ""), "");
}

TEST_P(Coding, WhatWasStoredDecodedStays) {
  EXPECT_EQ(drawn(GetParam().coding, page()), page());
  EXPECT_EQ(drawn(GetParam().coding, "<p>\xEF\xF0\xE8\xE2\xB3\xF2"), "<p>\xEF\xF0\xE8\xE2\xB3\xF2");
  EXPECT_EQ(drawn(GetParam().coding, "x"), "x");
}

TEST_P(Coding, CutShortAnywhereIsSaid) {
  const auto whole = encoded(page());
  for (std::size_t size = 4; size < whole.size(); size += 7)
    EXPECT_EQ(drawn(GetParam().coding, whole.substr(0, size)).substr(0, 2), "! ") << size;
}

TEST_P(Coding, OverTheLimitsIsSaid) {
  const auto limits = BodyLimits{.max_bytes = page().size() - 1};
  EXPECT_EQ(drawn(GetParam().coding, encoded(page()), limits),
            "! more than " + std::to_string(page().size() - 1) + " bytes");
  const std::string zeros(2000000, ' ');
  EXPECT_EQ(drawn(GetParam().coding, encoded(zeros), {.expansion = {.ratio = 100, .floor = 1000000}}),
            "! it unpacks to more than 100 times its size, the limit of --max-ratio");
  EXPECT_EQ(drawn(GetParam().coding, encoded(zeros)), zeros);
}

TEST(ContentCoding, GzipMembersFollowEachOtherAndGarbageIsLeftOut) {
  const auto one = compressed(Compression::kGzip, "one "), two = compressed(Compression::kGzip, "two");
  EXPECT_EQ(drawn("gzip", one + two), "one two");
  EXPECT_EQ(drawn("gzip", one + "\n"), "one ");
}

TEST(ContentCoding, DamageIsSaid) {
  auto gzip = compressed(Compression::kGzip, page());
  gzip[gzip.size() - 6] ^= 1;
  EXPECT_EQ(drawn("gzip", gzip), "! damaged gzip body: incorrect data check");
  EXPECT_EQ(drawn("gzip", "\x01\x02\x03"), "! damaged gzip body: incorrect header check");
  EXPECT_EQ(drawn("br", "\xFF\xFF\xFF\xFF\xFF"), "! damaged br body: it cannot be decoded");
  EXPECT_EQ(drawn("deflate", "\xFF\xFF\xFF\xFF\xFF"), "! damaged deflate body: invalid block type");
  EXPECT_EQ(drawn("zstd", "\x28\xB5\x2F\xFD\xFF\xFF\xFF\xFF\xFF").substr(0, 2), "! ");
}

TEST(ContentCoding, UnknownOnesAreNamed) {
  EXPECT_EQ(drawn("compress", "x"), "! content encoding 'compress' is not known");
  EXPECT_EQ(drawn("Identity", "x"), "x");
  EXPECT_EQ(drawn("", "x"), "x");
}

}  // namespace
}  // namespace sito::io
