// @vitest-environment node
import { describe, expect, test } from 'vitest';
import {
  fold,
  GENERATED,
  type Label,
  labelOf,
  saysGenerated,
  WORDS,
} from '../../../../utils/page/read/labels';
import { EVIDENCE, type Sighting } from './labels.evidence';

/** Expands a pattern of `labels.ts`: `a (b )?c|d` stands for "a b c", "a c" and "d". */
function expand(pattern: string): string[] {
  return pattern.split('|').flatMap(function choose(word): string[] {
    const [option, inside = ''] = /\(([^)]*)\)\?/.exec(word) ?? [];
    if (option === undefined) return [word];
    return [word.replace(option, inside), word.replace(option, '')].flatMap(choose);
  });
}

const SENTENCES = GENERATED.source.replace('\\b(?:', '').replace(')\\b', '');

const PATTERNS: [Sighting['label'], string][] = [
  ...(Object.entries(WORDS) as [Label, string][]),
  ['generated', SENTENCES],
];

describe('the words the page reader knows', () => {
  test.each(PATTERNS)('%s: all words were seen, and all seen words are known', (label, pattern) => {
    const seen = EVIDENCE.filter((row) => row.label === label).map(({ text }) => fold(text));
    expect(
      [...new Set(seen)].sort(),
      'Write beside a new word, in labels.evidence.ts, where it was seen and when.',
    ).toEqual(expand(pattern).sort());
  });

  test.each(EVIDENCE)('recognises $text as written there', ({ label, text }) => {
    expect(label === 'generated' ? saysGenerated(text) : labelOf(text) === label).toBe(true);
  });

  test('each source has its publication date', () => {
    const days = EVIDENCE.flatMap(({ seenIn }) => seenIn?.date ?? []);
    expect(days.filter((day) => !(Date.parse(`${day}T00:00Z`) < Date.now()))).toEqual([]);
  });

  test('only these words were never seen', () => {
    const unseen = EVIDENCE.filter(({ seenIn }) => !seenIn).map(({ text }) => text);
    expect(unseen, 'Find a published page that shows the word, or remove it.').toEqual([
      'Generar clave API',
      'Valor',
      'was generated',
      'se ha generado',
    ]);
  });
});
