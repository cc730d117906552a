import { fold } from './labels';

/** What a CloudMC portal calls the place of its API keys; its menu or its home page leads there. */
const CREDENTIALS = ['API credentials', "Identifiants d'API", 'Credenciales de API'].map(fold);

/** Elements that lead somewhere or head something. */
const PLACES = 'a, button, li, h1, h2, h3, h4, [role="tab"], [role="menuitem"], [role="heading"]';

/**
 * Tells whether a page reads like a CloudMC portal's, in one of its languages. Brand, host and colours
 * say nothing: resellers choose them. A page that is none costs one look and is not told of it.
 */
export function readsLikePortal(page: Document): boolean {
  return [...page.querySelectorAll(PLACES)].some((place) =>
    CREDENTIALS.includes(fold(place.textContent ?? '')),
  );
}
