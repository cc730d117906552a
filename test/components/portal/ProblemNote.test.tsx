// @vitest-environment happy-dom
import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { problemText } from '../../../components/common/problem-text';
import { ProblemNote } from '../../../components/portal/ProblemNote';
import { PROBLEM_KINDS, type Problem } from '../../../utils/portal/errors';
import { setLanguage } from '../../utils/browser/texts';
import { PORTAL, prepare } from '../prepare';

prepare();

function show(problem: Problem) {
  const onAction = vi.fn();
  render(<ProblemNote problem={problem} portal={PORTAL} onAction={onAction} />);
  return { onAction };
}

const SIGN_IN = [
  ['Sign in', 'sign-in'],
  ['Try again', 'refresh'],
];
const RETRY = [['Try again', 'refresh']];
const SETTINGS = [['Settings', 'settings'], ...RETRY];
const OPEN = [['Open the portal', 'open'], ...SETTINGS];

test.each<[Problem, RegExp, string[][]]>([
  [
    { kind: 'signed-out', status: 401 },
    /You are signed out of Example portal\. Sign in there/,
    SIGN_IN,
  ],
  [
    { kind: 'forbidden', status: 403 },
    /does not let your account manage API keys.*administrator/,
    RETRY,
  ],
  [
    { kind: 'not-found', status: 404 },
    /Could not find the API keys on.*Open its API credentials page.*Settings/,
    OPEN,
  ],
  [{ kind: 'rejected', status: 400 }, /rejected the request/, RETRY],
  [
    { kind: 'rate-limited', retryAfter: 7 },
    /is limiting requests.*Try again in 7 seconds\./,
    RETRY,
  ],
  [{ kind: 'rate-limited', retryAfter: 1 }, /Try again in 1 second\./, RETRY],
  [{ kind: 'rate-limited' }, /Try again in a minute\./, RETRY],
  [{ kind: 'server-error', status: 502 }, /had a server error \(HTTP 502\)/, RETRY],
  [{ kind: 'unreachable' }, /cannot be reached.*connection or VPN/, RETRY],
  [{ kind: 'time-out' }, /took too long to respond/, RETRY],
  [{ kind: 'unrecognised' }, /sent an unexpected response/, SETTINGS],
  [{ kind: 'interrupted' }, /stopped the extension before it could send the request/, RETRY],
  [{ kind: 'unknown-outcome' }, /change may or may not have been made/, RETRY],
  [{ kind: 'no-permission' }, /no longer has access/, [['Connect this portal', 'connect']]],
])('%j says what happened and offers the right actions', async (problem, sentence, ways) => {
  const { onAction } = show(problem);
  expect(screen.getByRole('alert').textContent).toMatch(sentence);
  expect(screen.getByRole('alert').textContent).toContain('Example portal');
  const buttons = screen.getAllByRole('button');
  expect(buttons.map((each) => each.textContent)).toEqual(ways.map(([name]) => name));
  for (const button of buttons) await userEvent.click(button);
  expect(onAction.mock.calls.flat()).toEqual(ways.map(([, way]) => way));
});

describe.each(['en', 'fr', 'es'])('in %s', (language) => {
  test('every problem has its own sentence, with the portal’s name and no gaps', () => {
    setLanguage(language);
    const sentences = PROBLEM_KINDS.map((kind) =>
      problemText({ kind, status: 500 }, 'Example portal'),
    );
    expect(new Set(sentences).size).toBe(PROBLEM_KINDS.length);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/Example portal/);
      expect(sentence).toMatch(/[.!]$/);
      expect(sentence).not.toMatch(/\$\d|undefined|null/);
    }
  });
});

test('shows the portal’s own message as plain text', () => {
  show({ kind: 'rejected', status: 400, detail: 'The name is <b>taken</b>.' });
  expect(screen.getByRole('alert').textContent).toContain(
    'The portal says: The name is <b>taken</b>.',
  );
});

test('hides the portal’s own message when signed out', () => {
  show({ kind: 'signed-out', detail: 'Unauthorized.' });
  expect(screen.getByRole('alert').textContent).not.toContain('Unauthorized');
});
