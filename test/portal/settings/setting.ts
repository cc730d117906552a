import type { Check, Checks } from '../checks.ts';

/** One way in which portals differ from each other. */
export interface Setting<T> {
  /** How a value from a command line or over HTTP is checked. */
  check: Check<T> | Checks;
  /** What it is unless someone says otherwise. */
  initial: T;
  /** One line for a person who reads the list. */
  about: string;
}

/** A setting of one value, whose type is what its check accepts. */
export function setting<T>(check: Check<T>, initial: NoInfer<T>, about: string): Setting<T> {
  return { check, initial, about };
}

/** The type of a whole group's values. */
export type Values<Group> = {
  -readonly [Name in keyof Group]: Group[Name] extends Setting<infer T> ? T : never;
};
