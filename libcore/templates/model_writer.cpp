#include "templates/model_writer.h"

#include <utility>

namespace sito::templates {

ModelWriter::ModelWriter(Write write, ModelHead head) : write_(std::move(write)) {
  append_head(head, bytes_);
  write_(bytes_);
}

void ModelWriter::begin_site(std::string_view name, std::uint32_t pages) {
  end_site();
  block_.site = name;
  block_.site_pages = pages;
  has_site_ = true;
  site_has_block_ = false;
}

void ModelWriter::add(const Record& record) {
  if (block_.keys.size() == kBlockRecords) put_block();
  block_.append(record);
}

void ModelWriter::finish() {
  end_site();
  bytes_.clear();
  append_trailer(trailer_, bytes_);
  write_(bytes_);
}

void ModelWriter::end_site() {
  if (has_site_ && (!block_.keys.empty() || !site_has_block_)) put_block();
}

void ModelWriter::put_block() {
  bytes_.clear();
  blocks_.append(block_, bytes_);
  write_(bytes_);
  ++trailer_.blocks;
  trailer_.records += block_.keys.size();
  site_has_block_ = true;
  block_.clear_records();
}

}  // namespace sito::templates
