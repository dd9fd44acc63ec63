#include "pipeline/raw_archive.h"

#include <fmt/format.h>

#include <utility>

namespace sito::pipeline {
namespace {

std::string first_folder(std::string_view path) {
  const auto slash = path.find('/');
  return std::string(slash == std::string_view::npos ? std::string_view() : path.substr(0, slash));
}

}  // namespace

std::string RawName::spoken() const {
  auto name = member.empty() ? file.path : file.path + "/" + member;
  return record ? fmt::format("{}/{}", name, record->number) : name;
}

RawName RawName::of(io::FoundFile found) {
  RawName name;
  name.folder = first_folder(found.below);
  name.file = std::move(found);
  return name;
}

RawName RawName::within(std::string_view path, MemberCounter& counter) const {
  const auto plain = io::plain_path(fmt::format("/{}", path)).substr(1);
  RawName name = *this;
  if (!name.member.empty()) name.member += '/';
  name.member += plain;
  name.suffix = counter.suffix(plain);
  if (name.folder.empty()) name.folder = first_folder(plain);
  ++name.level;
  return name;
}

RawName RawName::within(const io::WarcRecord& found) const {
  RawName name = *this;
  name.record = RecordName{found.number, found.uri, found.id, found.date};
  return name;
}

std::size_t Entry::bytes() const {
  const auto* member = std::get_if<io::Member>(&content);
  return member != nullptr ? member->bytes.size() : std::get_if<io::WarcRecord>(&content)->body.size();
}

bool is_read_as_archive(io::ArchiveFormat format) {
  return format != io::ArchiveFormat::kNone && format != io::ArchiveFormat::kArc;
}

struct RawArchive::Inner {
  Inner(std::unique_ptr<io::Input> stream, io::ArchiveFormat format, RawName name,
        const RawSettings& settings)
      : input(std::move(stream)), archive(*input, format, std::move(name), settings) {}

  std::unique_ptr<io::Input> input;
  RawArchive archive;
};

RawArchive::RawArchive(io::Input& input, io::ArchiveFormat format, RawName name, const RawSettings& settings)
    : settings_(settings), name_(std::move(name)) {
  if (format != io::ArchiveFormat::kWarc) {
    archive_ = std::make_unique<io::Archive>(input, format, settings.max_bytes, settings.expansion);
    names_ = MemberNames(archive_->sample_of_names());
    return;
  }
  auto warc = settings.warc;
  warc.body = {settings.max_bytes, settings.expansion};
  warc_ = std::make_unique<io::Warc>(input, warc);
}

RawArchive::~RawArchive() = default;

bool RawArchive::next(Entry& entry) {
  for (;;) {
    if (inner_) {
      if (inner_->archive.next(entry)) return true;
      skipped_inside_ += inner_->archive.skipped();
      inner_.reset();
    }
    entry = Entry();  // a stream ends before the archive that it is read from goes on
    if (!next_own(entry)) return false;
    if (!open_inner(entry)) return true;
  }
}

/// Begins to read a member that is a stream and is wanted; else `entry` has none.
bool RawArchive::open_inner(Entry& entry) {
  auto* member = std::get_if<io::Member>(&entry.content);
  if (member == nullptr || !member->stream || !settings_.tree.wanted(member->path)) return false;
  if (entry.name.level > settings_.nesting) {
    member->reject = Reject{std::string(kTooDeep)};
    return false;
  }
  const auto format = io::archive_format(*member->stream);
  entry.name.file.modified = member->modified.value_or(timespec{});
  inner_ = std::make_unique<Inner>(std::move(member->stream), *format, entry.name, settings_);
  return true;
}

bool RawArchive::next_own(Entry& entry) {
  if (archive_) {
    io::Member member;
    if (!archive_->next(member)) return false;
    member.path = names_.decoded(member.path);
    entry.name = member.path.empty() ? name_ : name_.within(member.path, names_.counter());
    entry.content = std::move(member);
  } else {
    io::WarcRecord record;
    if (!warc_->next(record)) return false;
    entry.name = name_.within(record);
    entry.content = std::move(record);
  }
  return true;
}

void RawArchive::have_seen(const std::map<std::string, std::size_t>& names) {
  for (const auto& [name, times] : names) names_.counter().have_seen(name, times);
}

io::SkippedMembers RawArchive::skipped() const {
  auto all = skipped_inside_;
  if (archive_) all += archive_->skipped();
  return all;
}

}  // namespace sito::pipeline
