import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { find } from '../utils/page/read/find';
import { keyNames, reportOf } from '../utils/page/read/inspect';

/** The popup injects this into the page in front when it opens, and receives what it returns. */
export default defineUnlistedScript(() => {
  const findings = find(document.body);
  return { report: reportOf(findings), names: keyNames(findings) };
});
