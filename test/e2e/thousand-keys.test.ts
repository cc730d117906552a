import { expect } from 'vitest';
import { connect } from './steps.ts';
import { test } from './test.ts';

test('a thousand keys are shown at once, and filtered at every keystroke', async ({
  browser,
  portal,
}) => {
  portal.seed(1000);
  portal.addKeys('mfortin', [{ name: 'the needle' }]);
  await connect(browser, portal);
  await (await browser.openPopup()).sees('1,001 keys');

  const popup = await browser.openPopup();
  await popup.sees('1,001 keys');
  const painted = await popup.page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  );

  await popup.page.evaluate(() => {
    addEventListener('input', ({ timeStamp }) => {
      const note = () => performance.measure('keystroke', { start: timeStamp });
      requestAnimationFrame(() => requestAnimationFrame(note));
    });
  });
  await popup.focused('searchbox', 'Search keys');
  await popup.type('needle');
  await popup.sees(/1 of 1,?001/);
  const keystrokes = await popup.page.evaluate(() =>
    performance.getEntriesByName('keystroke').map(({ duration }) => duration),
  );

  // Far more than it takes, far less than it would take without any care.
  expect(painted).toBeLessThan(1000);
  expect(Math.max(...keystrokes)).toBeLessThan(200);
});
