#include "io/output_folder.h"

#include <fcntl.h>
#include <unistd.h>

#include <boost/filesystem/operations.hpp>
#include <cerrno>
#include <utility>

#include "io/error.h"
#include "io/file.h"
#include "io/folder.h"
#include "io/temporaries.h"

namespace sito::io {
namespace {

namespace fs = boost::filesystem;

std::string without_slashes(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

bool is_folder_with_files(const std::string& path) {
  boost::system::error_code error;
  return fs::is_directory(path, error) && !fs::is_empty(path, error) && !error;
}

}  // namespace

OutputFolder::OutputFolder(const std::string& path) : name_(path) {
  boost::system::error_code error;
  target_ = without_slashes(fs::weakly_canonical(fs::absolute(without_slashes(path)), error).string());
  if (error) throw IoError(path, "open", error.value());
  try {
    temporary_ = temporaries::create_folder(target_);
  } catch (const IoError& failure) {
    throw IoError(path, "make", failure.error_number());
  }
}

OutputFolder::~OutputFolder() {
  if (!temporary_.empty()) temporaries::discard(temporary_);
}

IoError OutputFolder::told(const IoError& error) const {
  if (temporary_.empty() || !error.path().starts_with(temporary_)) return error;
  std::string path = without_slashes(name_) + error.path().substr(temporary_.size());
  if (error.error_number() != 0) return {std::move(path), error.tried(), error.error_number()};
  return {std::move(path), error.tried(), error.words()};
}

void OutputFolder::commit(bool replace) {
  sync_folder(temporary_);
  if (replace && is_folder_with_files(target_)) {
    temporaries::exchange(temporary_, target_);
    temporaries::discard(temporary_);
  } else {
    temporaries::publish(temporary_, target_);
  }
  temporary_.clear();
  sync_folder(fs::path(target_).parent_path().string());
}

}  // namespace sito::io
