// frame.h: output records that keep the name of their document.
//
// A sink writes bytes. Where what it wrote is split over files, one has to know where each record ends and
// which document it is of; so each is put into a frame. Frames pass from a chain to what takes its output
// within one process and are never stored.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sito {

struct Framed {
  std::string_view id;      ///< the document's, unescaped
  std::string_view record;  ///< with its line end
};

/// Appends a frame around `record` to `out`.
void append_frame(std::string& out, const Framed& framed);

/// The frame at the head of `frames`, which it takes off. Precondition: `frames` begins with a whole one.
[[nodiscard]] Framed take_frame(std::string_view& frames);

}  // namespace sito
