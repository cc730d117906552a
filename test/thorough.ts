/** Whether this is `npm run test:slow`, which runs everything, and not `npm test`. */
const isSlow = import.meta.env.MODE === 'slow';

/**
 * The number of runs of a property test. `npm test` makes only a fifth of them, as each further run finds
 * less than the one before.
 * @param all the number of runs in `npm run test:slow`
 */
export const runs = (all: number): number => (isSlow ? all : Math.ceil(all / 5));

/**
 * The cases to run: in `npm test` only the representative ones.
 * @param all the cases to run in `npm run test:slow`
 */
export const tried = <T>(all: readonly T[], isRepresentative: (one: T) => boolean): T[] =>
  isSlow ? [...all] : all.filter(isRepresentative);
