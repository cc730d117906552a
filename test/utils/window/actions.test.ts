// @vitest-environment node
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { connecting, handoffs } from '../../../utils/stored/memory';
import { windowActions } from '../../../utils/window/actions';
import { grant } from '../browser/granted';
import { hearMessages } from './opened';

const SESSION = { origin: 'https://portal.example.com', store: '' };

beforeEach(() => fakeBrowser.reset());

describe('generating', () => {
  /** A background that stores the request at once, and has the portal's answer much later. */
  function slowBackground() {
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    const heard: string[] = [];
    fakeBrowser.runtime.onMessage.addListener(async ({ payload }) => {
      heard.push(payload.id);
      await handoffs.setValue([{ ...payload, phase: 'sending', knownIds: null }]);
      await answered;
    });
    return { heard, answer };
  }

  test('is accepted once the request is in memory, before the portal answers', async () => {
    const { heard } = slowBackground();
    await windowActions.generate(SESSION, 'deploy');
    expect(heard).toHaveLength(1);
    expect(await handoffs.getValue()).toMatchObject([{ name: 'deploy', phase: 'sending' }]);
  });

  test('is asked again with the same id when the background dies', async () => {
    const heard: string[] = [];
    fakeBrowser.runtime.onMessage.addListener(async ({ payload }) => {
      heard.push(payload.id);
      if (heard.length === 1) throw new Error('The message port closed before a response came.');
    });
    await windowActions.generate(SESSION, 'deploy');
    expect(heard).toHaveLength(2);
    expect(new Set(heard).size).toBe(1);
  });

  test('is refused when no background can be reached', async () => {
    fakeBrowser.runtime.onMessage.addListener(async () => {
      throw new Error('Could not establish connection.');
    });
    await expect(windowActions.generate(SESSION, 'deploy')).rejects.toThrow('connection');
    expect(await handoffs.getValue()).toEqual([]);
  });
});

describe('connecting', () => {
  test('has the background finish what was allowed', async () => {
    grant();
    const heard = hearMessages();
    expect(await windowActions.connect(SESSION.origin)).toBe(true);
    const payload = { origin: SESSION.origin, label: 'portal.example.com', apiOrigin: '' };
    expect(heard).toEqual([{ name: 'connect', payload }]);
  });

  test('forgets what was refused', async () => {
    vi.spyOn(fakeBrowser.permissions, 'request').mockImplementation(async () => false);
    const heard = hearMessages();
    expect(await windowActions.connect(SESSION.origin)).toBe(false);
    expect(heard).toEqual([]);
    expect(await connecting.getValue()).toBeNull();
  });

  test('asks for the API host too, and remembers it while the person decides', async () => {
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

test('a copy has worked even when the background does not hear of it', async () => {
  expect(windowActions.copiedOther()).toBeUndefined();
});
