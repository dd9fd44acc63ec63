#include "pipeline/naming.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <boost/filesystem/operations.hpp>
#include <utility>

#include "io/header_fields.h"
#include "io/tree.h"
#include "text/utf8.h"

namespace sito::pipeline {
namespace {

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029; }

void append_percent(std::string& out, std::string_view bytes) {
  for (char byte : bytes) out += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
}

/// Where a final `#digits` begins, else the name's end.
std::size_t final_number(std::string_view name) {
  const auto hash = name.rfind('#');
  if (hash == std::string_view::npos || hash + 1 == name.size()) return name.size();
  const bool digits = name.find_first_not_of("0123456789", hash + 1) == std::string_view::npos;
  return digits ? hash : name.size();
}

/// Not 0.
std::uint64_t hash_of(std::string_view member) {
  return std::max<std::uint64_t>(1, XXH3_64bits(member.data(), member.size()));
}

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string_view folder(std::string_view path) {
  const auto slash = path.rfind('/');
  if (slash == std::string_view::npos) return {};
  return slash == 0 ? path.substr(0, 1) : path.substr(0, slash);
}

}  // namespace

std::string encoded_name(std::string_view name) {
  std::string out;
  const std::size_t number = final_number(name);
  for (std::size_t at = 0; at < name.size();) {
    const auto good = name.substr(at, text::valid_prefix(name.substr(at)));
    for (std::size_t i = 0; i < good.size();) {
      const auto [c, length] = text::decode(good, i);
      const auto bytes = good.substr(i, length);
      if (is_control(c) || c == '%' || at + i == number)
        append_percent(out, bytes);
      else
        out += bytes;
      i += length;
    }
    at += good.size();
    if (at < name.size()) append_percent(out, name.substr(at++, 1));
  }
  return out;
}

std::string document_id(const NamingSettings& settings, std::string_view path, std::string_view member) {
  auto root = settings.root.empty() ? std::string() : io::plain_path(settings.root);
  if (!root.empty() && !root.ends_with('/')) root += '/';
  if (root != "./" && path.starts_with(root)) path.remove_prefix(root.size());
  auto name = std::string(path);
  if (!member.empty()) name.append("/").append(member);
  return settings.id_prefix + encoded_name(name);
}

std::string source_name(const NamingSettings& settings, std::string_view given, bool is_folder) {
  if (settings.source) return *settings.source;
  if (given == "-") return "stdin";
  auto path = io::plain_path(given);
  if (!path.starts_with('/')) path = io::plain_path(boost::filesystem::current_path().string() + "/" + path);
  const auto name = file_name(is_folder ? std::string_view(path) : folder(path));
  return name.empty() ? "/" : encoded_name(name);
}

std::string site_name(const NamingSettings& settings, std::string_view folder, std::string_view source) {
  if (settings.site) return *settings.site;
  return folder.empty() ? std::string(source) : encoded_name(folder);
}

std::string uri_host(std::string_view uri) {
  const auto scheme = uri.find("://");
  if (scheme == std::string_view::npos ||
      uri.substr(0, scheme).find_first_of("/?#") != std::string_view::npos)
    return {};
  auto host = uri.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#\\"));
  if (const auto user = host.rfind('@'); user != std::string_view::npos) host.remove_prefix(user + 1);
  const auto port = host.find(':', host.starts_with('[') ? std::min(host.find(']'), host.size()) : 0);
  host = host.substr(0, port);
  while (host.ends_with('.')) host.remove_suffix(1);
  return io::in_small_letters(host);
}

std::string MemberCounter::suffix(std::string_view member) {
  const auto hash = hash_of(member);
  if (seen_[hash % seen_.size()].add(hash)) return {};
  const auto count = ++repeated_.try_emplace(hash, 1).first->second;
  return fmt::format("#{}", count);
}

void MemberCounter::have_seen(const std::string& member, std::size_t times) {
  const auto hash = hash_of(member);
  if (times > 0 && seen_[hash % seen_.size()].add(hash)) --times;
  if (times > 0) repeated_.try_emplace(hash, 1).first->second += times;
}

bool MemberCounter::Seen::add(std::uint64_t hash) {
  if (count_ * 5 >= places_.size() * 4) {
    const auto size = std::max<std::size_t>(8, places_.size() + places_.size() / 4);
    count_ = 0;
    for (const auto old : std::exchange(places_, std::vector<std::uint64_t>(size)))
      if (old != 0) (void)add(old);
  }
  auto at = (hash >> 8) % places_.size();
  while (places_[at] != 0 && places_[at] != hash) at = (at + 1) % places_.size();
  if (places_[at] == hash) return false;
  places_[at] = hash;
  ++count_;
  return true;
}

}  // namespace sito::pipeline
