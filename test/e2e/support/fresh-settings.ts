import { test } from './test.ts';

// Files in one worker share their modules, so undo what the previous file overrode.
test.override({ settings: {} });
