/**
 * A class name as a bundler would emit it. Real portals' class names change with every build, so nothing
 * outside these pages may depend on one.
 */
export function hashed(name: string): string {
  // A component library's own class names never change.
  if (name.startsWith('ant-')) return name;
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  }
  return `_${(hash >>> 0).toString(36)}`;
}

/** The class attribute for readable names, without empty and false ones. */
export function css(...names: (string | false)[]): string {
  return names
    .filter((name) => name !== false)
    .map(hashed)
    .join(' ');
}

/** A style sheet with its class names hashed the same way. */
export function hashClasses(sheet: string): string {
  return sheet.replace(/\.([a-z][\w-]*)/g, (_match, name: string) => `.${hashed(name)}`);
}
