/** Whether this is `npm run test:slow`, which tries everything, and not `npm test`. */
const isSlow = import.meta.env.MODE === 'slow';

/**
 * How often a property is tried: a fifth of it in `npm test`, as each further run finds less than the one
 * before.
 * @param all the number of runs that the promise is checked with
 */
export const runs = (all: number): number => (isSlow ? all : Math.ceil(all / 5));

/**
 * Which cases are tried: in `npm test` those that stand for the others.
 * @param all the cases that the promise is checked with
 */
export const tried = <T>(all: readonly T[], standsForOthers: (one: T) => boolean): T[] =>
  isSlow ? [...all] : all.filter(standsForOthers);
