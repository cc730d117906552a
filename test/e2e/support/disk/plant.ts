import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';

const NOISE = Buffer.from('#*#*#');

/** Files that each contain the text in one form, and in no other. */
const FORMS: Record<string, (text: string) => Buffer> = {
  plain: (text) => Buffer.from(text),
  'utf-16-le': (text) => Buffer.from(text, 'utf16le'),
  'utf-16-be': (text) => Buffer.from(text, 'utf16le').swap16(),
  'percent-encoded': (text) => Buffer.from(new URLSearchParams({ a: text }).toString()),
  json: (text) => Buffer.from(text.replaceAll('/', '\\/')),
  hexadecimal: (text) =>
    Buffer.from([...Buffer.from(text)].map((byte) => byte.toString(16)).join('')),
  'base64-0': (text) => base64(`${text}.`),
  'base64-1': (text) => base64(`.${text}.`),
  'base64-2': (text) => base64(`..${text}.`),
  'base64url-0': (text) => base64url(`${text}.`),
  'base64url-1': (text) => base64url(`.${text}.`),
  'base64url-2': (text) => base64url(`..${text}.`),
  gzip: (text) => Buffer.concat([NOISE, gzipSync(repetitive(text)), NOISE]),
  'gzip-cut-off': (text) => gzipSync(repetitive(text)).subarray(0, -4),
  zlib: (text) => Buffer.concat([NOISE, deflateSync(repetitive(text)), NOISE]),
  zstd: (text) => Buffer.concat([NOISE, zstdCompressSync(repetitive(text)), NOISE]),
  brotli: (text) => Buffer.concat([brotliCompressSync(repetitive(text)), NOISE]),
  mozlz4: mozLz4,
  leveldb: (text) => levelDb(snappy(text)),
};

/**
 * Writes a text into a new folder, in one file per form.
 * @param text 24 characters, like the value of a key
 * @returns the files' names
 */
export function plant(folder: string, text: string): string[] {
  mkdirSync(folder);
  for (const [form, write] of Object.entries(FORMS)) writeFileSync(join(folder, form), write(text));
  const database = new DatabaseSync(join(folder, 'sqlite'));
  database.exec('CREATE TABLE t (a BLOB)');
  database.prepare('INSERT INTO t VALUES (?)').run(snappy(text));
  database.close();
  return [...Object.keys(FORMS), 'sqlite'];
}

const base64 = (text: string) => Buffer.from(Buffer.from(text).toString('base64'));
const base64url = (text: string) => Buffer.from(Buffer.from(text).toString('base64url'));

/** A text in two halves, and then as a whole, which compresses to two references. */
function repetitive(text: string): Buffer {
  const half = text.length / 2;
  return Buffer.from(`${text.slice(0, half)}||${text.slice(half)}??${text}`);
}

/** The parts of what `repetitive` returns: its size, its start, and each half's length and distance back. */
function parts(text: string) {
  const half = text.length / 2;
  const whole = repetitive(text);
  const start = whole.subarray(0, text.length + 4);
  return { size: whole.length, start, half, first: start.length, second: start.length - 2 };
}

function mozLz4(text: string): Buffer {
  const { size, start, half, first, second } = parts(text);
  const token = (literals: number, copied: number) => (Math.min(literals, 15) << 4) | (copied - 4);
  const block = [token(start.length, half), start.length - 15, ...start, first, 0];
  block.push(token(0, half), second, 0);
  return Buffer.concat([Buffer.from('mozLz40\0'), uint32(size), Buffer.from(block)]);
}

function snappy(text: string): Buffer {
  const { size, start, half, first, second } = parts(text);
  const copy = (distance: number) => [((half - 1) << 2) | 2, distance, 0];
  return Buffer.from([size, (start.length - 1) << 2, ...start, ...copy(first), ...copy(second)]);
}

/** A table of one block with one key. */
function levelDb(block: Buffer): Buffer {
  const checksum = Buffer.alloc(4);
  const handle = [0, block.length];
  const entry = Buffer.from([0, 1, handle.length, 'k'.charCodeAt(0), ...handle]);
  const index = Buffer.concat([entry, uint32(0), uint32(1)]);
  const footer = Buffer.alloc(48);
  footer.set([0, 0, block.length + 5, index.length]);
  footer.set(Buffer.from('57fb808b247547db', 'hex'), 40);
  const [compressed, plain] = [Buffer.of(1), Buffer.of(0)];
  return Buffer.concat([block, compressed, checksum, index, plain, checksum, footer]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
