// manifest.h: what a corpus folder says of itself.
//
// `_manifest.json` lists the parts, so that a reader can prove that nothing is missing or was changed, and
// how they were made. How parts come to stand in the folder is corpus.h's question.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sito::batch {

inline constexpr std::string_view kManifestName = "_manifest.json";
inline constexpr std::string_view kRejectsName = "_rejects.jsonl";
inline constexpr std::string_view kSuccessName = "_SUCCESS";  ///< empty, written last; Spark's name for it

/// A file of records.
struct Part {
  std::string name;
  std::int64_t records = 0;
  std::int64_t bytes = 0;          ///< of the file
  std::int64_t content_bytes = 0;  ///< of what is in it, not compressed
  std::string digest;              ///< of the file, as `sha256sum` would print it, behind "sha256:"
  std::string first_id;            ///< of the document that its first record is of; empty without records
  std::string last_id;
};

/// A switch that was given and decides what the records are: `{"view", {"quote"}}`.
struct Option {
  std::string name;
  std::vector<std::string> values;
};

struct Manifest {
  std::string program;  ///< "sito-emit"
  std::string version;
  std::vector<Option> options;
  std::vector<Part> parts;
};

/// `{"name", "records", "bytes", "content_bytes", "digest", "first_id", "last_id"}`, the ids null without
/// records.
[[nodiscard]] std::string to_json(const Part& part);

/// `{"program", "version", "options": {NAME: [VALUE, …], …}, "records", "bytes", "content_bytes", "parts":
/// [{"name", "records", "bytes", "content_bytes", "digest", "first_id", "last_id"}, …]}`, a part a line,
/// ended by LF. It holds no time and no machine's name: the same records make the same bytes.
[[nodiscard]] std::string to_json(const Manifest& manifest);

}  // namespace sito::batch
