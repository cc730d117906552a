import { fold } from '../read/labels';

/** The forms in which all fields of a service can be copied at once. */
export type Format = 'shell' | 'env' | 'json';

/** What the tools for object storage call these fields, by the portal's labels. */
const OBJECT_STORAGE: [name: string, label: RegExp][] = [
  ['OS_AUTH_URL', /^authentication url|^url d.+aut/],
  ['OS_PASSWORD', /^password|^mot de passe|^contrasena/],
  ['OS_USERNAME', /^user ?name|^nom d'utilisateur|^nombre de usuario/],
  ['OS_PROJECT_NAME', /^project name|^nom du projet|^nombre del proyecto/],
  ['OS_IDENTITY_API_VERSION', /^identity api version|^version de l.+ d.+ident/],
  ['OS_USER_DOMAIN_ID', /^domain id|^id d.+dom/],
];
function variable(label: string): string {
  const name = fold(label)
    .replace(/[^a-z\d]+/g, '_')
    .replace(/^_|_$/g, '')
    .toUpperCase();
  // A single word could be one that the shell itself lives by, such as PATH.
  return /^[A-Z].*_/.test(name) ? name : `SERVICE_${name}`;
}

/** Gives each field its variable. */
function named(fields: [label: string, value: string][]): [name: string, value: string][] {
  const known = fields.map(
    ([label]) => OBJECT_STORAGE.find(([, pattern]) => pattern.test(fold(label)))?.[0],
  );
  // A password and a user name alone can be those of any service.
  const isStorage = known.includes('OS_AUTH_URL') && known.includes('OS_PASSWORD');
  const out = new Map<string, string>();
  fields.forEach(([label, value], index) => {
    const name = (isStorage && known[index]) || variable(label);
    let free = name;
    for (let count = 2; out.has(free); count++) free = `${name}_${count}`;
    out.set(free, value);
    if (free === 'OS_USER_DOMAIN_ID') out.set('OS_PROJECT_DOMAIN_ID', value);
  });
  // The tools take the second version for granted, which has no domains.
  const version = 'OS_IDENTITY_API_VERSION';
  if (isStorage && !out.has(version)) out.set(version, '3');
  return [...out];
}

function forShell(value: string): string {
  return `'${value.replaceAll("'", `'\\''`)}'`;
}

/** Readers of .env files differ: bare is understood by all, and quotes without quotes in them by most. */
function forEnv(value: string): string {
  if (/^[\w./:@%+=,-]+$/.test(value)) return value;
  return value.includes("'") ? `"${value.replace(/[\\"$`]/g, '\\$&')}"` : `'${value}'`;
}

/** Writes fields with the portal's labels as something to paste. */
export function writeFields(fields: [label: string, value: string][], format: Format): string {
  const pairs = named(fields);
  if (format === 'json') return JSON.stringify(Object.fromEntries(pairs), null, 2);
  return pairs
    .map(([name, value]) =>
      format === 'shell' ? `export ${name}=${forShell(value)}` : `${name}=${forEnv(value)}`,
    )
    .join('\n');
}
