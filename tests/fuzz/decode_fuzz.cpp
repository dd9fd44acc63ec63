// Whatever the bytes, their decoding is valid UTF-8.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "decode/decode.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static sito::decode::Decoder decoder = *sito::decode::Decoder::make({});
  const auto decoded = decoder.decode({reinterpret_cast<const char*>(bytes), size});
  if (!sito::text::is_valid(decoded.text)) std::abort();
  return 0;
}
