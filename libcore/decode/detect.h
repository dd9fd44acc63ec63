// detect.h: which legacy encoding bytes are in that are no Unicode.
//
// A guess by ICU's detector from letter frequencies. Unicode's own encodings are settled before by
// unicode_form.h; decode.h puts the two in order.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "decode/converter.h"

struct UCharsetDetector;

namespace sito::decode {

struct Detection {
  std::string encoding;     ///< a wire name
  double confidence = 0.0;  ///< 0 to 1, see Detector::detect()
};

/// One object a thread, since detecting changes its state.
class Detector {
 public:
  Detector();

  /// The likeliest encoding: the detector's own confidence less the share of bytes above 0x7F that
  /// mean nothing in it or a C1 control. Where nothing is likely, windows-1251 at confidence 0. Never
  /// Unicode's or EBCDIC's. Looks at 16 KiB from shortly before the first byte above 0x7F on.
  ///
  /// Unknown to it: KOI8-U (taken for KOI8-R), DOS and Mac encodings.
  [[nodiscard]] Detection detect(std::string_view bytes);

 private:
  [[nodiscard]] double meaningless(const std::string& encoding, std::string_view bytes);

  struct Close {
    void operator()(UCharsetDetector* detector) const;
  };
  std::unique_ptr<UCharsetDetector, Close> icu_;
  std::map<std::string, Converter, std::less<>> converters_;
};

}  // namespace sito::decode
