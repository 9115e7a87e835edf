import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeWindow {
  axe?: { run(context: Document, options: object): Promise<AxeResults> };
}

/**
 * Runs axe over the page as it stands and throws when it finds a serious or critical fault, naming each rule with
 * the elements that break it (quality.md, "People"). Touch targets are judged too.
 */
export async function expectNoSeriousFault(page: Page): Promise<void> {
  const faults = await seriousFaults(page);
  if (faults.length > 0) throw new Error(`axe on ${page.url()}:\n${faults.join('\n')}`);
}

export async function seriousFaults(page: Page): Promise<string[]> {
  await settled(page);
  // Evaluated, not added as a tag: the page's own content policy forbids foreign scripts, rightly.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE);
  const { violations } = await page.evaluate(async () => {
    const { axe } = window as AxeWindow;
    if (!axe) throw new Error('axe is not on the page');
    return axe.run(document, { resultTypes: ['violations'] });
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, help, nodes }) =>
        `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `  ${html}\n    ${failureSummary?.split('\n').join(' ')}`).join('\n')}`,
    );
}

/** Colours that are still fading in are no faults: waits until nothing moves that will come to rest. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState, effect }) => {
      return playState !== 'running' || effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY;
    }),
  );
}
