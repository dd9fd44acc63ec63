// input.h: bytes from a file or standard input, decompressed.
//
// Settles where bytes come from and that gzip, zstd, xz and bzip2 are seen by content and undone, so that
// nobody above knows of compression. Lines are line_reader.h's question, archives archive.h's, which files
// there are tree.h's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "document/result.h"
#include "io/decompress.h"
#include "io/expansion.h"
#include "io/file.h"

namespace sito::io {

/// Some bytes of a regular file, and others behind them, as one file.
struct Excerpt {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  std::string behind;
};

class Input {
 public:
  /// Opens `path`; `-` is standard input, which stays open afterwards. Reads nothing yet. Throws IoError,
  /// for a folder too.
  explicit Input(const std::string& path);

  /// Reads from `bytes` themselves (a member of an archive), called `name` in errors.
  Input(std::string bytes, std::string name);

  /// Reads from `file`, called `name` in errors.
  Input(FileDescriptor file, std::string name);

  /// Reads an excerpt of `file`, which has all of its bytes, as if it were all there is.
  Input(FileDescriptor file, std::string name, Excerpt excerpt);

  /// Reads from what `source` gives, called `name` in errors. `source` is as read() below, and throws for
  /// what it cannot give, DamagedInput again and again; it is asked for more once it gave all, then gives 0.
  Input(std::function<std::size_t(char* out, std::size_t size)> source, std::string name);

  /// What decompresses to more counts as damaged, behind which resume() finds nothing. Before the first
  /// reading; without it, all is taken.
  void limit(const ExpansionLimit& expansion) { expansion_ = expansion; }

  /// Up to `size` (more than 0) decompressed bytes into `out`; how many, 0 only at the end. May give
  /// fewer than there are; sleeps only when there are none. Throws IoError, and DamagedInput for a
  /// compressed stream that is cut short or corrupt.
  [[nodiscard]] std::size_t read(char* out, std::size_t size);

  /// The next decompressed bytes, `size` (at most 64 KiB) of them or all that are left, without taking them:
  /// how a document is told from an archive. Sleeps until they are there. The view holds until the next
  /// call. Throws as read() does.
  [[nodiscard]] std::string_view peek(std::size_t size);

  /// Whether read() would return at once, with bytes, the end or an error. False means that whoever writes
  /// to us has not gone on yet: the moment to write what is finished. Throws as read() does.
  [[nodiscard]] bool ready();

  /// Whether the last byte that read() gave was the last of its gzip member, zstd frame or bzip2 stream,
  /// whose checksum is known to hold then. Reads on as far as that gives no bytes. Throws as read() does.
  [[nodiscard]] bool at_member_end();

  /// After a DamagedInput: goes on with the next gzip member or zstd frame that begins with `head` (at most
  /// 16 bytes) once it is decoded. False where there is none, or the compression has no such members; the
  /// input has ended then. Looks from behind the damaged member's head on, as far as that is still held:
  /// damage can make a member seem to run on into the next. Linear in what is left, however often it is
  /// called.
  [[nodiscard]] bool resume(std::string_view head);

  /// The words of the DamagedInput that resume() last went on behind; empty if it never did.
  [[nodiscard]] const std::string& passed_damage() const { return passed_damage_; }

  /// What is decompressed and not taken, also after a DamagedInput. The view holds until the next call.
  [[nodiscard]] std::string_view held() const { return decoded_; }

  /// The path as given: "-" for standard input.
  [[nodiscard]] const std::string& name() const { return name_; }

  /// What it is compressed with, as soon as something has been read; none before.
  [[nodiscard]] std::optional<Compression> compression() const { return compression_; }

  /// For who must read out of order, after a peek(): the bytes themselves, where they are in memory and not
  /// compressed, or the descriptor of a regular file that is not.
  [[nodiscard]] std::optional<std::string_view> memory() const;
  [[nodiscard]] std::optional<int> seekable_file() const;

  /// The same for a file or an excerpt of one: its size, and up to `size` bytes at any place, fewer only at
  /// the end. Throws IoError.
  [[nodiscard]] std::optional<std::uint64_t> seekable_size() const;
  [[nodiscard]] std::size_t read_at(std::uint64_t offset, char* out, std::size_t size) const;

  /// Which regular file this is, to compare with an Output's; none for a pipe, a device or memory.
  [[nodiscard]] std::optional<FileIdentity> identity() const;

 private:
  friend Result<std::string> rest(Input& input, std::size_t max_bytes);

  [[nodiscard]] std::string taken_memory();
  [[nodiscard]] bool recognise_head();
  void fill();
  [[nodiscard]] std::size_t read_source(char* out, std::size_t size);
  [[nodiscard]] std::size_t read_raw(char* out, std::size_t size);
  [[nodiscard]] std::size_t give(std::string_view& from, char* out, std::size_t size);
  bool decode_some();
  [[noreturn]] void fail(std::string words);
  void look_back();
  [[nodiscard]] bool find_signature(std::string_view signature);
  [[nodiscard]] bool begins_with(std::string_view head);
  [[nodiscard]] bool would_sleep() const;

  std::string name_;
  FileDescriptor file_;
  bool regular_ = false;       ///< never to be waited for; so is memory
  std::size_t file_size_ = 0;  ///< of a regular file or an excerpt, when it was opened
  std::optional<Excerpt> excerpt_;
  std::uint64_t excerpt_at_ = 0;  ///< where read_raw() goes on in it

  std::function<std::size_t(char*, std::size_t)> source_;  ///< instead of a file
  std::string source_damage_;                              ///< behind the last raw byte

  std::unique_ptr<std::string> memory_;  ///< instead of a file and its buffer
  std::unique_ptr<char[]> buffer_;       ///< raw bytes as they came
  std::size_t capacity_ = 0;             ///< of buffer_
  std::string_view raw_;                 ///< what is left of memory_ or buffer_
  std::uint64_t raw_bytes_ = 0;          ///< all that ever came into raw_, where it is compressed
  std::uint64_t decoded_bytes_ = 0;      ///< all that ever came out
  std::uint64_t looked_back_ = 0;        ///< how many of them were looked at again
  bool raw_ended_ = false;
  bool is_too_much_ = false;  ///< the damage is that `expansion_` does not allow it

  ExpansionLimit expansion_{.ratio = 0};
  std::optional<Compression> compression_;
  std::unique_ptr<Decompressor> decompressor_;  ///< none for plain bytes
  std::unique_ptr<char[]> decoded_buffer_;
  std::string_view decoded_;  ///< what is left of it
  bool decoded_ended_ = false;
  std::uint64_t last_member_ = 0;  ///< where the member of the last decoded bytes began
  std::string damage_;             ///< what was thrown, until resume(): it is thrown again
  std::string passed_damage_;
};

/// Opens one raw document, found by tree.h: as Input(path), but a file that is gone or must not be read is
/// a Reject for that document and not the run's end. Never waits for a FIFO, never follows a link.
/// Throws IoError for what is no document's fault (no memory, too many open files).
[[nodiscard]] Result<Input> open_document(const std::string& path);

/// All that is left of `input`. Rejects a damaged compressed stream and more than `max_bytes` bytes, of which
/// no more are held. Throws IoError where reading itself failed.
[[nodiscard]] Result<std::string> rest(Input& input, std::size_t max_bytes);

}  // namespace sito::io
