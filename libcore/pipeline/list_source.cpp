#include "pipeline/list_source.h"

#include <fmt/format.h>

#include "document/json_writer.h"
#include "io/tree.h"

namespace sito::pipeline {
namespace {

constexpr std::size_t kBatchFiles = 256;
constexpr std::string_view kFields[] = {"id"};

class ListBatch final : public Batch {
 public:
  ListBatch(std::vector<io::FoundFile> files, const NamingSettings& naming)
      : files_(std::move(files)), naming_(naming) {}

  [[nodiscard]] std::size_t bytes() const override { return 0; }

  void expand(std::span<const std::string_view>, Document& document, Scratch& scratch,
              Visitor& visitor) override {
    for (const auto& file : files_) {
      const Place place{file.path};
      document = Document();
      scratch.json.clear();
      json::append_string(scratch.json, document_id(naming_, file.path));
      document.set("id", scratch.json);
      const bool go_on = file.reject ? visitor.reject(place, file.reject->reason, {})
                                     : visitor.document(document, place, {});
      if (!go_on) return;
    }
  }

 private:
  std::vector<io::FoundFile> files_;
  const NamingSettings& naming_;
};

class ListSource final : public Source {
 public:
  ListSource(std::vector<std::string> paths, const RawSettings& settings)
      : naming_(settings.naming), tree_(std::move(paths), settings.tree) {}

  std::unique_ptr<Batch> next() override {
    std::vector<io::FoundFile> files;
    if (!tree_.next(files, kBatchFiles)) return nullptr;
    return std::make_unique<ListBatch>(std::move(files), naming_);
  }

 private:
  NamingSettings naming_;
  io::Tree tree_;
};

class IdSink final : public Sink {
 public:
  [[nodiscard]] std::span<const std::string_view> fields() const override { return kFields; }
  Result<void> write(Document& document, Scratch&, std::string& out) const override {
    out += document.id().value_or("");
    out += '\n';
    return {};
  }
};

}  // namespace

Result<void> check_overlap(const std::vector<std::string>& paths) {
  const auto both = io::overlap(paths);
  if (!both) return {};
  if (both->outer == both->inner) return Reject{fmt::format("{}: is given twice", both->outer)};
  return Reject{fmt::format("{} lies in {}", both->inner, both->outer)};
}

Result<std::unique_ptr<Source>> make_list_source(std::vector<std::string> paths,
                                                 const RawSettings& settings) {
  if (auto apart = check_overlap(paths); !apart) return apart.error();
  return std::unique_ptr<Source>(std::make_unique<ListSource>(std::move(paths), settings));
}

std::unique_ptr<Sink> make_id_sink() { return std::make_unique<IdSink>(); }

}  // namespace sito::pipeline
