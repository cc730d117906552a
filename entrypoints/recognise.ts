import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readsLikePortal } from '../utils/page/read/portal-page';

/** The popup injects this into the page in front when it opens, and receives what it returns. */
export default defineUnlistedScript(() => readsLikePortal(document));
