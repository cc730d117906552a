const MAGIC = Buffer.from('mozLz40\0');

/** Opens a file as Firefox writes its sessions: one LZ4 block behind a magic word and its size. */
export function openMozLz4(file: Buffer): Buffer | undefined {
  if (!file.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  return openLz4(file.subarray(MAGIC.length + 4), file.readUInt32LE(MAGIC.length));
}

/**
 * Opens one LZ4 block.
 * @param size how many bytes come out of it
 * @throws RangeError when it is damaged
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

/** Appends what stands some bytes back, which may reach into what is being appended; gives the new end. */
export function repeat(out: Buffer, end: number, distance: number, length: number): number {
  if (distance === 0 || distance > end || end + length > out.length) {
    throw new RangeError('A copy from nowhere, or to beyond the end.');
  }
  for (let copied = 0; copied < length; copied++) {
    out[end + copied] = out[end + copied - distance] as number;
  }
  return end + length;
}
