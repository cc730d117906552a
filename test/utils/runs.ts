const FACTOR = Number(process.env.RUNS_FACTOR ?? 0.25);

/**
 * How often to run a property test: a quarter of `all` in the quick suite, `all` with `RUNS_FACTOR=1`.
 * @param all the number of runs in the slow suite
 */
export const runs = (all: number): number => Math.ceil(all * FACTOR);
