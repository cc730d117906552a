const FACTOR = Number(process.env.RUNS_FACTOR ?? 1);

/**
 * How often to run a property test. The quick suite runs it `quick` times. `RUNS_FACTOR=4`, for example,
 * runs it four times as often.
 */
export const runs = (quick: number): number => Math.ceil(quick * FACTOR);
