import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readsLikePortal } from '../utils/page/read/portal-page';

/** Injected once into the page in front when the popup opens; its result goes to the popup. */
export default defineUnlistedScript(() => readsLikePortal(document));
