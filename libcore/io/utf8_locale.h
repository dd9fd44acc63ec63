// utf8_locale.h: names of members, whatever the locale.
//
// libarchive gives names as bytes of the locale, or none; in cron's empty environment that would be ASCII.
#pragma once

#include <locale.h>

namespace sito::io {

/// While it lives, this thread's characters are UTF-8, where the machine knows that at all.
class Utf8Locale {
 public:
  Utf8Locale() : before_(::uselocale(utf8())) {}
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;
  ~Utf8Locale() { ::uselocale(before_); }

 private:
  static locale_t utf8() {
    static const locale_t kMade = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return kMade;  // null, where there is none, leaves the locale as it is
  }

  locale_t before_;
};

}  // namespace sito::io
