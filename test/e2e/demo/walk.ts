import { mkdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { View } from '../../browsers/view.ts';
import type { Demo } from './demo.ts';

/** What a step leaves to be looked at. */
interface Seen {
  /** What was seen, in words. */
  said: string;
  /** Where it was seen; a picture of it is kept. */
  view: View;
}

/** One thing a person does, and what has to come of it. */
export interface Step {
  /** Names its picture. */
  name: string;
  title: string;
  /** Throws a sentence when it does not hold. */
  run(demo: Demo): Promise<Seen>;
}

/** Does one step after the other, and says and keeps what each shows. */
export async function walk(demo: Demo, steps: Step[]): Promise<void> {
  const began = Date.now();
  const { folder, browser } = demo;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [index, step] of steps.entries()) {
    const number = String(index + 1).padStart(2, '0');
    try {
      const { said, view } = await step.run(demo);
      await view.toFront();
      await view.page.screenshot({ path: join(folder, `${number}-${step.name}.png`) });
      console.log(`${number}. ${step.title}: ${said}`);
    } catch (error) {
      await browser.keepEvidence(folder, `${number}-${step.name}-failed`);
      const message = error instanceof Error ? error.message : String(error);
      // All that was on the screen instead stands in the files beside the pictures.
      const [reason] = message.split(' Seen instead:');
      throw new Error(
        `${number}. ${step.title}: this did not work.\n${reason}\nPictures: ${shown(folder)}`,
        { cause: error },
      );
    }
  }
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(`\nAll ${steps.length} steps hold (${seconds} s). Pictures: ${shown(folder)}`);
}

const shown = (folder: string) => relative(process.cwd(), folder) || '.';
