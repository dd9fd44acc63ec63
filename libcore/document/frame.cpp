#include "document/frame.h"

#include <array>
#include <cstring>

namespace sito {
namespace {

using Sizes = std::array<std::size_t, 2>;

}  // namespace

void append_frame(std::string& out, const Framed& framed) {
  const Sizes sizes = {framed.id.size(), framed.record.size()};
  char head[sizeof sizes];
  std::memcpy(head, sizes.data(), sizeof sizes);
  out.append(head, sizeof head).append(framed.id).append(framed.record);
}

Framed take_frame(std::string_view& frames) {
  Sizes sizes;
  std::memcpy(sizes.data(), frames.data(), sizeof sizes);
  frames.remove_prefix(sizeof sizes);
  const Framed framed{frames.substr(0, sizes[0]), frames.substr(sizes[0], sizes[1])};
  frames.remove_prefix(sizes[0] + sizes[1]);
  return framed;
}

}  // namespace sito
