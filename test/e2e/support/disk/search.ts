import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCompressed } from './compressed.ts';
import { openLevelDb } from './leveldb.ts';
import { openMozLz4 } from './lz4.ts';
import { openSnappy } from './snappy.ts';
import { spellingsOf } from './spellings.ts';
import { openSqlite } from './sqlite.ts';

/** Keeps two neighbouring cells from being read as one text. */
const GAP = Buffer.alloc(4);

/** A text that was found. */
interface Hit {
  /** The text's label. */
  what: string;
  /** The path within the folder, and how the file was decoded. */
  where: string;
  spelling: string;
}

export interface SearchResult {
  files: number;
  /** Of the files, and of what was decoded from them. */
  bytes: number;
  opened: number;
  hits: Hit[];
}

/**
 * Searches every file of a folder for texts, in every encoding and in everything that can be decoded:
 * gzip, zlib, zstd, zip, brotli, LZ4, snappy, LevelDB and SQLite.
 * @param texts the texts by label
 */
export function searchFolder(folder: string, texts: Record<string, string>): SearchResult {
  const wanted = Object.entries(texts).flatMap(([what, text]) =>
    spellingsOf(text).map(([spelling, bytes]) => ({ what, spelling, bytes })),
  );
  const result: SearchResult = { files: 0, bytes: 0, opened: 0, hits: [] };
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const file = readIfThere(path);
    if (!file) continue;
    result.files += 1;
    const name = path.slice(folder.length + 1);
    for (const [how, content] of contentsOf(path, file)) {
      result.bytes += content.length;
      if (how) result.opened += 1;
      const where = how ? `${name} (${how})` : name;
      for (const { what, spelling, bytes } of wanted) {
        if (content.includes(bytes)) result.hits.push({ what, where, spelling });
      }
    }
  }
  return result;
}

/** A running browser may delete files while they are being listed. */
function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A file as it is, and everything that can be decoded from it. */
function* contentsOf(path: string, file: Buffer): Generator<[how: string, content: Buffer]> {
  yield ['', file];
  yield* openCompressed(file);
  const session = readable(() => [openMozLz4(file)].filter((each) => each !== undefined));
  for (const content of session) yield ['LZ4', content];
  for (const block of readable(() => openLevelDb(file))) yield ['LevelDB', block];
  const cells = readable(() => openSqlite(path, file));
  if (cells.length > 0) yield ['SQLite', Buffer.concat(cells.flatMap((cell) => [cell, GAP]))];
  for (const cell of cells) {
    for (const content of readable(() => [openSnappy(cell)])) yield ['SQLite, snappy', content];
    for (const [how, content] of openCompressed(cell)) yield [`SQLite, ${how}`, content];
  }
}

/** Data that is damaged, or being written right now, is only searched as it is. */
function readable(open: () => Buffer[]): Buffer[] {
  try {
    return open();
  } catch {
    return [];
  }
}
