#include "io/output.h"

#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>

#include "io/error.h"
#include "io/folder.h"
#include "io/line_reader.h"

namespace sito::io {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 20;
constexpr std::size_t kMostAtOnce = std::size_t{1} << 30;
constexpr int kMostLinks = 40;   // as the kernel's own limit
constexpr int kPatience = 1000;  // milliseconds

/// The open stream that a path names: 1 for "-" and /dev/stdout.
std::optional<int> stream_of(std::string_view path) {
  if (path == "-" || path == "/dev/stdout") return STDOUT_FILENO;
  if (path == "/dev/stderr") return STDERR_FILENO;
  for (const std::string_view folder : {"/dev/fd/", "/proc/self/fd/"}) {
    if (!path.starts_with(folder)) continue;
    int number = -1;
    const char* end = path.data() + path.size();
    const auto [stop, error] = std::from_chars(path.data() + folder.size(), end, number);
    if (error == std::errc() && stop == end && number >= 0) return number;
  }
  return std::nullopt;
}

/// Where a link at `path` points to, as a path from here; none where there is no link.
std::optional<std::string> link_target(const std::string& path) {
  char target[PATH_MAX];
  const ssize_t size = ::readlink(path.c_str(), target, sizeof target);
  if (size < 0) return std::nullopt;
  std::string result(target, static_cast<std::size_t>(size));
  const std::size_t slash = path.rfind('/');
  if (result.starts_with('/') || slash == std::string::npos) return result;
  return path.substr(0, slash + 1) + result;
}

/// `path` with the links at its end followed, but not those that name open streams.
std::string followed(std::string path) {
  for (int links = 0; links < kMostLinks && !stream_of(path); ++links) {
    std::optional<std::string> target = link_target(path);
    if (!target) break;
    path = std::move(*target);
  }
  return path;
}

}  // namespace

Output::Output(const std::string& path, bool keep_mode) : name_(path) {
  if (const Compression wanted = compression_by_suffix(path); wanted != Compression::kNone) {
    compressor_ = make_compressor(wanted);
  }
  const std::string target = followed(path);
  struct stat status {};
  if (const std::optional<int> stream = stream_of(target)) {
    if (::fcntl(*stream, F_GETFD) < 0) throw IoError(spoken_name(), "open", errno);
    file_ = FileDescriptor(*stream, false);
    stream_ = *stream;
    identity_ = identity_of(*stream);
  } else if (::stat(target.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
    if (S_ISDIR(status.st_mode)) throw IoError(path, "open", EISDIR);
    file_ = open_file(target, O_WRONLY);
  } else {
    identity_ = identity_of(target);
    open_file_beside(target, keep_mode);
    return;
  }
  prepare_for_slow_readers();
}

Output::~Output() {
  if (!temporary_.empty()) temporaries::discard(temporary_);
}

std::string Output::spoken_name() const { return name_ == "-" ? "standard output" : name_; }

/// A pipe is opened a second time, so as not to block: the description that we got is shared with other
/// processes, which would not expect that of it. Six times faster than pieces that cannot block.
void Output::prepare_for_slow_readers() {
  struct stat status {};
  if (::fstat(file_.number(), &status) != 0) return;
  const bool pipe = S_ISFIFO(status.st_mode);
  may_sleep_ = pipe || S_ISSOCK(status.st_mode) || ::isatty(file_.number()) == 1;
  if (!pipe) return;
  const std::string same = "/proc/self/fd/" + std::to_string(file_.number());
  FileDescriptor own(::open(same.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC));
  if (!own) return;
  file_ = std::move(own);
  never_blocks_ = true;
}

void Output::open_file_beside(const std::string& target, bool keep_mode) {
  target_ = target;
  temporaries::Temporary made = temporaries::create(target);
  temporary_ = std::move(made.path);
  file_ = std::move(made.file);
  struct stat status {};
  if (!keep_mode || ::stat(target.c_str(), &status) != 0) return;
  // Only root may give a file away; anybody else's file simply becomes ours, as with any replaced file.
  (void)!::fchown(file_.number(), status.st_uid, status.st_gid);
  if (::fchmod(file_.number(), status.st_mode & 07777) != 0) {
    const int error = errno;
    temporaries::discard(temporary_);
    throw IoError(spoken_name(), "set the permissions", error);
  }
}

void Output::write(std::string_view bytes) {
  if (target_.empty() && !compressor_) return write_straight(bytes);
  // Compressors see pieces of one size, however the callers part their bytes: the file's bytes must not
  // depend on that.
  while (!bytes.empty()) {
    const std::size_t taken = std::min(bytes.size(), kBufferBytes - buffer_.size());
    buffer_.append(bytes.substr(0, taken));
    bytes.remove_prefix(taken);
    if (buffer_.size() == kBufferBytes) put_buffer();
  }
}

void Output::put_buffer() {
  if (compressor_) {
    compressor_->add(buffer_, [this](std::string_view ready) { write_straight(ready); });
  } else {
    write_straight(buffer_);
  }
  buffer_.clear();
}

void Output::write_straight(std::string_view bytes) {
  if (see_) see_(bytes);
  while (!bytes.empty() && !aborted_) bytes.remove_prefix(write_some(bytes));
}

/// One write(2); how many bytes it took. It never sleeps with the lock held, so that abort_line() can always
/// get in between: where it could, it writes no more than what poll(2) promises.
std::size_t Output::write_some(std::string_view bytes) {
  const bool could_sleep = may_sleep_ && !never_blocks_;
  if (could_sleep && !wait_for(file_.number(), POLLOUT, kPatience)) return 0;
  int error = 0;
  {
    const std::lock_guard lock(writing_);
    if (aborted_) return bytes.size();
    const std::size_t most = could_sleep ? std::size_t{PIPE_BUF} : kMostAtOnce;
    const ssize_t written = ::write(file_.number(), bytes.data(), std::min(bytes.size(), most));
    if (written >= 0) return static_cast<std::size_t>(written);
    error = errno;
  }
  if (error == EPIPE) throw BrokenPipe();
  if (error == EAGAIN) {
    wait_for(file_.number(), POLLOUT, kPatience);
  } else if (error != EINTR) {
    throw IoError(spoken_name(), "write", error);
  }
  return 0;
}

void Output::commit() {
  if (aborted_) return;
  if (!buffer_.empty()) put_buffer();
  if (compressor_) {
    compressor_->finish([this](std::string_view ready) { write_straight(ready); });
  }
  if (target_.empty()) return close_straight();
  if (::fsync(file_.number()) != 0) throw IoError(spoken_name(), "sync", errno);
  if (const int error = file_.close(); error != 0) throw IoError(spoken_name(), "write", error);
  temporaries::publish(temporary_, target_);
  temporary_.clear();
  const std::size_t slash = target_.rfind('/');
  sync_folder(slash == std::string::npos ? "." : target_.substr(0, slash + 1));
}

/// Network file systems tell only at close() that they could not write.
void Output::close_straight() {
  FileDescriptor last =
      stream_ < 0 ? std::move(file_) : FileDescriptor(::fcntl(file_.number(), F_DUPFD_CLOEXEC, 3));
  if (const int error = last.close(); error != 0) throw IoError(spoken_name(), "write", error);
}

void Output::abort_line() noexcept {
  if (aborted_.exchange(true)) return;
  const std::lock_guard lock(writing_);
  if (!is_standard_output() || compressor_) return;
  if (may_sleep_ && !wait_for(file_.number(), POLLOUT, kPatience)) return;
  // Nothing is left to do where it fails.
  [[maybe_unused]] const ssize_t written = ::write(file_.number(), kAbortLine.data(), kAbortLine.size());
}

void write_file(const std::string& path, std::string_view content) {
  Output file(path);
  file.write(content);
  file.commit();
}

}  // namespace sito::io
