// make_table NAME OUTPUT.cpp NAME.LANG.tsv...: turns language files into one constant table (table.h).
//
// Refuses a file that does not parse, files whose columns differ, a row with an empty key, rows out of
// order and a second row that is the same in every column but the last two (example and source).

#include <algorithm>
#include <bit>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <tuple>
#include <vector>

#include "data/table.h"
#include "data/tsv.h"

namespace {

using sito::data::first_word;
using sito::data::word_hash;

struct Entry {
  std::string language;
  std::vector<std::string> cells;
};

struct Input {
  std::vector<std::string> columns;
  std::vector<Entry> entries;
};

[[noreturn]] void fail(const std::string& message) {
  std::fprintf(stderr, "make_table: %s\n", message.c_str());
  std::exit(1);
}

/// "cues.uk.tsv" -> "uk", "quote_marks.tsv" -> "".
std::string language_of(const std::string& path) {
  auto name = path.substr(path.rfind('/') + 1);
  auto first = name.find('.'), last = name.rfind('.');
  return first == last ? "" : name.substr(first + 1, last - first - 1);
}

/// Keys compare with their first words together: U+0000 cannot stand in a key, so it ends the first word.
bool precedes(const Entry& a, const Entry& b) {
  auto order = [](const Entry& entry) {
    auto word = first_word(entry.cells[0]);
    return std::make_tuple(std::string(word), entry.cells[0], entry.language, entry.cells);
  };
  return order(a) < order(b);
}

void read_file(const std::string& path, Input& input) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) fail("cannot read " + path);
  std::string content{std::istreambuf_iterator<char>(stream), {}};
  auto [tsv, errors] = sito::data::parse_tsv(content);
  for (const auto& error : errors)
    std::fprintf(stderr, "%s:%zu: %s\n", path.c_str(), error.line, error.reason.c_str());
  if (!errors.empty()) std::exit(1);
  if (input.columns.empty()) input.columns = tsv.columns;
  if (input.columns != tsv.columns) fail(path + ": other columns than in the files before it");
  std::vector<std::string> seen;
  for (auto& cells : tsv.rows) {
    if (cells[0].empty()) fail(path + ": a row with an empty key");
    std::string meaning;
    for (std::size_t i = 0; i + 2 < cells.size(); ++i) meaning += cells[i] + '\t';
    if (cells.size() < 3) meaning = cells[0];
    seen.push_back(meaning);
    input.entries.push_back({language_of(path), std::move(cells)});
  }
  std::sort(seen.begin(), seen.end());
  auto twice = std::adjacent_find(seen.begin(), seen.end());
  if (twice != seen.end()) fail(path + ": a row stands twice: " + *twice);
}

std::string literal(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    auto byte = static_cast<unsigned char>(c);
    if (byte == '"' || byte == '\\' || byte == '?') {
      out += '\\';
      out += c;
    } else if (byte < 0x20) {
      char octal[8];
      std::snprintf(octal, sizeof octal, "\\%03o", byte);
      out += octal;
    } else {
      out += c;
    }
  }
  return out + "\"sv";
}

std::vector<std::uint32_t> hash_slots(const std::vector<Entry>& entries) {
  if (entries.size() >= std::size_t{1} << sito::data::kRowBits) fail("more rows than a slot can number");
  std::size_t words = 0;
  for (std::size_t i = 0; i < entries.size(); ++i)
    words += i == 0 || first_word(entries[i - 1].cells[0]) != first_word(entries[i].cells[0]);
  std::vector<std::uint32_t> slots(std::bit_ceil(words * 2 + 1), 0);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    auto word = first_word(entries[i].cells[0]);
    if (i > 0 && first_word(entries[i - 1].cells[0]) == word) continue;
    const auto hash = word_hash(word);
    std::size_t slot = hash & (slots.size() - 1);
    while (slots[slot] != 0) slot = (slot + 1) & (slots.size() - 1);
    slots[slot] = sito::data::slot_value(hash, i);
  }
  return slots;
}

void write_table(const std::string& name, const Input& input, const std::string& path) {
  std::ofstream out(path, std::ios::binary);
  out << "// Made by make_table from " << name << ".*.tsv; never edited.\n"
      << "#include \"data/tables.h\"\n\nnamespace sito::data {\nnamespace {\nusing namespace "
         "std::string_view_literals;\n";
  out << "constexpr std::string_view kColumns[] = {";
  for (const auto& column : input.columns) out << literal(column) << ',';
  out << "};\nconstexpr std::string_view kLanguages[] = {";
  for (const auto& entry : input.entries) out << literal(entry.language) << ',';
  out << "};\nconstexpr std::string_view kCells[] = {\n";
  for (const auto& entry : input.entries) {
    for (const auto& cell : entry.cells) out << literal(cell) << ',';
    out << '\n';
  }
  out << "};\nconstexpr std::uint32_t kSlots[] = {";
  for (auto slot : hash_slots(input.entries)) out << slot << ',';
  out << "};\nconstexpr Table kTable{kColumns, kLanguages, kCells, kSlots};\n}  // namespace\n"
      << "const Table& " << name << "() { return kTable; }\n}  // namespace sito::data\n";
  out.close();
  if (!out) fail("cannot write " + path);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) fail("usage: make_table NAME OUTPUT.cpp FILE.tsv...");
  Input input;
  for (int i = 3; i < argc; ++i) read_file(argv[i], input);
  if (input.entries.empty()) fail(std::string(argv[1]) + ": no rows");
  std::sort(input.entries.begin(), input.entries.end(), precedes);
  write_table(argv[1], input, argv[2]);
}
