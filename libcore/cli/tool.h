// tool.h: what every tool does.
//
// A tool declares its own switches and says how its chain is made; the frame does the rest: common
// switches, help, manual page and completions, inputs and outputs, rejects, statistics, signals, exit
// status. So all tools behave alike, and `sito NAME` is `sito-NAME`.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/error_stream.h"
#include "cli/exit_status.h"
#include "cli/switches.h"
#include "pipeline/chain.h"
#include "pipeline/rejects.h"
#include "pipeline/source.h"
#include "pipeline/statistics.h"

namespace sito::cli {

struct Example {
  std::string command;
  std::string what;  ///< a phrase without full stop
};

/// Whose rejects a program answers for.
enum class RejectsOf {
  kItself,    ///< its documents': it has --rejects, --max-rejects and --strict
  kLater,     ///< nobody's: they are recorded, and another command judges them
  kRecorded,  ///< those that other commands recorded: it has --max-rejects
};

/// A tool's face, for --help and the manual page.
struct Program {
  std::string name;              ///< "sito-strip"
  std::string summary;           ///< one line, without full stop
  std::string description;       ///< paragraphs, parted by empty lines
  std::string operand = "FILE";  ///< what its arguments are called
  std::vector<Example> examples;
  bool reads_documents = true;  ///< has the switches that concern them: --jobs, --rejects, --stats, …
  RejectsOf rejects = RejectsOf::kItself;
  bool writes_output = true;  ///< has -o; else standard output is left alone, also where a run fails
  bool is_command = false;    ///< "sito-templates learn": has no manual page and completions of its own
};

/// Takes what a chain writes, in place of the output, which is not opened then: a folder of parts.
class Destination {
 public:
  virtual ~Destination() = default;
  /// In order, on one thread at a time. May throw IoError, as commit() may.
  virtual void write(std::string_view bytes) = 0;
  /// Once all has been written; not after a run that was stopped. Without it nothing stays.
  virtual void commit() = 0;
  /// What the chain did not take, and that all of one batch has been given; as write().
  virtual void refuse(const pipeline::Refusal&) {}
  virtual void delivered() {}
  /// What the run came to, before commit().
  virtual void counted(const pipeline::Statistics&) {}
  /// Whether the user is to be told how it went where all went well.
  [[nodiscard]] virtual bool tells_all() const { return true; }
  /// Once it is committed: lines for the user, `all` of them or only what he has to know, and whether the run
  /// counts as a success.
  [[nodiscard]] virtual std::vector<std::string> closing(bool /*all*/) const { return {}; }
  [[nodiscard]] virtual bool is_satisfied() const { return true; }
  /// How many bytes of records it has taken, for --stats.
  [[nodiscard]] virtual std::int64_t bytes() const = 0;
};

/// What is to be run, made once the switches are known.
struct Job {
  std::unique_ptr<pipeline::Source> source;
  std::unique_ptr<pipeline::Chain> chain;
  bool in_turn = false;  ///< one document after the other: what the sink does cannot wait for its turn

  using Write = std::function<void(std::string_view bytes)>;
  /// Takes what the chain writes, in order, on one thread at a time, in place of the output.
  std::function<void(std::string_view lines)> collect = {};
  /// Writes the output once all has been read; not after a run that was stopped. A job without a source is
  /// this alone. May throw IoError, as collect() may.
  std::function<void(const Write&)> finish = {};
  /// Makes the job that is run next. This one only prepares it: what it refuses is not reported, so `then`
  /// has to read it too. May throw as MakeJob may.
  std::function<Job()> then = {};
  /// In place of a source: does all there is to do and says what it came to. May throw IoError.
  std::function<pipeline::Statistics()> work = {};
  /// What it came to in words, a closing line unless --quiet.
  std::function<std::string()> summary = {};
  std::string head = {};  ///< written to the output before all else
  std::shared_ptr<Destination> destination = {};
  bool prints = false;  ///< to standard output, whatever --output names
};

/// A switch that was given, here or in a configuration file: {"view", {"quote"}}.
struct Given {
  std::string name;
  std::vector<std::string> values;
  bool names_files = false;  ///< its values are files that are read
};

/// What the frame tells the tool that makes its job.
struct Request {
  const std::vector<std::string>& operands;  ///< as given; may be empty
  std::vector<std::string> outputs;          ///< what this run writes; standard output as /dev/stdout
  std::string output = "-";                  ///< the main one, as given
  std::vector<Given> given = {};             ///< of the tool's own switches
  std::string program = {};                  ///< "sito-emit"
};

class Tool {
 public:
  explicit Tool(Program program);
  ~Tool();
  Tool(const Tool&) = delete;
  Tool& operator=(const Tool&) = delete;

  /// The tool's own switches; with `prefix`, those of a stage in `sito run` ("strip": --strip.keep).
  [[nodiscard]] Switches switches(const std::string& prefix = {});

  /// Of a program that has -o: it has an output only where `wanted`, asked once the switches are known, says
  /// so. Else it is as one without, and -o is wrong usage.
  void output_only_if(std::function<bool()> wanted);

  using MakeJob = std::function<Job(const Request&)>;

  [[nodiscard]] const Program& program() const;

  /// Of a command: its part of its program's manual page.
  [[nodiscard]] std::string manual();

  /// Parses, runs the job, and returns the exit status; or dies of the signal that ended the run.
  /// `make` may throw UsageError (status 2) and IoError (3).
  int run(int argc, char** argv, const MakeJob& make);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace sito::cli
