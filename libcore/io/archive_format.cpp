// Which archive begins with these bytes; the rest of archive.h is in archive.cpp.
#include <algorithm>
#include <array>

#include "io/archive.h"
#include "io/error.h"
#include "io/warc.h"

namespace sito::io {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kTarBlock = 512;

// First names of zip files that are documents. LibreOffice begins with _rels/, others with docProps/.
constexpr std::array kDocumentNames = {
    "[Content_Types].xml"sv, "mimetype"sv,          "META-INF/"sv,       "_rels/"sv,
    "docProps/"sv,           "word/document.xml"sv, "xl/workbook.xml"sv, "ppt/presentation.xml"sv};

bool is_octal(std::string_view bytes) {
  return bytes.find_first_not_of("01234567") == std::string_view::npos;
}

/// The sum of a header's bytes, its own eight taken for blanks, stands in it in octal digits.
bool is_tar(std::string_view head) {
  if (head.size() < kTarBlock) return false;
  std::string_view digits = head.substr(148, 8);
  digits.remove_prefix(std::min(digits.find_first_not_of(' '), digits.size()));
  digits = digits.substr(0, digits.find_first_of(" \0"sv));
  if (digits.empty() || !is_octal(digits)) return false;
  unsigned wanted = 0;
  for (const char digit : digits) wanted = wanted * 8 + static_cast<unsigned>(digit - '0');
  unsigned sum = 0;
  int signed_sum = 0;  // some old writers counted bytes with a sign
  for (std::size_t i = 0; i < kTarBlock; ++i) {
    const char byte = i >= 148 && i < 156 ? ' ' : head[i];
    sum += static_cast<unsigned char>(byte);
    signed_sum += static_cast<signed char>(byte);
  }
  return wanted == sum || static_cast<int>(wanted) == signed_sum;
}

bool is_cpio(std::string_view head) {
  if (head.starts_with("070707")) return head.size() >= 76 && is_octal(head.substr(0, 76));
  if (!head.starts_with("070701") && !head.starts_with("070702")) return false;
  return head.size() >= 110 &&
         head.substr(0, 110).find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

bool is_zip(std::string_view head) {
  if (head.starts_with("PK\x05\x06")) return true;  // no members
  if (!head.starts_with("PK\x03\x04") || head.size() < 30) return false;
  const auto size = static_cast<std::size_t>(static_cast<unsigned char>(head[26])) |
                    static_cast<std::size_t>(static_cast<unsigned char>(head[27])) << 8U;
  const std::string_view name = head.substr(30, size);
  return std::none_of(kDocumentNames.begin(), kDocumentNames.end(), [&](std::string_view known) {
    return known.ends_with('/') ? name.starts_with(known) : name == known;
  });
}

}  // namespace

ArchiveFormat archive_format(std::string_view head) {
  if (is_zip(head)) return ArchiveFormat::kZip;
  if (head.starts_with("7z\xBC\xAF\x27\x1C")) return ArchiveFormat::kSevenZip;
  if (is_cpio(head)) return ArchiveFormat::kCpio;
  if (is_tar(head)) return ArchiveFormat::kTar;
  if (is_warc(head)) return ArchiveFormat::kWarc;
  if (head.starts_with("filedesc://")) return ArchiveFormat::kArc;
  return ArchiveFormat::kNone;
}

Result<ArchiveFormat> archive_format(Input& input) {
  std::string damage;
  for (;;) {
    try {
      const ArchiveFormat format = archive_format(input.peek(kArchiveHead));
      if (damage.empty() || format == ArchiveFormat::kWarc) return format;
      return Reject{damage};
    } catch (const DamagedInput& error) {
      // A small WARC's second record may be what is damaged, and lies within the head.
      if (archive_format(input.held()) == ArchiveFormat::kWarc) return ArchiveFormat::kWarc;
      if (damage.empty()) damage = error.words();
      if (!input.resume("WARC/")) return Reject{damage};
    }
  }
}

}  // namespace sito::io
