import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject } from 'vitest';
import { openBrowser } from '../../browsers/open.ts';
import { plant } from '../support/disk/plant.ts';
import { searchFolder } from '../support/disk/search.ts';
import { leaveControls, leaveTraces, unique } from '../support/leave-traces.ts';
import { connect } from '../support/steps.ts';
import { test } from '../support/test.ts';

/** Where each browser saves its session. */
const SESSIONS = { chromium: 'Default/Sessions', firefox: 'sessionstore-backups' } as const;

let profile: string;
beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'cloudmc-profile-'));
});
afterEach(() => rm(profile, { recursive: true, maxRetries: 5 }));

describe.each(['close', 'kill'] as const)('a browser ended by %s', (end) => {
  const patience = { timeout: 240_000 };
  test(`leaves no value and no draft in its profile (${end})`, patience, async ({ portal }) => {
    const name = inject('browserName');
    const browser = await openBrowser(name, { profile });
    let secrets: Record<string, string>;
    let controls: Record<string, string>;
    try {
      await connect(browser, portal);
      secrets = await leaveTraces(browser, portal);
      controls = await leaveControls(browser);
      // Once this is on disk, anything typed before it has had time to get there too.
      const { typed = '' } = controls;
      const written = () => searchFolder(join(profile, SESSIONS[name]), { typed }).hits;
      await expect.poll(written, { timeout: 30_000 }).not.toEqual([]);
    } finally {
      await browser[end]();
    }

    const planted = unique();
    const forms = plant(join(profile, 'planted'), planted);
    const { files, bytes, hits } = searchFolder(profile, { ...secrets, ...controls, planted });
    const leaks = hits.filter(({ what }) => what in secrets);
    console.info(
      `${name}, ended by ${end}: ${Object.keys(secrets).length} texts looked for in ${files} files, ` +
        `${bytes} bytes: ${leaks.length} hits, and ${hits.length - leaks.length} of controls`,
    );

    expect(leaks).toEqual([]);
    const found = hits.map(({ what }) => what);
    expect(found).toEqual(expect.arrayContaining(Object.keys(controls)));
    const places = hits.map(({ where }) => where.split(' ')[0]);
    expect(places).toEqual(expect.arrayContaining(forms.map((form) => join('planted', form))));
  });
});
