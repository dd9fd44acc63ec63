#include "io/tree.h"

#include <sys/stat.h>

#include <algorithm>
#include <boost/filesystem.hpp>
#include <cerrno>

#include "io/error.h"

namespace sito::io {
namespace {

namespace fs = boost::filesystem;

/// The path with all links resolved and a slash behind it; none where it does not exist.
std::optional<std::string> real_path(const std::string& path) {
  boost::system::error_code error;
  std::string real = fs::canonical(path, error).string();
  if (error) return std::nullopt;
  if (!real.ends_with('/')) real += '/';
  return real;
}

/// Where an output is or will be, as real_path() says it. Its folder exists, or it cannot be written.
std::vector<std::string> real_outputs(const std::vector<std::string>& outputs) {
  std::vector<std::string> real;
  for (const std::string& output : outputs) {
    if (output == "-") continue;
    const std::string plain = plain_path(output);
    const std::size_t slash = plain.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : plain.substr(0, slash + 1);
    if (std::optional<std::string> found = real_path(folder)) {
      real.push_back(*found + plain.substr(slash + 1) + '/');
    }
    if (std::optional<std::string> found = real_path(plain)) real.push_back(std::move(*found));
  }
  return real;
}

std::string last_name(std::string_view path) { return std::string(path.substr(path.rfind('/') + 1)); }

Reject unreadable(int error_number) {
  return {"cannot read: " + boost::system::system_category().message(error_number)};
}

}  // namespace

std::string plain_path(std::string_view path) {
  const bool absolute = path.starts_with('/');
  std::vector<std::string_view> names;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    const std::string_view name = path.substr(0, slash);
    path.remove_prefix(std::min(slash + 1, path.size()));
    if (name.empty() || name == ".") continue;
    const bool is_up = name == "..";
    if (is_up && !names.empty() && names.back() != "..") {
      names.pop_back();
    } else if (!is_up || !absolute) {
      names.push_back(name);
    }
  }
  std::string plain = absolute ? "/" : "";
  for (const std::string_view name : names) plain.append(name).append("/");
  if (plain.size() > 1) plain.pop_back();
  return plain.empty() ? "." : plain;
}

std::optional<Overlap> overlap(std::span<const std::string> paths) {
  std::vector<std::pair<std::string, const std::string*>> real;
  for (const std::string& path : paths) {
    std::optional<std::string> found = path == "-" ? path : real_path(path);
    if (found) real.emplace_back(std::move(*found), &path);
  }
  // With a slash behind each, all that is below a path follows it at once.
  std::sort(real.begin(), real.end());
  for (std::size_t i = 1; i < real.size(); ++i) {
    if (real[i].first.starts_with(real[i - 1].first)) return Overlap{*real[i - 1].second, *real[i].second};
  }
  return std::nullopt;
}

bool TreeSettings::wanted(std::string_view below) const {
  const auto matches = [&](const Glob& glob) { return glob.matches(below); };
  if (!include.empty() && std::none_of(include.begin(), include.end(), matches)) return false;
  return std::none_of(exclude.begin(), exclude.end(), matches);
}

Tree::Tree(std::vector<std::string> paths, TreeSettings settings)
    : paths_(std::move(paths)), settings_(std::move(settings)), outputs_(real_outputs(settings_.outputs)) {
  for (const std::string& path : paths_) {
    struct stat status {};
    if (path != "-" && ::stat(path.c_str(), &status) != 0) throw IoError(path, "open", errno);
  }
}

bool Tree::next(std::vector<FoundFile>& files, std::size_t most) {
  files.clear();
  while (files.size() < most) {
    if (!folders_.empty()) {
      step(files);
    } else if (next_path_ < paths_.size()) {
      start(paths_[next_path_++], files);
    } else {
      break;
    }
  }
  return !files.empty();
}

/// A path as it was given.
void Tree::start(const std::string& path, std::vector<FoundFile>& files) {
  given_ = path == "-" ? path : plain_path(path);
  FoundFile file = found(path, "");
  file.below = last_name(given_);
  file.given_itself = true;
  file.regular = false;
  if (path == "-") return files.push_back(std::move(file));
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) throw IoError(path, "open", errno);
  real_given_ = real_path(path).value_or("");
  if (is_output("")) {
    ++skipped_.outputs;
  } else if (S_ISDIR(status.st_mode)) {
    open_folder(path.ends_with('/') ? path : path + '/', "", files);
  } else {
    file.regular = S_ISREG(status.st_mode);
    if (file.regular) file.bytes = static_cast<std::uint64_t>(status.st_size);
    if (file.regular) file.modified = status.st_mtim;
    files.push_back(std::move(file));
  }
}

/// One name of the innermost folder.
void Tree::step(std::vector<FoundFile>& files) {
  Folder& folder = folders_.back();
  if (folder.next == folder.names.size()) return folders_.pop_back();
  const std::string& name = folder.names[folder.next++];
  const std::string location = folder.location + name;
  const std::string below = folder.below + name;
  struct stat status {};
  if (::lstat(location.c_str(), &status) != 0) {
    files.push_back(found(location, below));
    files.back().reject = unreadable(errno);
  } else if (S_ISLNK(status.st_mode)) {
    ++skipped_.links;
  } else if (is_output(below)) {
    ++skipped_.outputs;
  } else if (S_ISDIR(status.st_mode)) {
    if (excluded(below)) {
      ++skipped_.excluded;
    } else {
      open_folder(location + '/', below + '/', files);
    }
  } else if (!S_ISREG(status.st_mode)) {
    ++skipped_.special;
  } else if (!settings_.wanted(below)) {
    ++skipped_.excluded;
  } else {
    files.push_back(found(location, below));
    files.back().bytes = static_cast<std::uint64_t>(status.st_size);
    files.back().modified = status.st_mtim;
  }
}

void Tree::open_folder(const std::string& location, const std::string& below, std::vector<FoundFile>& files) {
  Folder folder{location, below, {}, 0};
  boost::system::error_code error;
  for (fs::directory_iterator entry(location, error), end; !error && entry != end; entry.increment(error)) {
    folder.names.push_back(entry->path().filename().string());
  }
  if (error) {
    const std::string plain_below = below.substr(0, below.empty() ? 0 : below.size() - 1);
    files.push_back(found(location, plain_below));
    files.back().reject = unreadable(error.value());
  }
  std::sort(folder.names.begin(), folder.names.end());
  folders_.push_back(std::move(folder));
}

FoundFile Tree::found(const std::string& location, const std::string& below) const {
  FoundFile file;
  file.path = given_;
  if (given_ == ".") {
    file.path = below.empty() ? given_ : below;
  } else if (!below.empty()) {
    file.path += given_ == "/" ? below : '/' + below;
  }
  file.location = location;
  file.given = given_;
  file.below = below;
  return file;
}

/// Whether an output of ours stands there, or a temporary of one.
bool Tree::is_output(std::string_view below) const {
  if (outputs_.empty()) return false;
  std::string real = real_given_;
  if (!below.empty()) real.append(below).append("/");
  return std::any_of(outputs_.begin(), outputs_.end(), [&](const std::string& output) {
    if (real == output) return true;
    const std::size_t name_at = output.rfind('/', output.size() - 2) + 1;
    const std::string temporary =
        output.substr(0, name_at) + '.' + output.substr(name_at, output.size() - 1 - name_at) + ".sito-";
    return real.starts_with(temporary) && real.find('/', temporary.size()) == real.size() - 1;
  });
}

bool Tree::excluded(std::string_view below) const {
  return std::any_of(settings_.exclude.begin(), settings_.exclude.end(),
                     [&](const Glob& glob) { return glob.matches(below); });
}

}  // namespace sito::io
