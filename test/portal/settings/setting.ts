import type { Check, Checks } from '../checks.ts';

/** One way in which portals differ. */
export interface Setting<T> {
  /** The check of a value from a command line or over HTTP. */
  check: Check<T> | Checks;
  /** The default value. */
  initial: T;
  /** One line for the list of settings. */
  about: string;
}

/** A setting whose type is what its check accepts. */
export function setting<T>(check: Check<T>, initial: NoInfer<T>, about: string): Setting<T> {
  return { check, initial, about };
}

/** The type of a whole group's values. */
export type Values<Group> = {
  -readonly [Name in keyof Group]: Group[Name] extends Setting<infer T> ? T : never;
};
