// @vitest-environment happy-dom
import { render, screen } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { Announcements, announce } from '../../../components/common/announce';
import { prepare } from '../prepare';

prepare();

describe.each([
  ['status', false],
  ['alert', true],
] as const)('the %s region', (role, isAlert) => {
  /** Renders both regions and records what is inserted into the one under test. */
  function show() {
    announce('');
    render(<Announcements />);
    const region = screen.getByRole(role);
    const inserted: (string | null)[] = [];
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) {
        inserted.push(...[...addedNodes].map(({ textContent }) => textContent));
      }
    }).observe(region, { childList: true });
    return { region, inserted };
  }

  test('exists and is empty before anything is announced', () => {
    expect(show().region.textContent).toBe('');
  });

  test('announces a repeated sentence again, as a new toast', async () => {
    const { region, inserted } = show();
    announce('Copied', isAlert);
    await vi.waitFor(() => expect(inserted).toEqual(['Copied']));
    const toast = region.firstElementChild;

    announce('Copied', isAlert);
    await vi.waitFor(() => expect(inserted).toEqual(['Copied', 'Copied']));
    expect(screen.getByRole(role)).toBe(region);
    expect(region.children).toHaveLength(1);
    // A new element restarts the animation.
    expect(region.firstElementChild).not.toBe(toast);
  });

  test('is cleared by an announcement in the other region', async () => {
    const { region, inserted } = show();
    announce('Copied', isAlert);
    await vi.waitFor(() => expect(inserted).toEqual(['Copied']));
    announce('Something else', !isAlert);
    await vi.waitFor(() => expect(region.textContent).toBe(''));
  });
});
