// told.h: what a command says and how it ends.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

namespace sito::cli {

struct Told {
  int status = 0;
  std::string out;
  std::string err;
};

/// Runs `program`, called by `name`, with these arguments.
inline Told told(const std::function<int(int, char**)>& program, std::vector<std::string> arguments,
                 const std::string& name = "sito-try") {
  arguments.insert(arguments.begin(), name);
  std::vector<char*> argv;
  for (auto& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  Told told;
  told.status = program(static_cast<int>(arguments.size()), argv.data());
  told.out = testing::internal::GetCapturedStdout();
  told.err = testing::internal::GetCapturedStderr();
  return told;
}

}  // namespace sito::cli
