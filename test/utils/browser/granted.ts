import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fakeEvent } from './event';

interface Change {
  permissions?: string[];
  origins?: string[];
}

/** Triggered by a test when the user changes permissions in the browser's settings. */
export const permissionEvents = {
  onAdded: fakeEvent<[Change]>(),
  onRemoved: fakeEvent<[Change]>(),
};

/**
 * Grants these hosts until the end of the test, and every permission the extension requests.
 * @param patterns such as `https://portal.example.com/*`
 * @returns the granted patterns, live
 */
export function grant(...patterns: string[]): Set<string> {
  const granted = new Set(patterns);
  const { permissions } = fakeBrowser;
  permissionEvents.onAdded = fakeEvent();
  permissionEvents.onRemoved = fakeEvent();
  Object.assign(permissions, permissionEvents);
  vi.spyOn(permissions, 'contains').mockImplementation(async ({ origins = [] }) =>
    origins.every((pattern) => granted.has(pattern)),
  );
  vi.spyOn(permissions, 'request').mockImplementation(async ({ origins = [] }) => {
    for (const pattern of origins) granted.add(pattern);
    return true;
  });
  vi.spyOn(permissions, 'remove').mockImplementation(async ({ origins = [] }) => {
    for (const pattern of origins) granted.delete(pattern);
    return true;
  });
  return granted;
}
