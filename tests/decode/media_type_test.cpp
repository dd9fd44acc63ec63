#include "decode/media_type.h"

#include <gtest/gtest.h>

#include "encoded.h"

namespace sito::decode {
namespace {

using namespace std::string_literals;

struct MediaCase {
  const char* name;
  std::string bytes;
  std::string_view type;
};

// A ZIP's first local header with a stored member.
std::string zip(std::string_view name, std::string_view content) {
  std::string bytes = "PK\x03\x04\x14\0\0\0\0\0"s + std::string(16, '\0');
  bytes += {static_cast<char>(name.size()), '\0', '\0', '\0'};
  return bytes.append(name).append(content);
}

const MediaCase kCases[] = {
    {"Empty", "", "text/plain"},
    {"Ascii", "sieve", "text/plain"},
    {"Utf8", "Сито і борошно", "text/plain"},
    {"Koi8", encoded("Сито і борошно", "KOI8-U"), "text/plain"},
    {"Dos", encoded("Сито ╔══╗ борошно", "IBM866") + "\x1A", "text/plain"},
    {"Mac", encoded("Сито і борошно", "x-mac-cyrillic"), "text/plain"},
    {"Utf16Mark", "\xFF\xFE\x41\x04"s, "text/plain"},
    {"Utf16NoMark", encoded("Сито і борошно", "UTF-16LE"), "text/plain"},
    {"Utf32Mark", "\xFF\xFE\0\0\x41\x04\0\0"s, "text/plain"},
    {"PageWithAStrayNul", "Сито і борошно, а також решето й ночви.\0"s, "text/plain"},
    {"TerminalColours", "\x1B[1mСито\x1B[0m і борошно", "text/plain"},
    {"LowBytesOfUtf16AreNoTag", "\xFF\xFE" + encoded("мѢо", "UTF-16LE"), "text/plain"},
    {"LessThanIsNoTag", "< 5 % голосів", "text/plain"},
    {"TagWithinText", "Напишіть <html> у першому рядку", "text/plain"},
    {"WordThatBeginsAsATag", "<panel of three>", "text/plain"},
    {"Json", "{\"a\": 1}", "text/plain"},
    {"PercentSign", "%PDF is a format", "text/plain"},
    {"MzIsAnAbbreviation",
     "MZ stands for many things; this is a plain sentence, longer than a DOS header is.", "text/plain"},
    {"BmIsAnAbbreviation", "BM, як і раніше, працює без вихідних", "text/plain"},

    {"Doctype", "<!DOCTYPE html><html></html>", "text/html"},
    {"DoctypeSmall", "\n\n  <!doctype HTML>", "text/html"},
    {"HtmlTag", "<html lang=\"uk\">", "text/html"},
    {"BodyTag", "<BODY>", "text/html"},
    {"CommentFirst", "<!-- saved --> <!-- twice -->\n<head>", "text/html"},
    {"Xhtml", "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\">",
     "text/html"},
    {"HtmlWithMark", "\xEF\xBB\xBF<html>", "text/html"},
    {"HtmlInUtf16", "\xFF\xFE" + encoded("<!DOCTYPE html><p>Сито", "UTF-16LE"), "text/html"},
    {"HtmlInUtf16NoMark", encoded("<!DOCTYPE html><p>Сито</p>", "UTF-16BE"), "text/html"},
    {"HtmlInKoi8", encoded("<title>Сито</title>", "KOI8-R"), "text/html"},
    {"Xml", "<?xml version=\"1.0\"?><rss/>", "text/xml"},
    {"HtmlInUtf32", "\xFF\xFE\0\0"s + encoded("<!doctype html><p>Сито", "UTF-32LE"), "text/html"},
    {"FragmentInUtf16", "\xFE\xFF" + encoded("<article>Сито", "UTF-16BE"), "text/html"},
    {"Fragment", "<section class=a><h2>Сито</h2>", "text/html"},
    {"CommentThatNeverEnds", "<!-- <html>", "text/html"},
    {"XmlInUtf16", "\xFF\xFE" + encoded("<?xml version=\"1.0\"?><rss/>", "UTF-16LE"), "text/xml"},
    {"MapOfASite", "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">", "text/xml"},
    {"Svg", "<svg viewBox=\"0 0 1 1\">", "image/svg+xml"},

    {"Png", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s, "image/png"},
    {"Jpeg", "\xFF\xD8\xFF\xE0\0\x10JFIF"s, "image/jpeg"},
    {"Gif", "GIF89a\x01\0\x01\0"s, "image/gif"},
    {"Webp", "RIFF\x24\0\0\0WEBPVP8 "s, "image/webp"},
    {"Bitmap", "BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28"s, "image/bmp"},
    {"Pdf", "%PDF-1.7\n", "application/pdf"},
    {"Rtf", "{\\rtf1\\ansi", "application/rtf"},
    {"OldOffice", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"s, "application/x-ole-storage"},
    {"Elf",
     "\x7F"
     "ELF\x02\x01\x01\0"s,
     "application/x-elf"},
    {"Windows", "MZ\x90\0\x03"s + std::string(80, '\0'), "application/vnd.microsoft.portable-executable"},
    {"Woff2", "wOF2\0\x01\0\0"s, "font/woff2"},
    {"TrueType", "\0\x01\0\0\0\x0F"s, "font/ttf"},
    {"Gzip", "\x1F\x8B\x08\0"s, "application/gzip"},
    {"Zstd", "\x28\xB5\x2F\xFD\x04"s, "application/zstd"},
    {"Xz",
     "\xFD"
     "7zXZ\0\0"s,
     "application/x-xz"},
    {"Bzip2", "BZh9\x31\x41\x59\x26\x53\x59\0"s, "application/x-bzip2"},
    {"SevenZip", "7z\xBC\xAF\x27\x1C\0"s, "application/x-7z-compressed"},
    {"Tar", "page.txt"s + std::string(249, '\0') + "ustar\0"s + "00", "application/x-tar"},
    {"Zip", zip("page.txt", "Сито"), "application/zip"},
    {"ZipCutShort", "PK\x03\x04", "application/zip"},
    {"ZipNameLongerThanIt", "PK\x03\x04"s + std::string(22, '\0') + "\xFF\xFF\0\0mimetype"s,
     "application/zip"},
    {"Docx", zip("[Content_Types].xml", "<Types/>") + zip("word/document.xml", ""),
     "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"Xlsx", zip("[Content_Types].xml", "<Types/>") + zip("xl/workbook.xml", ""),
     "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"Odt", zip("mimetype", "application/vnd.oasis.opendocument.text"),
     "application/vnd.oasis.opendocument.text"},
    {"Epub", zip("mimetype", "application/epub+zip"), "application/epub+zip"},
    {"FolderNamedWord", zip("word/page.txt", "Сито"), "application/zip"},
    {"Zeros", std::string(100, '\0'), "application/octet-stream"},
    {"Noise", "\x01\x02\xFE\x10\x11Z\x9A\0\x14\xEE"s, "application/octet-stream"},
};

class MediaType : public testing::TestWithParam<MediaCase> {};
TEST_P(MediaType, Is) { EXPECT_EQ(media_type(GetParam().bytes), GetParam().type); }
INSTANTIATE_TEST_SUITE_P(Bytes, MediaType, testing::ValuesIn(kCases),
                         [](const auto& row) { return row.param.name; });

TEST(MediaTypeProperty, NoPrefixBreaksIt) {
  for (const auto& row : kCases)
    for (std::size_t size = 0; size < row.bytes.size(); ++size)
      EXPECT_FALSE(media_type(std::string(row.bytes, 0, size)).empty());
}

}  // namespace
}  // namespace sito::decode
