import { choice, flag, nullable, number, text } from '../checks.ts';
import { setting } from './setting.ts';

export const LAYOUTS = ['profile', 'drawer', 'submenu', 'classic', 'panel', 'custom'] as const;
export const LANGUAGES = ['en', 'fr', 'es'] as const;

/** How the pages look and behave; `as-seen` is what published screenshots of the layout show. */
export const PAGES = {
  layout: setting(
    choice(...LAYOUTS),
    'profile',
    "Generation of the pages, unless the browser's preference cookie says otherwise.",
  ),
  language: setting(
    choice(...LANGUAGES),
    'en',
    "Language of the pages, unless the browser's preference cookie says otherwise.",
  ),
  endpoint: setting(
    nullable(text(/^https?:\/\//, 'an http or https address')),
    null,
    "Endpoint that the page shows; null for the layout's own on this portal.",
  ),
  endpointLine: setting(
    choice('as-seen', 'always', 'never'),
    'as-seen',
    'Whether the page shows the endpoint; as-seen: not in panel, nor in a Spanish profile.',
  ),
  legacyKey: setting(
    choice('as-seen', 'always', 'never'),
    'as-seen',
    'A last row for a key of the old kind, which the key API does not list; as-seen: in classic.',
  ),
  serviceKeys: setting(
    choice('as-seen', 'none', 'compute', 'storage'),
    'as-seen',
    'The section of service keys (not in drawer and custom); as-seen: compute in submenu.',
  ),
  mask: setting(
    choice('text', 'css', 'input'),
    'text',
    'Values are hidden as bullets in the text, by a style over the value, or in password fields.',
  ),
  reveal: setting(
    choice('as-seen', 'panel', 'drawer', 'dialog'),
    'as-seen',
    'Where a new value appears; as-seen: in drawer its drawer, elsewhere the notifications.',
  ),
  valueDelay: setting(
    number(0, 600_000),
    0,
    'Milliseconds between the answer and the moment the page shows the new value.',
  ),
  panelOpens: setting(
    flag(),
    true,
    'Whether the notifications open by themselves; if not, the bell has a badge only.',
  ),
  iconLabels: setting(
    choice('as-seen', 'title', 'aria', 'tooltip', 'none'),
    'as-seen',
    'How icons are named: title, aria-label, an overlay while hovered, or not at all.',
  ),
  customCss: setting(
    choice('none', 'restyle', 'reorder', 'hide'),
    'none',
    'A style sheet of the kind operators add to their portals.',
  ),
  redrawEvery: setting(
    number(0, 3_600_000),
    0,
    'Milliseconds after which the page fetches its keys again and makes new rows; 0 for never.',
  ),
};
