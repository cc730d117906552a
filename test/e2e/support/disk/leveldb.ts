import { zstdDecompressSync } from 'node:zlib';
import { openSnappy, varint } from './snappy.ts';

const FOOTER = 48;
const MAGIC = Buffer.from('57fb808b247547db', 'hex');

/** Decodes every block of a LevelDB table, where Chromium keeps the storage of extensions. */
export function openLevelDb(file: Buffer): Buffer[] {
  if (file.length < FOOTER || !file.subarray(-MAGIC.length).equals(MAGIC)) return [];
  const footer = file.subarray(-FOOTER);
  const [, afterOffset] = varint(footer, 0);
  const [, afterMeta] = varint(footer, afterOffset);
  const index = blockAt(file, footer, afterMeta);
  return entryValues(index).map((handle) => blockAt(file, handle, 0));
}

/** The block at the offset and of the size in a handle. The byte after it says how it is compressed. */
function blockAt(file: Buffer, handle: Buffer, at: number): Buffer {
  const [offset, afterOffset] = varint(handle, at);
  const [size] = varint(handle, afterOffset);
  const block = file.subarray(offset, offset + size);
  const compression = file.readUInt8(offset + size);
  if (compression === 1) return openSnappy(block);
  return compression === 2 ? zstdDecompressSync(block) : block;
}

function entryValues(block: Buffer): Buffer[] {
  const values: Buffer[] = [];
  const restarts = block.readUInt32LE(block.length - 4);
  const end = block.length - 4 * (restarts + 1);
  for (let at = 0; at < end; ) {
    const [, afterShared] = varint(block, at);
    const [keyLength, afterKeyLength] = varint(block, afterShared);
    const [length, key] = varint(block, afterKeyLength);
    values.push(block.subarray(key + keyLength, key + keyLength + length));
    at = key + keyLength + length;
  }
  return values;
}
