#include "io/input.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <cstring>
#include <utility>

#include "io/error.h"

namespace sito::io {
namespace {

constexpr std::size_t kLeastBuffer = std::size_t{64} << 10;
constexpr std::size_t kMostBuffer = std::size_t{1} << 20;
constexpr std::size_t kDecodedBuffer = std::size_t{256} << 10;
constexpr std::size_t kProbe = 1024;  // raw bytes that must tell what a member begins with
constexpr std::uint64_t kMostLookedBack = std::uint64_t{16} << 20;  // beyond as much as was read

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

Input::Input(FileDescriptor file, std::string name, Excerpt excerpt)
    : Input(std::move(file), std::move(name)) {
  excerpt_ = std::move(excerpt);
  file_size_ = static_cast<std::size_t>(excerpt_->end - excerpt_->begin) + excerpt_->behind.size();
}

Input::Input(std::string bytes, std::string name)
    : name_(std::move(name)),
      regular_(true),
      file_size_(bytes.size()),
      memory_(std::make_unique<std::string>(std::move(bytes))),
      raw_(*memory_),
      raw_bytes_(memory_->size()),
      raw_ended_(true) {}

Input::Input(std::function<std::size_t(char*, std::size_t)> source, std::string name)
    : name_(std::move(name)), regular_(true), source_(std::move(source)), capacity_(kLeastBuffer) {}

std::optional<FileIdentity> Input::identity() const {
  if (memory_ || source_) return std::nullopt;
  return identity_of(file_.number());
}

std::size_t Input::read_source(char* out, std::size_t size) {
  try {
    return source_(out, size);
  } catch (const DamagedInput& damage) {
    source_damage_ = damage.words();
    return 0;
  }
}

std::size_t Input::read_raw(char* out, std::size_t size) {
  if (source_) return read_source(out, size);
  if (excerpt_) {
    const auto got = read_at(excerpt_at_, out, size);
    excerpt_at_ += got;
    return got;
  }
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
  raw_bytes_ += got;
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

void Input::fail(std::string words) {
  damage_ = std::move(words);
  throw DamagedInput(spoken_name(name_), damage_);
}

/// Decodes what is held and adds it behind decoded_; which stays as it is where more raw bytes are needed.
/// False there, and at the end.
bool Input::decode_some() {
  if (!damage_.empty()) fail(damage_);
  const std::size_t held = decoded_.size();
  char* const out = decoded_buffer_.get();
  if (held > 0) std::memmove(out, decoded_.data(), held);
  decoded_ = {out, held};
  const Result<std::size_t> decoded = decompressor_->decode(raw_, out + held, kDecodedBuffer - held);
  if (!decoded) fail(decoded.error().reason);
  decoded_ = {out, held + *decoded};
  decoded_bytes_ += *decoded;
  if (!expansion_.allows(raw_bytes_ - raw_.size(), decoded_bytes_)) {
    is_too_much_ = true;
    fail(expansion_.words());
  }
  if (*decoded > 0) {
    last_member_ = decompressor_->member_start();
    return true;
  }
  if (!raw_ended_) return false;
  if (!source_damage_.empty()) fail(source_damage_);
  const Result<void> finished = decompressor_->finish();
  if (!finished) fail(finished.error().reason);
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
    const std::size_t got = raw_ended_ ? 0 : read_raw(out, size);
    raw_ended_ = got == 0;
    if (raw_ended_ && !source_damage_.empty()) fail(source_damage_);
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

bool Input::at_member_end() {
  if (!decompressor_) return false;
  if (!damage_.empty() && decoded_.empty()) {
    if (decompressor_->member_start() != last_member_) return true;
    fail(damage_);
  }
  while (decoded_.empty() && !decoded_ended_ && decompressor_->inside()) {
    const Result<void> ended = decompressor_->end_member(raw_);
    if (!ended) fail(ended.error().reason);
    if (!decompressor_->inside()) break;
    if (!raw_.empty() || raw_ended_) return false;
    fill();
  }
  return decoded_.empty() && !decompressor_->inside();
}

/// Back to behind the head of the damaged member, or to the first raw byte that is still held. A hostile
/// file could ask for that again and again, so no more is gone back than forth.
void Input::look_back() {
  const char* const first = memory_ ? memory_->data() : buffer_.get();
  const std::uint64_t taken = raw_bytes_ - raw_.size();
  const std::uint64_t wanted = taken - std::min(taken, decompressor_->member_start() + 1);
  const std::uint64_t allowed = taken + kMostLookedBack - std::min(taken + kMostLookedBack, looked_back_);
  const std::uint64_t held = static_cast<std::uint64_t>(raw_.data() - first);
  const auto back = static_cast<std::size_t>(std::min({wanted, allowed, held}));
  looked_back_ += back;
  raw_ = {raw_.data() - back, raw_.size() + back};
  // zstd does not say how far it came.
  if (taken <= decompressor_->member_start()) raw_.remove_prefix(std::min<std::size_t>(1, raw_.size()));
}

/// Moves raw_ to the next `signature`; false where there is none, and raw_ is used up.
bool Input::find_signature(std::string_view signature) {
  for (;;) {
    const std::size_t at = raw_.find(signature);
    if (at != std::string_view::npos) {
      raw_.remove_prefix(at);
      return true;
    }
    raw_.remove_prefix(raw_.size() - std::min(raw_.size(), signature.size() - 1));
    if (raw_ended_) return false;
    fill();
  }
}

/// Whether a member begins here whose first bytes are `head`.
bool Input::begins_with(std::string_view head) {
  while (raw_.size() < kProbe && !raw_ended_) fill();
  char out[16];
  std::string_view probe = raw_.substr(0, kProbe);
  std::size_t size = 0;
  decompressor_->restart(0);
  while (size < head.size()) {
    const Result<std::size_t> got = decompressor_->decode(probe, out + size, head.size() - size);
    if (!got || *got == 0) return false;
    size += *got;
  }
  return head == std::string_view(out, size);
}

bool Input::resume(std::string_view head) {
  assert(!head.empty() && head.size() <= 16);
  decoded_ = {};
  decoded_ended_ = true;
  const std::string damage = std::exchange(damage_, {});
  if (is_too_much_ || !decompressor_ || decompressor_->signature().empty()) return false;
  look_back();
  while (find_signature(decompressor_->signature())) {
    if (begins_with(head)) {
      decompressor_->restart(raw_bytes_ - raw_.size());
      decoded_ended_ = false;
      passed_damage_ = damage;
      return true;
    }
    raw_.remove_prefix(1);
  }
  return false;
}

std::optional<std::string_view> Input::memory() const {
  if (!memory_ || decompressor_) return std::nullopt;
  return *memory_;
}

std::optional<int> Input::seekable_file() const {
  if (memory_ || source_ || decompressor_ || !regular_ || excerpt_) return std::nullopt;
  return file_.number();
}

std::optional<std::uint64_t> Input::seekable_size() const {
  if (memory_ || source_ || decompressor_ || !regular_) return std::nullopt;
  return file_size_;
}

std::size_t Input::read_at(std::uint64_t offset, char* out, std::size_t size) const {
  if (excerpt_) {
    const auto own = excerpt_->end - excerpt_->begin;
    if (offset >= own)
      return excerpt_->behind.copy(out, size, std::min<std::size_t>(offset - own, excerpt_->behind.size()));
    size = static_cast<std::size_t>(std::min<std::uint64_t>(size, own - offset));
    offset += excerpt_->begin;
  }
  for (;;) {
    const ssize_t got = ::pread(file_.number(), out, size, static_cast<off_t>(offset));
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) throw IoError(spoken_name(name_), "read", errno);
  }
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

std::string Input::taken_memory() {
  raw_ = {};
  return std::move(*memory_);
}

Result<std::string> rest(Input& input, std::size_t max_bytes) {
  std::string bytes;
  std::size_t used = 0;
  try {
    const auto memory = input.peek(1).empty() ? std::nullopt : input.memory();
    if (memory && memory->size() == input.raw_.size() && memory->size() <= max_bytes)
      return input.taken_memory();
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
