// model.h: a model whose lines are looked up.
//
// What `sito-strip --model` asks: was this line seen on other pages of the site? The bytes of a model are
// block.h's question, which keys a line has line_key.h's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "io/input.h"
#include "templates/record.h"

namespace sito::templates {

/// Keys of one site, ascending, and what is known of each.
struct KeyRun {
  std::vector<std::uint64_t> keys;
  struct Packed {
    std::uint16_t pages;
    std::uint8_t from_start;
    std::uint8_t from_end;
  };
  std::vector<Packed> seen;
};

/// What a model knows of one site. A view, cheap to copy; one that is default-constructed knows nothing.
class SiteTemplates {
 public:
  SiteTemplates() = default;
  SiteTemplates(std::span<const KeyRun> runs, std::uint32_t pages) : runs_(runs), pages_(pages) {}

  /// How many pages were learnt from, saturating.
  [[nodiscard]] std::uint32_t pages() const { return pages_; }

  /// What is known of a line, by its key (line_key.h). Keys are evenly spread, so that a look-up takes a
  /// handful of steps in a site of any size.
  [[nodiscard]] std::optional<Seen> find(std::uint64_t key) const;

 private:
  std::span<const KeyRun> runs_;
  std::uint32_t pages_ = 0;
};

/// Const once it is read, and shared by threads. Memory: 12 bytes a record; excerpts are left out.
class Model {
 public:
  /// All of `input`. Throws as ModelReader does.
  [[nodiscard]] static Model read(io::Input input);

  /// What is known of a site; nothing where its name is not in the model. Holds as long as the model.
  [[nodiscard]] SiteTemplates of(std::string_view site) const;

  /// "xxh128:…" of the model's bytes, decompressed.
  [[nodiscard]] const std::string& digest() const { return digest_; }

 private:
  struct Site {
    std::uint32_t pages = 0;
    std::vector<KeyRun> runs;
  };
  std::map<std::string, Site, std::less<>> sites_;
  std::string digest_;
};

}  // namespace sito::templates
