import {
  brotliDecompressSync,
  constants,
  inflateRawSync,
  inflateSync,
  zstdDecompressSync,
} from 'node:zlib';

/** The most that one member may decompress to, in bytes. */
const MAX_SIZE = 64 * 1024 * 1024;
const zlib = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MAX_SIZE };
const brotli = { finishFlush: constants.BROTLI_OPERATION_FLUSH, maxOutputLength: MAX_SIZE };
const zstd = { finishFlush: constants.ZSTD_e_flush, maxOutputLength: MAX_SIZE };

/** The magic numbers of each format, and a decoder that copes with truncation and trailing data. */
const FORMATS: [name: string, magics: string[], open: (member: Buffer) => Buffer][] = [
  ['gzip', ['1f8b08'], openGzip],
  ['zlib', ['7801', '785e', '789c', '78da'], (member) => inflateSync(member, zlib)],
  ['zstd', ['28b52ffd'], (member) => zstdDecompressSync(member, zstd)],
  ['zip', ['504b0304'], openZipEntry],
];
const MAGICS = FORMATS.flatMap(([name, magics, open]) =>
  magics.map((magic) => ({ name, magic: Buffer.from(magic, 'hex'), open })),
);

/** The magic number of an entry in Chromium's cache. */
const CACHE_ENTRY = Buffer.from('305c72a71b6dfbfc', 'hex');

/** Decompresses whatever is compressed anywhere in a file. */
export function openCompressed(file: Buffer): [format: string, content: Buffer][] {
  const found: [string, Buffer][] = [];
  const attempt = (name: string, open: (member: Buffer) => Buffer, at: number) => {
    try {
      const content = open(file.subarray(at));
      if (content.length > 0) found.push([name, content]);
    } catch {
      // These bytes were not a magic number after all.
    }
  };
  for (const { name, magic, open } of MAGICS) {
    for (let at = file.indexOf(magic); at >= 0; at = file.indexOf(magic, at + 1)) {
      attempt(name, open, at);
    }
  }
  // Brotli has no magic number, so try it where caches store response bodies.
  attempt('brotli', (member) => brotliDecompressSync(member, brotli), bodyAt(file));
  return found;
}

/** Firefox's cache stores a body at the start of a file, Chromium's after a header and the URL. */
function bodyAt(file: Buffer): number {
  return file.subarray(0, 8).equals(CACHE_ENTRY) ? 24 + file.readUInt32LE(12) : 0;
}

/** Node's own gunzip rejects a member that is followed by anything but zeros. */
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
