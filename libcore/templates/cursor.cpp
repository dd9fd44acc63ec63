#include "templates/cursor.h"

namespace sito::templates {

void Cursor::step() {
  if (++index_ < block_->keys.size())
    take_record();
  else
    take_block();
}

void Cursor::take_block() {
  block_ = reader_.next();
  index_ = 0;
  excerpt_at_ = 0;
  if (block_ != nullptr && !block_->keys.empty()) take_record();
}

void Cursor::take_record() {
  const std::string_view excerpts = block_->excerpts;
  const auto end = excerpts.find('\n', excerpt_at_);
  record_ = {block_->keys[index_], block_->seen[index_], excerpts.substr(excerpt_at_, end - excerpt_at_)};
  excerpt_at_ = end + 1;
}

}  // namespace sito::templates
