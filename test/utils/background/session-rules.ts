import { fakeBrowser } from 'wxt/testing/fake-browser';

interface Rule {
  id: number;
  action: { type: string; requestHeaders: { header: string; operation: string; value: string }[] };
  condition: { urlFilter: string; initiatorDomains: string[]; resourceTypes: string[] };
}

interface Change {
  removeRuleIds: number[];
  addRules: Rule[];
}

/** Keeps session rules like a browser, which rejects a duplicate id. */
export function keepSessionRules(): Rule[] {
  const rules: Rule[] = [];
  Object.assign(fakeBrowser.declarativeNetRequest, {
    getSessionRules: async () => [...rules],
    updateSessionRules: async ({ removeRuleIds, addRules }: Change) => {
      const kept = rules.filter(({ id }) => !removeRuleIds.includes(id));
      if (addRules.some((rule) => kept.some(({ id }) => id === rule.id))) {
        throw new Error('A rule has a duplicate id.');
      }
      rules.splice(0, rules.length, ...kept, ...addRules);
    },
  });
  return rules;
}
