import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Reads every cell of an SQLite database, including changes that a killed browser had not merged yet. */
export function openSqlite(path: string, file: Buffer): Buffer[] {
  if (!file.subarray(0, 16).equals(Buffer.from('SQLite format 3\0'))) return [];
  // Opening a database changes it and the files beside it, so open a copy.
  const folder = mkdtempSync(join(tmpdir(), 'cloudmc-sqlite-'));
  try {
    for (const part of ['', '-wal', '-journal']) {
      if (existsSync(path + part)) copyFileSync(path + part, join(folder, basename(path) + part));
    }
    const database = new DatabaseSync(join(folder, basename(path)));
    try {
      return rowsOf(database);
    } finally {
      database.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function rowsOf(database: DatabaseSync): Buffer[] {
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  return tables.flatMap(({ name }) => {
    const select = database.prepare(`SELECT * FROM "${name}"`);
    select.setReadBigInts(true);
    return select.all().flatMap((row) => Object.values(row).flatMap(cell));
  });
}

function cell(value: unknown): Buffer[] {
  if (typeof value === 'string') return [Buffer.from(value)];
  return value instanceof Uint8Array ? [Buffer.from(value)] : [];
}
