#include "batch/part_content.h"

#include <algorithm>

#include "io/error.h"

namespace sito::batch {

void PartContent::read(std::int64_t offset, std::int64_t size, std::string& out) {
  char skipped[1 << 14];
  while (at_ < offset) take(skipped, std::min<std::int64_t>(offset - at_, sizeof skipped));
  out.resize(static_cast<std::size_t>(size));
  for (std::int64_t done = 0; done < size;) done += take(out.data() + done, size - done);
}

std::int64_t PartContent::take(char* to, std::int64_t most) {
  const auto taken = static_cast<std::int64_t>(input_.read(to, static_cast<std::size_t>(most)));
  if (taken == 0) throw IoError(input_.name(), "read", "it is shorter than the ledger says");
  at_ += taken;
  return taken;
}

}  // namespace sito::batch
