// @vitest-environment happy-dom
import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { PageCheck } from '../../../components/portal/PageCheck';
import type { Inspection } from '../../../utils/keys/page-check';
import type { KeyRoutes } from '../../../utils/portal/key-routes';
import type { ApiKey } from '../../../utils/portal/schema';
import { key, PORTAL, prepare } from '../prepare';

prepare();

const KEYS = [key('deploy'), key('reports')];
const ROUTES: KeyRoutes = {
  list: `${PORTAL.origin}/api/v2/people/83/keys`,
  item: '/api/v2/people/83/keys/{id}',
  from: 'probe',
};

function inspected(names: string[], recognised = true, mentions = true): Inspection {
  return { report: { recognised, mentions, rows: names.length }, names };
}

function show(inspection: Inspection, keys: ApiKey[] | null = KEYS) {
  const onReportCopied = vi.fn();
  const check = (now: ApiKey[] | null) => (
    <PageCheck
      inspection={inspection}
      keys={now}
      routes={ROUTES}
      version="1.2.3"
      userAgent="Browser 7"
      onReportCopied={onReportCopied}
    />
  );
  const { rerender } = render(check(keys));
  const user = userEvent.setup();
  return { user, onReportCopied, change: (now: ApiKey[]) => rerender(check(now)) };
}

const note = () => screen.queryByRole('status')?.textContent ?? null;

test.each<[string, Inspection, ApiKey[] | null]>([
  ['a page that shows the same keys', inspected(['reports', 'deploy']), KEYS],
  ['a page that shows some of the keys', inspected(['deploy']), KEYS],
  ['a page that has nothing to do with keys', inspected([], false, false), KEYS],
  ['any page, while the keys are unknown', inspected(['strange'], false), null],
])('says nothing about %s', (_, inspection, keys) => {
  show(inspection, keys);
  expect(note()).toBeNull();
});

test('says that a page about keys was not recognised', () => {
  show(inspected([], false));
  expect(note()).toBeTruthy();
});

test('says how many keys the page and the API show, until they agree', () => {
  const { change } = show(inspected(['deploy', 'reports', 'nightly']));
  expect(note()).toMatch(/3 keys.*2 keys/);
  change([...KEYS, key('nightly')]);
  expect(note()).toBeNull();
});

test('offers a report without personal data to copy', async () => {
  const { user, onReportCopied } = show(inspected(['strange']));
  await user.click(screen.getByRole('button', { name: 'Copy report' }));
  const report = await navigator.clipboard.readText();
  expect(JSON.parse(report)).toMatchObject({
    problem: { kind: 'mismatch', onPage: 1, inApi: 2 },
    place: { from: 'probe', list: '/api/v2/people/…/keys' },
    version: '1.2.3',
    userAgent: 'Browser 7',
  });
  expect(report).not.toMatch(/strange|deploy|portal\.example/);
  expect(onReportCopied).toHaveBeenCalledOnce();
});
