#include "decode/detect.h"

#include <unicode/ucsdet.h>

#include <algorithm>
#include <new>

#include "decode/encoding_name.h"

namespace sito::decode {
namespace {

constexpr std::size_t kSampleBytes = 16384;
constexpr std::size_t kLeadBytes = 256;  // ASCII kept before the first other byte

bool is_high(char c) { return (c & 0x80) != 0; }

// Skips a long ASCII head, since the detector reads 8,000 bytes and no further.
std::string_view sample(std::string_view bytes) {
  const auto first = std::find_if(bytes.begin(), bytes.end(), is_high);
  const auto at = static_cast<std::size_t>(first - bytes.begin());
  return bytes.substr(at > kLeadBytes ? at - kLeadBytes : 0, kSampleBytes);
}

bool is_candidate(std::string_view name) {
  return !name.starts_with("UTF-") && !name.starts_with("IBM42") && !name.starts_with("ISO-2022");
}

std::size_t c1_controls(std::string_view valid) {
  std::size_t count = 0;
  for (auto at = valid.find('\xC2'); at != std::string_view::npos; at = valid.find('\xC2', at + 2))
    if (static_cast<unsigned char>(valid[at + 1]) < 0xA0) ++count;
  return count;
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
  Detection best{"windows-1251", 0.0};
  for (std::int32_t i = 0; U_SUCCESS(status) && i < found; ++i) {
    const std::string_view name = ucsdet_getName(matches[i], &status);
    auto wire = is_candidate(name) ? wire_name(name) : std::nullopt;
    if (!wire) continue;
    const double confidence = ucsdet_getConfidence(matches[i], &status) / 100.0 - meaningless(*wire, part);
    if (confidence > best.confidence) best = {std::move(*wire), confidence};
  }
  return best;
}

// ICU counts letters only: Ukrainian in windows-1251 can look Arabic to it though a quarter of the
// bytes mean nothing there.
double Detector::meaningless(const std::string& encoding, std::string_view bytes) {
  auto converter = converters_.try_emplace(encoding, encoding).first;
  const auto converted = converter->second.convert(bytes);
  const auto high = std::count_if(bytes.begin(), bytes.end(), is_high);
  const auto bad = converted.replaced + c1_controls(converted.text);
  return high == 0 ? 0.0 : static_cast<double>(bad) / static_cast<double>(high);
}

}  // namespace sito::decode
