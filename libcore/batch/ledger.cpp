#include "batch/ledger.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>

#include "io/error.h"

namespace sito::batch {
namespace {

constexpr int kForm = 1;  // of the tables below; another one cannot be read

constexpr const char* kTables = R"(
  CREATE TABLE notes (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE makings (id INTEGER PRIMARY KEY, options TEXT NOT NULL, model TEXT NOT NULL, shape TEXT NOT NULL,
                        UNIQUE (options, model, shape));
  CREATE TABLE files (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, given TEXT NOT NULL DEFAULT '',
                      bytes INTEGER NOT NULL DEFAULT -1, modified INTEGER NOT NULL DEFAULT 0,
                      making INTEGER NOT NULL DEFAULT 0, refused INTEGER NOT NULL DEFAULT 0,
                      gone INTEGER NOT NULL DEFAULT 0);
  CREATE TABLE documents (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, file INTEGER NOT NULL,
                          fingerprint BLOB NOT NULL, making INTEGER NOT NULL, part INTEGER NOT NULL,
                          offset INTEGER NOT NULL, bytes INTEGER NOT NULL, records INTEGER NOT NULL,
                          digest BLOB NOT NULL, gone INTEGER NOT NULL DEFAULT 0,
                          added INTEGER NOT NULL, changed INTEGER NOT NULL);
  CREATE INDEX documents_of_file ON documents (file);
  CREATE INDEX documents_in_part ON documents (part, offset);
  CREATE INDEX documents_changed ON documents (changed);
  CREATE TABLE removed (id TEXT PRIMARY KEY, generation INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE refusals (id INTEGER PRIMARY KEY, file INTEGER NOT NULL, skipped INTEGER NOT NULL,
                         reading INTEGER NOT NULL, line TEXT NOT NULL);
  CREATE INDEX refusals_of_file ON refusals (file);
  CREATE TABLE learnt (id TEXT PRIMARY KEY, fingerprint BLOB NOT NULL) WITHOUT ROWID;
  CREATE TABLE parts (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL DEFAULT '',
                      records INTEGER NOT NULL DEFAULT 0, bytes INTEGER NOT NULL DEFAULT 0,
                      content_bytes INTEGER NOT NULL DEFAULT 0, digest TEXT NOT NULL DEFAULT '',
                      first_id TEXT NOT NULL DEFAULT '', last_id TEXT NOT NULL DEFAULT '');
)";

// Why a document is gone: it alone, or with its file.
constexpr int kAlone = 1;
constexpr int kWithFile = 2;

}  // namespace

/// The database, and its statements by their texts.
struct Ledger::Store {
  Store(const std::string& path, int mode) : database(path, mode) {}

  SQLite::Database database;
  std::map<const char*, std::unique_ptr<SQLite::Statement>> statements;
};

/// A statement, prepared once, with its values.
class Ledger::Query {
 public:
  Query(SQLite::Statement& statement, const std::string& path) : statement_(statement), path_(path) {}
  ~Query() { statement_.tryReset(); }
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  Query& with(std::int64_t value) {
    told([&] { statement_.bind(next_++, value); });
    return *this;
  }
  Query& with(const std::string& value) {
    told([&] { statement_.bind(next_++, value); });
    return *this;
  }
  Query& with_bytes(const std::string& value) {
    told([&] { statement_.bind(next_++, value.data(), static_cast<int>(value.size())); });
    return *this;
  }

  /// The next row; false at the end.
  bool step() {
    bool is_row = false;
    told([&] { is_row = statement_.executeStep(); });
    return is_row;
  }
  void run() {
    while (step()) {
    }
  }
  [[nodiscard]] std::int64_t number(int column) const { return statement_.getColumn(column).getInt64(); }
  [[nodiscard]] std::string text(int column) const { return statement_.getColumn(column).getString(); }

 private:
  template <class Action>
  void told(const Action& action) const {
    try {
      action();
    } catch (const SQLite::Exception& error) {
      throw IoError(path_, "write", error.what());
    }
  }

  SQLite::Statement& statement_;
  const std::string& path_;
  int next_ = 1;
};

namespace {

/// From the columns id, file, fingerprint, making, part, offset, bytes, records, digest, gone, the first of
/// them in `column`.
template <class Row>
LedgerDocument document_in(const Row& row, int column) {
  LedgerDocument document;
  document.id = row.text(column);
  document.file = row.number(column + 1);
  document.fingerprint = row.text(column + 2);
  document.making = row.number(column + 3);
  document.part = row.number(column + 4);
  document.offset = row.number(column + 5);
  document.bytes = row.number(column + 6);
  document.records = row.number(column + 7);
  document.digest = row.text(column + 8);
  document.gone = row.number(column + 9) != 0;
  return document;
}

}  // namespace

Ledger::Ledger(const std::string& path, bool only_read) : path_(path) {
  try {
    const int mode = only_read ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
    store_ = std::make_unique<Store>(path, mode);
    execute("PRAGMA synchronous = FULL");
    execute("PRAGMA cache_size = -65536");
    const auto form = number("PRAGMA user_version");
    const bool is_new = form == 0 && number("SELECT count(*) FROM sqlite_master") == 0;
    if (!is_new && form != kForm) throw IoError(path, "read", "a ledger of another version of sito");
    execute("BEGIN");
    if (!is_new) return;
    execute(kTables);
    store_->database.exec("PRAGMA user_version = " + std::to_string(kForm));
  } catch (const SQLite::Exception& error) {
    throw IoError(path, "open", error.what());
  }
}

Ledger::~Ledger() = default;

Ledger::Query Ledger::query(const char* sql) {
  auto& statement = store_->statements[sql];
  try {
    if (!statement) statement = std::make_unique<SQLite::Statement>(store_->database, sql);
  } catch (const SQLite::Exception& error) {
    throw IoError(path_, "read", error.what());
  }
  return {*statement, path_};
}

void Ledger::execute(const char* sql) {
  try {
    store_->database.exec(sql);
  } catch (const SQLite::Exception& error) {
    throw IoError(path_, "write", error.what());
  }
}

std::int64_t Ledger::number(const char* sql) {
  auto row = query(sql);
  return row.step() ? row.number(0) : 0;
}

void Ledger::commit() {
  execute("COMMIT");
  execute("BEGIN");
}

void Ledger::close() {
  execute("COMMIT");
  store_.reset();
}

std::optional<std::string> Ledger::note(const std::string& key) {
  auto row = query("SELECT value FROM notes WHERE key = ?");
  return row.with(key).step() ? std::optional(row.text(0)) : std::nullopt;
}

void Ledger::set_note(const std::string& key, const std::string& value) {
  query("INSERT OR REPLACE INTO notes VALUES (?, ?)").with(key).with(value).run();
}

RowId Ledger::making(const Making& making) {
  query("INSERT OR IGNORE INTO makings (options, model, shape) VALUES (?, ?, ?)")
      .with(making.options)
      .with(making.model)
      .with(making.shape)
      .run();
  return known_making(making);
}

RowId Ledger::known_making(const Making& making) {
  auto row = query("SELECT id FROM makings WHERE options = ? AND model = ? AND shape = ?");
  row.with(making.options).with(making.model).with(making.shape);
  return row.step() ? row.number(0) : 0;
}

std::int64_t Ledger::documents_of_other_options(const Making& making) {
  auto row = query(
      "SELECT count(*) FROM documents WHERE gone = 0 AND making IN (SELECT id FROM makings WHERE options <> "
      "?)");
  row.with(making.options).step();
  return row.number(0);
}

std::int64_t Ledger::documents_of_other_shape(const Making& making) {
  auto row =
      query("SELECT count(*) FROM documents WHERE making IN (SELECT id FROM makings WHERE shape <> ?)");
  row.with(making.shape).step();
  return row.number(0);
}

std::optional<std::pair<RowId, InputFile>> Ledger::file(const std::string& path) {
  auto row = query("SELECT id, given, bytes, modified, making, refused, gone FROM files WHERE path = ?");
  if (!row.with(path).step()) return std::nullopt;
  InputFile file{path,          row.text(1),        row.number(2),     row.number(3),
                 row.number(4), row.number(5) != 0, row.number(6) != 0};
  return std::pair(row.number(0), std::move(file));
}

RowId Ledger::begin_file(const std::string& path) {
  query("INSERT OR IGNORE INTO files (path) VALUES (?)").with(path).run();
  if (store_->database.getChanges() > 0) return store_->database.getLastInsertRowid();
  auto row = query("SELECT id FROM files WHERE path = ?");
  row.with(path).step();
  return row.number(0);
}

bool Ledger::end_file(RowId row, const InputFile& file, std::int64_t reading) {
  query("DELETE FROM refusals WHERE file = ? AND reading <> ?").with(row).with(reading).run();
  const bool lost_refusals = store_->database.getChanges() > 0;
  query(
      "WITH now (refused) AS (SELECT EXISTS (SELECT 1 FROM refusals WHERE file = ?1 AND skipped = 0))"
      " UPDATE files SET given = ?2, bytes = ?3, modified = ?4, making = ?5, gone = 0, refused = now.refused"
      " FROM now WHERE id = ?1"
      " AND (given, bytes, modified, making, gone, files.refused) <> (?2, ?3, ?4, ?5, 0, now.refused)")
      .with(row)
      .with(file.given)
      .with(file.bytes)
      .with(file.modified)
      .with(file.making)
      .run();
  return store_->database.getChanges() > 0 || lost_refusals;
}

void Ledger::for_each_file(const std::function<void(RowId, const std::string&)>& see) {
  auto row = query("SELECT id, path FROM files WHERE gone = 0");
  while (row.step()) see(row.number(0), row.text(1));
}

void Ledger::set_file_gone(RowId file, bool gone) {
  query("UPDATE files SET gone = ? WHERE id = ?").with(gone ? 1 : 0).with(file).run();
  query("UPDATE documents SET gone = ? WHERE file = ? AND gone = ?")
      .with(gone ? kWithFile : 0)
      .with(file)
      .with(gone ? 0 : kWithFile)
      .run();
}

std::optional<std::pair<RowId, LedgerDocument>> Ledger::document(const std::string& id) {
  auto row = query(
      "SELECT key, id, file, fingerprint, making, part, offset, bytes, records, digest, gone FROM documents"
      " WHERE id = ?");
  if (!row.with(id).step()) return std::nullopt;
  return std::pair(row.number(0), document_in(row, 1));
}

RowId Ledger::put_document(const LedgerDocument& document, std::int64_t generation) {
  auto row = query(
      "INSERT INTO documents (id, file, fingerprint, making, part, offset, bytes, records, digest, added, "
      "changed)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10) ON CONFLICT (id) DO UPDATE SET file = ?2,"
      " fingerprint = ?3, making = ?4, part = ?5, offset = ?6, bytes = ?7, records = ?8, gone = 0,"
      " changed = CASE digest WHEN ?9 THEN changed ELSE ?10 END, digest = ?9 RETURNING key");
  row.with(document.id).with(document.file).with_bytes(document.fingerprint).with(document.making);
  row.with(document.part).with(document.offset).with(document.bytes).with(document.records);
  row.with_bytes(document.digest).with(generation);
  row.step();
  const RowId key = row.number(0);
  row.run();
  return key;
}

void Ledger::set_document_gone(RowId document, bool gone) {
  query("UPDATE documents SET gone = ? WHERE key = ?").with(gone ? kAlone : 0).with(document).run();
}

void Ledger::move_document(RowId document, RowId part, std::int64_t offset) {
  query("UPDATE documents SET part = ?, offset = ? WHERE key = ?")
      .with(part)
      .with(offset)
      .with(document)
      .run();
}

void Ledger::for_each_document_of(RowId file, const std::function<void(RowId, RowId)>& see) {
  std::vector<std::pair<RowId, RowId>> found;
  auto row = query("SELECT key, making FROM documents WHERE file = ? AND gone = 0");
  row.with(file);
  while (row.step()) found.emplace_back(row.number(0), row.number(1));
  for (const auto& [key, making] : found) see(key, making);
}

std::vector<std::pair<RowId, LedgerDocument>> Ledger::documents_in(RowId part) {
  std::vector<std::pair<RowId, LedgerDocument>> result;
  auto row = query(
      "SELECT key, id, file, fingerprint, making, part, offset, bytes, records, digest, gone FROM documents"
      " WHERE part = ? ORDER BY offset");
  row.with(part);
  while (row.step()) result.emplace_back(row.number(0), document_in(row, 1));
  return result;
}

void Ledger::for_each_changed(std::int64_t generation,
                              const std::function<void(const LedgerDocument&, bool)>& see) {
  auto row = query(
      "SELECT id, file, fingerprint, making, part, offset, bytes, records, digest, gone, added FROM documents"
      " WHERE changed = ? ORDER BY part, offset");
  row.with(generation);
  while (row.step()) see(document_in(row, 0), row.number(10) == generation);
}

std::int64_t Ledger::documents() { return number("SELECT count(*) FROM documents"); }

std::int64_t Ledger::gone_documents() { return number("SELECT count(*) FROM documents WHERE gone <> 0"); }

void Ledger::forget_removed(std::int64_t generation) {
  query("DELETE FROM removed WHERE generation <> ?").with(generation).run();
}

void Ledger::remove_gone(std::int64_t generation, bool was_told) {
  query("INSERT OR REPLACE INTO removed SELECT id, ?1 FROM documents WHERE gone <> 0 AND (added <> ?1 OR ?2)")
      .with(generation)
      .with(was_told ? 1 : 0)
      .run();
  execute("DELETE FROM documents WHERE gone <> 0");
  execute("DELETE FROM refusals WHERE file IN (SELECT id FROM files WHERE gone <> 0)");
  execute("DELETE FROM files WHERE gone <> 0");
}

void Ledger::for_each_removed(std::int64_t generation, const std::function<void(const std::string&)>& see) {
  auto row = query(
      "SELECT id FROM removed WHERE generation = ? AND id NOT IN (SELECT id FROM documents) ORDER BY id");
  row.with(generation);
  while (row.step()) see(row.text(0));
}

ChangeCounts Ledger::changes(std::int64_t generation) {
  ChangeCounts counts;
  auto changed = query("SELECT count(*), coalesce(sum(added = ?1), 0) FROM documents WHERE changed = ?1");
  changed.with(generation).step();
  counts.added = changed.number(1);
  counts.replaced = changed.number(0) - counts.added;
  for_each_removed(generation, [&](const std::string&) { ++counts.removed; });
  return counts;
}

bool Ledger::add_refusal(RowId file, const std::string& line, bool skipped, std::int64_t reading) {
  query(
      "UPDATE refusals SET reading = ?4 WHERE id = (SELECT id FROM refusals"
      " WHERE file = ?1 AND skipped = ?2 AND line = ?3 AND reading <> ?4 ORDER BY id LIMIT 1)")
      .with(file)
      .with(skipped ? 1 : 0)
      .with(line)
      .with(reading)
      .run();
  if (store_->database.getChanges() > 0) return false;
  query("INSERT INTO refusals (file, skipped, line, reading) VALUES (?, ?, ?, ?)")
      .with(file)
      .with(skipped ? 1 : 0)
      .with(line)
      .with(reading)
      .run();
  return true;
}

void Ledger::for_each_refusal(const std::function<void(const std::string&)>& see) {
  auto row = query(
      "SELECT line FROM refusals JOIN files ON files.id = refusals.file WHERE gone = 0"
      " ORDER BY path, refusals.id");
  while (row.step()) see(row.text(0));
}

bool Ledger::is_learnt(const std::string& id, const std::string& fingerprint) {
  auto row = query("SELECT 1 FROM learnt WHERE id = ? AND fingerprint = ?");
  return row.with(id).with_bytes(fingerprint).step();
}

void Ledger::add_learnt(const std::string& id, const std::string& fingerprint) {
  query("INSERT OR REPLACE INTO learnt VALUES (?, ?)").with(id).with_bytes(fingerprint).run();
}

RowId Ledger::begin_part() {
  query("INSERT INTO parts DEFAULT VALUES").run();
  return store_->database.getLastInsertRowid();
}

void Ledger::end_part(RowId row, const Part& part) {
  query(
      "UPDATE parts SET name = ?, records = ?, bytes = ?, content_bytes = ?, digest = ?, first_id = ?,"
      " last_id = ? WHERE id = ?")
      .with(part.name)
      .with(part.records)
      .with(part.bytes)
      .with(part.content_bytes)
      .with(part.digest)
      .with(part.first_id)
      .with(part.last_id)
      .with(row)
      .run();
}

void Ledger::remove_part(RowId row) { query("DELETE FROM parts WHERE id = ?").with(row).run(); }

std::vector<std::pair<RowId, Part>> Ledger::parts() {
  std::vector<std::pair<RowId, Part>> result;
  auto row = query(
      "SELECT id, name, records, bytes, content_bytes, digest, first_id, last_id FROM parts ORDER BY id");
  while (row.step()) {
    Part part;
    part.name = row.text(1);
    part.records = row.number(2);
    part.bytes = row.number(3);
    part.content_bytes = row.number(4);
    part.digest = row.text(5);
    part.first_id = row.text(6);
    part.last_id = row.text(7);
    result.emplace_back(row.number(0), std::move(part));
  }
  return result;
}

std::optional<std::string> Ledger::part_name(RowId part) {
  auto row = query("SELECT name FROM parts WHERE id = ?");
  return row.with(part).step() ? std::optional(row.text(0)) : std::nullopt;
}

std::vector<RowId> Ledger::parts_with_holes() {
  std::vector<RowId> result;
  auto row = query(
      "SELECT id FROM parts LEFT JOIN (SELECT part, sum(bytes) AS held FROM documents GROUP BY part)"
      " ON part = id WHERE coalesce(held, 0) < content_bytes OR content_bytes = 0 ORDER BY id");
  while (row.step()) result.push_back(row.number(0));
  return result;
}

}  // namespace sito::batch
