#include "decode/detect.h"

#include <unicode/ucsdet.h>

#include <algorithm>
#include <new>

#include "decode/encoding_name.h"

namespace sito::decode {
namespace {

constexpr std::size_t kSampleBytes = 16384;
constexpr std::size_t kLeadBytes = 256;  // ASCII kept before the first other byte

// Skips a long ASCII head, since the detector reads 8,000 bytes and no further.
std::string_view sample(std::string_view bytes) {
  const auto first = std::find_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; });
  const auto at = static_cast<std::size_t>(first - bytes.begin());
  return bytes.substr(at > kLeadBytes ? at - kLeadBytes : 0, kSampleBytes);
}

bool is_candidate(std::string_view name) {
  return !name.starts_with("UTF-") && !name.starts_with("IBM42") && !name.starts_with("ISO-2022");
}

}  // namespace

void Detector::Close::operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }

Detector::Detector() {
  UErrorCode status = U_ZERO_ERROR;
  icu_.reset(ucsdet_open(&status));
  if (U_FAILURE(status)) throw std::bad_alloc();
}

Detection Detector::detect(std::string_view bytes) {
  const auto part = sample(bytes);
  UErrorCode status = U_ZERO_ERROR;
  ucsdet_setText(icu_.get(), part.data(), static_cast<std::int32_t>(part.size()), &status);
  std::int32_t found = 0;
  const auto matches = ucsdet_detectAll(icu_.get(), &found, &status);
  for (std::int32_t i = 0; U_SUCCESS(status) && i < found; ++i) {
    const std::string_view name = ucsdet_getName(matches[i], &status);
    const double confidence = ucsdet_getConfidence(matches[i], &status) / 100.0;
    if (!is_candidate(name)) continue;
    if (auto wire = wire_name(name)) return {std::move(*wire), confidence};
  }
  return {"windows-1251", 0.0};
}

}  // namespace sito::decode
