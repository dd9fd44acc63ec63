// output.h: bytes to standard output, a device, or a file that appears whole or not at all.
//
// Settles how everything that a tool writes reaches the machine. What is written, and when a run counts as
// complete, is for pipeline/ and cli/ to say.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "io/compress.h"
#include "io/file.h"
#include "io/temporaries.h"

namespace sito::io {

/// Where `path` leads:
///
/// - `-`, /dev/stdout, /dev/stderr, /dev/fd/N: the stream that is open already;
/// - a device, FIFO or socket: written straight;
/// - else a file, new or not: written beside, renamed into place by commit(). A link's target is replaced,
///   not the link. The suffixes .gz, .zst and .xz compress it (a FIFO's too).
///
/// One thread writes; abort_line() may come from another.
class Output {
 public:
  /// Opens and creates what is needed; an existing target is not touched. `keep_mode`: the file gets the
  /// permissions of the target that it replaces, not those of a new file. Throws IoError.
  explicit Output(const std::string& path, bool keep_mode = false);
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  /// Without commit() the file never appears and the temporary goes.
  ~Output();

  /// Writes all of `bytes`: at once where somebody may be reading (standard output, devices, FIFOs), else
  /// through a buffer of 1 MiB. Sleeps while a pipe is full. Throws BrokenPipe (SIGPIPE must be ignored)
  /// and IoError. After abort_line() it writes nothing.
  void write(std::string_view bytes);

  /// From now on `see` gets all bytes that are written, in order, as they stand in the file: compressed, if
  /// it is.
  void watch(std::function<void(std::string_view)> see) { see_ = std::move(see); }

  /// Ends the compressed stream, writes what is buffered and, for a file, syncs it, renames it into place and
  /// syncs its folder. The last thing to ask of it. Does nothing after abort_line().
  void commit();

  /// The run has failed: ends standard output with kAbortLine (line_reader.h), unfinished, on its own or
  /// behind a line that was cut. Any other output is left as it is, a file never to be committed. Waits
  /// at most a second for a pipe that is full and cannot fail: who does not read gets no mark.
  void abort_line() noexcept;

  /// The regular file that stands at the path now or, for standard output, is written to: what no input
  /// may be.
  [[nodiscard]] std::optional<FileIdentity> identity() const { return identity_; }

  /// The path as given.
  [[nodiscard]] const std::string& name() const { return name_; }

  /// Whether this is standard output, under any of its names.
  [[nodiscard]] bool is_standard_output() const { return stream_ == 1; }

 private:
  void prepare_for_slow_readers();
  void open_file_beside(const std::string& target, bool keep_mode);
  [[nodiscard]] std::string spoken_name() const;
  void put_buffer();
  void write_straight(std::string_view bytes);
  [[nodiscard]] std::size_t write_some(std::string_view bytes);
  void close_straight();

  std::string name_;
  FileDescriptor file_;
  int stream_ = -1;            ///< the open stream that the path names
  bool may_sleep_ = false;     ///< a pipe, terminal or socket: whoever reads decides when we go on
  bool never_blocks_ = false;  ///< but write(2) itself returns at once
  std::optional<FileIdentity> identity_;
  std::string target_;     ///< what commit() replaces; empty if written straight
  std::string temporary_;  ///< its path; empty if there is none
  std::unique_ptr<Compressor> compressor_;
  std::string buffer_;  ///< for files and compressed streams
  std::function<void(std::string_view)> see_;

  std::mutex writing_;  ///< one write(2), never one that sleeps
  std::atomic<bool> aborted_ = false;
};

/// A small file, whole or not at all. Throws as Output does.
void write_file(const std::string& path, std::string_view content);

}  // namespace sito::io
