#include "cli/learning.h"

#include <algorithm>
#include <utility>

#include "cli/exit_status.h"
#include "io/nameless_file.h"
#include "templates/learner.h"

namespace sito::cli {
namespace {

constexpr std::size_t kMemory = std::size_t{1} << 30;

std::shared_ptr<const templates::Model> learnt(templates::Learner& learner) {
  io::NamelessFile file;
  learner.finish([&](std::string_view bytes) { file.write(bytes); });
  return std::make_shared<const templates::Model>(templates::Model::read(std::move(file).read_back()));
}

}  // namespace

Job learn_first(Job first, std::function<Job(std::shared_ptr<const templates::Model>)> second) {
  auto learner = std::make_shared<templates::Learner>(kMemory);
  first.collect = [learner](std::string_view pages) { learner->add_pages(pages); };
  first.then = [learner, second = std::move(second)] { return second(learnt(*learner)); };
  return first;
}

void check_readable_twice(const std::vector<std::string>& operands) {
  if (std::find(operands.begin(), operands.end(), "-") != operands.end())
    throw UsageError("--learn reads all twice, which standard input cannot be");
}

}  // namespace sito::cli
