/** What an external value has to be, in words and as a test. */
export interface Check<T = unknown> {
  needs: string;
  accepts(value: unknown): boolean;
  /** Never present; it carries the accepted type. */
  type?: T;
}

/** A tree of checks, shaped like the object it checks. */
export interface Checks {
  [name: string]: Check | Checks;
}

/** A mistake in user input; the message is a sentence for that user. */
export class InputError extends Error {}

export function choice<const T extends readonly (string | boolean)[]>(
  ...values: T
): Check<T[number]> {
  return {
    needs: `one of ${values.join(', ')}`,
    accepts: (value) => values.some((known) => known === value),
  };
}

export function number(least: number, most: number): Check<number> {
  return {
    needs: `a whole number from ${least} to ${most}`,
    accepts: (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
  };
}

export function text(pattern = /\S/, needs = 'text that is not empty'): Check<string> {
  return { needs, accepts: (value) => typeof value === 'string' && pattern.test(value) };
}

export function flag(): Check<boolean> {
  return { needs: 'true or false', accepts: (value) => typeof value === 'boolean' };
}

export function nullable<T>(check: Check<T>): Check<T | null> {
  return {
    needs: `${check.needs}, or null`,
    accepts: (value) => value === null || check.accepts(value),
  };
}

/** Returns `input` as a part of `T` if every property is known and valid; throws an InputError otherwise. */
export function readPart<T>(input: unknown, checks: Checks, what: string): Partial<T> {
  if (!isObject(input)) throw new InputError(`${what} should be a JSON object.`);
  for (const [name, value] of Object.entries(input)) {
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
    if (!check) {
      const known = Object.keys(checks).join(', ');
      throw new InputError(`${what}: there is no "${name}"; there are ${known}.`);
    }
    if (!isCheck(check)) readPart(value, check, `${what}, "${name}"`);
    else if (!check.accepts(value)) {
      throw new InputError(`${what}: "${name}" should be ${check.needs}.`);
    }
  }
  return input as Partial<T>;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether this is one check rather than a tree of them. */
export function isCheck(entry: Check | Checks): entry is Check {
  return typeof entry.accepts === 'function';
}
