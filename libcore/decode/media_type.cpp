#include "decode/media_type.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <string>

#include "decode/escapes.h"
#include "decode/unicode_form.h"
#include "html/markup.h"
#include "text/block.h"

namespace sito::decode {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kPlain = "text/plain";
constexpr std::string_view kBinary = "application/octet-stream";
constexpr std::size_t kSampleBytes = std::size_t{64} << 10U;
constexpr std::size_t kZipHead = 4096;

struct Magic {
  std::size_t at;
  std::string_view bytes;
  std::string_view type;
};
constexpr Magic kMagics[] = {
    {0, "\x89PNG\r\n\x1A\n"sv, "image/png"},
    {0, "\xFF\xD8\xFF"sv, "image/jpeg"},
    {0, "GIF87a"sv, "image/gif"},
    {0, "GIF89a"sv, "image/gif"},
    {8, "WEBPVP8"sv, "image/webp"},
    {0, "\0\0\x01\0"sv, "image/vnd.microsoft.icon"},
    {0, "II*\0"sv, "image/tiff"},
    {0, "MM\0*"sv, "image/tiff"},
    {4, "ftypavif"sv, "image/avif"},
    {4, "ftypheic"sv, "image/heic"},
    {4, "ftyp"sv, "video/mp4"},
    {0, "\x1A\x45\xDF\xA3"sv, "video/webm"},
    {0, "OggS\0"sv, "application/ogg"},
    {0, "ID3\x03\0"sv, "audio/mpeg"},
    {0, "ID3\x04\0"sv, "audio/mpeg"},
    {8, "WAVEfmt "sv, "audio/wav"},
    {8, "AVI LIST"sv, "video/x-msvideo"},
    {0, "%PDF-"sv, "application/pdf"},
    {0, "%!PS-Adobe-"sv, "application/postscript"},
    {0, "{\\rtf"sv, "application/rtf"},
    {0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "application/x-ole-storage"},
    {0,
     "\x7F"
     "ELF"sv,
     "application/x-elf"},
    {0, "\xCA\xFE\xBA\xBE"sv, "application/java-vm"},
    {0, "\0asm"sv, "application/wasm"},
    {0, "wOFF"sv, "font/woff"},
    {0, "wOF2"sv, "font/woff2"},
    {0, "OTTO\0"sv, "font/otf"},
    {0, "\0\x01\0\0\0"sv, "font/ttf"},
    {0, "true\0"sv, "font/ttf"},
    {0, "ttcf\0"sv, "font/collection"},
    {0, "\x1F\x8B\x08"sv, "application/gzip"},
    {0, "\x28\xB5\x2F\xFD"sv, "application/zstd"},
    {0,
     "\xFD"
     "7zXZ\0"sv,
     "application/x-xz"},
    {0, "7z\xBC\xAF\x27\x1C"sv, "application/x-7z-compressed"},
    {0, "Rar!\x1A\x07"sv, "application/vnd.rar"},
    {257, "ustar\0"sv, "application/x-tar"},
    {257, "ustar "sv, "application/x-tar"},
    {0, "SQLite format 3\0"sv, "application/vnd.sqlite3"},
    {0, "\x93NUMPY"sv, "application/x-numpy"},
    {0, "PAR1"sv, "application/vnd.apache.parquet"},
};

// What the first names inside an office file's ZIP look like.
struct Inside {
  std::string_view name;
  std::string_view type;
};
constexpr Inside kInsides[] = {
    {"word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    {"META-INF/MANIFEST.MF", "application/java-archive"},
};
constexpr std::string_view kOfficeNames[] = {"[Content_Types].xml", "_rels/", "docProps/", "META-INF/"};
constexpr std::string_view kStoredTypes[] = {
    "application/epub+zip",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.oasis.opendocument.spreadsheet",
    "application/vnd.oasis.opendocument.presentation",
};

constexpr std::size_t kNameAt = 30;  // of the first member, in a ZIP's local header
std::size_t little_endian(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]) | std::size_t{static_cast<unsigned char>(bytes[at + 1])} << 8U;
}

// Office files are told by the name or content of their first member; what they hold, by member names
// within the sample. Any other ZIP is an archive.
std::string_view zip_type(std::string_view bytes) {
  const auto head = bytes.substr(0, kZipHead);
  if (head.size() <= kNameAt) return "application/zip";
  const auto first = head.substr(kNameAt);
  const auto content = first.substr(std::min(first.size(), 8 + little_endian(head, 28)));
  for (const auto type : kStoredTypes)
    if (first.starts_with("mimetype") && content.starts_with(type)) return type;
  const bool office = std::any_of(std::begin(kOfficeNames), std::end(kOfficeNames),
                                  [first](std::string_view name) { return first.starts_with(name); });
  for (const auto& inside : kInsides)
    if (office && bytes.substr(0, kSampleBytes).find(inside.name) != std::string_view::npos)
      return inside.type;
  return "application/zip";
}

std::optional<std::string_view> magic_type(std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv)) return zip_type(bytes);
  if (bytes.starts_with("BZh") && bytes.size() > 10 && bytes.substr(4, 6) == "\x31\x41\x59\x26\x53\x59"sv)
    return "application/x-bzip2";
  if (bytes.starts_with("MZ") && bytes.size() > 64 &&
      bytes.substr(0, 64).find('\0') != std::string_view::npos)
    return "application/vnd.microsoft.portable-executable";
  if (bytes.starts_with("BM") && bytes.size() > 14 && bytes.substr(6, 4) == "\0\0\0\0"sv) return "image/bmp";
  for (const Magic& magic : kMagics)
    if (bytes.size() >= magic.at && bytes.substr(magic.at).starts_with(magic.bytes)) return magic.type;
  return std::nullopt;
}

// The head in one byte a unit, in which what is not ASCII is some letter that is not.
std::string narrowed_head(std::string_view bytes, std::string_view encoding) {
  const std::size_t width = encoding.starts_with("UTF-16") ? 2 : 4;
  const std::size_t low = encoding.ends_with("BE") ? width - 1 : 0;
  std::string head;
  for (std::size_t at = 0; at + width <= bytes.size() && head.size() < html::kMarkupHead; at += width) {
    std::string_view unit = bytes.substr(at, width);
    const char c = unit[low];
    const auto zeros = std::count(unit.begin(), unit.end(), '\0');
    head += zeros + (c == '\0' ? 0 : 1) == static_cast<std::ptrdiff_t>(width) ? c : '\x80';
  }
  return head;
}

std::string_view text_type(std::string_view bytes, std::string_view encoding) {
  const bool is_wide = encoding.starts_with("UTF-16") || encoding.starts_with("UTF-32");
  switch (is_wide ? html::markup(narrowed_head(bytes, encoding)) : html::markup(bytes)) {
    case html::Markup::kHtml: return "text/html";
    case html::Markup::kSvg: return "image/svg+xml";
    case html::Markup::kXml: return "text/xml";
    case html::Markup::kNone: break;
  }
  return kPlain;
}

bool is_binary(std::string_view bytes) {
  const auto sample = bytes.substr(0, kSampleBytes);
  std::size_t odd = 0;
  for (std::size_t at = 0; at < sample.size(); at += text::Block::kSize) {
    const auto rest = sample.substr(at);
    const text::Block block(rest);
    const auto controls = block.below(0x20) & ~block.below(0x0E) & ~block.equal_any(0x1A, 0x1B);
    const auto found = block.below(0x07) | controls | block.equal(0x7F);
    if (found == 0) continue;
    const auto within =
        rest.size() < text::Block::kSize ? (std::uint64_t{1} << rest.size()) - 1 : ~std::uint64_t{0};
    odd += static_cast<std::size_t>(std::popcount(found & within));
  }
  return odd * 50 > sample.size();
}

}  // namespace

std::string_view media_type(std::string_view bytes) {
  if (const auto mark = byte_order_mark(bytes)) return text_type(bytes.substr(mark->length), mark->encoding);
  if (const auto magic = magic_type(bytes)) return *magic;
  if (const auto utf16 = unmarked_utf16(bytes)) return text_type(bytes, *utf16);
  if (const auto utf32 = unmarked_utf32(bytes)) return text_type(bytes, *utf32);
  if (escaped_encoding(bytes.substr(0, kSampleBytes))) return text_type(bytes, "");
  return is_binary(bytes) ? kBinary : text_type(bytes, "");
}

}  // namespace sito::decode
