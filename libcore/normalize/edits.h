// edits.h: a text written anew but for some places.
//
// Steps look for the few places that are wrong and keep all else byte for byte.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sito::normalize {

class Edits {
 public:
  /// `out` is cleared; `valid` must not lie in it, and outlives the edits.
  Edits(std::string_view valid, std::string& out) : valid_(valid), out_(out) { out_.clear(); }

  /// Writes `text` for the bytes [begin, end), which lie behind all that was replaced before.
  void replace(std::size_t begin, std::size_t end, std::string_view text) {
    out_.append(valid_.substr(copied_, begin - copied_)).append(text);
    copied_ = end;
    ++count_;
  }

  /// Copies the rest; how many places were replaced.
  std::size_t finish() {
    out_.append(valid_.substr(copied_));
    copied_ = valid_.size();
    return count_;
  }

 private:
  std::string_view valid_;
  std::string& out_;
  std::size_t copied_ = 0;
  std::size_t count_ = 0;
};

}  // namespace sito::normalize
