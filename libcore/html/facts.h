// facts.h: what a page says of itself.
//
// Title, date of publication, address and language, from what a page's head, its schema.org markup and
// its elements declare. Whether a date is one, and how facts weigh against the text, is meta's question.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "html/tag.h"

namespace sito::html {

/// Each as the page has it, white space collapsed; empty if it says nothing.
struct Facts {
  std::string title;  ///< the title element
  std::string
      published;  ///< article:published_time, JSON-LD's or an itemprop's datePublished, a time element
  std::string canonical;  ///< link rel=canonical, else og:url; may be relative
  std::string language;   ///< html's lang, else http-equiv content-language, else og:locale with a hyphen

  friend bool operator==(const Facts&, const Facts&) = default;
};

/// Gathers facts from the tags of a page. Of two sources the better counts, of two equal ones the first.
class FactReader {
 public:
  /// Writes over `facts`, which outlives the reader's use.
  void assign(Facts& facts);

  /// A start tag. A `time` is the page's own only where `in_article`. Linear in the tag.
  void start_tag(const Tag& tag, bool in_article);
  /// A part of the first title element's text; title_end() behind its last.
  void title(std::string_view part);
  void title_end();
  /// What came of it was none.
  void drop_title() { raw_title_.clear(); }
  /// The whole text of a script of JSON-LD. Linear; what is not JSON does no harm.
  void json_ld(std::string_view text);

 private:
  void meta(const Tag& tag);
  void link(const Tag& tag);
  void time(const Tag& tag, bool in_article);
  void item(const Tag& tag);

  /// A place for a fact, and how good what stands there is: 0 is nothing, 1 best.
  struct Place {
    std::string Facts::*fact;
    unsigned rank = 0;
  };
  void offer(Place& place, unsigned rank, std::string_view value);
  [[nodiscard]] std::string_view value_of(const Tag& tag, std::string_view name, std::string& buffer) const;

  Facts* facts_ = nullptr;
  Place published_{&Facts::published}, canonical_{&Facts::canonical}, language_{&Facts::language};
  bool has_title_ = false;
  std::string raw_title_;
  std::string name_, value_;
};

}  // namespace sito::html
