#include "pipeline/member_names.h"

#include <algorithm>
#include <cstddef>

#include "text/utf8.h"

namespace sito::pipeline {
namespace {

// The names that come first decide where they are as many bytes.
constexpr std::size_t kEnough = 4096;
constexpr double kLeastConfidence = 0.6;
// Fewer bytes beyond ASCII are a guess.
constexpr std::ptrdiff_t kFewestHighBytes = 4;

decode::Settings of_desks() {
  decode::Settings settings;
  settings.encodings = {"IBM866",       "windows-1251", "KOI8-U", "IBM852",
                        "windows-1250", "windows-1252", "IBM850"};
  return settings;
}

}  // namespace

// Folders and extensions are the same in every name; lines of words are what models are made of.
void MemberNames::find_encoding() {
  std::string words = sample_;
  for (char& c : words)
    if (c == '/' || c == '_' || c == '.') c = ' ';
  is_settled_ = sample_.size() >= kEnough;
  const auto is_high = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  if (std::count_if(words.begin(), words.end(), is_high) < kFewestHighBytes) return;
  const auto found = decode::decode(words, of_desks());
  if (!found || found->encoding == "UTF-8" || found->confidence < kLeastConfidence) return;
  decode::Settings named;
  named.encoding = found->encoding;
  if (auto decoder = decode::Decoder::make(named)) decoder_ = *std::move(decoder);
}

std::string MemberNames::decoded(std::string_view raw) {
  if (text::is_valid(raw)) return std::string(raw);
  if (!decoder_ && !is_settled_) {
    if (sample_.find(raw) == std::string::npos) sample_.append(raw).append("\n");
    find_encoding();
  }
  if (!decoder_) return std::string(raw);
  auto name = decoder_->decode(raw);
  return name.replaced == 0 ? std::move(name.text) : std::string(raw);
}

}  // namespace sito::pipeline
