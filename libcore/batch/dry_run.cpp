#include "batch/dry_run.h"

#include <boost/filesystem/operations.hpp>
#include <memory>
#include <unordered_set>
#include <utility>

#include "batch/generations.h"
#include "pipeline/naming.h"

namespace sito::batch {
namespace {

std::unique_ptr<Ledger> ledger_of(const std::string& folder) {
  boost::system::error_code error;
  const auto current =
      boost::filesystem::is_directory(folder, error) ? current_generation(folder) : std::nullopt;
  if (!current) return nullptr;
  return std::make_unique<Ledger>(folder + '/' + generation_name(*current) + '/' + std::string(kLedgerName),
                                  true);
}

}  // namespace

void dry_run(const DryRunSettings& settings, const std::function<void(std::string_view)>& write) {
  const auto ledger = ledger_of(settings.folder);
  auto making = settings.making;
  if (ledger) making.model = ledger->note(kModelNote).value_or("");
  std::unordered_set<std::string> there;
  io::Tree tree(settings.paths, settings.tree);
  for (std::vector<io::FoundFile> files; tree.next(files, 64);) {
    for (const auto& file : files) {
      const auto path = pipeline::encoded_name(file.path);
      const auto row = ledger ? ledger->file(path) : std::nullopt;
      if (!row) {
        write("new\t" + path + '\n');
      } else if (!is_as_it_was(file, row->second, settings.again, ledger->known_making(making))) {
        write("changed\t" + path + '\n');
      }
      if (row) there.insert(path);
    }
  }
  if (!ledger) return;
  ledger->for_each_file([&](RowId, const std::string& path) {
    if (!there.contains(path)) write("gone\t" + path + '\n');
  });
}

}  // namespace sito::batch
