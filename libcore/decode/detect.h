// detect.h: which legacy encoding bytes are in that are no Unicode.
//
// A guess by ICU's detector from letter frequencies. Unicode's own encodings are settled before by
// unicode_form.h; decode.h puts the two in order.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct UCharsetDetector;

namespace sito::decode {

struct Detection {
  std::string encoding;     ///< a wire name
  double confidence = 0.0;  ///< 0 to 1, as the detector rates itself
};

/// One object a thread, since detecting changes its state.
class Detector {
 public:
  Detector();

  /// The likeliest encoding by the first 16 KiB that are not ASCII's, read from the first byte above
  /// 0x7F on. Never Unicode's or EBCDIC's. Where nothing is likely: windows-1251 at confidence 0. KOI8-U,
  /// IBM866, windows-1252's kin of one language and Mac encodings are unknown to it (KOI8-U is taken
  /// for KOI8-R).
  [[nodiscard]] Detection detect(std::string_view bytes);

 private:
  struct Close {
    void operator()(UCharsetDetector* detector) const;
  };
  std::unique_ptr<UCharsetDetector, Close> icu_;
};

}  // namespace sito::decode
