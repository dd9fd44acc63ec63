#include "cli/learning.h"

#include <algorithm>
#include <utility>

#include "cli/exit_status.h"
#include "io/nameless_file.h"
#include "io/output.h"
#include "templates/learner.h"
#include "templates/merge.h"

namespace sito::cli {
namespace {

constexpr std::size_t kMemory = std::size_t{1} << 30;

io::Input model_of(templates::Learner& learner) {
  io::NamelessFile file;
  learner.finish([&](std::string_view bytes) { file.write(bytes); });
  return std::move(file).read_back();
}

std::shared_ptr<const templates::Model> learnt(templates::Learner& learner) {
  return std::make_shared<const templates::Model>(templates::Model::read(model_of(learner)));
}

void merge(templates::Learner& learner, const std::optional<std::string>& before, const std::string& file) {
  std::vector<io::Input> models;
  models.push_back(model_of(learner));
  if (before) models.emplace_back(*before);
  io::Output output(file);
  templates::merge(std::move(models), [&](std::string_view bytes) { output.write(bytes); });
  output.commit();
}

}  // namespace

Job learn_first(Job first, std::function<Job(std::shared_ptr<const templates::Model>)> second) {
  auto learner = std::make_shared<templates::Learner>(kMemory);
  first.collect = [learner](std::string_view pages) { learner->add_pages(pages); };
  first.then = [learner, second = std::move(second)] { return second(learnt(*learner)); };
  return first;
}

Job learn_more(Job first, std::function<Job(const MergeModels&)> second) {
  auto learner = std::make_shared<templates::Learner>(kMemory);
  first.collect = [learner](std::string_view pages) { learner->add_pages(pages); };
  first.then = [learner, second = std::move(second)] {
    return second([&](const std::optional<std::string>& before, const std::string& file) {
      merge(*learner, before, file);
    });
  };
  return first;
}

void check_readable_twice(const std::vector<std::string>& operands) {
  if (std::find(operands.begin(), operands.end(), "-") != operands.end())
    throw UsageError("--learn reads all twice, which standard input cannot be");
}

}  // namespace sito::cli
