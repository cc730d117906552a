import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { BUILDS, builtExtension } from '../../browsers/driver.ts';
import { type BrowserName, findBrowser } from '../../browsers/find.ts';
import { EVIDENCE } from './evidence.ts';

/** Runs once for each browser, before its first test. */
export default async function setup(project: TestProject): Promise<void> {
  const name = project.name as BrowserName;
  if (!existsSync(join(builtExtension(name), 'manifest.json'))) {
    throw new Error(`There is no .output/${BUILDS[name]} to test. Run "npm run build" first.`);
  }
  await findBrowser(name);
  await rm(join(EVIDENCE, name), { recursive: true, force: true });
}
