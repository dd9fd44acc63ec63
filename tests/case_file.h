// case_file.h: the rows of tests/cases/*.jsonl.
#pragma once

#include <cctype>
#include <fstream>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "document/json_value.h"

namespace sito {

/// A row as it stands: `input` and `want` are JSON, of whatever shape the room reads.
struct FileCase {
  std::string label;
  std::string comment;
  std::string input;
  std::string want;

  friend void PrintTo(const FileCase& each, std::ostream* out) { *out << each.label; }
};

/// All rows of `file` ("mojibake").
inline std::vector<FileCase> cases_of(const std::string& file) {
  std::vector<FileCase> cases;
  std::ifstream lines(SITO_SOURCE_DIR "/tests/cases/" + file + ".jsonl");
  for (std::string line; std::getline(lines, line);)
    cases.push_back({json::string(*json::member(line, "label")).value(),
                     json::string(*json::member(line, "comment")).value(),
                     std::string(*json::member(line, "input")), std::string(*json::member(line, "want"))});
  return cases;
}

/// Its label as a name of a test.
inline std::string name_of_case(const FileCase& each) {
  std::string name = each.label;
  for (char& c : name)
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  return name;
}

}  // namespace sito
