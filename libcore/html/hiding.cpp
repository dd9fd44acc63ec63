#include "html/hiding.h"

namespace sito::html {
namespace {

const Element& paragraph() {
  static const Element* const kParagraph = &element("p");
  return *kParagraph;
}

// What keeps a start or end tag within it from meaning an element around it.
bool is_barrier(const Element& element) {
  return element.layout == Layout::kList || (element.is_wall && element.layout != Layout::kCell);
}

}  // namespace

void Hiding::clear() {
  hidden_ = nullptr;
  open_.fill(0);
}

bool Hiding::holds_svg() const {
  static const Element* const kSvg = &element("svg");
  return is_svg() || (is_active() && inside_[kSvg->id] > 0);
}

void Hiding::opened(const Element& element) {
  if (element.content == Content::kNone) return;
  if (element.ends_paragraph) open_[paragraph().id] = 0;
  ++open_[element.id];
}

void Hiding::closed(const Element& element) {
  if (open_[element.id] > 0) --open_[element.id];
}

bool Hiding::ends_paragraph() {
  const bool was_open = open_[paragraph().id] > 0;
  open_[paragraph().id] = 0;
  return was_open;
}

void Hiding::begin(const Tag& tag) {
  hidden_ = &tag.element();
  name_ = tag.name();
  depth_ = barriers_ = 0;
  inside_.fill(0);
}

bool Hiding::start_ends(const Tag& tag) {
  const Element& element = tag.element();
  if (is_ended_by_start(element)) return true;
  if (element.content == Content::kNone || (is_svg() && tag.self_closing())) return false;
  if (tag.name() != name_)
    ++inside_[element.id];
  else if (counts_as_nested())
    ++depth_;
  if (is_barrier(element)) ++barriers_;
  return false;
}

bool Hiding::is_ended_by_start(const Element& element) const {
  if (is_svg()) {
    static const std::array<std::size_t, 3> kHtmlWithin = {
        html::element("foreignobject").id, html::element("desc").id, html::element("title").id};
    for (const std::size_t id : kHtmlWithin)
      if (inside_[id] > 0) return false;
    return element.leaves_svg;
  }
  if (barriers_ > 0) return false;
  if (depth_ == 0 && hidden_->ended_by.test(element.id)) return true;
  if (is_ended_by_next_of_outer(element)) return true;
  if (!element.ends_paragraph || inside_[paragraph().id] > 0) return false;
  if (hidden_ == &paragraph()) return true;
  return hidden_->layout == Layout::kInline && open_[paragraph().id] > 0;
}

// The next item of a list or cell of a row around the hidden element.
bool Hiding::is_ended_by_next_of_outer(const Element& element) const {
  const bool may_hold_items = is_barrier(*hidden_) || hidden_->ended_by.any();
  return !may_hold_items && element.is_block() && element.ended_by.test(element.id) &&
         open_[element.id] > 0 && inside_[element.id] == 0;
}

// An item or cell in a list or table within is that list's, and ends with it.
bool Hiding::counts_as_nested() const { return barriers_ == 0 || hidden_->ended_by.none(); }

Hiding::End Hiding::end_tag(const Tag& tag) {
  const Element& element = tag.element();
  if (tag.name() == name_) {
    if (!counts_as_nested()) return End::kNot;
    if (depth_ == 0) return End::kItself;
    --depth_;
  } else if (element.name == "body" || element.name == "html") {
    return End::kNever;
  } else if (inside_[element.id] > 0) {
    --inside_[element.id];
  } else {
    return is_ended_by_outer_end(element) ? End::kBefore : End::kNot;
  }
  if (is_barrier(element) && barriers_ > 0) --barriers_;
  return End::kNot;
}

bool Hiding::is_ended_by_outer_end(const Element& element) const {
  if (element.id == 0 || open_[element.id] == 0 || barriers_ > 0) return false;
  if (hidden_->name == "template") return false;
  if (hidden_->is_wall) return element.layout == Layout::kTable || hidden_->ended_by.test(element.id);
  return hidden_->layout == Layout::kInline || (element.is_block() && &element != &paragraph());
}

}  // namespace sito::html
