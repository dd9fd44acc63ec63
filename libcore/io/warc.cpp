#include "io/warc.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <utility>

#include "io/error.h"
#include "io/header_fields.h"

namespace sito::io {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kBegin = "WARC/";
constexpr std::size_t kChunk = std::size_t{256} << 10;
constexpr std::size_t kMostHead = std::size_t{1} << 20;
constexpr std::size_t kLongestVersion = 64;
constexpr std::array kTypes = {"warcinfo"sv, "response"sv, "resource"sv,   "request"sv,
                               "metadata"sv, "revisit"sv,  "conversion"sv, "continuation"sv};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether `text` begins with a line as "WARC/1.0". None while its end is not there.
std::optional<bool> is_version(std::string_view text, bool whole) {
  const auto known = text.substr(0, kBegin.size());
  if (known != kBegin.substr(0, known.size())) return false;
  const auto end = text.substr(0, kLongestVersion).find('\n');
  if (end == std::string_view::npos) {
    if (whole || text.size() >= kLongestVersion) return false;
    return std::nullopt;
  }
  const auto version = trimmed(text.substr(kBegin.size(), end - kBegin.size()));
  const auto dot = version.find('.');
  return dot != std::string_view::npos && dot > 0 && dot + 1 < version.size() &&
         version.find_first_not_of("0123456789.") == std::string_view::npos;
}

std::string_view without_brackets(std::string_view value) {
  if (value.starts_with('<') && value.ends_with('>')) value = value.substr(1, value.size() - 2);
  return trimmed(value);
}

std::optional<std::size_t> number(std::string_view digits) {
  std::size_t value = 0;
  const auto* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value);
  if (digits.empty() || error != std::errc{} || stop != end) return std::nullopt;
  return value;
}

}  // namespace

bool is_warc(std::string_view head) {
  if (!is_version(head, true).value_or(false)) return false;
  (void)taken_line(head);
  const auto field = taken_line(head);
  const auto colon = field.find(':');
  return colon != std::string_view::npos && colon > 0 &&
         field.substr(0, colon).find_first_of(" \t<>\"") == std::string_view::npos;
}

Result<StatusRanges> StatusRanges::of(const std::vector<std::string>& words) {
  StatusRanges result;
  result.ranges_.clear();
  for (const auto& word : words) {
    const std::string_view text = word;
    const auto dash = std::min(text.find('-'), text.size());
    auto first = number(text.substr(0, dash));
    auto last = dash == text.size() ? first : number(text.substr(dash + 1));
    if (text.size() == 3 && is_digit(text[0]) && same_name(text.substr(1), "xx")) {
      first = static_cast<std::size_t>(text[0] - '0') * 100;
      last = *first + 99;
    }
    if (!first || !last || *first < 100 || *last > 999 || *first > *last)
      return Reject{fmt::format("'{}' is no HTTP status; 200, 2xx and 200-299 are", word)};
    result.ranges_.push_back({static_cast<int>(*first), static_cast<int>(*last)});
  }
  return result;
}

bool StatusRanges::contains(int status) const {
  return std::any_of(ranges_.begin(), ranges_.end(),
                     [status](Range range) { return range.first <= status && status <= range.last; });
}

class Warc::Reader {
 public:
  Reader(Input& input, const WarcSettings& settings)
      : input_(input),
        settings_(settings),
        most_block_(settings.body.max_bytes + settings.body.max_bytes / 8 + kMostHead),
        lost_head_(input.passed_damage()) {}

  bool next(WarcRecord& record) {
    record = WarcRecord();
    moved_ = false;
    if (!lost_head_.empty()) {
      record.number = ++number_;
      record.reject = Reject{std::exchange(lost_head_, {})};
      return true;
    }
    if (!find_something(record)) return false;
    if (record.reject) return true;
    record.number = ++number_;
    if (begins_here()) {
      read_record(record);
      if (record.reject && !moved_) {
        at_ += kBegin.size();  // another may begin within what this one claims
        find_line();
      }
    } else {
      record.reject = Reject{"what stands before the next record is none"};
      find_line();
      if (is_at_damage()) record.reject = Reject{damage_};
    }
    if (record.reject) {
      record.body.clear();
      record.skipped.clear();
      blamed_ = is_at_damage();
    }
    return true;
  }

 private:
  [[nodiscard]] std::string_view rest() const { return {buffer_.data() + at_, end_ - at_}; }

  [[nodiscard]] bool is_at_damage() const { return at_ == end_ && !damage_.empty(); }

  /// Whether `size` bytes are there, which are read if need be. False where the stream ends before, or
  /// is damaged.
  bool has(std::size_t size) {
    while (end_ - at_ < size) {
      if (ended_ || !damage_.empty()) return false;
      more();
    }
    return true;
  }

  void more() {
    if (at_ > 0 && at_ >= end_ / 2) {
      std::memmove(buffer_.data(), buffer_.data() + at_, end_ - at_);
      end_ -= at_;
      at_ = 0;
    }
    if (buffer_.size() - end_ < kChunk) buffer_.resize(end_ + std::max(kChunk, end_ / 2));
    try {
      const std::size_t got = input_.read(buffer_.data() + end_, buffer_.size() - end_);
      end_ += got;
      ended_ = got == 0;
    } catch (const DamagedInput& damage) {
      damage_ = damage.words();
    }
  }

  /// Moves over empty lines and damage that a Reject has told of. False at the end; `record` becomes a Reject
  /// of damage that stands between records.
  bool find_something(WarcRecord& record) {
    for (;;) {
      while (has(1)) {
        const auto first = rest().find_first_not_of("\r\n");
        at_ += std::min(first, rest().size());
        if (first != std::string_view::npos) return true;
      }
      if (damage_.empty()) return false;
      const auto words = std::exchange(damage_, {});
      ended_ = !input_.resume(kBegin);
      if (std::exchange(blamed_, false)) continue;
      record.number = ++number_;
      record.reject = Reject{words};
      return true;
    }
  }

  bool begins_here() {
    for (;;) {
      if (const auto found = is_version(rest(), ended_ || !damage_.empty())) return *found;
      (void)has(kLongestVersion);
    }
  }

  /// Moves to the next line that begins a record, or to the end of what there is.
  void find_line() {
    constexpr std::string_view kLine = "\nWARC/";
    for (;;) {
      const auto found = rest().find(kLine);
      if (found == std::string_view::npos) {
        at_ = end_ - std::min(end_ - at_, kLine.size() - 1);
        if (has(kLine.size())) continue;
        at_ = end_;
        return;
      }
      at_ += found + 1;
      if (begins_here()) return;
    }
  }

  /// Precondition: a record begins here. Moves behind it, or stays and rejects.
  void read_record(WarcRecord& record) {
    const auto head = whole_head(record);
    if (!head) return;
    auto lines = rest().substr(0, *head);
    (void)taken_line(lines);
    const HeaderFields fields(lines);
    const auto length = number(fields.first("Content-Length"));
    record.uri = without_brackets(fields.first("WARC-Target-URI"));
    record.id = without_brackets(fields.first("WARC-Record-ID"));
    record.date = fields.first("WARC-Date");
    record.truncated = !fields.first("WARC-Truncated").empty();
    if (!length) {
      record.reject = Reject{"its Content-Length cannot be read"};
      return;
    }
    if (*length > most_block_) return pass_over(*head, *length, fields, record);
    if (!has(*head + *length)) {
      record.reject = cut_short();
      return;
    }
    if (!ends_well(*head + *length, record)) return;
    classify(fields, rest().substr(*head, *length), record);
    at_ += *head + *length;
    moved_ = true;
  }

  std::optional<std::size_t> whole_head(WarcRecord& record) {
    for (std::size_t wanted = 1;;) {
      if (const auto size = head_size(rest().substr(0, kMostHead))) return size;
      if (rest().size() >= kMostHead) {
        record.reject = Reject{"its head does not end"};
        return std::nullopt;
      }
      // Doubling keeps the search linear.
      wanted = std::max(rest().size() + 1, std::min(rest().size() * 2, kMostHead));
      if (has(wanted)) continue;
      if (const auto size = head_size(rest())) return size;
      record.reject = cut_short();
      return std::nullopt;
    }
  }

  [[nodiscard]] Reject cut_short() const { return {damage_.empty() ? "it is cut short" : damage_}; }

  /// Whether the record, of `size` bytes, ends where it says: two line ends stand there, or another begins,
  /// or its member ends, or everything does.
  bool ends_well(std::size_t size, WarcRecord& record) {
    for (std::size_t end = size;;) {
      const auto behind = rest().substr(size);
      for (const auto two : {"\r\n\r\n"sv, "\n\n"sv})
        if (behind.starts_with(two) && behind.size() > two.size()) return true;
      const auto first = rest().find_first_not_of("\r\n"sv, end);
      if (first != std::string_view::npos) {
        (void)has(first + kBegin.size());
        if (kBegin.starts_with(rest().substr(first, kBegin.size()))) return true;
        record.reject = Reject{"its Content-Length is wrong"};
        return false;
      }
      end = rest().size();
      if (ended_) return true;
      if (member_ends()) return true;
      if (damage_.empty()) more();
      if (damage_.empty()) continue;
      record.reject = Reject{damage_};
      return false;
    }
  }

  bool member_ends() {
    try {
      return input_.at_member_end();
    } catch (const DamagedInput& damage) {
      damage_ = damage.words();
      return false;
    }
  }

  /// A record that is too large to be held. If its length is only wrong, the next is within what is held.
  void pass_over(std::size_t head, std::size_t length, const HeaderFields& fields, WarcRecord& record) {
    if (!has(head + most_block_)) {
      record.reject = cut_short();
      return;
    }
    const auto block = rest().substr(head, most_block_);
    const auto inner = std::min(block.find("\r\n\r\nWARC/"), block.find("\n\nWARC/"));
    classify(fields, block.substr(0, kMostHead), record);
    record.body.clear();
    if (record.skipped.empty())
      record.reject = Reject{fmt::format("more than {} bytes", settings_.body.max_bytes)};
    if (inner != std::string_view::npos) {
      record.reject = Reject{"its Content-Length is wrong"};
      return;
    }
    moved_ = true;
    for (std::size_t left = head + length; left > 0;) {
      if (!has(1)) {
        record.reject = cut_short();
        return;
      }
      const std::size_t some = std::min(left, rest().size());
      at_ += some;
      left -= some;
    }
  }

  /// Says what the record is; takes its body out of `block`.
  void classify(const HeaderFields& fields, std::string_view block, WarcRecord& record) const {
    const auto type = in_small_letters(fields.first("WARC-Type"));
    if (std::find(settings_.types.begin(), settings_.types.end(), type) == settings_.types.end()) {
      const bool known = std::find(kTypes.begin(), kTypes.end(), type) != kTypes.end();
      record.skipped = known ? "WARC " + type : "WARC record of unknown type";
    } else if (!fields.first("WARC-Segment-Number").empty()) {
      record.reject = Reject{"a segment of a record; segments are not joined"};
    } else if (type == "response") {
      classify_response(fields, block, record);
    } else {
      // What wget says of itself.
      if (same_name(std::string_view(record.uri).substr(0, 9), "metadata:"))
        record.skipped = "WARC " + type + " of its writer";
      record.http.content_type = fields.first("Content-Type");
      if (record.skipped.empty()) record.body = block;
    }
  }

  void classify_response(const HeaderFields& fields, std::string_view block, WarcRecord& record) const {
    auto head = http_head(block);
    if (head) {
      record.http = *std::move(head);
      if (!settings_.statuses.contains(record.http.status)) {
        record.skipped = fmt::format("HTTP status {}", record.http.status);
      } else {
        record.body = block.substr(record.http.size);
      }
    } else if (content_type(fields.first("Content-Type")).media_type == "application/http") {
      record.reject = Reject{"its HTTP head cannot be read"};
    } else {
      record.skipped = "WARC response without HTTP";  // the answer of a name server
    }
  }

  Input& input_;
  WarcSettings settings_;
  std::size_t most_block_;  ///< of a record's bytes behind its head
  std::string lost_head_;   ///< why the file's first record cannot be read, if it cannot
  std::string buffer_;
  std::size_t at_ = 0;   ///< where in it we are
  std::size_t end_ = 0;  ///< of what was read into it
  std::size_t number_ = 0;
  bool ended_ = false;
  std::string damage_;   ///< the stream is damaged behind the buffer, and how
  bool blamed_ = false;  ///< a Reject has said so
  bool moved_ = false;   ///< behind the record that is being read
};

Warc::Warc(Input& input, const WarcSettings& settings) : reader_(std::make_unique<Reader>(input, settings)) {}

Warc::~Warc() = default;

bool Warc::next(WarcRecord& record) { return reader_->next(record); }

}  // namespace sito::io
