#include "emit/sample.h"

#include <xxhash.h>

#include <charconv>
#include <cmath>
#include <limits>

namespace sito::emit {

std::optional<Sample> Sample::parse(std::string_view share) {
  if (!share.ends_with('%')) return std::nullopt;
  share.remove_suffix(1);
  double percent = 0;
  const char* end = share.data() + share.size();
  const auto [stop, error] = std::from_chars(share.data(), end, percent, std::chars_format::fixed);
  if (error != std::errc() || stop != end || !(percent > 0) || percent > 100) return std::nullopt;
  constexpr auto kLast = std::numeric_limits<std::uint64_t>::max();
  if (percent == 100) return Sample(kLast);
  return Sample(static_cast<std::uint64_t>(std::ldexp(percent / 100, 64)));
}

bool Sample::holds(std::string_view id) const { return XXH3_64bits(id.data(), id.size()) <= last_; }

}  // namespace sito::emit
