#include "charset/readings.h"

#include <algorithm>
#include <numeric>

#include "data/tables.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito::charset {
namespace {

using language::Cost;
using language::cost_of_nats;

// Up to where each round looks, and how far behind the best a reading may lie to come into the next one.
constexpr std::array<std::size_t, 6> kRounds = {48, 96, 256, 1024, 4096, SIZE_MAX};
constexpr Cost kHopeless = cost_of_nats(30);
// Where only the language is open after so many bytes, nothing more is read.
constexpr std::size_t kEnough = 256;
// Characters without their neighbours choose the readings of longer samples that the rounds begin with.
constexpr std::size_t kShortSample = 96;
constexpr std::size_t kFirstReadings = 40;
// What a letter of ASCII costs without its neighbours, rather more, so that texts in Latin script have their
// own readings.
constexpr Cost kAsciiLetter = cost_of_nats(3.4);
// Of these, such as lie further behind than a sixth and so much more are hopeless already.
constexpr Cost kFarBehind = cost_of_nats(60);

template <class Visit>
void each_word(std::string_view cell, Visit visit) {
  while (!cell.empty()) {
    const auto space = std::min(cell.find(' '), cell.size());
    visit(cell.substr(0, space));
    cell.remove_prefix(std::min(space + 1, cell.size()));
  }
}

bool wanted(const std::vector<std::string>& list, std::string_view name) {
  return list.empty() || std::find(list.begin(), list.end(), name) != list.end();
}

// "i=і": a letter that stands for another one, in both cases.
void fold(std::string_view folds, Reading& reading) {
  if (folds == "-") return;
  const auto given = text::decode(folds, 0);
  const auto meant = text::decode(folds, given.length + 1).code_point;
  for (std::size_t byte = 0; byte < 256; ++byte)
    if (text::to_lower(reading.page->character(static_cast<unsigned char>(byte))) == given.code_point)
      reading.bytes[byte].symbol = reading.model->meaning(meant).symbol;
}

// Pages of DOS have box drawing in one place, and texts in them had frames.
bool is_of_dos(const CodePage& page) { return page.character(0xC4) == 0x2500; }

Reading reading_of(const CodePage& page, const language::CharacterModel& model) {
  const language::CharacterModel::Meaning frame{data::kSignSymbol,
                                                static_cast<std::uint8_t>(cost_of_nats(3))};
  Reading reading{&page, &model, 0, {}};
  for (std::size_t byte = 0; byte < 256; ++byte) {
    const char32_t c = page.character(static_cast<unsigned char>(byte));
    const bool is_frame = c >= 0x2500 && c < 0x2580 && is_of_dos(page);
    const auto meaning = is_frame ? frame : model.meaning(c);
    reading.bytes[byte] = {meaning.symbol, meaning.cost, language::case_of(c)};
  }
  return reading;
}

const language::CharacterModel& english() {
  static const auto* const kEnglish = language::character_model("en");
  return *kEnglish;
}

/// The words of ASCII in a text of another language: names, addresses, markup. They cost what they cost in
/// English if that, with the change of language, is less.
class AsciiWord {
 public:
  void add(unsigned char letter, Cost own) {
    const auto symbol = english_->meaning(letter).symbol;
    in_english_ += english_->cost(before_, last_, symbol);
    before_ = last_;
    last_ = symbol;
    own_ += own;
  }
  /// The cost of the word that ends here; if it goes on with other letters, only the language's own will do.
  Cost end(bool goes_on) {
    if (own_ == 0) return 0;
    const Cost cost = goes_on ? own_ : std::min(own_, in_english_ + kChange);
    own_ = 0;
    in_english_ = 0;
    before_ = last_ = data::kSpaceSymbol;
    return cost;
  }

 private:
  static constexpr Cost kChange = cost_of_nats(2.5);

  const language::CharacterModel* english_ = &english();
  std::size_t before_ = data::kSpaceSymbol;
  std::size_t last_ = data::kSpaceSymbol;
  Cost own_ = 0;
  Cost in_english_ = 0;
};

/// A reading on its way through the rounds.
struct Runner {
  Ranked ranked;
  std::uint8_t before = data::kSpaceSymbol;
  std::uint8_t last = data::kSpaceSymbol;
  AsciiWord word{};

  /// Adds the symbols' costs, and those of `shape` where one is given.
  template <class Shape>
  void read(std::string_view part, Shape shape) {
    const Reading& reading = *ranked.reading;
    const std::size_t size = reading.model->symbols();
    const std::uint8_t* const costs = reading.model->table().costs.data();
    std::size_t second = before, newest = last;
    Cost sum = 0;
    for (const char c : part) {
      const auto value = static_cast<unsigned char>(c);
      const Reading::Byte byte = reading.bytes[value];
      const Cost cost = costs[(second * size + newest) * size + byte.symbol] + Cost{byte.cost};
      if (text::is_ascii_letter(value))
        word.add(value, cost);
      else
        sum += cost + word.end(byte.symbol >= data::kFirstLetterSymbol);
      sum += shape(byte.shape);
      second = newest;
      newest = byte.symbol;
    }
    ranked.cost += sum;
    before = static_cast<std::uint8_t>(second);
    last = static_cast<std::uint8_t>(newest);
  }

  void end() {
    ranked.cost += word.end(false) + ranked.reading->model->cost(before, last, data::kSpaceSymbol);
  }
};

Cost no_shape(language::Case) { return 0; }

/// The shape of a page's capitals on the way through the rounds.
struct Shape {
  const Reading* of;  ///< any reading of the page
  language::CaseShape shape{};

  Cost read(std::string_view part) {
    Cost sum = 0;
    for (const char c : part) sum += shape.add(of->bytes[static_cast<unsigned char>(c)].shape);
    return sum;
  }
};

Cost least_cost(const std::vector<Runner>& runners) {
  Cost least = UINT32_MAX;
  for (const Runner& runner : runners) least = std::min(least, runner.ranked.cost);
  return least;
}

// Nothing but the language is open, and what was read makes sense.
bool is_clear(const std::vector<Runner>& runners, std::size_t bytes) {
  constexpr Cost kSense = cost_of_nats(4);
  if (least_cost(runners) > kSense * bytes) return false;
  return std::all_of(runners.begin(), runners.end(), [&](const Runner& runner) {
    return runner.ranked.reading->page == runners.front().ranked.reading->page;
  });
}

bool is_cheaper(const Runner& left, const Runner& right) { return left.ranked.cost < right.ranked.cost; }

/// How often a byte stands in a sample.
struct ByteCount {
  unsigned char byte;
  Cost count;
};

// The commonest ones, since each is asked for in each reading.
std::vector<ByteCount> byte_counts(std::string_view sample) {
  constexpr std::size_t kMost = 28, kHead = 4096;
  std::array<Cost, 256> counts{};
  for (const char c : sample.substr(0, kHead)) ++counts[static_cast<unsigned char>(c)];
  std::vector<ByteCount> result;
  for (std::size_t byte = 0; byte < 256; ++byte)
    if (counts[byte] != 0) result.push_back({static_cast<unsigned char>(byte), counts[byte]});
  if (result.size() > kMost) {
    std::nth_element(result.begin(), result.begin() + kMost, result.end(),
                     [](ByteCount left, ByteCount right) { return left.count > right.count; });
    result.resize(kMost);
  }
  return result;
}

// The cost of characters without their neighbours.
Cost single_cost(const Reading& reading, const std::vector<ByteCount>& counts) {
  const auto& costs = reading.model->table().single_costs;
  Cost sum = 0;
  // ASCII reads alike in all pages, and only in Latin script says something of the language.
  const bool latin = reading.model->script() == language::Script::kLatin;
  for (const auto [byte, count] : counts)
    sum += !latin && text::is_ascii_letter(byte)
               ? count * kAsciiLetter
               : count * (costs[reading.bytes[byte].symbol] + Cost{reading.bytes[byte].cost});
  return sum;
}

std::vector<Runner> first_runners(const std::vector<Reading>& readings, std::string_view sample) {
  std::vector<Runner> runners;
  runners.reserve(readings.size());
  for (const Reading& reading : readings)
    runners.push_back({{&reading, 0}, data::kSpaceSymbol, data::kSpaceSymbol, {}});
  if (sample.size() > kShortSample && runners.size() > kFirstReadings) {
    const auto counts = byte_counts(sample);
    for (Runner& runner : runners) runner.ranked.cost = single_cost(*runner.ranked.reading, counts);
    std::nth_element(runners.begin(), runners.begin() + kFirstReadings, runners.end(), is_cheaper);
    runners.resize(kFirstReadings);
    const Cost least = least_cost(runners);
    std::erase_if(runners,
                  [&](const Runner& runner) { return runner.ranked.cost > least + least / 6 + kFarBehind; });
  }
  for (Runner& runner : runners) runner.ranked.cost = runner.ranked.reading->prior;
  return runners;
}

void add_shapes(std::vector<Runner>& runners, std::vector<Shape>& shapes, std::string_view part) {
  for (Shape& shape : shapes) {
    const auto of_page = [&](const Runner& runner) { return runner.ranked.reading->page == shape.of->page; };
    if (std::none_of(runners.begin(), runners.end(), of_page)) continue;
    const Cost cost = shape.read(part);
    for (Runner& runner : runners)
      if (of_page(runner)) runner.ranked.cost += cost;
  }
}

std::vector<Shape> shapes_of(const std::vector<Runner>& runners) {
  std::vector<Shape> shapes;
  for (const Runner& runner : runners) {
    const Reading* reading = runner.ranked.reading;
    if (std::none_of(shapes.begin(), shapes.end(),
                     [&](const Shape& shape) { return shape.of->page == reading->page; }))
      shapes.push_back({reading});
  }
  return shapes;
}

}  // namespace

std::string_view found_as(std::string_view encoding) {
  for (const auto& rows : {data::readings().with_key(encoding), data::wide_zones().with_key(encoding)})
    if (!rows.empty()) return encoding;
  const auto larger = data::found_as().with_key(encoding);
  return larger.empty() ? std::string_view() : data::found_as().row(larger.first).cells[1];
}

Readings::Readings(const ReadingSettings& settings) {
  const data::Table& rows = data::readings();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto cells = rows.row(i).cells;
    const CodePage* page = wanted(settings.encodings, cells[0]) ? page_named(cells[0]) : nullptr;
    if (page == nullptr) continue;
    each_word(cells[1], [&](std::string_view language) {
      const auto* model = language::character_model(language);
      if (model == nullptr || !wanted(settings.languages, language)) return;
      readings_.push_back(reading_of(*page, *model));
      readings_.back().prior =
          cost_of_nats(data::number(cells[2])) + cost_of_nats(language::prior_nats(language));
      fold(cells[3], readings_.back());
    });
  }
  std::stable_sort(readings_.begin(), readings_.end(), [](const Reading& left, const Reading& right) {
    return left.model->language() < right.model->language();
  });
}

const CodePage* Readings::page_named(std::string_view name) {
  for (const auto& page : pages_)
    if (page->name() == name) return page.get();
  auto page = CodePage::make(std::string(name));
  if (!page) return nullptr;
  return pages_.emplace_back(std::make_unique<CodePage>(*std::move(page))).get();
}

Ranking Readings::rank(std::string_view sample) const {
  auto runners = first_runners(readings_, sample);
  auto shapes = shapes_of(runners);
  std::size_t begin = 0;
  for (const std::size_t round : kRounds) {
    if (begin >= sample.size() || (begin >= kEnough && is_clear(runners, begin))) break;
    const auto part = sample.substr(begin, round - begin);
    for (Runner& runner : runners) runner.read(part, no_shape);
    add_shapes(runners, shapes, part);
    begin += part.size();
    const Cost least = least_cost(runners);
    if (begin < sample.size())
      std::erase_if(runners, [&](const Runner& runner) { return runner.ranked.cost > least + kHopeless; });
  }
  for (Runner& runner : runners) runner.end();
  std::stable_sort(runners.begin(), runners.end(), is_cheaper);
  Ranking result{{}, begin};
  for (const Runner& runner : runners) result.readings.push_back(runner.ranked);
  return result;
}

Cost Readings::cost(const Reading& reading, std::string_view bytes) {
  Runner runner{{&reading, 0}, data::kSpaceSymbol, data::kSpaceSymbol, {}};
  language::CaseShape shape;
  runner.read(bytes, [&shape](language::Case next) { return shape.add(next); });
  runner.end();
  return runner.ranked.cost;
}

bool agree(const CodePage& left, const CodePage& right, std::string_view bytes) {
  if (&left == &right) return true;
  return std::all_of(bytes.begin(), bytes.end(), [&](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return left.character(byte) == right.character(byte);
  });
}

}  // namespace sito::charset
