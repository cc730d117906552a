import { test } from './test.ts';

// Files in one worker share their modules: what one file changed for itself must not reach the next.
test.override({ settings: {} });
