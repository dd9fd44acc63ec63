#include "html/declared_charset.h"

#include <gtest/gtest.h>

#include <string>

namespace sito::html {
namespace {

struct CharsetCase {
  const char* name;
  std::string_view head;
  std::string_view label;
};

constexpr CharsetCase kHeads[] = {
    {"Nothing", "", ""},
    {"NoMeta", "<html><head><title>a</title>", ""},
    {"Charset", "<meta charset=utf-8>", "utf-8"},
    {"CharsetQuoted", "<!DOCTYPE html><head><META CHARSET=\"Windows-1251\">", "windows-1251"},
    {"CharsetWithSpaces", "<meta charset=' koi8-u '>", "koi8-u"},
    {"CharsetBehindCarriageReturn", "<meta\r\ncharset=koi8-u\r\n>", "koi8-u"},
    {"CharsetBehindSlash", "<meta/charset=koi8-u>", "koi8-u"},
    {"HttpEquiv", "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\">",
     "windows-1251"},
    {"HttpEquivBehindContent", "<meta content='text/html;charset=koi8-r' http-equiv=content-type>", "koi8-r"},
    {"ContentQuoted", "<meta http-equiv=content-type content='text/html; charset = \"koi8-r\" ; a'>",
     "koi8-r"},
    {"ContentQuoteUnclosed", "<meta http-equiv=content-type content='text/html; charset=\"koi8-r'>", ""},
    {"ContentEndsAtSemicolon", "<meta http-equiv=content-type content='charset=koi8-r;a'>", "koi8-r"},
    {"ContentWithoutEquals", "<meta http-equiv=content-type content='charset charset=koi8-r'>", "koi8-r"},
    {"ContentNeedsHttpEquiv", "<meta name=a content='text/html; charset=koi8-r'>", ""},
    {"OtherHttpEquiv", "<meta http-equiv=refresh content='charset=koi8-r'>", ""},
    {"CharsetBeforeContent", "<meta charset=a http-equiv=content-type content='charset=b'>", "a"},
    {"FirstOfTwo", "<meta charset=a><meta charset=b>", "a"},
    {"FirstWithALabel", "<meta name=a><meta charset=''><meta charset=b>", "b"},
    {"RepeatedAttribute", "<meta charset=a charset=b>", "a"},
    {"InAComment", "<!-- <meta charset=a> --><meta charset=b>", "b"},
    {"ShortComment", "<!--><meta charset=b>", "b"},
    {"CommentWithoutEnd", "<!-- <meta charset=a>", ""},
    {"InAnAttribute", "<a title='<meta charset=a>'><meta charset=b>", "b"},
    {"InADeclaration", "<!a <meta charset=a><meta charset=b>", "b"},
    {"InAnEndTag", "</meta charset=a><meta charset=b>", "b"},
    {"OtherName", "<metadata charset=a><meta charset=b>", "b"},
    {"LessThan", "a < b <meta charset=b>", "b"},
    {"Unfinished", "<meta charset=a", ""},
    {"Utf16IsUtf8", "<meta charset=UTF-16LE>", "utf-8"},
    {"UserDefined", "<meta charset=x-user-defined>", "windows-1252"},
    {"XmlDeclaration", "<?xml version=\"1.0\" encoding=\"windows-1251\"?><html>", "windows-1251"},
    {"XmlDeclarationSingle", "<?xml version='1.0' encoding = 'KOI8-U'?>", "koi8-u"},
    {"MetaBeforeXml", "<?xml version='1.0' encoding='a'?><meta charset=b>", "b"},
    {"XmlWithoutEncoding", "<?xml version='1.0'?>", ""},
    {"XmlUnquoted", "<?xml encoding=a?>", ""},
    {"BytesOfLegacyEncodings", "<title>\xC4\xEE\xF9</title><meta charset=windows-1251>", "windows-1251"},
};

class CharsetHeads : public testing::TestWithParam<CharsetCase> {};
TEST_P(CharsetHeads, Declare) { EXPECT_EQ(declared_charset(GetParam().head), GetParam().label); }
INSTANTIATE_TEST_SUITE_P(DeclaredCharset, CharsetHeads, testing::ValuesIn(kHeads),
                         [](const auto& row) { return row.param.name; });

TEST(DeclaredCharset, LooksAtTheHeadOnly) {
  EXPECT_EQ(declared_charset(std::string(1024, ' ') + "<meta charset=a>"), "");
  EXPECT_EQ(declared_charset(std::string(1024 - 16, ' ') + "<meta charset=a>"), "a");
}

}  // namespace
}  // namespace sito::html
