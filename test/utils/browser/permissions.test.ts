// @vitest-environment node
import { expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  hasAccess,
  hostPattern,
  removeAccess,
  requestAccess,
} from '../../../utils/browser/permissions';
import { grant } from './granted';

test.each([
  ['https://portal.example.com', 'https://portal.example.com/*'],
  ['https://portal.example.com:8443', 'https://portal.example.com/*'],
  ['http://127.0.0.1:8800', 'http://127.0.0.1/*'],
  ['http://localhost:3000', 'http://localhost/*'],
  ['https://[::1]:8443', 'https://[::1]/*'],
])('requests %s as %s, without a port', (origin, pattern) => {
  expect(hostPattern(origin)).toBe(pattern);
});

test('requests exactly one host, and can give it up again', async () => {
  const granted = grant();
  const origin = 'https://portal.example.com:8443';
  expect(await hasAccess(origin)).toBe(false);
  expect(await requestAccess(origin)).toBe(true);
  expect(fakeBrowser.permissions.request).toHaveBeenCalledExactlyOnceWith({
    origins: ['https://portal.example.com/*'],
  });
  expect(await hasAccess(origin)).toBe(true);
  expect(await hasAccess('http://portal.example.com')).toBe(false);
  await removeAccess(origin);
  expect([...granted]).toEqual([]);
});
