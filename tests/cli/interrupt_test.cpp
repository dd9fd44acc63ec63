#include "cli/interrupt.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <thread>

namespace sito::cli {
namespace {

// Each runs in a process of its own ("threadsafe" starts it anew), since a signal ends it.
class InterruptDeathTest : public testing::Test {
 protected:
  void SetUp() override { testing::GTEST_FLAG(death_test_style) = "threadsafe"; }
};

void die_with(int signal) {
  Interrupt interrupt([] { std::fputs("cleaned", stderr); });
  kill(getpid(), signal);
  std::this_thread::sleep_for(std::chrono::seconds(20));
}

TEST_F(InterruptDeathTest, ASignalCleansUpAndEndsTheProcessAsItDoes) {
  EXPECT_EXIT(die_with(SIGTERM), testing::KilledBySignal(SIGTERM), "cleaned");
  EXPECT_EXIT(die_with(SIGINT), testing::KilledBySignal(SIGINT), "cleaned");
}

TEST_F(InterruptDeathTest, AnIgnoredSignalStaysIgnored) {
  EXPECT_EXIT(
      {
        std::signal(SIGHUP, SIG_IGN);
        Interrupt interrupt([] { std::fputs("cleaned", stderr); });
        kill(getpid(), SIGHUP);
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        std::_Exit(7);
      },
      testing::ExitedWithCode(7), "^$");
}

// What is cleaned up fails under the hands of others; the process still ends as the signal does.
TEST_F(InterruptDeathTest, AFailureGivesWayToTheSignal) {
  EXPECT_EXIT(
      {
        std::atomic<bool> removed = false;
        Interrupt interrupt([&] {
          removed = true;
          std::this_thread::sleep_for(std::chrono::milliseconds(100));
        });
        interrupt.give_way();
        kill(getpid(), SIGTERM);
        while (!removed) std::this_thread::yield();
        interrupt.give_way();
        std::_Exit(3);
      },
      testing::KilledBySignal(SIGTERM), "^$");
}

TEST_F(InterruptDeathTest, WithoutASignalItEndsQuietly) {
  EXPECT_EXIT(
      {
        {
          Interrupt interrupt([] { std::fputs("cleaned", stderr); });
        }
        std::_Exit(0);
      },
      testing::ExitedWithCode(0), "^$");
}

TEST_F(InterruptDeathTest, DieOfEndsTheProcessEvenWhereTheSignalIsIgnored) {
  EXPECT_EXIT(
      {
        std::signal(SIGPIPE, SIG_IGN);
        die_of(SIGPIPE);
      },
      testing::KilledBySignal(SIGPIPE), "");
}

}  // namespace
}  // namespace sito::cli
