import { config } from './config.ts';

const NBSP = '\u00a0';

/** Longer texts are sentences, which have to be able to wrap. */
const LONGEST_LABEL = 40;

/** Sets every text of a tree of labels the way this portal does. */
export function typeset<T>(labels: T): T {
  const set = (value: unknown): unknown => {
    if (typeof value === 'string') return setText(value);
    if (Array.isArray(value)) return value.map(set);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, set(each)]));
  };
  return set(labels) as T;
}

/** A text that labels a value; some portals end all of these with a colon. */
export function asLabel(text: string): string {
  return config.colons === 'always' && !text.endsWith(':') ? text + colon() : text;
}

function setText(text: string): string {
  let result = text;
  if (config.colons === 'never') result = result.replace(/:$/, '');
  if (config.apostrophe === 'curly') result = result.replaceAll("'", '’');
  if (!config.nbsp || text.length > LONGEST_LABEL) return result;
  return result.replace(/:$/, colon).replaceAll(' ', NBSP);
}

function colon(): string {
  return config.nbsp && config.language === 'fr' ? `${NBSP}:` : ':';
}
