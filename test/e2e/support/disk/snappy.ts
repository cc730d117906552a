import { repeat } from './lz4.ts';

/** In bytes; far more than any block of a browser's databases. */
const MAX_SIZE = 64 * 1024 * 1024;

/**
 * Decompresses one snappy block, as found in the databases of both browsers.
 * @throws RangeError if it is not one
 */
export function openSnappy(block: Buffer): Buffer {
  const [size, start] = varint(block, 0);
  if (size === 0 || size > MAX_SIZE) throw new RangeError('The size is invalid.');
  const out = Buffer.alloc(size);
  let at = start;
  let end = 0;
  while (at < block.length) {
    const tag = block.readUInt8(at++);
    const kind = tag & 3;
    if (kind === 0) {
      const short = tag >> 2;
      const wide = Math.max(0, short - 59);
      const length = (wide ? block.readUIntLE(at, wide) : short) + 1;
      at += wide;
      if (end + length > size || at + length > block.length) throw new RangeError('Too long.');
      block.copy(out, end, at, at + length);
      at += length;
      end += length;
    } else if (kind === 1) {
      const distance = ((tag >> 5) << 8) | block.readUInt8(at++);
      end = repeat(out, end, distance, ((tag >> 2) & 7) + 4);
    } else {
      const wide = kind === 2 ? 2 : 4;
      const distance = block.readUIntLE(at, wide);
      at += wide;
      end = repeat(out, end, distance, (tag >> 2) + 1);
    }
  }
  if (end !== size) throw new RangeError('Too short.');
  return out;
}

/** Reads a number of seven bits per byte. Also returns the offset after it. */
export function varint(bytes: Buffer, start: number): [value: number, next: number] {
  let value = 0;
  for (let at = start; at < start + 8; at++) {
    const byte = bytes.readUInt8(at);
    value += (byte & 127) * 2 ** (7 * (at - start));
    if (byte < 128) return [value, at + 1];
  }
  throw new RangeError('The number does not end.');
}
