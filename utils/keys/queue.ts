/**
 * Returns a function that runs actions one after another, because each of them reads what the one before has
 * stored. A failed action rejects for its caller, and the next one runs all the same.
 */
export function createQueue(): (act: () => Promise<void>) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (act) => {
    const next = last.then(act);
    last = next.catch(() => {});
    return next;
  };
}
