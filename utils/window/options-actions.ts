import { hostPattern, removeAccess, requestAccess } from '../browser/permissions';
import { ownStore } from '../browser/tabs';
import { type Problem, problemOf } from '../portal/errors';
import { forgetPortal } from '../stored/memory';
import { discoveries, hostsOf, type Portal, portals } from '../stored/portals';
import { windowActions } from './actions';
import { windowClient } from './client';

export type OptionsActions = typeof optionsActions;

/** What the options page can do in addition. The popup does not load this, so that it opens fast. */
export const optionsActions = {
  ...windowActions,

  /** Saves a portal's settings. */
  savePortal: (portal: Portal): Promise<void> =>
    portals.update((all) => all.map((each) => (each.origin === portal.origin ? portal : each))),

  /**
   * Tests a portal's settings by listing its keys; must be called straight from a click, because access
   * to the API host that was set may still have to be asked for.
   * @param saved resolves when the settings are saved
   * @returns the number of keys, or the problem
   */
  async test(portal: Portal, saved: Promise<void>): Promise<number | Problem> {
    const { origin } = portal;
    try {
      await requestAccess(...hostsOf(portal));
      await saved;
      return (await (await windowClient({ origin, store: ownStore() })).list()).length;
    } catch (thrown) {
      return problemOf(thrown);
    }
  },

  /** Forgets a portal, and gives up access to its hosts unless another portal needs it. */
  async removePortal(portal: Portal): Promise<void> {
    const { origin } = portal;
    await portals.update((all) => all.filter((each) => each.origin !== origin));
    await discoveries.update(({ [origin]: _, ...others }) => others);
    await forgetPortal(origin);
    const kept = (await portals.getValue()).flatMap(hostsOf).map(hostPattern);
    for (const host of hostsOf(portal))
      if (!kept.includes(hostPattern(host))) await removeAccess(host);
  },

  /** Has the browser save a file. */
  saveFile(name: string, text: string): void {
    const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = name.replace(/[\\/:*?"<>|]/g, '-');
    link.click();
    URL.revokeObjectURL(url);
  },
};
