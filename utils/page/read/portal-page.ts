import { fold } from './labels';

/** What CloudMC portals call the page with the API keys, in their menu or on their home page. */
const CREDENTIALS = ['API credentials', "Identifiants d'API", 'Credenciales de API'].map(fold);

/** Links, menu entries and headings. */
const SIGNPOSTS =
  'a, button, li, h1, h2, h3, h4, [role="tab"], [role="menuitem"], [role="heading"]';

/**
 * Whether a page reads like a CloudMC portal's, in one of its languages. Brand, host and colours say
 * nothing, because resellers choose them. The page does not notice.
 */
export function readsLikePortal(page: Document): boolean {
  return [...page.querySelectorAll(SIGNPOSTS)].some((signpost) =>
    CREDENTIALS.includes(fold(signpost.textContent ?? '')),
  );
}
