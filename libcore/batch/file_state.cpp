#include "batch/file_state.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <vector>

#include "document/digest.h"
#include "io/error.h"
#include "io/file.h"

namespace sito::batch {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 20;

}  // namespace

bool has_size(const std::string& path, std::int64_t bytes) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) && status.st_size == bytes;
}

std::string digest_of_file(const std::string& path, std::uint64_t begin, std::uint64_t end) {
  const auto file = io::open_file(path, O_RDONLY | O_NONBLOCK);  // never waits for a FIFO
  if (!io::identity_of(file.number()))
    throw IoError(path, "read", "it is no regular file, whose bytes can be read twice");
  Xxh128 sum;
  std::vector<char> chunk(kChunk);
  while (begin < end) {
    const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(chunk.size(), end - begin));
    const auto got = ::pread(file.number(), chunk.data(), wanted, static_cast<off_t>(begin));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw IoError(path, "read", errno);
    if (got == 0) break;
    sum.add({chunk.data(), static_cast<std::size_t>(got)});
    begin += static_cast<std::uint64_t>(got);
  }
  return sum.finish();
}

std::string digest_of(const PlannedInput& input, const std::string& location) {
  return input.members ? digest_of_file(location, input.members->begin, input.members->end)
                       : digest_of_file(location);
}

std::optional<std::string> difference(const PlannedInput& input, const std::string& location, bool digests) {
  if (!input.reject.empty()) return std::nullopt;
  struct stat status {};
  if (::stat(location.c_str(), &status) != 0) {
    if (errno == ENOENT || errno == ENOTDIR) return "it is gone";
    throw IoError(location, "open", errno);
  }
  if (!S_ISREG(status.st_mode)) return "it is no regular file any more";
  if (static_cast<std::uint64_t>(status.st_size) != input.bytes)
    return fmt::format("it has another size: {} bytes, not {}", status.st_size, input.bytes);
  if (status.st_mtim.tv_sec != input.modified.tv_sec || status.st_mtim.tv_nsec != input.modified.tv_nsec)
    return "it has another time";
  if (digests && !input.digest.empty() && digest_of(input, location) != input.digest)
    return "it has other bytes";
  return std::nullopt;
}

}  // namespace sito::batch
