import type { Language, Layout, PortalSettings } from '../settings.ts';
import type { PageConfig } from './config.ts';

/** What published screenshots show of a layout. */
interface Seen {
  base: string;
  endpointLine?: boolean;
  legacyKey?: boolean;
  serviceKeys?: PageConfig['serviceKeys'];
  reveal?: PageConfig['reveal'];
}

const SEEN: Record<Layout, Seen> = {
  profile: { base: '/api/v1' },
  drawer: { base: '/api/v2', reveal: 'drawer' },
  submenu: { base: '/v1', serviceKeys: 'compute' },
  classic: { base: '/api/v1', legacyKey: true },
  panel: { base: '/api/v1', endpointLine: false },
  custom: { base: '/api/v2' },
};

/** What a page shows: what the settings say or, where they leave it open, what was seen. */
export function shown(
  settings: PortalSettings,
  layout: Layout,
  language: Language,
  apiOrigin: string,
): Pick<PageConfig, 'endpoint' | 'legacyKey' | 'serviceKeys' | 'reveal'> {
  const seen = SEEN[layout];
  // The only Spanish profile page ever seen had no endpoint on it.
  const line = (seen.endpointLine ?? true) && !(layout === 'profile' && language === 'es');
  const decide = (wanted: 'as-seen' | 'always' | 'never', own: boolean) =>
    wanted === 'as-seen' ? own : wanted === 'always';
  const { endpoint, endpointLine, legacyKey, serviceKeys, reveal } = settings;
  return {
    endpoint: decide(endpointLine, line) ? (endpoint ?? apiOrigin + seen.base) : null,
    legacyKey: decide(legacyKey, seen.legacyKey ?? false),
    serviceKeys: serviceKeys === 'as-seen' ? (seen.serviceKeys ?? 'none') : serviceKeys,
    reveal: reveal === 'as-seen' ? (seen.reveal ?? 'panel') : reveal,
  };
}
