// ordered.h: many workers, one order.
//
// Settles how work is spread over threads while its results leave in the order in which it came: a
// ticket queue. A worker takes the next item under a lock (so items have an order), processes it with
// nobody's lock held, and lays its result down; whoever holds the result that is next delivers it and
// all that follow it. Results that wait for a slow one are bounded in bytes, not in number, so one slow
// document neither piles up the rest nor stops them. What an item is, is source.h's question.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace sito::pipeline {

/// The parts of a run over items of type `Item` that give results of type `Done`.
template <class Item, class Done>
struct OrderedWork {
  std::function<std::optional<Item>()> take;         ///< one caller at a time; none at the end
  std::function<Done(Item&&, unsigned)> process;     ///< any thread; told its worker's number, from 0
  std::function<bool(Done&&)> deliver;               ///< one caller at a time, in order; false ends the run
  std::function<std::size_t(const Done&)> bytes;     ///< what a waiting result weighs
  std::size_t window_bytes = std::size_t{32} << 20;  ///< how much may wait before workers do
};

/// Runs `work` on `workers` threads (the caller is one of them) until take() has no more, deliver() says
/// false, or something throws; the first exception is thrown on once all workers have ended (what take()
/// throws, once all that it gave is delivered). With one worker every item is delivered before the next is
/// taken.
template <class Item, class Done>
class OrderedRun {
 public:
  OrderedRun(OrderedWork<Item, Done> work, unsigned workers) : work_(std::move(work)), workers_(workers) {}

  void run() {
    {
      std::vector<std::jthread> threads;
      for (unsigned worker = 1; worker < workers_; ++worker)
        threads.emplace_back([this, worker] { serve(worker); });
      serve(0);
    }
    if (failure_) std::rethrow_exception(failure_);
    if (source_failure_) std::rethrow_exception(source_failure_);
  }

 private:
  void serve(unsigned worker) {
    try {
      while (auto ticket = next_ticket()) {
        auto done = work_.process(std::move(ticket->second), worker);
        lay_down(ticket->first, std::move(done));
      }
    } catch (...) {  // carried to run()'s caller
      std::lock_guard lock(results_mutex_);
      if (!failure_) failure_ = std::current_exception();
      ended_ = true;
      results_changed_.notify_all();
    }
  }

  std::optional<std::pair<std::size_t, Item>> next_ticket() {
    std::lock_guard lock(take_mutex_);
    if (source_ended_ || has_ended()) return std::nullopt;
    auto item = next_item();
    if (!item) {
      source_ended_ = true;
      return std::nullopt;
    }
    return std::pair(tickets_++, *std::move(item));
  }

  /// What came before a source's failure is still delivered, so that it does not depend on the workers.
  std::optional<Item> next_item() {
    try {
      return work_.take();
    } catch (...) {  // carried to run()'s caller
      source_failure_ = std::current_exception();
      return std::nullopt;
    }
  }

  bool has_ended() {
    std::lock_guard lock(results_mutex_);
    return ended_;
  }

  void lay_down(std::size_t ticket, Done done) {
    std::unique_lock lock(results_mutex_);
    waiting_bytes_ += work_.bytes(done);
    waiting_.emplace(ticket, std::move(done));
    deliver_in_order(lock);
    // Only a worker with a later ticket can find the window full: the one whose turn it is delivers.
    while (!ended_ && waiting_bytes_ > work_.window_bytes) {
      results_changed_.wait(lock);
      deliver_in_order(lock);
    }
  }

  void deliver_in_order(std::unique_lock<std::mutex>& lock) {
    while (!ended_ && !delivering_ && !waiting_.empty() && waiting_.begin()->first == delivered_) {
      auto next = waiting_.extract(waiting_.begin());
      const auto size = work_.bytes(next.mapped());
      delivering_ = true;
      lock.unlock();
      const bool go_on = work_.deliver(std::move(next.mapped()));
      lock.lock();
      delivering_ = false;
      ++delivered_;
      waiting_bytes_ -= size;
      ended_ = ended_ || !go_on;
      results_changed_.notify_all();
    }
  }

  OrderedWork<Item, Done> work_;
  unsigned workers_;

  std::mutex take_mutex_;
  std::size_t tickets_ = 0;
  bool source_ended_ = false;
  std::exception_ptr source_failure_;

  std::mutex results_mutex_;
  std::condition_variable results_changed_;
  std::map<std::size_t, Done> waiting_;
  std::size_t waiting_bytes_ = 0;
  std::size_t delivered_ = 0;
  bool delivering_ = false;
  bool ended_ = false;
  std::exception_ptr failure_;
};

template <class Item, class Done>
void run_ordered(OrderedWork<Item, Done> work, unsigned workers) {
  OrderedRun<Item, Done>(std::move(work), workers < 1 ? 1 : workers).run();
}

}  // namespace sito::pipeline
