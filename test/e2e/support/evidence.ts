import { join } from 'node:path';

/** Where a failed test leaves what was on the screen; not under version control. */
export const EVIDENCE = join(import.meta.dirname, '../../../artifacts');
