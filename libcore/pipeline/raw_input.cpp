#include "pipeline/raw_input.h"

#include <fmt/format.h>

#include <utility>

#include "pipeline/member_names.h"

namespace sito::pipeline {
namespace {

std::string first_folder(std::string_view path) {
  const auto slash = path.find('/');
  return std::string(slash == std::string_view::npos ? std::string_view() : path.substr(0, slash));
}

}  // namespace

std::string RawName::spoken() const { return member.empty() ? file.path : file.path + "/" + member; }

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

bool RawVisit::reject(const RawName& name, std::string_view reason) {
  return visitor_.reject({name.spoken()}, reason, {});
}

bool RawVisit::input(io::Input& input, const RawName& name) {
  auto format = io::archive_format(input);
  if (!format) return reject(name, format.error().reason);
  if (*format != io::ArchiveFormat::kNone) return archive(input, *format, name);
  auto bytes = io::rest(input, settings_.max_bytes);
  if (!bytes) return reject(name, bytes.error().reason);
  return document(*std::move(bytes), name);
}

bool RawVisit::archive(io::Input& input, io::ArchiveFormat format, const RawName& name) {
  if (name.level > settings_.nesting)
    return reject(name, "an archive within an archive: deeper than --nesting opens");
  io::Archive archive(input, format, settings_.max_bytes);
  MemberNames names(archive.sample_of_names());
  bool go_on = true;
  for (io::Member found; go_on && archive.next(found);) {
    found.path = names.decoded(found.path);
    const auto inner = found.path.empty() ? name : name.within(found.path, names.counter());
    go_on = member(std::move(found), inner);
  }
  count_skipped(archive.skipped(), scratch_.counts);
  return go_on;
}

bool RawVisit::member(io::Member&& found, const RawName& name) {
  if (found.reject) return reject(name, found.reject->reason);
  if (!settings_.tree.wanted(found.path)) {
    scratch_.counts.add("read.skipped.excluded", 1);
    return true;
  }
  auto inner = name;
  inner.file.modified = found.modified.value_or(timespec{});
  io::Input bytes(std::move(found.bytes), name.spoken());
  return input(bytes, inner);
}

bool RawVisit::document(std::string bytes, const RawName& name) {
  bytes_ += bytes.size();
  const auto kind = content_of(bytes, false);
  const auto spoken = name.spoken();
  if (!kind.text) return visitor_.skip({spoken}, kind.media_type);
  auto raw = described(name);
  raw.bytes = std::move(bytes);
  describe(raw, kind.media_type, settings_.digest, decoders_, document_, scratch_);
  return visitor_.document(document_, {spoken}, {});
}

RawDocument RawVisit::described(const RawName& name) const {
  const auto& naming = settings_.naming;
  const auto& file = name.file;
  RawDocument raw;
  raw.id = document_id(naming, file.path, name.member) + name.suffix;
  raw.source = source_name(naming, file.given, !file.given_itself);
  raw.site = site_name(naming, name.folder, raw.source);
  raw.path = encoded_name(file.path);
  raw.member = encoded_name(name.member);
  if (file.modified.tv_sec != 0) raw.modified = file.modified.tv_sec;
  return raw;
}

void count_skipped(const io::SkippedMembers& skipped, Counts& counts) {
  if (skipped.links > 0) counts.add("read.skipped.links", static_cast<std::int64_t>(skipped.links));
  if (skipped.special > 0) counts.add("read.skipped.special", static_cast<std::int64_t>(skipped.special));
}

}  // namespace sito::pipeline
