// interrupt.h: leaving nothing behind when a signal ends the process.
//
// INT, TERM, HUP and QUIT are waited for by a thread of their own, so that cleaning up is ordinary code and
// not a signal handler's. Signals that were ignored at the start (nohup) stay ignored.
#pragma once

#include <atomic>
#include <functional>
#include <thread>

namespace sito::cli {

class Interrupt {
 public:
  /// From now on such a signal calls `clean_up` on another thread, then ends the process as that signal
  /// does. Make it before other threads, so that they inherit the blocked signals.
  explicit Interrupt(std::function<void()> clean_up);
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  /// Does not return once such a signal has come. For a thread that is about to end the process because
  /// something failed: it may have failed because `clean_up` took it away.
  void give_way() const;

 private:
  void wait();

  std::function<void()> clean_up_;
  std::atomic<bool> arrived_ = false;
  int signals_ = -1;
  int stop_ = -1;
  std::thread thread_;
};

/// Ends the process as `signal` does by default, for those who look at its exit status.
[[noreturn]] void die_of(int signal);

}  // namespace sito::cli
