#include "cli/interrupt.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <utility>

namespace sito::cli {
namespace {

bool is_ignored(int signal) {
  struct sigaction action = {};
  return sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

sigset_t waited_for() {
  sigset_t set;
  sigemptyset(&set);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT})
    if (!is_ignored(signal)) sigaddset(&set, signal);
  return set;
}

}  // namespace

void die_of(int signal) {
  struct sigaction action = {};
  action.sa_handler = SIG_DFL;
  sigaction(signal, &action, nullptr);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, signal);
  pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
  raise(signal);
  std::_Exit(128 + signal);
}

Interrupt::Interrupt(std::function<void()> clean_up) : clean_up_(std::move(clean_up)) {
  const auto set = waited_for();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  signals_ = signalfd(-1, &set, SFD_CLOEXEC);
  stop_ = eventfd(0, EFD_CLOEXEC);
  thread_ = std::thread([this] { wait(); });
}

Interrupt::~Interrupt() {
  const std::uint64_t one = 1;
  while (::write(stop_, &one, sizeof one) < 0 && errno == EINTR) {
  }
  thread_.join();
  ::close(signals_);
  ::close(stop_);
}

void Interrupt::give_way() const {
  while (arrived_) ::pause();
}

void Interrupt::wait() {
  pollfd events[] = {{signals_, POLLIN, 0}, {stop_, POLLIN, 0}};
  while (::poll(events, 2, -1) < 0 && errno == EINTR) {
  }
  signalfd_siginfo arrived = {};
  if ((events[0].revents & POLLIN) == 0) return;
  if (::read(signals_, &arrived, sizeof arrived) != sizeof arrived) return;
  arrived_ = true;
  clean_up_();
  die_of(static_cast<int>(arrived.ssi_signo));
}

}  // namespace sito::cli
