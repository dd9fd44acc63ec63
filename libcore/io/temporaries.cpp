#include "io/temporaries.h"

#include <fcntl.h>
#include <limits.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <boost/filesystem/operations.hpp>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <mutex>
#include <set>

#include "io/error.h"

namespace sito::io::temporaries {
namespace {

constexpr std::string_view kMark = ".sito-";
constexpr std::size_t kRandomLetters = 6;
constexpr int kMostTries = 100;

struct Registry {
  std::mutex mutex;
  std::set<std::string> paths;
  bool closed = false;
};

// Never destroyed: the thread that waits for signals may outlive main()'s end.
Registry& registry() {
  static Registry& only = *new Registry;
  return only;
}

std::string random_letters() {
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz0123456789";
  std::uint64_t number = 0;
  if (::getrandom(&number, sizeof number, 0) != static_cast<ssize_t>(sizeof number)) {
    static std::uint64_t count = 0;  // under the registry's lock
    number = (static_cast<std::uint64_t>(::getpid()) << 20) + count++;
  }
  std::string letters;
  for (std::size_t i = 0; i < kRandomLetters; ++i, number /= kLetters.size()) {
    letters += kLetters[number % kLetters.size()];
  }
  return letters;
}

std::string path_beside(const std::string& target) {
  const std::size_t slash = target.rfind('/');
  const std::size_t name_at = slash == std::string::npos ? 0 : slash + 1;
  const std::string name = target.substr(name_at, NAME_MAX - 1 - kMark.size() - kRandomLetters);
  std::string path = target.substr(0, name_at);
  path.append(".").append(name).append(kMark).append(random_letters());
  return path;
}

/// A file, or a folder with what is in it.
void remove(const std::string& path) noexcept {
  boost::system::error_code error;
  boost::filesystem::remove_all(path, error);
}

}  // namespace

Temporary create(const std::string& target) {
  Registry& all = registry();
  const std::lock_guard lock(all.mutex);
  if (all.closed) throw IoError(target, "open", ECANCELED);
  for (int tries = 0;; ++tries) {
    std::string path = path_beside(target);
    try {
      // Not mkostemp(), whose files nobody else may read whatever the umask says.
      FileDescriptor file = open_file(path, O_WRONLY | O_CREAT | O_EXCL, 0666);
      all.paths.insert(path);
      return {std::move(file), std::move(path)};
    } catch (const IoError& error) {
      if (error.error_number() == EEXIST && tries < kMostTries) continue;
      throw IoError(target, "open", error.error_number());
    }
  }
}

std::string create_folder(const std::string& target) {
  Registry& all = registry();
  const std::lock_guard lock(all.mutex);
  if (all.closed) throw IoError(target, "make", ECANCELED);
  for (int tries = 0;; ++tries) {
    std::string path = path_beside(target);
    if (::mkdir(path.c_str(), 0777) == 0) return *all.paths.insert(std::move(path)).first;
    if (errno != EEXIST || tries == kMostTries) throw IoError(target, "make", errno);
  }
}

void exchange(const std::string& path, const std::string& target) {
  Registry& all = registry();
  const std::lock_guard lock(all.mutex);
  if (all.closed) throw IoError(target, "replace", ECANCELED);
  if (::renameat2(AT_FDCWD, path.c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) == 0) return;
  if (errno != EINVAL && errno != ENOSYS) throw IoError(target, "replace", errno);
  const std::string aside = path_beside(target);
  if (::rename(target.c_str(), aside.c_str()) != 0) throw IoError(target, "replace", errno);
  if (::rename(path.c_str(), target.c_str()) != 0) {
    const int error = errno;
    (void)::rename(aside.c_str(), target.c_str());
    throw IoError(target, "replace", error);
  }
  // What was replaced is removed by whoever discards the temporary.
  (void)::rename(aside.c_str(), path.c_str());
}

void publish(const std::string& path, const std::string& target) {
  Registry& all = registry();
  const std::lock_guard lock(all.mutex);
  if (all.closed) throw IoError(target, "rename", ECANCELED);
  if (::rename(path.c_str(), target.c_str()) != 0) throw IoError(target, "rename", errno);
  all.paths.erase(path);
}

void discard(const std::string& path) noexcept {
  Registry& all = registry();
  const std::lock_guard lock(all.mutex);
  if (all.paths.erase(path) > 0) remove(path);
}

bool is_temporary(std::string_view name) {
  return name.starts_with('.') && name.size() > kMark.size() + kRandomLetters &&
         name.substr(0, name.size() - kRandomLetters).ends_with(kMark);
}

void remove_all() noexcept {
  Registry& all = registry();
  const std::lock_guard lock(all.mutex);
  all.closed = true;
  for (const std::string& path : all.paths) remove(path);
  all.paths.clear();
}

}  // namespace sito::io::temporaries
