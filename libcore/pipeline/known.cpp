#include "pipeline/known.h"

#include <xxhash.h>

#include <cstring>

namespace sito::pipeline {

std::string fingerprint(const RawDocument& raw, const io::ContentType& declared) {
  std::string names;
  for (const auto* name :
       {&raw.id, &raw.source, &raw.site, &raw.path, &raw.member, &raw.uri, &raw.record, &raw.date})
    names.append(*name).push_back('\0');
  names.append(declared.media_type).push_back('\0');
  names.append(declared.charset).push_back('\0');
  if (raw.modified) names += std::to_string(*raw.modified);
  const auto of_names = XXH3_64bits(names.data(), names.size());
  const auto hash = XXH3_128bits_withSeed(raw.bytes.data(), raw.bytes.size(), of_names);
  std::string result(sizeof hash, '\0');
  std::memcpy(result.data(), &hash, sizeof hash);
  return result;
}

}  // namespace sito::pipeline
