// cursor.h: one record of a model after the other.
//
// Hides the borders of blocks from who adds up (merge.h) or shows (list.h) records.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>

#include "templates/model_reader.h"

namespace sito::templates {

class Cursor {
 public:
  /// Stands at the first site. Throws as ModelReader does, as every step does.
  explicit Cursor(io::Input input) : reader_(std::move(input)) { take_block(); }
  Cursor(const Cursor&) = delete;
  Cursor& operator=(const Cursor&) = delete;

  [[nodiscard]] const ModelReader& reader() const { return reader_; }

  /// Whether there is a site; if not, the model has been read and found whole.
  [[nodiscard]] bool has_site() const { return block_ != nullptr; }
  [[nodiscard]] std::string_view site() const { return block_->site; }
  [[nodiscard]] std::uint32_t site_pages() const { return block_->site_pages; }

  /// Whether there is a record of that site; its views hold until the next step.
  [[nodiscard]] bool has_record(std::string_view site) const {
    return has_site() && index_ < block_->keys.size() && block_->site == site;
  }
  [[nodiscard]] const Record& record() const { return record_; }

  /// To the next record, or to the next site; from a site without records likewise.
  void step();

 private:
  void take_block();
  void take_record();

  ModelReader reader_;
  const Block* block_ = nullptr;
  std::size_t index_ = 0;
  std::size_t excerpt_at_ = 0;
  Record record_;
};

}  // namespace sito::templates
