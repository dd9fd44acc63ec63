// model_reader.h: a model, read one block after the other.
//
// Settles that a model is whole and in order; what is not is refused by name. The bytes are block.h's
// question.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "io/input.h"
#include "templates/block.h"

namespace sito::templates {

class ModelReader {
 public:
  /// Reads the head. Throws IoError; DamagedInput for what is no model, is cut short, damaged ("damaged at
  /// byte 4711", decompressed) or was written by a newer version.
  explicit ModelReader(io::Input input);
  ~ModelReader();
  ModelReader(ModelReader&&) noexcept;
  ModelReader& operator=(ModelReader&&) noexcept;

  [[nodiscard]] bool is_compacted() const { return head_.compacted; }

  /// The next block, valid until the next call; null once the trailer has been read and found true. Throws as
  /// the constructor does. Memory: one block.
  [[nodiscard]] const Block* next();

  /// As given.
  [[nodiscard]] const std::string& name() const { return input_.name(); }

  /// "xxh128:…" of all bytes that were read, decompressed: of the model, after its end.
  [[nodiscard]] std::string digest() const;

 private:
  void begin_part();
  void read_until(std::size_t size);
  [[nodiscard]] std::size_t read_some(std::size_t size);
  void read_trailer();
  [[noreturn]] void refuse(const std::string& words) const;
  [[noreturn]] void refuse_damage() const;
  [[nodiscard]] bool is_in_order() const;

  io::Input input_;
  ModelHead head_;
  Block block_;
  Trailer read_;
  std::string site_;  ///< of the block before
  std::uint32_t site_pages_ = 0;
  std::size_t records_ = 0;
  std::uint64_t last_key_ = 0;
  bool ended_ = false;
  std::string bytes_;        ///< of the part that is being read
  std::size_t part_at_ = 0;  ///< where it begins
  struct Digest;
  std::unique_ptr<Digest> digest_;
};

}  // namespace sito::templates
