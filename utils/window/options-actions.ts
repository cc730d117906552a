import { hostPattern, removeAccess, requestAccess } from '../browser/permissions';
import { ownStore } from '../browser/tabs';
import { type Problem, problemOf } from '../portal/errors';
import { forgetPortal } from '../stored/memory';
import { discoveries, hostsOf, type Portal, portals } from '../stored/portals';
import { windowActions } from './actions';

export type OptionsActions = typeof optionsActions;

/** The actions of the options page. The popup does not load this file, so that it opens faster. */
export const optionsActions = {
  ...windowActions,

  /** Saves a portal's settings. */
  savePortal: (portal: Portal): Promise<void> =>
    portals.update((all) => all.map((each) => (each.origin === portal.origin ? portal : each))),

  /**
   * Tests a portal's settings by listing its keys. Must be called in a click handler, before any `await`,
   * because it requests access to the API host if that is missing.
   * @param saved resolves once the settings are saved
   * @returns the number of keys, or the problem
   */
  async test(portal: Portal, saved: Promise<void>): Promise<number | Problem> {
    const { origin } = portal;
    try {
      await requestAccess(...hostsOf(portal));
      await saved;
      const { windowClient } = await import('./client');
      return (await (await windowClient({ origin, store: ownStore() })).list()).length;
    } catch (thrown) {
      return problemOf(thrown);
    }
  },

  /** Removes a portal and what is known about it, and gives up access to hosts that no other portal needs. */
  async removePortal(portal: Portal): Promise<void> {
    const { origin } = portal;
    await portals.update((all) => all.filter((each) => each.origin !== origin));
    await discoveries.update(({ [origin]: _, ...others }) => others);
    await forgetPortal(origin);
    const kept = (await portals.getValue()).flatMap(hostsOf).map(hostPattern);
    for (const host of hostsOf(portal))
      if (!kept.includes(hostPattern(host))) await removeAccess(host);
  },

  /**
   * Downloads a CSV file.
   * @param name the file's name; characters that file systems refuse are replaced
   */
  saveFile(name: string, text: string): void {
    const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = name.replace(/[\\/:*?"<>|]/g, '-');
    link.click();
    URL.revokeObjectURL(url);
  },
};
