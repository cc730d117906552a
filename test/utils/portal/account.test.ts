// @vitest-environment node
import { expect, test } from 'vitest';
import { readAccount } from '../../../utils/portal/account';
import { PortalError } from '../../../utils/portal/errors';

test.each([
  [{ data: [{ userName: 'mfortin' }] }, 'mfortin'],
  [[{ userName: 'mfortin' }], 'mfortin'],
  [{ data: [{ userName: 'mfortin' }, { userName: 'iosei' }] }, null],
  [{ data: [] }, null],
])('reads the user in %j as %j', (body, userName) => {
  expect(readAccount(body)).toBe(userName);
});

test.each([[null], [{}], [[{ name: 'x' }]], [{ data: [{ userName: 5 }] }], ['<html>']])(
  '%j is not a list of users',
  (body) => {
    expect(() => readAccount(body)).toThrow(new PortalError({ kind: 'unrecognised' }));
  },
);
