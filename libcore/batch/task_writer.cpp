#include "batch/task_writer.h"

#include <unistd.h>

#include <array>
#include <boost/filesystem/operations.hpp>
#include <utility>

#include "document/frame.h"
#include "io/error.h"

namespace sito::batch {
namespace {

/// `name` in `folder`, whose own folder is made if it is not there.
std::string placed(const std::string& folder, const std::string& name) {
  auto path = folder + name;
  const auto parent = path.substr(0, path.rfind('/'));
  boost::system::error_code error;
  boost::filesystem::create_directory(parent, error);  // another task may have been first
  if (error) throw IoError(parent, "create", error.value());
  return path;
}

std::string host() {
  std::array<char, 256> name{};
  return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

}  // namespace

TaskWriter::TaskWriter(const std::string& folder, const std::string& part_name, std::size_t task,
                       std::string_view head)
    : folder_(folder),
      task_(task),
      part_(folder + part_name, part_name, head),
      rejects_(placed(folder, rejects_name(task))) {
  rejects_.watch([this](std::string_view bytes) {
    rejects_digest_.add(bytes);
    rejects_bytes_ += static_cast<std::int64_t>(bytes.size());
  });
}

void TaskWriter::add(std::string_view frames) {
  while (!frames.empty()) {
    const auto framed = take_frame(frames);
    part_.add(framed.id, framed.record);
  }
}

void TaskWriter::refuse(std::string_view line) { rejects_.write(line); }

void TaskWriter::finish(Done done) {
  io::Output answer(placed(folder_, done_name(task_)));
  rejects_.commit();
  done.task = task_;
  done.part = part_.finish();
  done.rejects = {rejects_name(task_), rejects_bytes_, rejects_digest_.finish()};
  done.host = host();
  done.process = ::getpid();
  answer.write(to_json(done));
  answer.commit();
}

}  // namespace sito::batch
