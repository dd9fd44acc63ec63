// learnt.h: models made of a few pages, for tests.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "io/input.h"
#include "templates/learner.h"
#include "templates/list.h"
#include "templates/merge.h"
#include "templates/page_bytes.h"
#include "templates/page_keys.h"

namespace sito::templates {

struct Page {
  std::string site;
  std::string text;
};

inline Write into(std::string& out) {
  return [&out](std::string_view bytes) { out += bytes; };
}

/// The model of pages.
inline std::string learnt(const std::vector<Page>& pages, std::size_t memory = std::size_t{1} << 30) {
  Learner learner(memory);
  PageKeys keys;
  std::string bytes;
  for (const auto& page : pages) {
    keys.assign(page.text);
    bytes.clear();
    append_page(page.site, keys.records(), bytes);
    learner.add_pages(bytes);
  }
  std::string model;
  learner.finish(into(model));
  return model;
}

inline io::Input opened(std::string model, std::string name = "test.model") {
  return {std::move(model), std::move(name)};
}

inline std::string merged(const std::vector<std::string>& models) {
  std::vector<io::Input> inputs;
  inputs.reserve(models.size());
  for (const auto& model : models) inputs.push_back(opened(model));
  std::string out;
  merge(std::move(inputs), into(out));
  return out;
}

inline std::string compacted(const std::string& model, std::uint32_t min_pages = 2) {
  std::string out;
  compact(opened(model), min_pages, into(out));
  return out;
}

/// The table of a model without its first line.
inline std::string listed(const std::string& model, const ListSettings& settings = {{}, 1}) {
  std::string out;
  list(opened(model), settings, into(out));
  return out.substr(out.find('\n') + 1);
}

}  // namespace sito::templates
