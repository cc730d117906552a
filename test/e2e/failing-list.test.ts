import type { Fault } from '../portal/server.ts';
import { connect } from './support/steps.ts';
import { test } from './support/test.ts';

const FAILURES: [fault: Omit<Fault, 'route'>, message: string][] = [
  [{ kind: 'status', status: 503 }, 'had a server error (HTTP 503)'],
  [{ kind: 'status', status: 403 }, 'does not let your account manage API keys'],
  [{ kind: 'status', status: 429, retryAfter: 40 }, 'Try again in 40 seconds'],
  [{ kind: 'drop' }, 'cannot be reached'],
  [{ kind: 'truncated' }, 'sent an unexpected response'],
  [{ kind: 'html' }, 'sent an unexpected response'],
];

test('each failure has its own message, the list stays, and Refresh recovers', async ({
  browser,
  portal,
}) => {
  await connect(browser, portal);
  const popup = await browser.openPopup();
  await popup.find('button', 'Rename staging deploy');
  await popup.idle();

  for (const [fault, message] of FAILURES) {
    portal.faults.push({ ...fault, route: 'GET' });
    await popup.click('button', 'Refresh');
    await popup.says(message);
    await popup.find('button', 'Rename staging deploy');
    await popup.idle();

    portal.faults.length = 0;
    await popup.click('button', 'Refresh');
    await popup.idle();
    await popup.gone('button', 'Try again');
  }
});
