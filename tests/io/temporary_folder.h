// temporary_folder.h: a folder of a test's own, gone with it.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <boost/filesystem.hpp>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace sito::io {

class TemporaryFolder : public testing::Test {
 protected:
  TemporaryFolder() {
    std::string made = testing::TempDir() + "sito-io-XXXXXX";
    if (::mkdtemp(made.data()) == nullptr) ADD_FAILURE() << "no temporary folder";
    folder_ = made;
  }
  ~TemporaryFolder() override {
    boost::system::error_code ignored;
    boost::filesystem::remove_all(folder_, ignored);
  }

  [[nodiscard]] std::string path(const std::string& name) const { return folder_ + "/" + name; }

  /// Writes a file, with the folders above it, and returns its path.
  std::string put(const std::string& name, std::string_view bytes = "") const {
    boost::filesystem::create_directories(boost::filesystem::path(path(name)).parent_path());
    std::ofstream(path(name), std::ios::binary) << bytes;
    return path(name);
  }

  [[nodiscard]] static std::string bytes_of(const std::string& file) {
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    return std::move(bytes).str();
  }

  /// What stands in the folder, sorted.
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const auto& entry : boost::filesystem::directory_iterator(folder_)) {
      found.push_back(entry.path().filename().string());
    }
    std::sort(found.begin(), found.end());
    return found;
  }

  std::string folder_;
};

}  // namespace sito::io
