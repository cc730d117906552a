import { cleanup, configure } from '@testing-library/preact';
import { afterEach, beforeEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Drafts } from '../../utils/keys/drafts';
import type { ApiKey } from '../../utils/portal/schema';
import type { Portal } from '../../utils/stored/portals';
import { setLanguage } from '../utils/browser/texts';

/** Starts each test in the file with an empty window and the real English texts. */
export function prepare(): void {
  // Being slow on a busy machine is not a failure.
  configure({ asyncUtilTimeout: 4000 });
  beforeEach(() => {
    fakeBrowser.reset();
    setLanguage();
    // Chromium and Firefox also focus the field, although no standard asks for it.
    const { select } = HTMLInputElement.prototype;
    vi.spyOn(HTMLInputElement.prototype, 'select').mockImplementation(function (
      this: HTMLInputElement,
    ) {
      this.focus();
      select.call(this);
    });
  });
  afterEach(cleanup);
}

const DAY = 24 * 60 * 60 * 1000;

export const daysAgo = (days: number): number => Date.now() - days * DAY - 60_000;

export function key(
  name: string,
  lastIp: string | null = null,
  used: number | null = null,
): ApiKey {
  return { id: `id of ${name}`, name, lastIp, lastActivity: used };
}

/** Drafts kept in memory, starting with these. */
export function draftsOf(saved: Record<string, string> = {}) {
  const kept = new Map(Object.entries(saved));
  const drafts: Drafts = {
    get: (what) => kept.get(what) ?? null,
    keep: (what, text) => void (text ? kept.set(what, text) : kept.delete(what)),
  };
  return { ...drafts, kept };
}

export const PORTAL: Portal = {
  origin: 'https://portal.example.com',
  label: 'Example portal',
  color: 'blue',
};
