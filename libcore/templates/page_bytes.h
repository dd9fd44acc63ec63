// page_bytes.h: a page's keys on their way from the worker that found them to the one that adds them up.
//
// What a sink appends and a learner takes; never written to a file.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "templates/record.h"

namespace sito::templates {

/// Appends a page of `site`.
void append_page(std::string_view site, std::span<const Record> records, std::string& out);

/// A page, as views of its bytes.
struct PageOfSite {
  std::string_view site;
  std::vector<Record> records;
};

/// Takes the page at the head of `bytes`, which is not empty and was appended whole, and shortens `bytes` by
/// it. `page` keeps its memory.
void take_page(std::string_view& bytes, PageOfSite& page);

}  // namespace sito::templates
