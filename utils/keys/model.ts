import { createKeyChanges } from './key-changes';
import { createKeyList, type KnownList, type ListDependencies } from './key-list';

export type KeysModel = ReturnType<typeof createKeysModel>;

/**
 * Creates the list of a session's keys, with the changes that can be made to them.
 * @param known the list that another window read last, shown until the portal has answered
 */
export function createKeysModel(dependencies: ListDependencies, known: KnownList | null) {
  const list = createKeyList(dependencies, known);
  return { ...list, ...createKeyChanges(list, dependencies.client) };
}
