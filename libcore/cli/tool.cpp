#include "cli/tool.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <boost/filesystem/operations.hpp>
#include <charconv>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <mutex>
#include <new>
#include <optional>
#include <thread>
#include <utility>

#include "cli/configuration.h"
#include "cli/generate.h"
#include "cli/interrupt.h"
#include "cli/jobs.h"
#include "io/error.h"
#include "io/output.h"
#include "pipeline/run.h"
#include "text/escaped.h"

namespace sito::cli {
namespace {

constexpr const char* kCommonGroup = "Options of every tool";

struct CommonSettings {
  std::size_t jobs = 0;
  std::string output = "-";
  std::optional<std::string> rejects;
  std::optional<std::string> stats;
  bool strict = false;
  std::string max_rejects = "0";
  bool progress = false;
  bool quiet = false;
  std::string generate;
};

void declare_output(Switches& switches, CommonSettings& common) {
  switches.text("-o,--output", common.output, "FILE",
                "Write to FILE, which appears when it is complete; .gz, .zst and .xz compress it");
}

void declare_jobs(Switches& switches, CommonSettings& common) {
  switches.count("-j,--jobs", common.jobs, "N",
                 "Work on N documents at once; by default as many as the process may use");
}

void declare_rejects(Switches& switches, CommonSettings& common, RejectsOf rejects) {
  if (rejects == RejectsOf::kItself)
    switches.text("--rejects", common.rejects, "FILE",
                  "Write what was rejected or skipped, with reasons, to FILE as JSON Lines");
  if (rejects != RejectsOf::kLater)
    switches.text("--max-rejects", common.max_rejects, "N|P%",
                  "Up to N rejects, or P percent, still count as success");
  if (rejects == RejectsOf::kItself)
    switches.flag("--strict", common.strict, "Stop at the first reject, with status 1");
}

void declare_telling(Switches& switches, CommonSettings& common) {
  switches.text("--stats", common.stats, "FILE", "Write a summary with all counts to FILE as JSON");
  switches.flag("--progress", common.progress, "Show progress, if standard error is a terminal");
}

void declare_quiet(Switches& switches, CommonSettings& common) {
  switches.flag("-q,--quiet", common.quiet, "Leave out closing lines; rejects and errors are still told");
}

pipeline::RejectLimit parse_limit(const std::string& text) {
  pipeline::RejectLimit limit;
  std::string_view digits = text;
  limit.percent = digits.ends_with('%');
  if (limit.percent) digits.remove_suffix(1);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), limit.value);
  const bool whole = limit.percent || digits.find_first_not_of("0123456789") == std::string_view::npos;
  const bool in_range = limit.value >= 0 && (!limit.percent || limit.value <= 100);
  if (error != std::errc{} || end != digits.data() + digits.size() || !in_range || !whole)
    throw UsageError(
        fmt::format("--max-rejects: '{}' is neither a whole number nor a percentage such as 0.5%", text));
  return limit;
}

/// A line on standard error every now and then, while a run goes on.
class ProgressLine {
 public:
  ProgressLine(ErrorStream& errors, const pipeline::Progress& progress, bool wanted) {
    if (wanted && ErrorStream::is_terminal()) thread_ = std::thread([&, this] { draw(errors, progress); });
  }
  ~ProgressLine() {
    if (!thread_.joinable()) return;
    {
      std::lock_guard lock(mutex_);
      ended_ = true;
    }
    changed_.notify_all();
    thread_.join();
  }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

 private:
  void draw(ErrorStream& errors, const pipeline::Progress& progress) {
    const auto start = std::chrono::steady_clock::now();
    std::unique_lock lock(mutex_);
    while (!changed_.wait_for(lock, std::chrono::milliseconds(200), [this] { return ended_; })) {
      const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
      const double megabytes = static_cast<double>(progress.bytes) / 1e6;
      errors.progress(fmt::format("{} documents, {:.0f} MB, {:.1f} MB/s", progress.documents.load(),
                                  megabytes, megabytes / seconds));
    }
    errors.progress("");
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  bool ended_ = false;
  std::thread thread_;
};

/// Devices and pipes may well be written by several.
bool is_file(const std::string& path) {
  struct stat status = {};
  return ::stat(path.c_str(), &status) != 0 || S_ISREG(status.st_mode);
}

/// Where an output really lies, links resolved, also one that is not there yet. A folder's has no slash at
/// its end.
std::string place(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  boost::system::error_code error;
  auto target = boost::filesystem::absolute(path);
  for (int links = 0; links < 40 && boost::filesystem::is_symlink(target, error); ++links)
    target =
        boost::filesystem::absolute(boost::filesystem::read_symlink(target, error), target.parent_path());
  return boost::filesystem::weakly_canonical(target, error).string();
}

/// A file that is opened later must not become standard output because that was closed (as glibc's
/// stdopen in coreutils): reading or writing such a descriptor fails instead.
void guard_standard_descriptors() {
  for (int descriptor = 0; descriptor <= 2; ++descriptor)
    if (::fcntl(descriptor, F_GETFD) < 0) (void)::open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY);
}

bool names_files(const CLI::Option& option) {
  return option.get_type_name() == "FILE" || option.get_type_name() == "LIST";
}

/// A zip keeps the local time of an unknown desk. It is taken for UTC everywhere, so that records do not
/// depend on where they are made.
void fix_time_zone() {
  ::setenv("TZ", "UTC0", 1);
  ::tzset();
}

std::string plural(std::int64_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

/// "sito-read: skipped 3 files: 2 image/png, 1 application/pdf"
void close_with_counts(const pipeline::Statistics& statistics, const std::string& name, ErrorStream& errors) {
  if (statistics.skipped > 0) {
    std::string kinds;
    for (const auto& [media_type, count] : statistics.media_types)
      kinds += fmt::format("{}{} {}", kinds.empty() ? "" : ", ", count, media_type);
    errors.line(fmt::format("{}: skipped {}: {}", name, plural(statistics.skipped, "file"), kinds));
  }
  if (statistics.rejected > 0)
    errors.line(fmt::format("{}: rejected {} of {}", name, statistics.rejected,
                            plural(statistics.documents + statistics.rejected, "record")));
}

}  // namespace

struct Tool::State {
  Program program;
  CLI::App app;
  CommonSettings common;
  std::vector<std::string> operands;
  bool declared = false;
  ErrorStream errors;
  std::function<bool()> output_wanted;

  void declare();
  [[nodiscard]] bool has_output() const;
  int parse(int argc, char** argv);
  int run_job(const MakeJob& make);
  pipeline::RunResult run_documents(const Job& job);
  void or_end(const std::function<void()>& write);
  int finish(const pipeline::RunResult& result, const pipeline::RejectLimit& limit);
  [[nodiscard]] Request request() const;
  [[nodiscard]] std::vector<Given> given() const;
  [[nodiscard]] std::vector<std::string> inputs() const;
  void check_outputs() const;
  void mark_unfinished();
  void say(std::string_view what) { errors.line(program.name + ": " + text::escaped(what)); }

  const Interrupt* interrupt = nullptr;
  std::optional<io::Output> output;  // none where the job has a destination of its own, or writes nothing
  std::shared_ptr<Destination> destination;
  std::optional<io::Output> rejects;
  std::optional<io::Output> stats;
  pipeline::Progress progress;
};

Tool::Tool(Program program) : state_(std::make_unique<State>()) {
  state_->program = std::move(program);
  auto& app = state_->app;
  app.name(state_->program.name);
  app.set_help_flag();
  app.option_defaults()->always_capture_default(false);
  auto operands = app.add_option("operands", state_->operands, "");
  operands->type_name(state_->program.operand);
  configure(app);
}

Tool::~Tool() = default;

void Tool::output_only_if(std::function<bool()> wanted) { state_->output_wanted = std::move(wanted); }

Switches Tool::switches(const std::string& prefix) {
  return Switches(state_->app, prefix, prefix.empty() ? "Options" : "Options of " + prefix);
}

const Program& Tool::program() const { return state_->program; }

std::string Tool::manual() {
  state_->declare();
  return man_section(state_->program, state_->app);
}

int Tool::run(int argc, char** argv, const MakeJob& make) {
  guard_standard_descriptors();
  fix_time_zone();
  auto& state = *state_;
  state.declare();
  try {
    if (const int status = state.parse(argc, argv); status >= 0) return status;
    return state.run_job(make);
  } catch (const UsageError& error) {
    state.say(error.what());
    state.errors.line(fmt::format("Try '{} --help'.", state.program.name));
    return kWrongUsage;
  } catch (const IoError& error) {
    state.say(error.what());
  } catch (const std::bad_alloc&) {
    state.say("out of memory");
  } catch (const BrokenPipe&) {
    io::temporaries::remove_all();
    die_of(SIGPIPE);
  }
  state.mark_unfinished();
  return kNotFinished;
}

/// What all tools have, behind what is the tool's own.
void Tool::State::declare() {
  if (std::exchange(declared, true)) return;
  Switches switches(app, "", kCommonGroup);
  if (program.writes_output) declare_output(switches, common);
  if (program.reads_documents) declare_jobs(switches, common);
  if (program.reads_documents || program.rejects == RejectsOf::kRecorded)
    declare_rejects(switches, common, program.rejects);
  if (program.reads_documents) declare_telling(switches, common);
  if (program.reads_documents || program.rejects == RejectsOf::kRecorded) declare_quiet(switches, common);
  declare_information(app, program.is_command ? nullptr : &common.generate);
}

/// The exit status, or -1 to go on.
int Tool::State::parse(int argc, char** argv) {
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    output.emplace("-");
    output->write(help_text(program, app));
    return kAllDone;
  } catch (const CLI::CallForVersion&) {
    output.emplace("-");
    output->write(fmt::format("{} {}\n", program.name, SITO_VERSION));
    return kAllDone;
  } catch (const CLI::ParseError& error) {
    say(usage_message(error, app));
    errors.line(fmt::format("Try '{} --help'.", program.name));
    return kWrongUsage;
  }
  // CLI11 takes "-5" for a number and so for an operand.
  for (int i = 1; i < argc && std::string_view(argv[i]) != "--"; ++i) {
    const std::string_view word = argv[i];
    const bool number = word.size() > 1 && word[0] == '-' && word[1] >= '0' && word[1] <= '9';
    if (number && std::find(operands.begin(), operands.end(), word) != operands.end())
      throw UsageError(fmt::format("there is no switch '{}'; a file of that name stands behind --", word));
  }
  if (common.generate.empty()) return -1;
  output.emplace("-");
  output->write(common.generate == "man" ? man_page(program, app)
                                         : completions(common.generate, program, app));
  return kAllDone;
}

bool Tool::State::has_output() const { return program.writes_output && (!output_wanted || output_wanted()); }

/// Also where the run failed before its output was opened: an empty input would look whole.
void Tool::State::mark_unfinished() {
  if (!has_output()) return;
  if (!output && common.output == "-") output.emplace("-");
  if (output) output->abort_line();
}

/// The switches that are the tool's own and were given.
std::vector<Given> Tool::State::given() const {
  std::vector<Given> result;
  for (const auto* option : app.get_options()) {
    const bool own = option->get_group().starts_with("Options") && option->get_group() != kCommonGroup;
    if (own && option->count() > 0 && !option->get_lnames().empty())
      result.push_back({option->get_lnames().front(), option->results(), names_files(*option)});
  }
  return result;
}

Request Tool::State::request() const {
  Request result{operands, {}, common.output, given(), program.name};
  const auto output_file = has_output() ? std::optional(common.output) : std::nullopt;
  for (const auto& file : {output_file, common.rejects, common.stats})
    if (file) result.outputs.push_back(*file == "-" ? "/dev/stdout" : *file);
  for (const auto& option : result.given)
    if (option.name == "changes") result.outputs.push_back(option.values.back());
  return result;
}

/// Everything that is read: operands, and files that switches name.
std::vector<std::string> Tool::State::inputs() const {
  auto result = operands;
  if (result.empty()) result.emplace_back("-");
  for (const auto* option : app.get_options()) {
    const auto name = option->get_lnames().empty() ? std::string() : option->get_lnames().front();
    const bool is_output = name == "output" || name == "rejects" || name == "stats" || name == "changes";
    if (!name.empty() && names_files(*option) && !is_output)
      result.insert(result.end(), option->results().begin(), option->results().end());
  }
  return result;
}

/// No input may be an output, nor two outputs one file; told before anything is opened.
void Tool::State::check_outputs() const {
  const auto outputs = request().outputs;
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    if (outputs[i].empty()) throw UsageError("an output needs a name");
    if (outputs[i].ends_with(".bz2"))
      throw UsageError(outputs[i] + ": bzip2 is only read; .gz, .zst and .xz are written");
    const auto target = io::identity_of(outputs[i]);
    for (const auto& input : inputs()) {
      const auto identity = input == "-" ? io::identity_of(STDIN_FILENO) : io::identity_of(input);
      if (target && identity == target) throw UsageError(fmt::format("{}: is also an input", outputs[i]));
    }
    for (std::size_t other = 0; other < i; ++other) {
      if (is_file(outputs[i]) && place(outputs[other]) == place(outputs[i]))
        throw UsageError(fmt::format("{}: two outputs go to it", outputs[i]));
      // A folder of parts replaces what is there, and would take the other output with it.
      if (place(outputs[i]).starts_with(place(outputs[other]) + '/'))
        throw UsageError(fmt::format("{}: would lie within the output {}", outputs[i], outputs[other]));
    }
  }
}

int Tool::State::run_job(const MakeJob& make) {
  const auto limit = parse_limit(common.max_rejects);
  if (!has_output() && common.output != "-") throw UsageError("-o: there is nothing that it would take");
  check_outputs();
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // a write beyond the limit fails instead
  Interrupt signals([this] {
    io::temporaries::remove_all();
    if (output) output->abort_line();
  });
  interrupt = &signals;
  auto job = make(request());
  destination = job.destination;
  if (!destination && has_output()) output.emplace(job.prints ? "-" : common.output);
  if (common.rejects) rejects.emplace(*common.rejects);
  if (common.stats) stats.emplace(*common.stats);
  if (job.then) {
    run_documents(job);
    job = job.then();
  }
  if (output && !job.head.empty()) output->write(job.head);
  pipeline::RunResult result;
  if (job.source) result = run_documents(job);
  if (job.work) result.statistics = job.work();
  if (output) result.statistics.bytes_out += static_cast<std::int64_t>(job.head.size());
  if (destination) result.statistics.bytes_out = destination->bytes();
  if (job.finish && !result.stopped) {
    auto& written = result.statistics.bytes_out;
    written = 0;
    job.finish([&](std::string_view bytes) {
      output->write(bytes);
      written += static_cast<std::int64_t>(bytes.size());
    });
  }
  const int status = finish(result, limit);
  if (job.summary && !common.quiet && !result.stopped) say(job.summary());
  return status;
}

pipeline::RunResult Tool::State::run_documents(const Job& job) {
  pipeline::Outlet outlet;
  outlet.write = [&](std::string_view lines) {
    or_end([&] {
      if (job.collect) return job.collect(lines);
      destination ? destination->write(lines) : output->write(lines);
    });
  };
  outlet.refuse = [&](const pipeline::Refusal& refusal) {
    if (job.then) return;
    if (!refusal.skipped) errors.line(pipeline::message(refusal));
    if (rejects) or_end([&] { rejects->write(pipeline::to_json(refusal)); });
    if (destination) or_end([&] { destination->refuse(refusal); });
  };
  if (destination && !job.then) outlet.delivered = [&] { or_end([&] { destination->delivered(); }); };
  pipeline::RunSettings settings;
  settings.jobs = common.jobs == 0 ? default_jobs() : static_cast<unsigned>(common.jobs);
  if (job.in_turn) settings.jobs = 1;
  settings.strict = common.strict && !job.then;
  ProgressLine line(errors, progress, common.progress && !common.quiet);
  return pipeline::run(*job.source, *job.chain, outlet, settings, progress);
}

/// A worker may sleep in read(2) for ever: an output that fails ends the process from where it stands.
void Tool::State::or_end(const std::function<void()>& write) {
  try {
    write();
  } catch (const BrokenPipe&) {
    io::temporaries::remove_all();
    die_of(SIGPIPE);
  } catch (const IoError& error) {
    interrupt->give_way();
    say(error.what());
    io::temporaries::remove_all();
    if (output) output->abort_line();
    std::_Exit(kNotFinished);
  }
}

int Tool::State::finish(const pipeline::RunResult& result, const pipeline::RejectLimit& limit) {
  const auto& statistics = result.statistics;
  if (stats) {
    stats->write(to_json(statistics, program.name));
    stats->commit();
  }
  if (rejects) rejects->commit();
  // Last: an output that is there means that all went well.
  if (destination && !result.stopped) {
    destination->counted(statistics);
    destination->commit();
  }
  if (output && !result.stopped) output->commit();
  const bool tells_all = !common.quiet && (!destination || destination->tells_all());
  if (tells_all) close_with_counts(statistics, program.name, errors);
  if (destination && !result.stopped)
    for (const auto& line : destination->closing(tells_all)) say(line);
  if (result.stopped) {
    if (output) output->abort_line();
    return kRejected;
  }
  if (destination && !destination->is_satisfied()) return kRejected;
  if (program.rejects == RejectsOf::kLater) return kAllDone;
  const auto rejected = static_cast<std::size_t>(statistics.rejected);
  return limit.allows(rejected, rejected + static_cast<std::size_t>(statistics.documents)) ? kAllDone
                                                                                           : kRejected;
}

}  // namespace sito::cli
