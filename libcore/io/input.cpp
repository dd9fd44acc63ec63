#include "io/input.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "io/error.h"

namespace sito::io {
namespace {

constexpr std::size_t kLeastBuffer = std::size_t{64} << 10;
constexpr std::size_t kMostBuffer = std::size_t{1} << 20;
constexpr std::size_t kDecodedBuffer = std::size_t{256} << 10;

FileDescriptor open_input(const std::string& path) {
  if (path == "-") return FileDescriptor(STDIN_FILENO, false);
  return open_file(path, O_RDONLY);
}

std::string spoken_name(const std::string& name) { return name == "-" ? "standard input" : name; }

/// Whether the file itself, and not the machine, is the reason why it cannot be opened.
bool is_the_files_fault(int error_number) {
  switch (error_number) {
    case ENOENT:
    case ENOTDIR:
    case EACCES:
    case EPERM:
    case ELOOP:
    case ENAMETOOLONG:
    case ENXIO:
    case ENODEV:
    case EISDIR: return true;
    default: return false;
  }
}

}  // namespace

Input::Input(const std::string& path) : Input(open_input(path), path) {}

Input::Input(FileDescriptor file, std::string name) : name_(std::move(name)), file_(std::move(file)) {
  struct stat status {};
  if (::fstat(file_.number(), &status) != 0) throw IoError(spoken_name(name_), "read", errno);
  if (S_ISDIR(status.st_mode)) throw IoError(spoken_name(name_), "read", EISDIR);
  regular_ = S_ISREG(status.st_mode);
  if (regular_) {
    file_size_ = static_cast<std::size_t>(std::max<off_t>(status.st_size, 0));
    (void)::posix_fadvise(file_.number(), 0, 0, POSIX_FADV_SEQUENTIAL);
  }
  capacity_ = regular_ ? std::clamp(file_size_ + 1, kLeastBuffer, kMostBuffer) : kMostBuffer;
}

Input::Input(std::string bytes, std::string name)
    : name_(std::move(name)),
      regular_(true),
      file_size_(bytes.size()),
      memory_(std::make_unique<const std::string>(std::move(bytes))),
      raw_(*memory_),
      raw_ended_(true) {}

std::optional<FileIdentity> Input::identity() const {
  if (memory_) return std::nullopt;
  return identity_of(file_.number());
}

std::size_t Input::read_raw(char* out, std::size_t size) {
  for (;;) {
    const ssize_t got = ::read(file_.number(), out, size);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno == EAGAIN) {
      wait_for(file_.number(), POLLIN, -1);
    } else if (errno != EINTR) {
      throw IoError(spoken_name(name_), "read", errno);
    }
  }
}

/// Adds raw bytes behind raw_, which is shorter than the buffer: empty, or what a look ahead has left.
void Input::fill() {
  if (!buffer_) buffer_.reset(new char[capacity_]);
  const std::size_t held = raw_.size();
  if (held > 0) std::memmove(buffer_.get(), raw_.data(), held);
  const std::size_t got = read_raw(buffer_.get() + held, capacity_ - held);
  raw_ = {buffer_.get(), held + got};
  raw_ended_ = got == 0;
}

/// Whether the first bytes have told the compression.
bool Input::recognise_head() {
  if (compression_) return true;
  if (!raw_ended_ && raw_.empty()) return false;
  compression_ = recognise(raw_, raw_ended_);
  if (!compression_) return false;
  if (*compression_ != Compression::kNone) {
    decompressor_ = make_decompressor(*compression_);
    decoded_buffer_.reset(new char[kDecodedBuffer]);
  }
  return true;
}

/// Decodes what is held and adds it behind decoded_; which stays as it is where more raw bytes are needed.
/// False there, and at the end.
bool Input::decode_some() {
  const std::size_t held = decoded_.size();
  char* const out = decoded_buffer_.get();
  if (held > 0) std::memmove(out, decoded_.data(), held);
  decoded_ = {out, held};
  const Result<std::size_t> decoded = decompressor_->decode(raw_, out + held, kDecodedBuffer - held);
  if (!decoded) throw DamagedInput(spoken_name(name_), decoded.error().reason);
  decoded_ = {out, held + *decoded};
  if (*decoded > 0) return true;
  if (!raw_ended_) return false;
  const Result<void> finished = decompressor_->finish();
  if (!finished) throw DamagedInput(spoken_name(name_), finished.error().reason);
  decoded_ended_ = true;
  return false;
}

std::size_t Input::give(std::string_view& from, char* out, std::size_t size) {
  const std::size_t given = std::min(size, from.size());
  std::memcpy(out, from.data(), given);
  from.remove_prefix(given);
  return given;
}

std::size_t Input::read(char* out, std::size_t size) {
  while (!recognise_head()) fill();
  if (!decompressor_) {
    if (!raw_.empty()) return give(raw_, out, size);
    if (raw_ended_) return 0;
    const std::size_t got = read_raw(out, size);
    raw_ended_ = got == 0;
    return got;
  }
  while (decoded_.empty() && !decoded_ended_) {
    if (!decode_some() && !decoded_ended_) fill();
  }
  return decoded_.empty() ? 0 : give(decoded_, out, size);
}

std::string_view Input::peek(std::size_t size) {
  size = std::min(size, kLeastBuffer);
  while (!recognise_head()) fill();
  if (!decompressor_) {
    while (raw_.size() < size && !raw_ended_) fill();
    return raw_.substr(0, size);
  }
  while (decoded_.size() < size && !decoded_ended_) {
    if (!decode_some() && !decoded_ended_) fill();
  }
  return decoded_.substr(0, size);
}

std::optional<std::string_view> Input::memory() const {
  if (!memory_ || decompressor_) return std::nullopt;
  return *memory_;
}

std::optional<int> Input::seekable_file() const {
  if (memory_ || decompressor_ || !regular_) return std::nullopt;
  return file_.number();
}

bool Input::would_sleep() const { return !wait_for(file_.number(), POLLIN, 0); }

bool Input::ready() {
  if (regular_) return true;
  while (!recognise_head()) {
    if (would_sleep()) return false;
    fill();
  }
  if (!decompressor_) return !raw_.empty() || raw_ended_ || !would_sleep();
  while (decoded_.empty() && !decoded_ended_) {
    if (decode_some() || decoded_ended_) break;
    if (would_sleep()) return false;
    fill();
  }
  return true;
}

Result<Input> open_document(const std::string& path) {
  try {
    // Without O_NONBLOCK a FIFO that has taken the file's place would be waited for.
    FileDescriptor file = open_file(path, O_RDONLY | O_NONBLOCK);
    struct stat status {};
    if (::fstat(file.number(), &status) != 0) throw IoError(path, "read", errno);
    if (!S_ISREG(status.st_mode)) return Reject{"cannot open: no regular file"};
    return Input(std::move(file), path);
  } catch (const IoError& error) {
    if (!is_the_files_fault(error.error_number())) throw;
    return Reject{"cannot " + error.tried() + ": " + error.words()};
  }
}

Result<std::string> rest(Input& input, std::size_t max_bytes) {
  std::string bytes;
  std::size_t used = 0;
  try {
    for (;;) {
      if (used == bytes.size()) {
        // One byte more than a plain file has, so that its end is seen without growing.
        const std::size_t wanted = std::max({input.file_size_ + 1, used * 2, kLeastBuffer});
        bytes.resize(std::max(used, std::min(wanted, max_bytes)) + 1);
      }
      const std::size_t got = input.read(bytes.data() + used, bytes.size() - used);
      if (got == 0) break;
      used += got;
      if (used > max_bytes) return Reject{"more than " + std::to_string(max_bytes) + " bytes"};
    }
  } catch (const DamagedInput& damage) {
    return Reject{damage.words()};
  }
  bytes.resize(used);
  return bytes;
}

}  // namespace sito::io
