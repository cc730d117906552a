import { askAccess, dropAccess, hostPattern } from '../browser/permissions';
import { type Problem, problemOf } from '../portal/errors';
import { knownList } from '../stored/memory';
import { discoveries, forgetRoutes, hostsOf, type Portal, portals } from '../stored/portals';
import { windowActions } from './actions';
import { windowClient } from './client';

export type OptionsActions = typeof optionsActions;

/** What the options page can do besides; the popup, which has to be quick, does not load it. */
export const optionsActions = {
  ...windowActions,

  /** Saves a portal's settings; what was found out about it is found again. */
  async savePortal(portal: Portal): Promise<void> {
    const { origin, keysPath, apiOrigin } = portal;
    const { [origin]: known } = await discoveries.getValue();
    const before = (await portals.getValue()).find((each) => each.origin === origin);
    await portals.update((all) => all.map((each) => (each.origin === origin ? portal : each)));
    const replaced = known?.routes?.from === 'set' && known.routes.list !== keysPath;
    if (replaced || before?.apiOrigin !== apiOrigin) await forgetRoutes(origin);
  },

  /**
   * Asks a portal for its keys, as the test of its settings; must be called straight from a click, as
   * the host that was set may not be granted yet.
   * @param saved resolves when the settings are saved
   * @returns how many there are, or the problem
   */
  async test(portal: Portal, saved: Promise<void>): Promise<number | Problem> {
    const { origin } = portal;
    try {
      await askAccess(...hostsOf(portal));
      await saved;
      return (await (await windowClient({ origin, tab: '' })).list()).length;
    } catch (thrown) {
      return problemOf(thrown);
    }
  },

  /** Forgets a portal, and gives its hosts back unless another portal is on the same one. */
  async removePortal(portal: Portal): Promise<void> {
    const { origin } = portal;
    await portals.update((all) => all.filter((each) => each.origin !== origin));
    await discoveries.update(({ [origin]: _, ...others }) => others);
    await knownList(origin).removeValue();
    const kept = (await portals.getValue()).flatMap(hostsOf).map(hostPattern);
    for (const host of hostsOf(portal))
      if (!kept.includes(hostPattern(host))) await dropAccess(host);
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
