// bombs.h: small archives that claim to hold far more than they weigh, for tests.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>

namespace sito::io {

/// A tar of one member without a byte of its own: GNU's old form of sparse files.
inline std::string sparse_tar(const std::string& name, std::uint64_t size) {
  std::string header(512, '\0');
  const auto put = [&](std::size_t at, const std::string& text) { header.replace(at, text.size(), text); };
  const auto octal = [](std::uint64_t value, int digits) {
    char text[32];
    std::snprintf(text, sizeof text, "%0*llo", digits, static_cast<unsigned long long>(value));
    return std::string(text);
  };
  put(0, name);
  put(100, octal(0644, 7));
  put(124, octal(0, 11));
  put(148, "        ");
  put(156, "S");
  put(257, "ustar  ");
  put(386, octal(size, 11));  // one piece of no bytes at the end: all before is a hole
  put(398, octal(0, 11));
  put(483, octal(size, 11));
  unsigned sum = 0;
  for (const char byte : header) sum += static_cast<unsigned char>(byte);
  put(148, octal(sum, 6) + '\0');
  return header;
}

inline std::string little_endian(std::uint64_t value, int size) {
  std::string bytes;
  for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFF);
  return bytes;
}

/// A zip of `members` that share one packed run of `size` letters: each local header takes those behind it
/// for its own further fields. After David Fifield, "A better zip bomb", WOOT 2019.
inline std::string overlapping_zip(std::size_t members, std::size_t size) {
  const std::string text(size, 'a');
  std::string packed(::compressBound(size), '\0');
  z_stream stream{};
  ::deflateInit2(&stream, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  ::deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  ::deflateEnd(&stream);
  const auto crc = ::crc32(0, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size()));

  constexpr std::size_t kHeader = 30 + 6 + 4;
  const auto about = [&](std::size_t extra) {  // what local header and index say alike
    return little_endian(20, 2) + little_endian(0, 2) + little_endian(8, 2) + little_endian(0, 4) +
           little_endian(crc, 4) + little_endian(packed.size(), 4) + little_endian(size, 4) +
           little_endian(6, 2) + little_endian(extra, 2);
  };
  std::string zip;
  std::string index;
  for (std::size_t i = 0; i < members; ++i) {
    const std::string name = std::to_string(1000000 + i).substr(1);
    const std::size_t behind = kHeader * (members - i - 1);
    index += "PK\x01\x02" + little_endian(20, 2) + about(0) + little_endian(0, 2) + little_endian(0, 2) +
             little_endian(0, 2) + little_endian(0, 4) + little_endian(zip.size(), 4) + name;
    zip += "PK\x03\x04" + about(4 + behind) + name + little_endian(0x9999, 2) + little_endian(behind, 2);
  }
  zip += packed;
  const std::size_t at = zip.size();
  return zip + index + "PK\x05\x06" + little_endian(0, 4) + little_endian(members, 2) +
         little_endian(members, 2) + little_endian(index.size(), 4) + little_endian(at, 4) +
         little_endian(0, 2);
}

}  // namespace sito::io
