// Compressed or not, damaged or not: an input ends, in bytes or in a reason, within its limit.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "io/error.h"
#include "io/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  constexpr std::size_t kLimit = 1 << 20;
  sito::io::Input input(std::string(reinterpret_cast<const char*>(bytes), size), "fuzz");
  const auto content = sito::io::rest(input, kLimit);
  if (content && content->size() > kLimit) std::abort();
  return 0;
}
