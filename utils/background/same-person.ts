import type { PortalClient } from '../portal/client';
import { PortalError } from '../portal/errors';
import type { PortalSession } from '../portal/session';
import { knownList } from '../stored/memory';

/**
 * Returns a client that generates a key only for the person whose keys were shown last: somebody else may
 * have signed in since. If the portal does not say who is signed in, it generates without that check.
 * @returns a client whose `generate` throws a PortalError `changed` if somebody else is signed in
 */
export function forSamePerson(client: PortalClient, session: PortalSession): PortalClient {
  return {
    ...client,
    async generate(name) {
      const shownTo = (await knownList(session).getValue())?.userName;
      if (shownTo && (await client.account())?.userName !== shownTo) {
        throw new PortalError({ kind: 'changed' });
      }
      return client.generate(name);
    },
  };
}
