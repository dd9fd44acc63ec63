#include "batch/plan.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <utility>

#include "batch/stored_fields.h"
#include "document/digest.h"
#include "io/error.h"

namespace sito::batch {
namespace {

constexpr std::string_view kProgram = "sito plan";
constexpr std::string_view kBehindHead = ",\n\"inputs\":[\n";
constexpr std::size_t kMaxHead = std::size_t{1} << 30;

std::string json_of(const struct timespec& time) {
  return fmt::format("{}.{:09}", time.tv_sec, time.tv_nsec);
}

bool read_time(std::string_view text, struct timespec& time) {
  const auto dot = std::min(text.find('.'), text.size());
  const auto number = [&](std::string_view digits, auto& value) {
    const auto* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, value);
    return error == std::errc() && stop == end;
  };
  return number(text.substr(0, dot), time.tv_sec) &&
         number(text.substr(std::min(dot + 1, text.size())), time.tv_nsec);
}

std::string json_of(const io::MemberRange& members) {
  std::string out;
  json::Writer json(out);
  json.begin_object().key("begin").size(members.begin).key("end").size(members.end);
  json.key("seen").begin_array();
  for (const auto& [name, times] : members.seen)
    json.begin_object().key("name").string(name).key("times").size(times).end_object();
  json.end_array().end_object();
  return out;
}

std::shared_ptr<const io::MemberRange> members_of(const StoredFields& fields) {
  io::MemberRange members{fields.size("begin"), fields.size("end")};
  for (const auto& name : fields.objects("seen")) members.seen[name.string("name")] = name.size("times");
  if (members.begin > members.end) fields.refuse("end");
  return std::make_shared<const io::MemberRange>(std::move(members));
}

std::string json_of(const PlannedInput& input) {
  std::string out;
  json::Writer json(out);
  json.begin_object().key("in").size(input.in).key("path");
  write_bytes(json, input.path);
  if (!input.reject.empty()) {
    json.key("reject").string(input.reject);
  } else {
    json.key("bytes").size(input.bytes).key("modified").string(json_of(input.modified));
    if (input.members) json.key("members").raw(json_of(*input.members));
    if (!input.digest.empty()) json.key("digest").string(input.digest);
  }
  json.end_object();
  return out;
}

PlannedInput input_of(const StoredFields& fields) {
  PlannedInput input;
  input.in = fields.size("in");
  input.path = fields.bytes("path");
  if (fields.has("reject")) {
    input.reject = fields.string("reject");
    return input;
  }
  input.bytes = fields.size("bytes");
  if (!read_time(fields.string("modified"), input.modified)) fields.refuse("modified");
  if (fields.has("members")) input.members = members_of(fields.object("members"));
  if (fields.has("digest")) input.digest = fields.string("digest");
  return input;
}

std::string json_of(const std::vector<PlannedPath>& paths) {
  std::string out;
  json::Writer json(out);
  json.begin_array();
  for (const auto& path : paths) {
    json.begin_object().key("given");
    write_bytes(json, path.given);
    json.key("location");
    write_bytes(json, path.location);
    json.end_object();
  }
  json.end_array();
  return out;
}

std::string json_of(const std::vector<PlannedOption>& options) {
  std::string out;
  json::Writer json(out);
  json.begin_array();
  for (const auto& option : options) {
    json.begin_object().key("name").string(option.name).key("values").begin_array();
    for (const auto& value : option.values) write_bytes(json, value);
    json.end_array();
    if (!option.digests.empty()) {
      json.key("digests").begin_array();
      for (const auto& digest : option.digests) json.string(digest);
      json.end_array();
    }
    json.end_object();
  }
  json.end_array();
  return out;
}

/// Objects, a line each, are parted by commas; those of the last line of a file by none.
void append_line(std::string& lines, std::string_view object) {
  if (!lines.empty()) lines += ",\n";
  lines += object;
}

/// The inputs of all tasks, and of each what the head says of them.
struct Lines {
  std::string inputs;
  std::string tasks;
};

Lines lines_of(const std::vector<std::vector<PlannedInput>>& tasks) {
  Lines lines;
  for (std::size_t task = 0; task < tasks.size(); ++task) {
    std::string own;
    std::uint64_t bytes = 0;
    for (const auto& input : tasks[task]) {
      append_line(own, json_of(input));
      bytes += input.own_bytes();
    }
    if (!own.empty() && !lines.inputs.empty()) lines.inputs += ",\n";
    std::string out;
    json::Writer json(out);
    json.begin_object()
        .key("task")
        .size(task)
        .key("inputs")
        .size(tasks[task].size())
        .key("bytes")
        .size(bytes);
    json.key("offset").size(lines.inputs.size()).key("length").size(own.size());
    json.key("digest").string(digest(DigestKind::kXxh128, own)).end_object();
    append_line(lines.tasks, out);
    lines.inputs += own;
  }
  return lines;
}

}  // namespace

std::uint64_t PlannedInput::own_bytes() const { return members ? members->end - members->begin : bytes; }

PlannedInput planned(const io::FoundFile& file, std::size_t in) {
  PlannedInput input;
  input.in = in;
  input.path = file.path;
  input.bytes = file.bytes;
  input.modified = file.modified;
  if (file.reject) input.reject = file.reject->reason;
  return input;
}

io::FoundFile found(const Plan& plan, const PlannedInput& input) {
  const auto& [given, location] = plan.paths[input.in];
  io::FoundFile file;
  file.path = input.path;
  file.location = location;
  file.given = location;  // whose name may be that of a folder above, or of the working one
  file.bytes = input.bytes;
  file.modified = input.modified;
  file.members = input.members;
  if (!input.reject.empty()) file.reject = Reject{input.reject};
  file.given_itself = input.path == given;
  if (file.given_itself) {
    file.below = given.substr(given.rfind('/') + 1);
    return file;
  }
  if (given != ".") file.below = file.path.substr(given.size() + (given.ends_with('/') ? 0 : 1));
  if (given == ".") file.below = file.path;
  if (!file.location.ends_with('/')) file.location += '/';
  file.location += file.below;
  return file;
}

std::string to_json(const Plan& plan, const std::vector<std::vector<PlannedInput>>& tasks) {
  const auto lines = lines_of(tasks);
  std::string out;
  json::Writer json(out);
  json.begin_object().key("program").string(kProgram).key("version").string(plan.version);
  json.key("paths").raw(json_of(plan.paths));
  json.key("options").raw(json_of(plan.options));
  json.key("options_digest").string(plan.options_digest);
  json.key("suffix").string(plan.suffix);
  json.key("tasks").raw("[\n" + lines.tasks + "\n]");
  return out.append(kBehindHead).append(lines.inputs).append("\n]}\n");
}

PlanFile::PlanFile(const std::string& path) : path_(path), file_(io::open_file(path, O_RDONLY)) {
  const auto head = read_head();
  digest_ = sito::digest(DigestKind::kXxh128, head);
  inputs_at_ = head.size() + kBehindHead.size();
  parse_head(head + '}');
}

std::string PlanFile::folder() const { return path_.substr(0, path_.rfind('/') + 1); }

/// Shorter only at the file's end.
std::string PlanFile::read(std::uint64_t offset, std::uint64_t length) const {
  std::string bytes(length, '\0');
  std::size_t used = 0;
  while (used < length) {
    const auto got =
        ::pread(file_.number(), bytes.data() + used, length - used, static_cast<off_t>(offset + used));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw IoError(path_, "read", errno);
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
  }
  bytes.resize(used);
  return bytes;
}

/// What stands before kBehindHead.
std::string PlanFile::read_head() {
  constexpr std::size_t kChunk = std::size_t{64} << 10;
  std::string head;
  for (;;) {
    const auto more = read(head.size(), kChunk);
    const auto from = head.size() - std::min(head.size(), kBehindHead.size());
    head += more;
    const auto end = head.find(kBehindHead, from);
    if (end != std::string::npos) return head.substr(0, end);
    if (more.empty() || head.size() > kMaxHead || !head.starts_with('{'))
      throw DamagedInput(path_, "it is no plan that 'sito plan' has written");
  }
}

void PlanFile::parse_head(const std::string& head) {
  const auto fields = StoredFields::parse(head, path_);
  if (fields.string("program") != kProgram) fields.refuse("program");
  plan_.version = fields.string("version");
  plan_.options_digest = fields.string("options_digest");
  plan_.suffix = fields.string("suffix");
  for (const auto& path : fields.objects("paths"))
    plan_.paths.push_back({path.bytes("given"), path.bytes("location")});
  for (const auto& option : fields.objects("options")) {
    auto digests = option.has("digests") ? option.list_of_bytes("digests") : std::vector<std::string>();
    plan_.options.push_back({option.string("name"), option.list_of_bytes("values"), std::move(digests)});
  }
  for (const auto& task : fields.objects("tasks"))
    stretches_.push_back({task.size("offset"), task.size("length"), task.string("digest")});
}

std::vector<PlannedInput> PlanFile::inputs(std::size_t task) const {
  const auto& stretch = stretches_.at(task);
  const auto bytes = read(inputs_at_ + stretch.offset, stretch.length);
  if (sito::digest(DigestKind::kXxh128, bytes) != stretch.digest)
    throw DamagedInput(path_, fmt::format("the inputs of task {} are not those that were planned", task));
  std::vector<PlannedInput> inputs;
  for (std::string_view rest = bytes; !rest.empty();) {
    const auto end = std::min(rest.find('\n'), rest.size());
    auto line = rest.substr(0, end);
    if (line.ends_with(',')) line.remove_suffix(1);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const auto fields = StoredFields::parse(line, path_);
    inputs.push_back(input_of(fields));
    if (inputs.back().in >= plan_.paths.size()) fields.refuse("in");
  }
  return inputs;
}

std::string PlanFile::part_name(std::size_t task) const {
  const auto width = std::max<std::size_t>(5, std::to_string(tasks() - 1).size());
  return fmt::format("part-{:0{}}.{}", task, width, plan_.suffix);
}

}  // namespace sito::batch
