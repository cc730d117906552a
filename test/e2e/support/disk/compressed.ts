import {
  brotliDecompressSync,
  constants,
  inflateRawSync,
  inflateSync,
  zstdDecompressSync,
} from 'node:zlib';

/** What comes out of one member at most; bytes. */
const MAX_SIZE = 64 * 1024 * 1024;
const zlib = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MAX_SIZE };
const brotli = { finishFlush: constants.BROTLI_OPERATION_FLUSH, maxOutputLength: MAX_SIZE };
const zstd = { finishFlush: constants.ZSTD_e_flush, maxOutputLength: MAX_SIZE };

/** How members of each kind begin, and what opens one that may be cut off or have something behind it. */
const KINDS: [name: string, beginnings: string[], open: (member: Buffer) => Buffer][] = [
  ['gzip', ['1f8b08'], openGzip],
  ['zlib', ['7801', '785e', '789c', '78da'], (member) => inflateSync(member, zlib)],
  ['zstd', ['28b52ffd'], (member) => zstdDecompressSync(member, zstd)],
  ['zip', ['504b0304'], openZipEntry],
];
const BEGINNINGS = KINDS.flatMap(([name, beginnings, open]) =>
  beginnings.map((beginning) => ({ name, beginning: Buffer.from(beginning, 'hex'), open })),
);

/** How an entry of Chromium's cache begins. */
const CACHE_ENTRY = Buffer.from('305c72a71b6dfbfc', 'hex');

/** Opens whatever is compressed anywhere in a file. */
export function openCompressed(file: Buffer): [kind: string, content: Buffer][] {
  const found: [string, Buffer][] = [];
  const attempt = (name: string, open: (member: Buffer) => Buffer, at: number) => {
    try {
      const content = open(file.subarray(at));
      if (content.length > 0) found.push([name, content]);
    } catch {
      // It only looked like a beginning.
    }
  };
  for (const { name, beginning, open } of BEGINNINGS) {
    for (let at = file.indexOf(beginning); at >= 0; at = file.indexOf(beginning, at + 1)) {
      attempt(name, open, at);
    }
  }
  // Brotli has no beginning to know it by, so it is tried where a cache has its answers.
  attempt('brotli', (member) => brotliDecompressSync(member, brotli), bodyAt(file));
  return found;
}

/** Firefox's cache has an answer at the beginning of a file, Chromium's behind a header and the address. */
function bodyAt(file: Buffer): number {
  return file.subarray(0, 8).equals(CACHE_ENTRY) ? 24 + file.readUInt32LE(12) : 0;
}

/** Node's own way refuses a member that anything but zeros follows. */
function openGzip(member: Buffer): Buffer {
  const flags = member.readUInt8(3);
  let at = 10;
  if (flags & 4) at += 2 + member.readUInt16LE(at);
  for (const name of [8, 16]) if (flags & name) at = member.indexOf(0, at) + 1;
  if (flags & 2) at += 2;
  return inflateRawSync(member.subarray(at), zlib);
}

function openZipEntry(entry: Buffer): Buffer {
  const data = entry.subarray(30 + entry.readUInt16LE(26) + entry.readUInt16LE(28));
  return entry.readUInt16LE(8) === 8 ? inflateRawSync(data, zlib) : Buffer.alloc(0);
}
