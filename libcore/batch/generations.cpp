#include "batch/generations.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <boost/filesystem/operations.hpp>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <vector>

#include "io/error.h"
#include "io/folder.h"

namespace sito::batch {
namespace {

namespace fs = boost::filesystem;

constexpr std::string_view kCurrent = "current";
constexpr std::string_view kNextLink = ".current.next";
constexpr std::string_view kLock = "_lock";
constexpr std::string_view kModels = "models";
constexpr std::string_view kNextModel = ".next.model";
constexpr std::string_view kLedgerCopy = ".ledger.copy";
constexpr std::string_view kPrefix = "gen-";

std::string in(const std::string& folder, std::string_view name) { return folder + '/' + std::string(name); }

std::optional<std::int64_t> number_in(std::string_view name) {
  if (!name.starts_with(kPrefix)) return std::nullopt;
  name.remove_prefix(kPrefix.size());
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  const bool whole = error == std::errc() && end == name.data() + name.size() && name.size() >= 6;
  return whole ? std::optional(number) : std::nullopt;
}

/// Hard links cost nothing; where there are none, or no more of them, the file is copied.
void link_or_copy(const std::string& from, const std::string& to) {
  if (::link(from.c_str(), to.c_str()) == 0) return;
  if (errno == ENOENT || errno == ENOSPC) throw IoError(from, "link", errno);
  io::copy_file(from, to);
}

void remove_folder(const std::string& path) {
  boost::system::error_code error;
  fs::remove_all(path, error);
  if (error) throw IoError(path, "remove", error.value());
}

/// Its ledger goes first: a generation that has one is taken for whole.
void remove_generation(const std::string& path) {
  if (::unlink(in(path, kLedgerName).c_str()) != 0 && errno != ENOENT && errno != ENOTDIR)
    throw IoError(path, "remove", errno);
  remove_folder(path);
}

bool is_part(std::string_view name) { return name.starts_with("part-"); }

}  // namespace

std::string generation_name(std::int64_t number) { return fmt::format("{}{:06}", kPrefix, number); }

std::optional<std::int64_t> current_generation(const std::string& folder) {
  const auto link = in(folder, kCurrent);
  boost::system::error_code error;
  const auto target = fs::read_symlink(link, error);
  if (error && fs::symlink_status(link).type() == fs::file_not_found) return std::nullopt;
  const auto number = error ? std::nullopt : number_in(target.string());
  if (!number || !fs::is_directory(in(folder, target.string()), error))
    throw IoError(link, "follow", "it is no link to a generation that is there");
  return number;
}

Generations::Generations(const std::string& folder) : folder_(folder) {
  while (folder_.size() > 1 && folder_.ends_with('/')) folder_.pop_back();
  boost::system::error_code error;
  fs::create_directories(folder_, error);
  if (error) throw IoError(folder_, "make", error.value());
  check_contents();
  lock_ = io::open_file(in(folder_, kLock), O_RDWR | O_CREAT, 0666);
  if (::flock(lock_.number(), LOCK_EX | LOCK_NB) != 0)
    throw IoError(folder_, "lock",
                  errno == EWOULDBLOCK ? "another run is at work on it" : std::strerror(errno));
  current_ = current_generation(folder_);
}

/// A folder is filled by whoever names it: nothing in it that is not ours is ever removed.
void Generations::check_contents() const {
  for (const auto& name : io::names_in(folder_)) {
    const bool ours =
        number_in(name) || name == kCurrent || name == kNextLink || name == kLock || name == kModels;
    if (!ours)
      throw IoError(folder_, "use", fmt::format("it holds '{}', which is no part of a corpus", name));
  }
}

std::string Generations::path(std::int64_t number) const { return in(folder_, generation_name(number)); }

std::string Generations::file(std::string_view name) const { return in(path(number_), name); }

void Generations::begin(bool may_resume) {
  number_ = current_.value_or(0) + 1;
  for (const auto& name : io::names_in(folder_))
    if (const auto number = number_in(name); number && *number > number_) remove_generation(path(*number));
  boost::system::error_code error;
  // The ledger is put into its place last: where it is, all that it tells of was there.
  resumed_ = may_resume && fs::exists(file(kLedgerName), error);
  if (resumed_) return;
  remove_generation(path(number_));
  if (::mkdir(path(number_).c_str(), 0777) != 0) throw IoError(path(number_), "make", errno);
  if (current_) copy_current();
}

void Generations::copy_current() {
  const auto from = path(*current_);
  for (const auto& name : io::names_in(from))
    if (is_part(name) || name == kModelName) link_or_copy(in(from, name), file(name));
  io::copy_file(in(from, kLedgerName), file(kLedgerCopy));
  io::sync_folder(path(number_));
  if (::rename(file(kLedgerCopy).c_str(), file(kLedgerName).c_str()) != 0)
    throw IoError(file(kLedgerName), "rename", errno);
}

void Generations::commit(std::size_t keep) {
  keep_model();
  io::sync_folder(path(number_));
  const auto next = in(folder_, kNextLink);
  (void)::unlink(next.c_str());
  if (::symlink(generation_name(number_).c_str(), next.c_str()) != 0) throw IoError(next, "make", errno);
  const auto link = in(folder_, kCurrent);
  if (::rename(next.c_str(), link.c_str()) != 0) throw IoError(link, "rename", errno);
  io::sync_folder(folder_);
  current_ = number_;
  remove_others(keep < 1 ? 1 : keep);
}

/// A version that nights before learnt stays, also when the generation that used it first goes.
void Generations::keep_model() const {
  struct stat model = {};
  if (::stat(file(kModelName).c_str(), &model) != 0) return;
  const auto models = in(folder_, kModels);
  if (::mkdir(models.c_str(), 0777) != 0 && errno != EEXIST) throw IoError(models, "make", errno);
  for (const auto& name : io::names_in(models)) {
    struct stat kept = {};
    const bool is_there = ::stat(in(models, name).c_str(), &kept) == 0 && kept.st_ino == model.st_ino;
    if (is_there) return;
  }
  // A run that was ended here may have left an earlier version for this generation.
  const auto next = in(models, kNextModel);
  const auto version = in(models, generation_name(number_) + ".model");
  (void)::unlink(next.c_str());
  link_or_copy(file(kModelName), next);
  if (std::rename(next.c_str(), version.c_str()) != 0) throw IoError(version, "rename", errno);
  io::sync_folder(models);
}

void Generations::remove_others(std::size_t keep) const {
  std::vector<std::int64_t> numbers;
  for (const auto& name : io::names_in(folder_))
    if (const auto number = number_in(name)) numbers.push_back(*number);
  std::sort(numbers.begin(), numbers.end());
  for (std::size_t at = 0; at + keep < numbers.size(); ++at) remove_generation(path(numbers[at]));
}

void Generations::drop() { remove_generation(path(number_)); }

}  // namespace sito::batch
