#include "batch/assembly.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <boost/filesystem/operations.hpp>
#include <cerrno>
#include <set>
#include <utility>
#include <vector>

#include "batch/file_state.h"
#include "document/digest.h"
#include "io/error.h"
#include "io/folder.h"
#include "io/output.h"
#include "io/temporaries.h"

namespace sito::batch {
namespace {

namespace fs = boost::filesystem;

/// "3, 5-7"
std::string spoken(const std::vector<std::size_t>& tasks) {
  std::string out;
  for (std::size_t i = 0; i < tasks.size();) {
    std::size_t last = i;
    while (last + 1 < tasks.size() && tasks[last + 1] == tasks[last] + 1) ++last;
    out += fmt::format("{}{}", out.empty() ? "" : ", ", tasks[i]);
    if (last > i) out += fmt::format("{}{}", last > i + 1 ? "-" : ", ", tasks[last]);
    i = last + 1;
  }
  return out;
}

/// Tasks by what is wrong with them, in the order of kFaults.
class Faults {
 public:
  enum Fault : std::size_t {
    kNotDone,
    kOtherPlan,
    kOtherOptions,
    kOtherModel,
    kNoPart,
    kOtherPart,
    kOtherRejects
  };

  void add(Fault fault, std::size_t task) { tasks_[fault].push_back(task); }

  /// All of them in one line; empty if there are none.
  [[nodiscard]] std::string reason() const {
    std::string out;
    for (std::size_t fault = 0; fault < tasks_.size(); ++fault) {
      const auto& tasks = tasks_[fault];
      if (tasks.empty()) continue;
      const bool one = tasks.size() == 1;
      out += fmt::format("{}{} {} {}", out.empty() ? "" : "; ", one ? "task" : "tasks", spoken(tasks),
                         one ? kFaults[fault].first : kFaults[fault].second);
    }
    return out;
  }

 private:
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kFaults = {{
      {"is not done", "are not done"},
      {"was done by another plan", "were done by another plan"},
      {"was done with other switches", "were done with other switches"},
      {"was done with another model", "were done with another model"},
      {"has no part", "have no parts"},
      {"has another part than it wrote", "have other parts than they wrote"},
      {"has other rejects than it wrote", "have other rejects than they wrote"},
  }};
  std::array<std::vector<std::size_t>, kFaults.size()> tasks_;
};

/// Gives all bytes of a file as they stand there.
template <class See>
void read_all(const std::string& path, const See& see) {
  auto file = io::open_file(path, O_RDONLY);
  std::vector<char> chunk(std::size_t{1} << 20);
  for (;;) {
    const auto got = ::read(file.number(), chunk.data(), chunk.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw IoError(path, "read", errno);
    if (got == 0) return;
    see(std::string_view(chunk.data(), static_cast<std::size_t>(got)));
  }
}

bool holds(const std::string& path, const std::string& digest) {
  Sha256 sum;
  read_all(path, [&](std::string_view bytes) { sum.add(bytes); });
  return sum.finish() == digest;
}

class Assembly {
 public:
  explicit Assembly(const PlanFile& plan) : plan_(plan), folder_(plan.folder()) {}

  Result<Sum> run() {
    for (std::size_t task = 0; task < plan_.tasks(); ++task) check(task);
    auto reason = faults_.reason();
    const auto foreign = foreign_parts();
    if (!foreign.empty())
      reason += fmt::format("{}{} {} of no task of this plan", reason.empty() ? "" : "; ", foreign,
                            foreign.find(", ") == std::string::npos ? "is" : "are");
    if (!reason.empty()) return Reject{reason};
    write();
    remove_leftovers();
    return sum_;
  }

 private:
  void check(std::size_t task) {
    auto done = read_done(folder_, task);
    if (!done || done->task != task) return faults_.add(Faults::kNotDone, task);
    if (done->key.plan != plan_.digest()) return faults_.add(Faults::kOtherPlan, task);
    if (done->key.options != plan_.plan().options_digest) return faults_.add(Faults::kOtherOptions, task);
    if (sum_.tasks == 0) sum_.model = done->key.model;
    if (done->key.model != sum_.model) return faults_.add(Faults::kOtherModel, task);
    check_files(*done);
    ++sum_.tasks;
    sum_.documents += done->documents;
    sum_.records += done->part.records;
    sum_.rejected += done->rejected;
    sum_.skipped += done->skipped;
    manifest_.parts.push_back(std::move(done->part));
  }

  void check_files(const Done& done) {
    const auto part = folder_ + done.part.name;
    const auto rejects = folder_ + done.rejects.name;
    boost::system::error_code error;
    if (done.part.name != plan_.part_name(done.task) || !fs::exists(part, error))
      faults_.add(Faults::kNoPart, done.task);
    else if (!has_size(part, done.part.bytes) || !holds(part, done.part.digest))
      faults_.add(Faults::kOtherPart, done.task);
    if (!has_size(rejects, done.rejects.bytes) || !holds(rejects, done.rejects.digest))
      faults_.add(Faults::kOtherRejects, done.task);
  }

  /// Parts that would be read as some of the corpus: of an earlier plan, say.
  [[nodiscard]] std::string foreign_parts() const {
    std::set<std::string> own;
    for (std::size_t task = 0; task < plan_.tasks(); ++task) own.insert(plan_.part_name(task));
    std::set<std::string> foreign;
    for (auto& name : io::names_in(folder_.empty() ? "." : folder_))
      if (name.starts_with("part-") && !own.contains(name)) foreign.insert(std::move(name));
    std::string out;
    for (const auto& name : foreign) out += (out.empty() ? "" : ", ") + name;
    return out;
  }

  void write() {
    io::Output rejects(folder_ + std::string(kRejectsName));
    for (std::size_t task = 0; task < plan_.tasks(); ++task)
      read_all(folder_ + rejects_name(task), [&](std::string_view bytes) { rejects.write(bytes); });
    rejects.commit();
    manifest_.program = "sito plan";
    manifest_.version = plan_.plan().version;
    for (const auto& option : plan_.plan().options) manifest_.options.push_back({option.name, option.values});
    if (!sum_.model.empty()) manifest_.options.push_back({"model", {sum_.model}});
    io::write_file(folder_ + std::string(kManifestName), to_json(manifest_));
    io::write_file(folder_ + std::string(kSuccessName), "");
  }

  /// All tasks are done, so no attempt's unfinished file is wanted any more.
  void remove_leftovers() const {
    for (const auto* below : {"", "done/", "rejects/"}) {
      const auto folder = folder_ + below;
      for (const auto& name : io::names_in(folder.empty() ? "." : folder)) {
        const bool is_ours = *below != '\0' || name.starts_with(".part-");
        boost::system::error_code ignored;
        if (is_ours && io::temporaries::is_temporary(name)) fs::remove(folder + name, ignored);
      }
    }
  }

  const PlanFile& plan_;
  std::string folder_;
  Faults faults_;
  Sum sum_;
  Manifest manifest_;
};

}  // namespace

Result<Sum> assemble(const PlanFile& plan) { return Assembly(plan).run(); }

}  // namespace sito::batch
