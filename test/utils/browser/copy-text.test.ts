// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { copyText } from '../../../utils/browser/copy-text';

const writeText = vi.fn<(text: string) => Promise<void>>();
let execCommand = vi.fn<(command: string) => boolean>();
let selected = '';

beforeEach(() => {
  writeText.mockReset().mockResolvedValue();
  selected = '';
  execCommand = vi.fn(() => {
    const field = document.querySelector('textarea');
    selected = field?.value.slice(field.selectionStart, field.selectionEnd) ?? '';
    return true;
  });
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  Object.assign(document, { execCommand });
  document.body.innerHTML = '<input>';
});
afterEach(() => vi.unstubAllGlobals());

test('copies exactly the text', async () => {
  await copyText('a value ==');
  expect(writeText.mock.calls).toEqual([['a value ==']]);
  expect(execCommand).not.toHaveBeenCalled();
});

test.each([
  ['refuses', () => writeText.mockRejectedValue(new Error('not focused'))],
  ['has no clipboard, as on plain http', () => vi.stubGlobal('navigator', {})],
])('copies from a temporary field when the browser %s', async (_, prepare) => {
  prepare();
  document.querySelector('input')?.focus();
  await copyText('a value ==');
  expect(execCommand).toHaveBeenCalledWith('copy');
  expect(selected).toBe('a value ==');
  expect(document.body.innerHTML).toBe('<input>');
  expect(document.activeElement).toBe(document.querySelector('input'));
});

test.each([
  ['returns false', () => execCommand.mockReturnValue(false)],
  [
    'throws',
    () =>
      execCommand.mockImplementation(() => {
        throw new Error('secret value');
      }),
  ],
])('when the fallback %s, the error omits the text and no field is left', async (_, prepare) => {
  writeText.mockRejectedValue(new Error('no'));
  prepare();
  const error = await copyText('secret value').catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expect(String(error)).not.toContain('secret');
  expect(document.body.innerHTML).toBe('<input>');
});
