#include "pipeline/file_source.h"

#include <deque>
#include <optional>
#include <utility>

#include "io/member_range.h"
#include "pipeline/known.h"
#include "pipeline/list_source.h"

namespace sito::pipeline {
namespace {

// Enough to keep a worker busy for some milliseconds, few enough that -j shares out small folders.
constexpr std::size_t kBatchFiles = 64;
constexpr std::uint64_t kBatchBytes = std::uint64_t{1} << 20;

// A smaller file is opened by its worker, also if it is an archive; opening all of them under the source's
// lock would be half of the cost of a folder of small pages.
constexpr std::uint64_t kLargeBytes = std::uint64_t{256} << 10;

/// What all batches share.
struct Reading {
  RawSettings settings;
  std::unique_ptr<DecoderPool> decoders;
};

/// Files that workers open, but for one that the source has opened already.
class FileBatch final : public Batch {
 public:
  FileBatch(std::vector<io::FoundFile> files, std::optional<io::Input> opened, Reading& reading)
      : files_(std::move(files)), opened_(std::move(opened)), reading_(reading) {}

  [[nodiscard]] std::size_t bytes() const override { return bytes_; }

  void expand(std::span<const std::string_view>, Document& document, Scratch& scratch,
              Visitor& visitor) override {
    RawVisit visit(reading_.settings, *reading_.decoders, document, scratch, visitor);
    for (auto& file : files_)
      if (!expand_file(RawName::of(std::move(file)), visit)) break;
    bytes_ = visit.bytes();
  }

 private:
  bool expand_file(const RawName& name, RawVisit& visit) {
    if (name.file.reject) return visit.reject(name, name.file.reject->reason);
    if (opened_) return visit.input(*opened_, name);
    auto input = io::open_document(name.file.location);
    if (!input) return visit.reject(name, input.error().reason);
    return visit.input(*input, name);
  }

  std::vector<io::FoundFile> files_;
  std::optional<io::Input> opened_;  ///< of the only file
  Reading& reading_;
  std::size_t bytes_ = 0;
};

/// What a large archive holds, read already.
class EntryBatch final : public Batch {
 public:
  EntryBatch(std::vector<Entry> entries, Reading& reading)
      : entries_(std::move(entries)), reading_(reading) {}

  [[nodiscard]] std::size_t bytes() const override { return bytes_; }

  void expand(std::span<const std::string_view>, Document& document, Scratch& scratch,
              Visitor& visitor) override {
    RawVisit visit(reading_.settings, *reading_.decoders, document, scratch, visitor);
    for (auto& entry : entries_)
      if (!visit.entry(std::move(entry))) break;
    bytes_ = visit.bytes();
  }

 private:
  std::vector<Entry> entries_;
  Reading& reading_;
  std::size_t bytes_ = 0;
};

/// A large archive while it is being read. Stays where it is: the archive points at the input.
class OpenArchive {
 public:
  OpenArchive(io::Input input, io::ArchiveFormat format, const RawName& name, const RawSettings& settings)
      : input_(std::move(input)), archive_(input_, format, name, settings) {
    if (name.file.members) archive_.have_seen(name.file.members->seen);
  }

  /// About a megabyte of members or records; none at the end.
  [[nodiscard]] std::vector<Entry> entries() {
    std::vector<Entry> result;
    Entry entry;
    for (std::size_t bytes = 0; bytes < kBatchBytes && result.size() < kBatchFiles && archive_.next(entry);) {
      bytes += entry.bytes();
      result.push_back(std::move(entry));
    }
    return result;
  }

  [[nodiscard]] io::SkippedMembers skipped() const { return archive_.skipped(); }

 private:
  io::Input input_;
  RawArchive archive_;
};

class FileSource final : public Source {
 public:
  FileSource(std::vector<std::string> paths, const FileSettings& settings,
             std::unique_ptr<DecoderPool> decoders)
      : reading_{settings.raw, std::move(decoders)}, tree_(std::move(paths), settings.raw.tree) {}

  FileSource(std::vector<io::FoundFile> files, const FileSettings& settings,
             std::unique_ptr<DecoderPool> decoders)
      : reading_{settings.raw, std::move(decoders)},
        tree_({}),
        found_(std::make_move_iterator(files.begin()), std::make_move_iterator(files.end())) {}

  std::unique_ptr<Batch> next() override {
    for (;;) {
      if (auto batch = entries()) return batch;
      auto files = small_files();
      if (!files.empty()) return std::make_unique<FileBatch>(std::move(files), std::nullopt, reading_);
      if (!more()) return nullptr;
      if (auto batch = large(taken())) return batch;
    }
  }

  [[nodiscard]] Counts counts() const override {
    auto counts = counts_;
    const auto& skipped = tree_.skipped();
    auto add = [&](std::string_view name, std::size_t count) {
      if (count > 0) counts.add(name, static_cast<std::int64_t>(count));
    };
    add("read.skipped.links", skipped.links);
    add("read.skipped.special", skipped.special);
    add("read.skipped.outputs", skipped.outputs);
    add("read.skipped.excluded", skipped.excluded);
    return counts;
  }

 private:
  static bool is_large(const io::FoundFile& file) {
    return !file.reject && (!file.regular || file.members || file.bytes >= kLargeBytes);
  }

  bool more() {
    std::vector<io::FoundFile> files;
    while (found_.empty() && tree_.next(files, kBatchFiles)) {
      if (auto* known = reading_.settings.known)
        std::erase_if(files, [&](const auto& file) { return known->has_file(file); });
      found_.insert(found_.end(), std::make_move_iterator(files.begin()),
                    std::make_move_iterator(files.end()));
    }
    return !found_.empty();
  }

  io::FoundFile taken() {
    auto file = std::move(found_.front());
    found_.pop_front();
    return file;
  }

  /// Of the archive that is open; null without one, and at its end.
  std::unique_ptr<Batch> entries() {
    if (!archive_) return nullptr;
    if (auto found = archive_->entries(); !found.empty())
      return std::make_unique<EntryBatch>(std::move(found), reading_);
    count_skipped(archive_->skipped(), counts_);
    archive_.reset();
    return nullptr;
  }

  /// Those that come next, none if a large one does.
  std::vector<io::FoundFile> small_files() {
    std::vector<io::FoundFile> files;
    for (std::uint64_t bytes = 0;
         files.size() < kBatchFiles && bytes < kBatchBytes && more() && !is_large(found_.front());) {
      bytes += found_.front().bytes;
      files.push_back(taken());
    }
    return files;
  }

  static Result<io::Input> opened(const io::FoundFile& file) {
    if (file.members) return io::open_members(file.location, *file.members);
    if (file.regular) return io::open_document(file.location);
    return io::Input(file.location);
  }

  /// Null for an archive, which is open then.
  std::unique_ptr<Batch> large(io::FoundFile file) {
    auto input = opened(file);
    if (input) input->limit(reading_.settings.expansion);
    auto format = input ? io::archive_format(*input) : Result<io::ArchiveFormat>(input.error());
    if (!format) file.reject = format.error();
    if (format && is_read_as_archive(*format)) {
      archive_ = std::make_unique<OpenArchive>(*std::move(input), *format, RawName::of(std::move(file)),
                                               reading_.settings);
      return nullptr;
    }
    std::vector<io::FoundFile> files;
    files.push_back(std::move(file));
    return std::make_unique<FileBatch>(std::move(files),
                                       format ? std::optional(*std::move(input)) : std::nullopt, reading_);
  }

  Reading reading_;
  io::Tree tree_;
  std::deque<io::FoundFile> found_;
  std::unique_ptr<OpenArchive> archive_;
  Counts counts_;
};

}  // namespace

Result<std::unique_ptr<Source>> make_file_source(std::vector<std::string> paths,
                                                 const FileSettings& settings) {
  auto decoders = DecoderPool::make(settings.decode);
  if (!decoders) return decoders.error();
  if (auto apart = check_overlap(paths); !apart) return apart.error();
  return std::unique_ptr<Source>(
      std::make_unique<FileSource>(std::move(paths), settings, *std::move(decoders)));
}

Result<std::unique_ptr<Source>> make_found_source(std::vector<io::FoundFile> files,
                                                  const FileSettings& settings) {
  auto decoders = DecoderPool::make(settings.decode);
  if (!decoders) return decoders.error();
  return std::unique_ptr<Source>(
      std::make_unique<FileSource>(std::move(files), settings, *std::move(decoders)));
}

}  // namespace sito::pipeline
