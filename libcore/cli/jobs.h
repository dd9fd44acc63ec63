// jobs.h: how many workers a process may use.
#pragma once

#include <string_view>

namespace sito::cli {

/// As many as the process may use: the least of its CPU affinity, its cgroup's quota (v2 cpu.max, v1
/// cfs_quota_us; rounded up) and SLURM_CPUS_PER_TASK; at least 1. Reads /proc and /sys; what cannot be read
/// does not count.
[[nodiscard]] unsigned default_jobs();

/// The CPUs that a cgroup's `cpu.max` ("150000 100000") allows, rounded up; 0 for "max" and for what
/// does not parse.
[[nodiscard]] unsigned cpus_of_quota(std::string_view cpu_max);

}  // namespace sito::cli
