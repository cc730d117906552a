import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { inspect, keyNames } from '../utils/page/read/inspect';

/** Injected into the portal's page in front when the popup opens; its result goes to the popup. */
export default defineUnlistedScript(() => ({
  report: inspect(document.body),
  names: keyNames(document.body),
}));
