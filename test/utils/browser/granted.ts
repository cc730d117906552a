import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fakeEvent } from './event';

interface Change {
  permissions?: string[];
  origins?: string[];
}

/** Set off what happens when a person changes in the browser's settings what is granted. */
export const permissionEvents = {
  onAdded: fakeEvent<[Change]>(),
  onRemoved: fakeEvent<[Change]>(),
};

/**
 * Lets the extension reach these hosts until the end of the test, and says yes to whatever it asks for.
 * @param patterns such as `https://portal.example.com/*`
 * @returns what is granted, live
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
