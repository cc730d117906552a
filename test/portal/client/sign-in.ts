/// <reference lib="dom" />

/** Goes to the sign-in page, which leads back to this page; the promise never settles. */
export function toSignIn(): Promise<never> {
  const here = location.pathname + location.search + location.hash;
  location.assign(`/login?next=${encodeURIComponent(here)}`);
  return new Promise(() => {});
}
