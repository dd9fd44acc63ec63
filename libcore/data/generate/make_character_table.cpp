// make_character_table LANG.txt OUTPUT.cpp: turns counted frequencies into a constant table
// (character_table.h).
//
// Refuses a file that does not read as count_characters.py writes it.

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "data/character_table.h"

namespace {

constexpr std::string_view kClasses =
    "space digit stop opener closer mark apostrophe dash sign foreign strange junk";  // Symbol's order
constexpr char kFirstDigit = '#';

[[noreturn]] void fail(const std::string& message) {
  std::fprintf(stderr, "make_character_table: %s\n", message.c_str());
  std::exit(1);
}

struct Model {
  std::string letters;
  std::map<std::string, std::string> rows;  ///< context -> digits
};

std::string after(const std::string& line, std::string_view head) {
  if (line.compare(0, head.size(), head) != 0) fail("no line \"" + std::string(head) + "\"");
  return line.substr(head.size());
}

Model read(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) fail("cannot read " + path);
  Model model;
  std::string line;
  while (std::getline(stream, line) && line.compare(0, 2, "# ") == 0) continue;
  if (after(line, "classes\t") != kClasses) fail(path + ": other classes than the program's");
  std::getline(stream, line);
  model.letters = after(line, "letters\t");
  while (std::getline(stream, line)) {
    const auto tab = line.find('\t');
    if (tab == std::string::npos) fail(path + ": a row without a TAB");
    model.rows[line.substr(0, tab)] = line.substr(tab + 1);
  }
  return model;
}

std::vector<std::string> characters(const std::string& text) {
  std::vector<std::string> result;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80) result.emplace_back();
    if (result.empty()) fail("letters are not UTF-8");
    result.back() += c;
  }
  return result;
}

// Octal escapes end after three digits, whatever follows.
std::string escaped(const std::string& digits) {
  std::string out;
  for (const char digit : digits) {
    std::array<char, 8> escape{};
    std::snprintf(escape.data(), escape.size(), "\\%03o", static_cast<unsigned>(digit - kFirstDigit));
    out += escape.data();
  }
  return out;
}

void write(const std::string& language, const Model& model, const std::string& path) {
  std::vector<std::string> names;
  for (const char name : std::string_view("0123456789!?")) names.emplace_back(1, name);
  for (auto& letter : characters(model.letters)) names.push_back(std::move(letter));
  const auto row = [&](const std::string& context) -> const std::string* {
    const auto found = model.rows.find(context);
    if (found == model.rows.end()) return nullptr;
    if (found->second.size() != names.size()) fail(language + ": a row of another length");
    return &found->second;
  };
  const std::string* single = row("");
  if (single == nullptr) fail(language + ": no row without a context");

  std::ofstream out(path, std::ios::binary);
  out << "// Made by make_character_table from characters/" << language << ".txt; never edited.\n"
      << "#include \"data/character_table.h\"\n\nnamespace sito::data {\n"
      << "extern const unsigned char k_" << language << "_costs[];\n"
      << "extern const unsigned char k_" << language << "_single[];\n"
      << "extern const CharacterTable k_" << language << ";\n"
      << "const unsigned char k_" << language << "_costs[] =\n";
  for (const auto& first : names) {
    for (const auto& second : names) {
      const std::string* found = row(first + second);
      if (found == nullptr) found = row(second);
      if (found == nullptr) fail(language + ": no row for " + second);
      out << '"' << escaped(*found) << "\"\n";
    }
  }
  out << ";\nconst unsigned char k_" << language << "_single[] = \"" << escaped(*single) << "\";\n"
      << "const CharacterTable k_" << language << "{\"" << language << "\", \"" << model.letters << "\", "
      << names.size() << ", {k_" << language << "_costs, sizeof k_" << language << "_costs - 1}, {k_"
      << language << "_single, sizeof k_" << language << "_single - 1}};\n}  // namespace sito::data\n";
  out.close();
  if (!out) fail("cannot write " + path);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) fail("usage: make_character_table LANG.txt OUTPUT.cpp");
  const std::string path = argv[1];
  const auto name = path.substr(path.rfind('/') + 1);
  write(name.substr(0, name.find('.')), read(path), argv[2]);
}
