/// <reference lib="dom" />

/** Leaves for the sign-in page, to come back to this one; the promise never settles. */
export function toSignIn(): Promise<never> {
  const here = location.pathname + location.search + location.hash;
  location.assign(`/login?next=${encodeURIComponent(here)}`);
  return new Promise(() => {});
}
