// model_writer.h: a model, written one record after the other.
//
// Cuts what comes sorted into blocks. The bytes are block.h's question, where the records come from
// learner.h's and merge.h's.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "templates/block.h"

namespace sito::templates {

/// Takes bytes of a model, in order; what it throws is thrown on.
using Write = std::function<void(std::string_view bytes)>;

class ModelWriter {
 public:
  /// Writes the head.
  ModelWriter(Write write, ModelHead head);

  /// Begins a site: names ascend by their bytes, of at most kMostNameBytes.
  void begin_site(std::string_view name, std::uint32_t pages);

  /// A record of that site: keys ascend.
  void add(const Record& record);

  /// Writes what is left, and the trailer. Without it nobody takes the model for whole.
  void finish();

 private:
  void end_site();
  void put_block();

  Write write_;
  BlockWriter blocks_;
  Block block_;
  bool has_site_ = false;
  bool site_has_block_ = false;
  Trailer trailer_;
  std::string bytes_;
};

}  // namespace sito::templates
