#include "cli/jobs.h"

#include <sched.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace sito::cli {
namespace {

std::string content(const std::string& path) {
  std::ifstream stream(path);
  std::ostringstream out;
  out << stream.rdbuf();
  return out.str();
}

unsigned affinity() {
  cpu_set_t set;
  CPU_ZERO(&set);
  if (sched_getaffinity(0, sizeof set, &set) != 0) return 0;
  return static_cast<unsigned>(CPU_COUNT(&set));
}

/// The process's cgroup below its hierarchy's root: of v2 ("0::/path"), or of v1's cpu controller.
std::string cgroup_path(bool v2) {
  std::istringstream lines(content("/proc/self/cgroup"));
  for (std::string line; std::getline(lines, line);) {
    const auto first = line.find(':'), second = line.find(':', first + 1);
    if (second == std::string::npos) continue;
    const auto controllers = "," + line.substr(first + 1, second - first - 1) + ",";
    if (v2 ? line.starts_with("0::") : controllers.find(",cpu,") != std::string::npos)
      return line.substr(second + 1);
  }
  return "/";
}

/// A quota may stand at any level from the process's group to the root; the least holds.
template <class Cpus>
unsigned least_up_to_root(std::string path, Cpus cpus) {
  unsigned least = 0;
  for (;;) {
    if (const unsigned here = cpus(path); here != 0 && (least == 0 || here < least)) least = here;
    if (path.empty() || path == "/") return least;
    path.resize(path.rfind('/'));
  }
}

unsigned cgroup_quota() {
  const unsigned v2 = least_up_to_root(cgroup_path(true), [](const std::string& path) {
    return cpus_of_quota(content("/sys/fs/cgroup" + path + "/cpu.max"));
  });
  if (v2 != 0) return v2;
  return least_up_to_root(cgroup_path(false), [](const std::string& path) {
    const auto folder = "/sys/fs/cgroup/cpu" + path;
    return cpus_of_quota(content(folder + "/cpu.cfs_quota_us") + " " +
                         content(folder + "/cpu.cfs_period_us"));
  });
}

unsigned slurm_cpus() {
  const char* value = std::getenv("SLURM_CPUS_PER_TASK");
  unsigned cpus = 0;
  if (value != nullptr) std::from_chars(value, value + std::string_view(value).size(), cpus);
  return cpus;
}

}  // namespace

unsigned cpus_of_quota(std::string_view cpu_max) {
  std::istringstream words{std::string(cpu_max)};
  double quota = 0, period = 0;
  if (!(words >> quota >> period) || quota <= 0 || period <= 0) return 0;
  return std::max(1U, static_cast<unsigned>((quota + period - 1) / period));
}

unsigned default_jobs() {
  unsigned jobs = 0;
  for (const unsigned limit : {affinity(), cgroup_quota(), slurm_cpus()})
    if (limit != 0 && (jobs == 0 || limit < jobs)) jobs = limit;
  return std::max(1U, jobs);
}

}  // namespace sito::cli
