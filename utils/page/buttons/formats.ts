import { fold } from '../read/labels';

/** The formats for copying all fields of a service at once. */
export type Format = 'shell' | 'env' | 'json';

/** The variables that object storage tools read, and the portal's labels for them. */
const OBJECT_STORAGE: [name: string, label: RegExp][] = [
  ['OS_AUTH_URL', /^authentication url|^url d.+aut/],
  ['OS_PASSWORD', /^password|^mot de passe|^contrasena/],
  ['OS_USERNAME', /^user ?name|^nom d'utilisateur|^nombre de usuario/],
  ['OS_PROJECT_NAME', /^project name|^nom du projet|^nombre del proyecto/],
  ['OS_IDENTITY_API_VERSION', /^identity api version|^version de l.+ d.+ident/],
  ['OS_USER_DOMAIN_ID', /^domain id|^id d.+dom/],
];

function variableName(label: string): string {
  const name = fold(label)
    .replace(/[^a-z\d]+/g, '_')
    .replace(/^_|_$/g, '')
    .toUpperCase();
  // A single word can be a variable that the shell itself needs, such as PATH.
  return /^[A-Z].*_/.test(name) ? name : `SERVICE_${name}`;
}

/** Gives each field the name of its variable. */
function toVariables(fields: [label: string, value: string][]): [name: string, value: string][] {
  const known = fields.map(
    ([label]) => OBJECT_STORAGE.find(([, pattern]) => pattern.test(fold(label)))?.[0],
  );
  // Any service can have a password and a user name.
  const isStorage = known.includes('OS_AUTH_URL') && known.includes('OS_PASSWORD');
  const out = new Map<string, string>();
  fields.forEach(([label, value], index) => {
    const name = (isStorage && known[index]) || variableName(label);
    let free = name;
    for (let count = 2; out.has(free); count++) free = `${name}_${count}`;
    out.set(free, value);
    if (free === 'OS_USER_DOMAIN_ID') out.set('OS_PROJECT_DOMAIN_ID', value);
  });
  // By default the tools use version 2, which has no domains.
  const version = 'OS_IDENTITY_API_VERSION';
  if (isStorage && !out.has(version)) out.set(version, '3');
  return [...out];
}

function forShell(value: string): string {
  return `'${value.replaceAll("'", `'\\''`)}'`;
}

/** Parsers of .env files differ: all understand bare values, and most understand simple quotes. */
function forEnv(value: string): string {
  if (/^[\w./:@%+=,-]+$/.test(value)) return value;
  return value.includes("'") ? `"${value.replace(/[\\"$`]/g, '\\$&')}"` : `'${value}'`;
}

/** Writes fields, named by the portal's labels, as text to paste. */
export function writeFields(fields: [label: string, value: string][], format: Format): string {
  const pairs = toVariables(fields);
  if (format === 'json') return JSON.stringify(Object.fromEntries(pairs), null, 2);
  return pairs
    .map(([name, value]) =>
      format === 'shell' ? `export ${name}=${forShell(value)}` : `${name}=${forEnv(value)}`,
    )
    .join('\n');
}
