#include "batch/part_writer.h"

#include <utility>

namespace sito::batch {

PartWriter::PartWriter(const std::string& path, std::string name, std::string_view head) : output_(path) {
  part_.name = std::move(name);
  output_.watch([this](std::string_view bytes) {
    digest_.add(bytes);
    part_.bytes += static_cast<std::int64_t>(bytes.size());
  });
  put(head);
}

void PartWriter::put(std::string_view bytes) {
  output_.write(bytes);
  part_.content_bytes += static_cast<std::int64_t>(bytes.size());
}

void PartWriter::add(std::string_view id, std::string_view records, std::int64_t count) {
  put(records);
  if (part_.records == 0) part_.first_id = id;
  part_.records += count;
  part_.last_id = id;
}

Part PartWriter::finish() {
  output_.commit();
  part_.digest = digest_.finish();
  return part_;
}

}  // namespace sito::batch
