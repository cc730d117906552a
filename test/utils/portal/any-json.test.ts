// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PortalError } from '../../../utils/portal/errors';
import { readGenerated, readListing } from '../../../utils/portal/schema';
import { runs } from '../../thorough';

describe('whatever a portal answers', () => {
  const names = ['id', 'uuid', 'name', 'label', 'lastIp', 'last_ip', 'lastActivity', 'last_used'];
  const near = fc.dictionary(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 1 }));
  const likely = fc.record({
    id: fc.oneof(fc.string(), fc.double(), fc.integer()),
    name: fc.string(),
    lastActivity: fc.oneof(
      fc.double(),
      fc.string(),
      fc.date().map(String),
      fc.bigInt().map(String),
    ),
  });
  const entries = fc.array(fc.oneof(near, likely), { maxLength: 3 });
  const envelope = fc.oneof(
    entries,
    entries.map((data) => ({ data, metadata: { recordCount: data.length } })),
    entries.map((items) => ({ data: { items } })),
    fc.jsonValue(),
  );

  test('a list is read as complete keys or not recognised', () => {
    fc.assert(
      fc.property(envelope, (sent) => {
        const body: unknown = JSON.parse(JSON.stringify(sent));
        const keys = outcome(() => readListing(body).keys, 'unrecognised');
        for (const { id, name, lastIp, lastActivity } of keys ?? []) {
          expect(id).toMatch(/\S/);
          expect(name).toBeTypeOf('string');
          expect(lastIp ?? 'none').toMatch(/\S/);
          expect(
            new Date(typeof lastActivity === 'number' ? lastActivity : 1).toISOString(),
          ).toBeTypeOf('string');
        }
      }),
      { numRuns: runs(2000) },
    );
  });

  test('a generated key has a plausible value or an unknown outcome', () => {
    const answer = fc.oneof(
      fc.record({ id: fc.string(), value: fc.string({ minLength: 14, maxLength: 20 }) }),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(answer, fc.boolean(), (sent, wrapped) => {
        const made = outcome(
          () => readGenerated(wrapped ? { data: sent } : sent, 'asked'),
          'unknown-outcome',
        );
        if (made) expect(made.value).toMatch(/^[\x21-\x7e]{16,512}$/);
      }),
      { numRuns: runs(1000) },
    );
  });

  function outcome<T>(read: () => T, kind: string): T | null {
    try {
      return read();
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(PortalError);
      expect((thrown as PortalError).problem).toEqual({ kind });
      return null;
    }
  }
});
