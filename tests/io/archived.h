// archived.h: small archives of every format, for tests.
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>
#include <locale.h>

#include <string>
#include <vector>

namespace sito::io {

struct ArchivedFile {
  std::string path;
  std::string bytes;
  unsigned type = AE_IFREG;
  std::string hardlink = "";
};

/// An archive with these files, in libarchive's format "gnutar", "pax", "zip", "7zip", "newc", "odc";
/// `options` as archive_write_set_options(3) takes them. Encrypted members get the passphrase "p".
inline std::string archived(const char* format, const std::vector<ArchivedFile>& files,
                            const char* options = "") {
  const locale_t utf8 = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
  const locale_t before = ::uselocale(utf8);
  std::string out(std::size_t{8} << 20, '\0');
  std::size_t used = 0;
  struct archive* writer = ::archive_write_new();
  EXPECT_EQ(::archive_write_set_format_by_name(writer, format), ARCHIVE_OK);
  EXPECT_EQ(::archive_write_set_options(writer, options), ARCHIVE_OK);
  ::archive_write_set_passphrase(writer, "p");
  EXPECT_EQ(::archive_write_open_memory(writer, out.data(), out.size(), &used), ARCHIVE_OK);
  for (const ArchivedFile& file : files) {
    struct archive_entry* entry = ::archive_entry_new();
    ::archive_entry_copy_pathname(entry, file.path.c_str());
    ::archive_entry_set_filetype(entry, file.type);
    ::archive_entry_set_perm(entry, 0644);
    ::archive_entry_set_mtime(entry, 1700000000, 0);
    ::archive_entry_set_size(entry, static_cast<la_int64_t>(file.bytes.size()));
    if (file.type == AE_IFLNK) ::archive_entry_set_symlink(entry, "target");
    if (!file.hardlink.empty()) ::archive_entry_set_hardlink(entry, file.hardlink.c_str());
    EXPECT_EQ(::archive_write_header(writer, entry), ARCHIVE_OK) << ::archive_error_string(writer);
    ::archive_write_data(writer, file.bytes.data(), file.bytes.size());
    ::archive_entry_free(entry);
  }
  EXPECT_EQ(::archive_write_close(writer), ARCHIVE_OK);
  ::archive_write_free(writer);
  ::uselocale(before);
  ::freelocale(utf8);
  out.resize(used);
  return out;
}

}  // namespace sito::io
