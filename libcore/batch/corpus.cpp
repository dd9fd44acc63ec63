#include "batch/corpus.h"

#include <fmt/format.h>

#include <boost/filesystem/operations.hpp>
#include <charconv>
#include <utility>

#include "document/frame.h"
#include "io/error.h"
#include "io/output.h"

namespace sito::batch {
namespace {

namespace fs = boost::filesystem;

bool is_of_a_corpus(std::string_view name) {
  return name == kManifestName || name == kSuccessName || name.starts_with("part-");
}

}  // namespace

std::string_view suffix_of(io::Compression compression) {
  if (compression == io::Compression::kZstd) return ".zst";
  return compression == io::Compression::kGzip ? ".gz" : "";
}

std::optional<ShardSize> ShardSize::parse(std::string_view size) {
  std::size_t number = 0;
  const char* end = size.data() + size.size();
  const auto [stop, error] = std::from_chars(size.data(), end, number);
  if (error != std::errc() || number == 0) return std::nullopt;
  const std::string_view unit(stop, static_cast<std::size_t>(end - stop));
  if (unit.empty()) return ShardSize{number, 0};
  constexpr std::string_view kUnits = "KMGT";
  const auto power = kUnits.find(unit.front());
  const auto rest = unit.substr(1);
  if (power == std::string_view::npos || !(rest.empty() || rest == "B" || rest == "iB")) return std::nullopt;
  const auto shift = 10 * (power + 1);
  if (number > (SIZE_MAX >> 1) >> shift) return std::nullopt;
  return ShardSize{0, number << shift};
}

bool ShardSize::is_reached(const Part& part) const {
  if (records != 0 && static_cast<std::size_t>(part.records) >= records) return true;
  return bytes != 0 && static_cast<std::size_t>(part.content_bytes) >= bytes;
}

Result<void> check_corpus_folder(const std::string& folder, bool overwrite) {
  boost::system::error_code error;
  const auto status = fs::status(folder, error);
  if (status.type() == fs::file_not_found) return {};
  if (!fs::is_directory(status)) return Reject{fmt::format("{}: is no folder", folder)};
  bool holds_corpus = false;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (!is_of_a_corpus(name))
      return Reject{fmt::format("{}: holds '{}', which is no part of a corpus", folder, name)};
    holds_corpus = true;
  }
  if (error) throw IoError(folder, "read", error.value());
  if (holds_corpus && !overwrite)
    return Reject{fmt::format("{}: already holds a corpus; --overwrite replaces it", folder)};
  return {};
}

Corpus::Corpus(CorpusSettings settings) : settings_(std::move(settings)), folder_(settings_.folder) {}

Corpus::~Corpus() = default;

void Corpus::begin_part() {
  const auto name = fmt::format("part-{:05}.{}{}", settings_.manifest.parts.size(), settings_.suffix,
                                suffix_of(settings_.compression));
  writer_ = std::make_unique<PartWriter>(folder_.file(name), name, settings_.head);
}

void Corpus::end_part() {
  settings_.manifest.parts.push_back(writer_->finish());
  ended_bytes_ += settings_.manifest.parts.back().content_bytes;
  writer_.reset();
}

std::int64_t Corpus::content_bytes() const {
  return ended_bytes_ + (writer_ ? writer_->part().content_bytes : 0);
}

void Corpus::add(std::string_view frames) {
  try {
    add_framed(frames);
  } catch (const IoError& error) {
    throw folder_.told(error);
  }
}

void Corpus::add_framed(std::string_view frames) {
  while (!frames.empty()) {
    const Framed framed = take_frame(frames);
    if (!writer_) begin_part();
    writer_->add(framed.id, framed.record);
    if (settings_.shard_size.is_reached(writer_->part())) end_part();
  }
}

void Corpus::write_rest() {
  if (!writer_ && settings_.manifest.parts.empty()) begin_part();
  if (writer_) end_part();
  io::write_file(folder_.file(kManifestName), to_json(settings_.manifest));
  io::write_file(folder_.file(kSuccessName), "");
}

void Corpus::commit() {
  try {
    write_rest();
    folder_.commit(settings_.overwrite);
  } catch (const IoError& error) {
    throw folder_.told(error);
  }
}

}  // namespace sito::batch
