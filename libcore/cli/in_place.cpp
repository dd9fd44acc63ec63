#include "cli/in_place.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <boost/filesystem/operations.hpp>
#include <cerrno>
#include <charconv>
#include <map>

#include "cli/exit_status.h"
#include "document/digest.h"
#include "document/json_value.h"
#include "io/error.h"
#include "io/output.h"
#include "pipeline/chain.h"
#include "pipeline/naming.h"

namespace sito::cli {
namespace {

constexpr std::string_view kFields[] = {"origin"};

std::map<std::string, std::string> by_encoded_name(const std::vector<std::string>& files,
                                                   const std::string& suffix) {
  if (files.empty()) throw UsageError("--in-place needs FILEs");
  std::map<std::string, std::string> result;
  for (const auto& file : files) {
    if (file == "-") throw UsageError("--in-place cannot replace standard input");
    if (!result.emplace(pipeline::encoded_name(file), file).second)
      throw UsageError(fmt::format("{}: is named twice", file));
  }
  for (const auto& file : files)
    if (!suffix.empty() && result.count(pipeline::encoded_name(file + suffix)) != 0)
      throw UsageError(fmt::format("{}: is to be replaced and to be the kept {}", file + suffix, file));
  return result;
}

class InPlaceSink final : public Sink {
 public:
  InPlaceSink(const std::vector<std::string>& files, std::string suffix)
      : files_(by_encoded_name(files, suffix)), suffix_(std::move(suffix)) {}

  [[nodiscard]] std::span<const std::string_view> fields() const override { return kFields; }

  Result<void> write(Document& document, Scratch& scratch, std::string&) const override {
    const json::Value origin = document.field("origin").value_or("{}");
    const auto& path = files_.at(json::string(json::member(origin, "path").value_or("")).value_or(""));
    if (auto safe = check(origin, path); !safe) return safe;
    auto text = document.text();
    if (!text) return text.error();
    scratch.text.clear();
    pipeline::append_plain(*text, scratch.text);
    const auto before = json::string(json::member(origin, "digest").value_or(""));
    if (before != digest(DigestKind::kXxh128, scratch.text)) replace(path, scratch.text);
    return {};
  }

 private:
  static Result<void> check(json::Value origin, const std::string& path) {
    const auto confidence_json = json::member(origin, "confidence").value_or("0");
    double confidence = 0;
    std::from_chars(confidence_json.data(), confidence_json.data() + confidence_json.size(), confidence);
    if (confidence < kSafeConfidence)
      return Reject{fmt::format(
          "its encoding is only guessed ({} at {:.2f}); name it with --encoding",
          json::string(json::member(origin, "encoding").value_or("")).value_or("unknown"), confidence)};
    if (const auto replaced = json::member(origin, "replaced"))
      return Reject{fmt::format(
          "bytes that mean nothing in its encoding ({}, {} times) would be lost",
          json::string(json::member(origin, "encoding").value_or("")).value_or("unknown"), *replaced)};
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0) throw IoError(path, "read", errno);
    if (json::integer(json::member(origin, "bytes").value_or("")) != status.st_size)
      return Reject{"is compressed, or has changed since it was read"};
    return {};
  }

  void replace(const std::string& path, std::string_view text) const {
    if (!suffix_.empty()) keep(path);
    io::Output output(path, true);
    output.write(text);
    output.commit();
  }

  /// The earlier file gets a second name; the replacing then takes its first one away.
  void keep(const std::string& path) const {
    namespace fs = boost::filesystem;
    const fs::path kept(path + suffix_);
    boost::system::error_code error;
    fs::remove(kept, error);
    const auto original = fs::canonical(path, error);
    fs::create_hard_link(original, kept, error);
    if (error)
      fs::copy_file(original, kept, fs::copy_options::overwrite_existing, error);  // no hard links there
    if (error) throw IoError(kept.string(), "write", error.message());
  }

  std::map<std::string, std::string> files_;
  std::string suffix_;
};

}  // namespace

std::unique_ptr<Sink> make_in_place_sink(const std::vector<std::string>& files, const std::string& suffix) {
  return std::make_unique<InPlaceSink>(files, suffix);
}

}  // namespace sito::cli
