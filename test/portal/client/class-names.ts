/**
 * A class name as a bundler would leave it. Real portals' class names change with every build, so
 * nothing outside these pages may depend on one.
 */
export function hashed(name: string): string {
  // A component library's own names are the same everywhere.
  if (name.startsWith('ant-')) return name;
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  }
  return `_${(hash >>> 0).toString(36)}`;
}

/** The class attribute for readable names; empty and false ones are left out. */
export function css(...names: (string | false)[]): string {
  return names
    .filter((name) => name !== false)
    .map(hashed)
    .join(' ');
}

/** A style sheet with the same names changed in the same way. */
export function hashClasses(sheet: string): string {
  return sheet.replace(/\.([a-z][\w-]*)/g, (_match, name: string) => `.${hashed(name)}`);
}
