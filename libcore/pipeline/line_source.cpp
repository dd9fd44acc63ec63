#include "pipeline/line_source.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <optional>

#include "io/error.h"
#include "io/input.h"
#include "io/line_reader.h"
#include "text/words.h"

namespace sito::pipeline {
namespace {

class LineBatch final : public Batch {
 public:
  LineBatch(std::string file, io::Block block) : file_(std::move(file)), block_(std::move(block)) {}

  [[nodiscard]] std::size_t bytes() const override { return block_.bytes.size() + block_.line_bytes; }

  void expand(std::span<const std::string_view> known, Document& document, Scratch&,
              Visitor& visitor) override {
    if (block_.too_long) {
      visitor.reject({file_, block_.first_line},
                     fmt::format("a line of {} bytes is too long", block_.line_bytes), {});
      return;
    }
    std::size_t number = block_.first_line;
    for (const auto range : text::lines(block_.bytes)) {
      if (!visit({file_, number++}, range.of(block_.bytes), known, document, visitor)) return;
    }
  }

 private:
  static bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
  }

  static bool visit(Place place, std::string_view line, std::span<const std::string_view> known,
                    Document& document, Visitor& visitor) {
    if (is_blank(line)) return true;
    if (auto parsed = document.assign(line, known); !parsed)
      return visitor.reject(place, parsed.error().reason, line);
    return visitor.document(document, place, line);
  }

  std::string file_;
  io::Block block_;
};

class LineSource final : public Source {
 public:
  explicit LineSource(std::vector<std::string> files) : files_(std::move(files)) {
    if (files_.empty()) files_.emplace_back("-");
    for (const auto& file : files_)
      if (file != "-" && ::access(file.c_str(), R_OK) != 0) throw IoError(file, "open", errno);
  }

  std::unique_ptr<Batch> next() override {
    io::Block block;
    while (open()) {
      if (reader_->next(block)) return std::make_unique<LineBatch>(input_->name(), std::move(block));
      if (reader_->aborted()) throw IoError(input_->name(), "read", "the tool that wrote it did not finish");
      reader_.reset();
      input_.reset();
    }
    return nullptr;
  }

 private:
  bool open() {
    if (reader_) return true;
    if (next_ == files_.size()) return false;
    input_.emplace(files_[next_++]);
    reader_.emplace(*input_);
    return true;
  }

  std::vector<std::string> files_;
  std::size_t next_ = 0;
  std::optional<io::Input> input_;
  std::optional<io::LineReader> reader_;
};

}  // namespace

std::unique_ptr<Source> make_line_source(std::vector<std::string> files) {
  return std::make_unique<LineSource>(std::move(files));
}

}  // namespace sito::pipeline
