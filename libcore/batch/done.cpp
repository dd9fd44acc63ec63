#include "batch/done.h"

#include <fmt/format.h>

#include <cerrno>

#include "batch/file_state.h"
#include "batch/stored_fields.h"
#include "io/error.h"
#include "io/input.h"

namespace sito::batch {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{16} << 20;

Part part_of(const StoredFields& fields) {
  Part part;
  part.name = fields.string("name");
  part.records = fields.integer("records");
  part.bytes = fields.integer("bytes");
  part.content_bytes = fields.integer("content_bytes");
  part.digest = fields.string("digest");
  if (part.records == 0) return part;
  part.first_id = fields.string("first_id");
  part.last_id = fields.string("last_id");
  return part;
}

}  // namespace

std::string done_name(std::size_t task) { return fmt::format("done/{}.json", task); }
std::string rejects_name(std::size_t task) { return fmt::format("rejects/{}.jsonl", task); }

std::string to_json(const Done& done) {
  std::string out;
  json::Writer json(out);
  json.begin_object().key("task").size(done.task);
  json.key("plan").string(done.key.plan).key("options").string(done.key.options).key("model");
  done.key.model.empty() ? json.null() : json.string(done.key.model);
  json.key("part").raw(to_json(done.part));
  json.key("rejects").begin_object().key("name").string(done.rejects.name);
  json.key("bytes").integer(done.rejects.bytes).key("digest").string(done.rejects.digest).end_object();
  json.key("documents").integer(done.documents).key("rejected").integer(done.rejected);
  json.key("skipped").integer(done.skipped).key("seconds").score(done.seconds).key("host");
  write_bytes(json, done.host);
  json.key("process").integer(done.process).end_object();
  return out + '\n';
}

Done parse_done(const std::string& json, const std::string& path) {
  const auto fields = StoredFields::parse(json, path);
  Done done;
  done.task = fields.size("task");
  done.key = {fields.string("plan"), fields.string("options"), {}};
  if (fields.has("model")) done.key.model = fields.string("model");
  done.part = part_of(fields.object("part"));
  const auto rejects = fields.object("rejects");
  done.rejects = {rejects.string("name"), rejects.integer("bytes"), rejects.string("digest")};
  done.documents = fields.integer("documents");
  done.rejected = fields.integer("rejected");
  done.skipped = fields.integer("skipped");
  done.host = fields.bytes("host");
  done.process = fields.integer("process");
  return done;
}

std::optional<Done> read_done(const std::string& folder, std::size_t task) {
  const auto path = folder + done_name(task);
  try {
    io::Input input(path);
    const auto json = io::rest(input, kMaxBytes);
    if (json) return parse_done(*json, path);
  } catch (const DamagedInput&) {
  } catch (const IoError& error) {
    if (error.error_number() != ENOENT) throw;
  }
  return std::nullopt;
}

bool is_done(const std::string& folder, std::size_t task, const TaskKey& key) {
  const auto done = read_done(folder, task);
  return done && done->task == task && done->key == key &&
         has_size(folder + done->part.name, done->part.bytes);
}

}  // namespace sito::batch
