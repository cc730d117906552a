import { isObject } from '../checks.ts';
import type { PortalSettings } from '../settings.ts';

/** A property name in this portal's spelling. */
export function spell(settings: PortalSettings, name: string): string {
  if (settings.spelling === 'camel') return name;
  return name.replace(/(?<=[a-z\d])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** A value with every property name in this portal's spelling. */
export function spellAll(settings: PortalSettings, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => spellAll(settings, each));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [spell(settings, name), spellAll(settings, each)]),
  );
}
