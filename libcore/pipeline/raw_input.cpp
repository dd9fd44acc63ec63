#include "pipeline/raw_input.h"

#include <fmt/format.h>

#include <utility>
#include <variant>

#include "decode/declared_type.h"
#include "decode/media_type.h"
#include "pipeline/html_page.h"
#include "pipeline/known.h"
#include "text/utf8.h"

namespace sito::pipeline {
namespace {

constexpr std::string_view kHtmlType = "text/html";

/// `spoken` is the name's.
Place place_of(const RawName& name, const std::string& spoken) { return {spoken, 0, name.file.path}; }

}  // namespace

bool RawVisit::reject(const RawName& name, std::string_view reason) {
  return visitor_.reject(place_of(name, name.spoken()), reason, {});
}

bool RawVisit::input(io::Input& input, const RawName& name) {
  input.limit(settings_.expansion);
  auto format = io::archive_format(input);
  if (!format) return reject(name, format.error().reason);
  if (*format == io::ArchiveFormat::kArc)
    return reject(name, "an ARC file: of the archives of crawlers only WARC is read");
  if (is_read_as_archive(*format)) return archive(input, *format, name);
  auto bytes = io::rest(input, settings_.max_bytes);
  if (!bytes) return reject(name, bytes.error().reason);
  return document(*std::move(bytes), name);
}

bool RawVisit::archive(io::Input& input, io::ArchiveFormat format, const RawName& name) {
  if (name.level > settings_.nesting) return reject(name, kTooDeep);
  RawArchive archive(input, format, name, settings_);
  bool go_on = true;
  for (Entry found; go_on && archive.next(found);) go_on = entry(std::move(found));
  count_skipped(archive.skipped(), scratch_.counts);
  return go_on;
}

bool RawVisit::entry(Entry&& entry) {
  if (auto* found = std::get_if<io::Member>(&entry.content)) return member(std::move(*found), entry.name);
  return record(std::move(*std::get_if<io::WarcRecord>(&entry.content)), entry.name);
}

/// What a record holds is a document, whatever it looks like.
bool RawVisit::record(io::WarcRecord&& found, const RawName& name) {
  if (found.reject) return reject(name, found.reject->reason);
  if (!found.skipped.empty()) return visitor_.skip(place_of(name, name.spoken()), found.skipped);
  auto body = io::http_body(found.http, std::move(found.body), {settings_.max_bytes, settings_.expansion});
  if (!body) return reject(name, body.error().reason);
  if (found.truncated) scratch_.counts.add("read.truncated", 1);
  return document(*std::move(body), name, io::content_type(found.http.content_type));
}

bool RawVisit::member(io::Member&& found, const RawName& name) {
  if (!found.path.empty() && !settings_.tree.wanted(found.path)) {
    scratch_.counts.add("read.skipped.excluded", 1);
    return true;
  }
  if (found.reject) return reject(name, found.reject->reason);
  if (found.beside_warcs) return visitor_.skip(place_of(name, name.spoken()), "WACZ index or list");
  auto inner = name;
  inner.file.modified = found.modified.value_or(timespec{});
  io::Input bytes(std::move(found.bytes), name.spoken());
  return input(bytes, inner);
}

bool RawVisit::document(std::string bytes, const RawName& name, const io::ContentType& declared) {
  bytes_ += bytes.size();
  const auto type = decode::declared_type(decode::media_type(bytes), declared.media_type);
  const auto spoken = name.spoken();
  if (!is_wanted(type)) return visitor_.skip(place_of(name, spoken), type);
  auto raw = described(name);
  raw.bytes = std::move(bytes);
  if (is_known(raw, declared, name)) return true;
  if (type == kHtmlType && settings_.html == HtmlMode::kText) {
    const auto page = read_html(raw.bytes, declared.charset, decoders_, page_reader_);
    describe(raw, {page.decoded, type, &page.facts}, settings_.digest, document_, scratch_);
  } else {
    const auto decoded = decoders_.decode(raw.bytes);
    describe(raw, {decoded, type}, settings_.digest, document_, scratch_);
  }
  return visitor_.document(document_, place_of(name, spoken), {});
}

/// Tells where the document comes from, if it is not.
bool RawVisit::is_known(const RawDocument& raw, const io::ContentType& declared, const RawName& name) {
  if (settings_.known == nullptr) return false;
  scratch_.provenance = {name.file.path, fingerprint(raw, declared)};
  if (!settings_.known->has_document(raw.id, scratch_.provenance.fingerprint)) return false;
  scratch_.counts.add("read.unchanged", 1);
  return true;
}

/// One PATH's documents follow each other, and its name may need a look at the current folder.
const std::string& RawVisit::source_of(const io::FoundFile& file) {
  if (source_.empty() || file.given != given_ || file.given_itself != given_itself_) {
    given_ = file.given;
    given_itself_ = file.given_itself;
    source_ = source_name(settings_.naming, file.given, !file.given_itself);
  }
  return source_;
}

bool RawVisit::is_wanted(std::string_view media_type) const {
  if (media_type == kHtmlType && settings_.html == HtmlMode::kSkip) return false;
  return settings_.types.contains(media_type);
}

RawDocument RawVisit::described(const RawName& name) {
  const auto& naming = settings_.naming;
  const auto& file = name.file;
  RawDocument raw;
  raw.id = document_id(naming, file.path, name.member) + name.suffix;
  raw.source = source_of(file);
  raw.site = site_name(naming, name.folder, raw.source);
  raw.path = encoded_name(file.path);
  raw.member = encoded_name(name.member);
  if (name.record) {
    raw.id += fmt::format("/{}", name.record->number);
    if (const auto host = uri_host(name.record->uri); !host.empty())
      raw.site = site_name(naming, host, raw.source);
    raw.uri = text::repaired(name.record->uri).text;
    raw.record = text::repaired(name.record->id).text;
    raw.date = text::repaired(name.record->date).text;
  } else if (file.modified.tv_sec != 0) {
    raw.modified = file.modified.tv_sec;
  }
  return raw;
}

void count_skipped(const io::SkippedMembers& skipped, Counts& counts) {
  if (skipped.links > 0) counts.add("read.skipped.links", static_cast<std::int64_t>(skipped.links));
  if (skipped.special > 0) counts.add("read.skipped.special", static_cast<std::int64_t>(skipped.special));
}

}  // namespace sito::pipeline
