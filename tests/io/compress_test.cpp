#include "io/compress.h"

#include <gtest/gtest.h>

#include "compressed.h"

namespace sito::io {
namespace {

TEST(Compress, SuffixAsksForIt) {
  EXPECT_EQ(compression_by_suffix("a/b.jsonl.gz"), Compression::kGzip);
  EXPECT_EQ(compression_by_suffix("b.zst"), Compression::kZstd);
  EXPECT_EQ(compression_by_suffix("b.xz"), Compression::kXz);
  EXPECT_EQ(compression_by_suffix("b.bz2"), Compression::kNone);
  EXPECT_EQ(compression_by_suffix("b.gz/c"), Compression::kNone);
  EXPECT_EQ(compression_by_suffix("-"), Compression::kNone);
}

TEST(Compress, ManyPiecesMakeOneStream) {
  for (const Compression format : {Compression::kGzip, Compression::kZstd, Compression::kXz}) {
    std::string stream;
    std::string plain;
    const auto sink = [&](std::string_view ready) { stream.append(ready); };
    const std::unique_ptr<Compressor> compressor = make_compressor(format);
    for (int i = 0; i < 2000; ++i) {
      const std::string piece = std::to_string(i * 7919) + "\n";
      compressor->add(piece, sink);
      plain += piece;
    }
    compressor->finish(sink);
    EXPECT_EQ(recognise(stream, true), format);
    EXPECT_LT(stream.size(), plain.size());

    const std::unique_ptr<Decompressor> decompressor = make_decompressor(format);
    std::string back(plain.size() + 1, '\0');
    std::string_view in = stream;
    std::size_t size = 0;
    for (;;) {
      const Result<std::size_t> got = decompressor->decode(in, back.data() + size, back.size() - size);
      ASSERT_TRUE(got);
      if (*got == 0) break;
      size += *got;
    }
    back.resize(size);
    EXPECT_EQ(back, plain);
    EXPECT_TRUE(decompressor->finish());
  }
}

// The same documents make the same file, today and tomorrow.
TEST(Compress, GzipHoldsNoTime) {
  const std::string stream = compressed(Compression::kGzip, "x");
  EXPECT_EQ(stream.substr(4, 4), std::string(4, '\0'));
}

}  // namespace
}  // namespace sito::io
