#include "pipeline/ordered.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <numeric>
#include <stdexcept>

namespace sito::pipeline {
namespace {

struct OrderedCase {
  const char* name;
  unsigned workers;
  std::size_t window;
};

OrderedWork<int, int> counting(int items, std::vector<int>& delivered) {
  OrderedWork<int, int> work;
  work.take = [items, next = 0]() mutable { return next < items ? std::optional(next++) : std::nullopt; };
  work.process = [](int&& item, unsigned) { return item; };
  work.deliver = [&delivered](int&& done) { return delivered.push_back(done), true; };
  work.bytes = [](const int&) { return std::size_t{1}; };
  return work;
}

class Ordered : public testing::TestWithParam<OrderedCase> {};

TEST_P(Ordered, ResultsLeaveInTheOrderOfTheItems) {
  std::vector<int> delivered, expected(500);
  std::iota(expected.begin(), expected.end(), 0);
  auto work = counting(500, delivered);
  work.window_bytes = GetParam().window;
  work.process = [](int&& item, unsigned) {
    if (item % 7 == 0) std::this_thread::sleep_for(std::chrono::microseconds(item % 200));
    return item;
  };
  run_ordered(work, GetParam().workers);
  EXPECT_EQ(delivered, expected);
}

TEST_P(Ordered, DeliverCanEndTheRun) {
  std::vector<int> delivered;
  auto work = counting(100000, delivered);
  work.window_bytes = GetParam().window;
  work.deliver = [&delivered](int&& done) { return delivered.push_back(done), done < 9; };
  run_ordered(work, GetParam().workers);
  EXPECT_EQ(delivered.size(), 10U);
}

TEST_P(Ordered, TheFirstExceptionReachesTheCaller) {
  std::vector<int> delivered;
  auto work = counting(1000, delivered);
  work.window_bytes = GetParam().window;
  work.process = [](int&& item, unsigned) {
    if (item == 40) throw std::runtime_error("broken");
    return item;
  };
  EXPECT_THROW(run_ordered(work, GetParam().workers), std::runtime_error);
  EXPECT_LE(delivered.size(), 40U);
}

INSTANTIATE_TEST_SUITE_P(Workers, Ordered,
                         testing::Values(OrderedCase{"One", 1, 1}, OrderedCase{"Two", 2, 1 << 20},
                                         OrderedCase{"EightAndNoWindow", 8, 0},
                                         OrderedCase{"EightAndThree", 8, 3}),
                         [](const auto& row) { return row.param.name; });

TEST(OrderedWindow, WhatWaitsForASlowItemIsBounded) {
  std::vector<int> delivered;
  auto work = counting(1000, delivered);
  std::atomic<int> processed = 0, processed_meanwhile = 0;
  work.window_bytes = 10;
  work.process = [&](int&& item, unsigned) {
    if (item == 0) {
      while (processed < 10) std::this_thread::yield();
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
      processed_meanwhile = processed.load();
    } else {
      ++processed;
    }
    return item;
  };
  run_ordered(work, 4);
  EXPECT_EQ(delivered.size(), 1000U);
  // Ten may wait; each of the three other workers may hold one more.
  EXPECT_LE(processed_meanwhile, 14);
}

TEST(OrderedWindow, WithOneWorkerAnItemIsDeliveredBeforeTheNextIsTaken) {
  std::vector<int> delivered;
  auto work = counting(20, delivered);
  std::size_t taken = 0;
  work.take = [&, next = 0]() mutable -> std::optional<int> {
    EXPECT_EQ(delivered.size(), taken);
    if (next == 20) return std::nullopt;
    ++taken;
    return next++;
  };
  run_ordered(work, 1);
  EXPECT_EQ(delivered.size(), 20U);
}

}  // namespace
}  // namespace sito::pipeline
