/// <reference lib="dom" />
import type { PageConfig } from '../pages/config.ts';
import { toSignIn } from './sign-in.ts';

async function load(): Promise<PageConfig> {
  const address = document.querySelector<HTMLMetaElement>('meta[name=app-config]')?.content;
  const response = await fetch(address ?? '/app/config.json');
  if (response.status === 401) await toSignIn();
  return response.json();
}

/** The signed-in user and this portal's settings; everything waits for them. */
export const config: PageConfig = await load();
