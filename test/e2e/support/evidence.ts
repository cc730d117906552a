import { join } from 'node:path';

/** Where failed tests save what was on the screen; not under version control. */
export const EVIDENCE = join(import.meta.dirname, '../../../artifacts');
