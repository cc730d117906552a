import type { PortalClient } from '../portal/client';
import { PortalError } from '../portal/errors';
import { knownList } from '../stored/memory';
import type { PortalSession } from '../transport/portal-client';

/**
 * Gives a client that generates a key only for the person whose keys were shown last, where the portal
 * tells who is signed in: by now the browser may have another person's session.
 * @returns the client; its `generate` throws `changed` when somebody else is signed in
 */
export function forSamePerson(client: PortalClient, { origin, tab }: PortalSession): PortalClient {
  return {
    ...client,
    async generate(name) {
      const shownTo = (await knownList(origin, tab).getValue())?.userName;
      if (shownTo && (await client.account())?.userName !== shownTo) {
        throw new PortalError({ kind: 'changed' });
      }
      return client.generate(name);
    },
  };
}
