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

RawArchive::RawArchive(io::Input& input, io::ArchiveFormat format, RawName name, const RawSettings& settings)
    : name_(std::move(name)) {
  if (format != io::ArchiveFormat::kWarc) {
    archive_ = std::make_unique<io::Archive>(input, format, settings.max_bytes);
    names_ = MemberNames(archive_->sample_of_names());
    return;
  }
  auto warc = settings.warc;
  warc.body.max_bytes = settings.max_bytes;
  warc_ = std::make_unique<io::Warc>(input, warc);
}

bool RawArchive::next(Entry& entry) {
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
  return archive_ ? archive_->skipped() : io::SkippedMembers();
}

}  // namespace sito::pipeline
