/** The values that each dimension can have. */
export type Dimensions = Record<string, readonly unknown[]>;
export type Combination<D extends Dimensions> = { [K in keyof D]: D[K][number] };

/**
 * Generates a small set of combinations that contains every pair of values from two dimensions. Most
 * faults come from one value or from a pair, and all combinations would be far too many. The same
 * dimensions always yield the same combinations.
 */
export function pairwise<D extends Dimensions>(dimensions: D): Combination<D>[] {
  const names = Object.keys(dimensions);
  const missing = new Set(pairsOf(names, dimensions));
  const combinations: Combination<D>[] = [];
  while (missing.size > 0) {
    const combination = grow(names, dimensions, missing);
    for (const pair of pairsIn(names, combination, dimensions)) missing.delete(pair);
    combinations.push(combination as Combination<D>);
  }
  return combinations;
}

type Chosen = Record<string, unknown>;

/** Starts from a missing pair and adds, dimension by dimension, the value that covers most missing pairs. */
function grow(names: string[], dimensions: Dimensions, missing: Set<string>): Chosen {
  const [first = ''] = missing;
  const chosen: Chosen = {};
  for (const part of first.split(' ')) {
    const [name = '', at = '0'] = part.split(':');
    chosen[name] = dimensions[name]?.[Number(at)];
  }
  for (const name of names) {
    if (name in chosen) continue;
    const gains = (dimensions[name] ?? []).map((value) => {
      const pairs = pairsIn(names, { ...chosen, [name]: value }, dimensions);
      return { value, gain: pairs.filter((pair) => missing.has(pair)).length };
    });
    chosen[name] = gains.reduce((best, next) => (next.gain > best.gain ? next : best)).value;
  }
  return chosen;
}

function pairsOf(names: string[], dimensions: Dimensions): string[] {
  return names.flatMap((one, at) =>
    names
      .slice(at + 1)
      .flatMap((other) =>
        (dimensions[one] ?? []).flatMap((_, i) =>
          (dimensions[other] ?? []).map((__, j) => `${one}:${i} ${other}:${j}`),
        ),
      ),
  );
}

function pairsIn(names: string[], chosen: Chosen, dimensions: Dimensions): string[] {
  const index = (name: string) => (dimensions[name] ?? []).indexOf(chosen[name]);
  const present = names.filter((name) => name in chosen);
  return present.flatMap((one, at) =>
    present.slice(at + 1).map((other) => `${one}:${index(one)} ${other}:${index(other)}`),
  );
}
