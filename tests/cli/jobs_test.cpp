#include "cli/jobs.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace sito::cli {
namespace {

TEST(Jobs, AQuotaIsRoundedUp) {
  EXPECT_EQ(cpus_of_quota("200000 100000"), 2U);
  EXPECT_EQ(cpus_of_quota("150000 100000\n"), 2U);
  EXPECT_EQ(cpus_of_quota("10000 100000"), 1U);
}

TEST(Jobs, NoQuotaDoesNotCount) {
  EXPECT_EQ(cpus_of_quota("max 100000"), 0U);
  EXPECT_EQ(cpus_of_quota("-1 100000"), 0U);
  EXPECT_EQ(cpus_of_quota(""), 0U);
}

TEST(Jobs, TheSchedulersShareIsALimit) {
  setenv("SLURM_CPUS_PER_TASK", "1", 1);
  EXPECT_EQ(default_jobs(), 1U);
  unsetenv("SLURM_CPUS_PER_TASK");
  EXPECT_GE(default_jobs(), 1U);
}

}  // namespace
}  // namespace sito::cli
