// @vitest-environment node
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { connecting, handoffs } from '../../../utils/stored/memory';
import { windowActions } from '../../../utils/window/actions';
import { grant } from '../browser/granted';
import { collectMessages } from './opened';

const SESSION = { origin: 'https://portal.example.com', store: '' };

beforeEach(() => fakeBrowser.reset());

describe('generating', () => {
  /** A background that stores the request at once and gets the portal's answer much later. */
  function slowBackground() {
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    const received: string[] = [];
    fakeBrowser.runtime.onMessage.addListener(async ({ payload }) => {
      received.push(payload.id);
      await handoffs.setValue([{ ...payload, phase: 'sending', knownIds: null }]);
      await answered;
    });
    return { received, answer };
  }

  test('is accepted once the request is stored, before the portal answers', async () => {
    const { received } = slowBackground();
    await windowActions.generate(SESSION, 'deploy');
    expect(received).toHaveLength(1);
    expect(await handoffs.getValue()).toMatchObject([{ name: 'deploy', phase: 'sending' }]);
  });

  test('is requested again with the same id when the background stops', async () => {
    const received: string[] = [];
    fakeBrowser.runtime.onMessage.addListener(async ({ payload }) => {
      received.push(payload.id);
      if (received.length === 1) throw new Error('The message port closed before a response came.');
    });
    await windowActions.generate(SESSION, 'deploy');
    expect(received).toHaveLength(2);
    expect(new Set(received).size).toBe(1);
  });

  test('fails when no background can be reached', async () => {
    fakeBrowser.runtime.onMessage.addListener(async () => {
      throw new Error('Could not establish connection.');
    });
    await expect(windowActions.generate(SESSION, 'deploy')).rejects.toThrow('connection');
    expect(await handoffs.getValue()).toEqual([]);
  });
});

describe('connecting', () => {
  test('lets the background finish once access is granted', async () => {
    grant();
    const received = collectMessages();
    expect(await windowActions.connect(SESSION.origin)).toBe(true);
    const payload = { origin: SESSION.origin, label: 'portal.example.com', apiOrigin: '' };
    expect(received).toEqual([{ name: 'connect', payload }]);
  });

  test('drops the attempt when access is denied', async () => {
    vi.spyOn(fakeBrowser.permissions, 'request').mockImplementation(async () => false);
    const received = collectMessages();
    expect(await windowActions.connect(SESSION.origin)).toBe(false);
    expect(received).toEqual([]);
    expect(await connecting.getValue()).toBeNull();
  });

  test('requests the API host too, and stores it while the user decides', async () => {
    const request = vi
      .spyOn(fakeBrowser.permissions, 'request')
      .mockImplementation(() => new Promise<boolean>(() => {}));
    void windowActions.connect(SESSION.origin, 'https://api.example.com');
    await vi.waitFor(async () =>
      expect(await connecting.getValue()).toMatchObject({ apiOrigin: 'https://api.example.com' }),
    );
    expect(request.mock.calls).toEqual([
      [{ origins: ['https://portal.example.com/*', 'https://api.example.com/*'] }],
    ]);
  });
});

test('copying succeeds even when the background cannot be reached', async () => {
  expect(windowActions.copiedOther()).toBeUndefined();
});
