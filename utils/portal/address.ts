/** Why an address cannot belong to a portal. */
export type AddressProblem = 'empty' | 'malformed' | 'insecure';

/**
 * Reads the portal address that a person typed.
 * @param typed a host name or a URL; `https` is assumed, and everything after the host is ignored
 * @returns the portal's origin, or the problem; plain `http` is accepted for this machine only
 */
export function readAddress(typed: string): { origin: string } | { problem: AddressProblem } {
  const text = typed.trim();
  if (!text) return { problem: 'empty' };
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(withScheme)) return { problem: 'malformed' };
  const { protocol, hostname, origin, username } = new URL(withScheme);
  if (username) return { problem: 'malformed' };
  if (protocol === 'https:' && /^[^.]+(\.[^.]+)+$|^localhost$|^\[/.test(hostname))
    return { origin };
  if (protocol === 'http:') return isThisMachine(hostname) ? { origin } : { problem: 'insecure' };
  return { problem: 'malformed' };
}

const isThisMachine = (hostname: string) => hostname === 'localhost' || hostname === '127.0.0.1';
