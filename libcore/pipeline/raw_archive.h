// raw_archive.h: what an archive holds, and what each of it is called.
//
// One after the other, the members of an archive or the records of a WARC, with their names; also those of
// an archive within it that is too large to be one member. What becomes of them is raw_input.h's question,
// what ids are made of names naming.h's.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "document/digest.h"
#include "io/archive.h"
#include "io/input.h"
#include "io/tree.h"
#include "io/warc.h"
#include "pipeline/member_names.h"
#include "pipeline/naming.h"
#include "pipeline/wanted_types.h"

namespace sito::pipeline {

class Known;

/// What becomes of HTML.
enum class HtmlMode {
  kText,  ///< the text that the page shows
  kRaw,   ///< its markup, as a text
  kSkip,  ///< passed over and counted
};

struct RawSettings {
  NamingSettings naming;
  io::TreeSettings tree;
  DigestKind digest = DigestKind::kXxh128;
  std::size_t max_bytes = std::size_t{256} << 20;  ///< a document, decompressed
  std::size_t nesting = 1;                         ///< archives within archives that are opened
  WantedTypes types;                               ///< of what is text; anything else is skipped
  HtmlMode html = HtmlMode::kText;
  io::ExpansionLimit expansion;
  io::WarcSettings warc;   ///< but for its limits, which are those above
  Known* known = nullptr;  ///< what need not be read again; outlives the reading
};

/// What a WARC says of a record.
struct RecordName {
  std::size_t number = 0;  ///< from 1
  std::string uri;         ///< raw bytes, as are the others
  std::string id;
  std::string date;
};

/// Where an input stands: a file, a member of an archive that is one, or a record of a WARC that is either.
struct RawName {
  io::FoundFile file;
  std::string member;                ///< path within the archive, raw bytes; empty for the file itself
  std::string suffix;                ///< "#2" for a second member of one name
  std::string folder;                ///< the outermost folder, below PATH or within an archive; may be empty
  std::optional<RecordName> record;  ///< of the WARC that stands here
  std::size_t level = 0;             ///< archives around it

  /// The file's path with the member's and the record's number: what messages call it.
  [[nodiscard]] std::string spoken() const;
  /// A file that was found below a PATH.
  [[nodiscard]] static RawName of(io::FoundFile file);
  /// A member of the archive that stands here, `counter` its archive's; its path is made plain and cannot
  /// leave the archive.
  [[nodiscard]] RawName within(std::string_view path, MemberCounter& counter) const;
  /// A record of the WARC that stands here.
  [[nodiscard]] RawName within(const io::WarcRecord& found) const;
};

/// A member or a record, and what it is called.
struct Entry {
  std::variant<io::Member, io::WarcRecord> content;
  RawName name;

  /// How many bytes it holds.
  [[nodiscard]] std::size_t bytes() const;
};

inline constexpr std::string_view kTooDeep = "an archive within an archive: deeper than --nesting opens";

/// Whether such an input holds documents one by one.
[[nodiscard]] bool is_read_as_archive(io::ArchiveFormat format);

class RawArchive {
 public:
  /// `input` is read as an archive by its format, nothing of it has been read, and it outlives this, which
  /// alone uses it. So do the settings.
  RawArchive(io::Input& input, io::ArchiveFormat format, RawName name, const RawSettings& settings);
  RawArchive(const RawArchive&) = delete;
  RawArchive& operator=(const RawArchive&) = delete;
  ~RawArchive();

  /// The next one in place of what `entry` held, of a member that is a stream what is in it; false at the
  /// end. Memory and errors: as io::Archive's and io::Warc's.
  [[nodiscard]] bool next(Entry& entry);

  /// Of names that went before, in the part of the archive that is not read here. Before the first next().
  void have_seen(const std::map<std::string, std::size_t>& names);

  /// So far; of a WARC nothing, whose records say of themselves what they are.
  [[nodiscard]] io::SkippedMembers skipped() const;

 private:
  /// An archive that is read while it is unpacked.
  struct Inner;

  [[nodiscard]] bool next_own(Entry& entry);
  [[nodiscard]] bool open_inner(Entry& entry);

  const RawSettings& settings_;
  std::unique_ptr<io::Archive> archive_;
  std::unique_ptr<io::Warc> warc_;  ///< or this
  RawName name_;
  MemberNames names_;
  std::unique_ptr<Inner> inner_;
  io::SkippedMembers skipped_inside_;  ///< of inner ones that have ended
};

}  // namespace sito::pipeline
