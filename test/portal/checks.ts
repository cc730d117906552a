/** What one value from outside has to be, in words and as a test. */
export interface Check {
  needs: string;
  accepts(value: unknown): boolean;
}

/** A tree of checks, shaped like the object it checks. */
export interface Checks {
  [name: string]: Check | Checks;
}

/** A mistake in something a person typed; its message is a sentence for that person. */
export class InputError extends Error {}

export function choice(values: readonly string[]): Check {
  return {
    needs: `one of ${values.join(', ')}`,
    accepts: (value) => typeof value === 'string' && values.includes(value),
  };
}

export function number(least: number, most: number): Check {
  return {
    needs: `a whole number from ${least} to ${most}`,
    accepts: (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
  };
}

export function text(pattern = /\S/, needs = 'text that is not empty'): Check {
  return { needs, accepts: (value) => typeof value === 'string' && pattern.test(value) };
}

export function flag(): Check {
  return { needs: 'true or false', accepts: (value) => typeof value === 'boolean' };
}

export function nullable(check: Check): Check {
  return {
    needs: `${check.needs}, or null`,
    accepts: (value) => value === null || check.accepts(value),
  };
}

/** Returns `input` as a part of `T` once all of it is known and fits; throws an InputError if not. */
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

function isCheck(entry: Check | Checks): entry is Check {
  return typeof entry.accepts === 'function';
}
