/**
 * How often a property is tried. `npm test` tries a fifth of it, as each further run finds less than the
 * one before; `npm run test:slow` tries all.
 * @param all the number of runs that the promise is checked with
 */
export const runs = (all: number): number =>
  import.meta.env.MODE === 'slow' ? all : Math.ceil(all / 5);
