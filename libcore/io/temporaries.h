// temporaries.h: the unfinished files and folders of this process.
//
// An output is written beside its target and renamed into place. Whatever ends the run, nothing unfinished
// may stay behind: the owners discard what they made, and a thread that waits for signals removes the rest.
// What is written is output.h's and output_folder.h's question.
#pragma once

#include <string>
#include <string_view>

#include "io/file.h"

namespace sito::io::temporaries {

struct Temporary {
  FileDescriptor file;  ///< open for writing, empty
  std::string path;
};

/// Makes `.NAME.sito-XXXXXX` in the folder of `target`, with the mode that a new file has (umask, default
/// ACL); NAME is cut where the whole would be longer than a name may be. Throws IoError.
[[nodiscard]] Temporary create(const std::string& target);

/// Makes a folder so named beside `target`, with the mode that a new folder has. Throws IoError.
[[nodiscard]] std::string create_folder(const std::string& target);

/// Renames the temporary onto `target`, whole, in one step. Throws IoError; the temporary stays then.
void publish(const std::string& path, const std::string& target);

/// Lets the temporary folder and `target`, a folder too, change places in one step, so that both stay whole;
/// what `target` held is the temporary then. Where the file system cannot do that in one, in two, of which
/// the first is undone if the second fails. Throws IoError.
void exchange(const std::string& path, const std::string& target);

/// Removes the temporary, a folder with what is in it, if it is still there. Cannot fail: what cannot be
/// removed is left.
void discard(const std::string& path) noexcept;

/// Whether a file of that name is one that create() made, of this process or of one that was killed.
[[nodiscard]] bool is_temporary(std::string_view name);

/// Removes all there are, and from then on create() and publish() throw IoError: for the thread that ends
/// the process after a signal. Takes a lock, so it is not for a signal handler.
void remove_all() noexcept;

}  // namespace sito::io::temporaries
