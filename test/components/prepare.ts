import { cleanup, configure } from '@testing-library/preact';
import { afterEach, beforeEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Drafts } from '../../utils/keys/drafts';
import type { ApiKey } from '../../utils/portal/schema';
import type { Portal } from '../../utils/stored/portals';
import { speak } from '../utils/browser/texts';

/** Gives each test of the file an empty window whose texts are the real English ones. */
export function prepare(): void {
  // A busy machine is slow, which is no failure.
  configure({ asyncUtilTimeout: 4000 });
  beforeEach(() => {
    fakeBrowser.reset();
    speak();
    // As Chromium and Firefox do, although no standard asks for it.
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

/** What was begun before, kept as the session's memory would. */
export function draftsOf(begun: Record<string, string> = {}) {
  const kept = new Map(Object.entries(begun));
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
