import type { Fault } from '../portal/server.ts';
import { connect } from './support/steps.ts';
import { test } from './support/test.ts';

const FAILURES: [fault: Omit<Fault, 'route'>, sentence: string][] = [
  [{ kind: 'status', status: 503 }, 'had a server error (HTTP 503)'],
  [{ kind: 'status', status: 403 }, 'does not let your account manage API keys'],
  [{ kind: 'status', status: 429, retryAfter: 40 }, 'Try again in 40 seconds'],
  [{ kind: 'drop' }, 'cannot be reached'],
  [{ kind: 'truncated' }, 'sent an unexpected response'],
  [{ kind: 'html' }, 'sent an unexpected response'],
];

test('each way to fail has its sentence, the list stays, and Refresh recovers', async ({
  browser,
  portal,
}) => {
  await connect(browser, portal);
  const popup = await browser.openPopup();
  await popup.find('button', 'Rename staging deploy');
  await popup.calm();

  for (const [fault, sentence] of FAILURES) {
    portal.faults.push({ ...fault, route: 'GET' });
    await popup.click('button', 'Refresh');
    await popup.says(sentence);
    await popup.find('button', 'Rename staging deploy');
    await popup.calm();

    portal.faults.length = 0;
    await popup.click('button', 'Refresh');
    await popup.calm();
    await popup.gone('button', 'Try again');
  }
});
