#include "normalize/misreading.h"

#include <algorithm>

#include "data/tables.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::normalize {

using charset::CodePage;

const charset::Readings& true_readings() {
  static const charset::Readings kReadings;
  return kReadings;
}

const std::vector<MisreadPage>& misread_pages() {
  static const std::vector<MisreadPage> kPages = [] {
    std::vector<MisreadPage> pages;
    const data::Table& rows = data::misread_pages();
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto cells = rows.row(i).cells;
      if (auto page = CodePage::make(std::string(cells[0])))
        pages.push_back({*std::move(page), language::cost_of_nats(data::number(cells[1]))});
    }
    std::stable_sort(pages.begin(), pages.end(), [](const MisreadPage& left, const MisreadPage& right) {
      return left.accident < right.accident;
    });
    return pages;
  }();
  return kPages;
}

std::size_t unsound_characters(std::string_view valid) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < valid.size();) {
    const auto [c, length] = text::decode(valid, at);
    count += is_unsound(c) ? 1 : 0;
    at += length;
  }
  return count;
}

std::optional<std::string> bytes_in(const CodePage& page, std::string_view valid) {
  std::string bytes;
  for (const Item& item : items_in(page, valid)) {
    if (item.byte < 0) return std::nullopt;
    bytes += static_cast<char>(item.byte);
  }
  return bytes;
}

std::optional<Reread> reread_as_utf8(const CodePage& page, std::string_view valid, Unsound unsound) {
  const auto items = items_in(page, valid);
  Reread result;
  for (std::size_t i = 0; i < items.size();) {
    const Sequence sequence = sequence_at(items, i);
    const char32_t c = sequence.items == 0 ? 0 : text::decode(sequence.utf8, 0).code_point;
    if (sequence.items == 0 || (unsound == Unsound::kLeft && is_unsound(c))) {
      result.text += valid.substr(items[i].at, items[i].length);
      result.evidence.high += items[i].character >= 0x80 ? 1 : 0;
      result.evidence.add_outcome(items[i].character, false);
      ++i;
    } else {
      result.text += sequence.utf8;
      result.evidence.add_sequence(items, i, sequence.items, c);
      result.evidence.add_outcome(c, true);
      result.evidence.high += sequence.items;
      i += sequence.items;
    }
  }
  if (result.evidence.changed == 0) return std::nullopt;
  return result;
}

std::optional<Reread> reread(const CodePage& from, const CodePage& to, std::string_view valid) {
  Reread result;
  Evidence& evidence = result.evidence;
  for (const Item& item : items_in(from, valid)) {
    const char32_t meant =
        item.byte < 0 ? CodePage::kNothing : to.character(static_cast<unsigned char>(item.byte));
    if (item.character < 0x80 || meant == CodePage::kNothing || meant == item.character) {
      result.text += valid.substr(item.at, item.length);
      continue;
    }
    text::append(result.text, meant);
    ++evidence.changed;
    evidence.proven += !text::is_letter(item.character) && text::is_letter(meant) ? 1 : 0;
    evidence.unlettered += text::is_letter(item.character) && !text::is_letter(meant) ? 1 : 0;
    evidence.unsound += is_unsound(meant) ? 1 : 0;
  }
  if (evidence.changed == 0) return std::nullopt;
  return result;
}

}  // namespace sito::normalize
