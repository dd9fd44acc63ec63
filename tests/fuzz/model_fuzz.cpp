// Template models come from other machines: what is read whole can be merged, unless it is
// compacted, and comes out the same.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "io/error.h"
#include "templates/merge.h"
#include "templates/model.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace sito;
  const std::string content(reinterpret_cast<const char*>(bytes), size);
  try {
    const auto model = templates::Model::read(io::Input(content, "fuzz"));
    std::vector<io::Input> models;
    models.emplace_back(content, "fuzz");
    std::string merged;
    templates::merge(std::move(models), [&](std::string_view part) { merged += part; });
    if (templates::Model::read(io::Input(std::move(merged), "merged")).of("a").pages() !=
        model.of("a").pages())
      std::abort();
  } catch (const IoError&) {
  }
  return 0;
}
