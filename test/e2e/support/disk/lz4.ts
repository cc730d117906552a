const MAGIC = Buffer.from('mozLz40\0');

/** Decompresses a session file of Firefox: a magic number, the size, and one LZ4 block. */
export function openMozLz4(file: Buffer): Buffer | undefined {
  if (!file.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  return openLz4(file.subarray(MAGIC.length + 4), file.readUInt32LE(MAGIC.length));
}

/**
 * Decompresses one LZ4 block.
 * @param size the size of the result, in bytes
 * @throws RangeError if the block is damaged
 */
function openLz4(block: Buffer, size: number): Buffer {
  const out = Buffer.alloc(size);
  let at = 0;
  let end = 0;
  const more = (length: number): number => {
    if (length < 15) return length;
    let total = length;
    for (let byte = 255; byte === 255; total += byte) byte = block.readUInt8(at++);
    return total;
  };
  while (at < block.length) {
    const token = block.readUInt8(at++);
    const literals = more(token >> 4);
    block.copy(out, end, at, at + literals);
    at += literals;
    end += literals;
    if (at >= block.length) break;
    const distance = block.readUInt16LE(at);
    at += 2;
    end = repeat(out, end, distance, more(token & 15) + 4);
  }
  return out.subarray(0, end);
}

/** Appends a copy of what is `distance` bytes back, which may overlap the copy. Returns the new end. */
export function repeat(out: Buffer, end: number, distance: number, length: number): number {
  if (distance === 0 || distance > end || end + length > out.length) {
    throw new RangeError('The copy is out of range.');
  }
  for (let copied = 0; copied < length; copied++) {
    out[end + copied] = out[end + copied - distance] as number;
  }
  return end + length;
}
