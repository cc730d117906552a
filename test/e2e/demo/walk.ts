import { mkdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { View } from '../../browsers/view.ts';
import type { Demo } from './demo.ts';

/** The outcome of a step. */
interface Seen {
  /** What was seen, in words. */
  summary: string;
  /** Where it was seen, for a screenshot. */
  view: View;
}

/** One thing that a user does, and a check of its outcome. */
export interface Step {
  /** The name of its screenshot. */
  name: string;
  title: string;
  /** @throws Error with a readable message if the check fails */
  run(demo: Demo): Promise<Seen>;
}

/** Runs the steps in order. Prints what each one shows, and saves a screenshot of it. */
export async function walk(demo: Demo, steps: Step[]): Promise<void> {
  const began = Date.now();
  const { folder, browser } = demo;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [index, step] of steps.entries()) {
    const number = String(index + 1).padStart(2, '0');
    try {
      const { summary, view } = await step.run(demo);
      await view.toFront();
      await view.page.screenshot({ path: join(folder, `${number}-${step.name}.png`) });
      console.log(`${number}. ${step.title}: ${summary}`);
    } catch (error) {
      await browser.keepEvidence(folder, `${number}-${step.name}-failed`);
      const message = error instanceof Error ? error.message : String(error);
      // The files beside the screenshots have everything that was on the screen instead.
      const [reason] = message.split(' Seen instead:');
      throw new Error(
        `${number}. ${step.title}: this did not work.\n${reason}\nScreenshots: ${shown(folder)}`,
        { cause: error },
      );
    }
  }
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(`\nAll ${steps.length} steps passed (${seconds} s). Screenshots: ${shown(folder)}`);
}

const shown = (folder: string) => relative(process.cwd(), folder) || '.';
