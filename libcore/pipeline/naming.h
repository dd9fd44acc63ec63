// naming.h: what a document is called, and whose it is.
//
// Settles `id`, `source` and `site` from a file's path, so that names are unique, stable and valid
// UTF-8 whatever bytes a file system holds. Which files there are is io/tree.h's question.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sito::pipeline {

/// `name` as it may stand in an id: ill-formed UTF-8, control characters (C0, DEL, C1, U+2028/9), `%`, and
/// the `#` of a final
/// `#digits` are percent-encoded, byte by byte. Different names stay different. Linear.
[[nodiscard]] std::string encoded_name(std::string_view name);

struct NamingSettings {
  std::string root;                   ///< taken off the head of ids, as whole folders
  std::string id_prefix;              ///< put before ids as it is
  std::optional<std::string> source;  ///< instead of the PATH's name
  std::optional<std::string> site;    ///< instead of host or folder
};

/// The id of a file at `path` (io::plain_path), or of its `member` where it is an archive.
[[nodiscard]] std::string document_id(const NamingSettings& settings, std::string_view path,
                                      std::string_view member = {});

/// `given` is the PATH that the user gave, `is_folder` whether it is one: its name, or the name of the folder
/// a single file lies in; "stdin" for "-".
[[nodiscard]] std::string source_name(const NamingSettings& settings, std::string_view given, bool is_folder);

/// `folder`: the first below PATH, or within the archive, or the URI's host; `source` where there is none.
[[nodiscard]] std::string site_name(const NamingSettings& settings, std::string_view folder,
                                    std::string_view source);

/// The host of `uri` in small letters, without user, port and a final dot; empty where it names none.
[[nodiscard]] std::string uri_host(std::string_view uri);

/// Tells a second member of one name in an archive from the first: "#2", "#3". Names are the same if their
/// hashes are, of 64 bits: archives have millions. Memory: 10 to 14 bytes a name.
class MemberCounter {
 public:
  /// What to put behind the member's encoded name: empty for the first.
  [[nodiscard]] std::string suffix(std::string_view member);

  /// That so many of one name went before those it is asked about.
  void have_seen(const std::string& member, std::size_t times);

 private:
  /// Hashes with one last byte. They grow by little and one at a time, so that never two copies of all are
  /// held.
  class Seen {
   public:
    /// Puts `hash`, which is not 0, in; whether it was not there.
    [[nodiscard]] bool add(std::uint64_t hash);

   private:
    std::vector<std::uint64_t> places_;  ///< a hash where it falls, or behind; 0 where there is none
    std::size_t count_ = 0;
  };

  std::array<Seen, 256> seen_;
  std::unordered_map<std::uint64_t, std::size_t> repeated_;  ///< how often; those that were seen twice
};

}  // namespace sito::pipeline
