// generations.h: the folder of a corpus that grows.
//
//     DIR/current -> gen-000042     the corpus: a whole generation, changed by renaming this link
//     DIR/gen-000042/               its parts, manifest, rejects and ledger
//     DIR/gen-000043/               the next, if a run is at work or was ended in the middle of one
//     DIR/models/                   every version of the templates that nights learnt
//     DIR/_lock                     held by the run that is at work
//
// The link is all the state there is: a generation behind it is unfinished, one before it is kept for readers
// that are slow. What stands in a generation is night.h's question.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "io/file.h"

namespace sito::batch {

inline constexpr std::string_view kLedgerName = "_ledger.sqlite";
inline constexpr std::string_view kModelName = "_templates.model";

/// "gen-000042".
[[nodiscard]] std::string generation_name(std::int64_t number);

/// The generation that is current in `folder`; none if there is no corpus yet. Throws IoError for a link that
/// leads nowhere.
[[nodiscard]] std::optional<std::int64_t> current_generation(const std::string& folder);

class Generations {
 public:
  /// Makes `folder` if it is not there and takes its lock. Throws IoError, also where another run holds it
  /// and where the folder holds something that is no corpus.
  explicit Generations(const std::string& folder);

  /// Makes the next generation: what is left of a run that was ended, if `may_resume` and it began from the
  /// current one, else the current one's parts as hard links (copies where the file system has none) with a
  /// copy of its ledger. What else lies about is removed.
  void begin(bool may_resume);
  [[nodiscard]] bool resumed() const { return resumed_; }

  /// The generation that begin() made.
  [[nodiscard]] std::int64_t number() const { return number_; }
  [[nodiscard]] std::string path() const { return path(number_); }
  [[nodiscard]] std::string file(std::string_view name) const;

  /// Syncs it and makes it the current one, in one step; then removes all but the newest `keep` (at least 1).
  void commit(std::size_t keep);

  /// Removes the generation that begin() made: nothing was new.
  void drop();

 private:
  [[nodiscard]] std::string path(std::int64_t number) const;
  void check_contents() const;
  void copy_current();
  void remove_others(std::size_t keep) const;
  void keep_model() const;

  std::string folder_;
  io::FileDescriptor lock_;
  std::optional<std::int64_t> current_;
  std::int64_t number_ = 0;
  bool resumed_ = false;
};

}  // namespace sito::batch
