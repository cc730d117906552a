/** The encodings that a text can have in a file, each as the bytes to look for. */
export function spellingsOf(text: string): [spelling: string, bytes: Buffer][] {
  const utf8 = Buffer.from(text);
  const utf16 = Buffer.from(text, 'utf16le');
  const percent = encodeURIComponent(text);
  const spellings: [string, Buffer][] = [
    ['plain', utf8],
    ['UTF-16 LE', utf16],
    ['UTF-16 BE', Buffer.from(utf16).swap16()],
    ['percent-encoded', Buffer.from(percent)],
    ['percent-encoded', Buffer.from(percent.replaceAll(/%../g, (byte) => byte.toLowerCase()))],
    ['JSON', Buffer.from(text.replaceAll('/', '\\/'))],
    ['hexadecimal', Buffer.from(utf8.toString('hex'))],
    ...[utf8, utf16].flatMap((bytes) =>
      [0, 1, 2].flatMap((before): [string, Buffer][] => {
        const base64 = base64Inside(bytes, before);
        const base64url = base64.replaceAll('+', '-').replaceAll('/', '_');
        return [
          ['base64', Buffer.from(base64)],
          ['base64url', Buffer.from(base64url)],
        ];
      }),
    ),
  ];
  const seen = new Set<string>();
  return spellings.filter(([, bytes]) => {
    const key = bytes.toString('latin1');
    return !seen.has(key) && seen.add(key);
  });
}

/** The base64 characters that depend on these bytes alone, with some bytes before them. */
function base64Inside(bytes: Buffer, before: number): string {
  const whole = Buffer.concat([Buffer.alloc(before), bytes]);
  const first = Math.ceil((before * 8) / 6);
  const last = Math.floor((whole.length * 8) / 6);
  return whole.toString('base64').slice(first, last);
}
