// temporary_folder.h: a folder for one test's files, gone with it.
#pragma once

#include <gtest/gtest.h>

#include <boost/filesystem.hpp>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

namespace sito {

class TemporaryFolder {
 public:
  TemporaryFolder()
      : path_(boost::filesystem::path(testing::TempDir()) /
              boost::filesystem::unique_path("sito-%%%%-%%%%-%%%%")) {
    boost::filesystem::create_directories(path_);
  }
  ~TemporaryFolder() {
    boost::system::error_code ignored;
    boost::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] std::string path(const std::string& name = {}) const {
    return name.empty() ? path_.string() : (path_ / name).string();
  }

  /// Writes a file below the folder, with the folders it needs; returns its path.
  std::string write(const std::string& name, std::string_view content) const {
    boost::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path(name), std::ios::binary) << content;
    return path(name);
  }

  [[nodiscard]] std::string read(const std::string& name) const {
    std::ifstream stream(path(name), std::ios::binary);
    std::ostringstream out;
    out << stream.rdbuf();
    return out.str();
  }

 private:
  boost::filesystem::path path_;
};

}  // namespace sito
