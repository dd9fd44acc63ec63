#include "io/error.h"

#include <system_error>
#include <utility>

namespace sito {

IoError::IoError(std::string path, std::string tried, std::string words)
    : std::runtime_error(path + ": cannot " + tried + ": " + words),
      path_(std::move(path)),
      tried_(std::move(tried)),
      words_(std::move(words)) {}

IoError::IoError(std::string path, std::string tried, int error_number)
    : IoError(std::move(path), std::move(tried), std::generic_category().message(error_number)) {
  error_number_ = error_number;
}

}  // namespace sito
