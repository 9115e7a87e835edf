import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { BROWSER } from '#apps/web/testing/browser.ts';
import { codeOfRow } from '#core/codes/contract.ts';
import { PHONE } from '#tests/journeys/support/browser.ts';
import { typePin, unlock } from '#tests/journeys/support/people.ts';
import type { Caller } from '../caller.ts';
import { SLOWDOWN } from '../page.ts';
import { percentile } from '../push/latency.ts';
import { PIN } from '../push/phone.ts';
import type { BenchGate, GatesArea } from './area.ts';
import type { BenchPasses } from './passes.ts';
import { record, type Shown, scan } from './phone-page.ts';

/** Of each sort of code: scans until everything is warm, until here at full speed, then slowed down. */
const WARM_UP = 2;
const FAST = 10;
const SCANS = 40;
const PATIENT = { timeout: 120_000 };

/** Milliseconds at four-fold slow-down. */
export interface PhoneTimes {
  readonly scans: number;
  /** From the scanner's last key until the answer is painted. */
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly worstMs: number;
  /** Until it is in the page: without the wait for the next frame, and painting. */
  readonly inPageMs: number;
  /** Processor time of the page's thread per scan, the scanner's keys in it, at full speed times the slow-down. */
  readonly processorMs: number;
  readonly verdicts: Readonly<Record<string, number>>;
}

/**
 * A phone at a gate that holds the area, its line cut, slowed down: person's cards, passes on paper, on phones, revoked.
 * What is let through or turned back is recorded, so that work waits in the outbox as on a shift.
 */
export async function decideOnPhone(
  member: Caller,
  area: GatesArea,
  gate: BenchGate,
  passes: BenchPasses,
): Promise<PhoneTimes> {
  const browser = await chromium.launch(BROWSER);
  try {
    const page = await atTheGate(browser, member, gate);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.evaluate('globalThis.__name ??= (named) => named');
    const people = area.residentIds.slice(-SCANS).map((id) => codeOfRow('person', area.areaId, id));
    const scans = (from: number, until: number) =>
      Array.from({ length: until - from }, (_, i) => i + from).flatMap((n) => [
        // Made when it is shown: it is good for half a minute.
        () => passes.onPhones(Date.now())[n] ?? '',
        ...[people, passes.paper, passes.revoked].map((texts) => () => texts[n] ?? ''),
      ]);
    for (const code of scans(0, WARM_UP)) await scanOne(page, devtools, code());
    const fast: number[] = [];
    for (const code of scans(WARM_UP, FAST)) fast.push((await scanOne(page, devtools, code())).processorMs);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    const shown: Shown[] = [];
    for (const code of scans(FAST, SCANS)) shown.push(await scanOne(page, devtools, code()));
    return timesOf(shown, percentile(fast, 0.5) * SLOWDOWN);
  } finally {
    await browser.close();
  }
}

/** Signed in, everything pulled, at a lane; then the line is cut. */
async function atTheGate(browser: Browser, { server, who }: Caller, gate: BenchGate): Promise<Page> {
  const context = await browser.newContext(PHONE);
  context.setDefaultTimeout(PATIENT.timeout);
  const page = await context.newPage();
  await page.goto(`${server.address}/phone/sign-in`);
  await page.locator('input[type=tel]').fill(who.phone);
  await page.keyboard.press('Enter');
  await typePin(page, PIN);
  await page.getByText('全部已同步').first().waitFor(PATIENT);
  await page.goto(`${server.address}/phone/gates`);
  await unlock(page, { pin: PIN });
  await page.getByRole('button', { name: new RegExp(`^${gate.name}`) }).click();
  await page.locator('.gate-count').waitFor();
  await context.setOffline(true);
  return page;
}

async function scanOne(
  page: Page,
  devtools: CDPSession,
  code: string,
): Promise<Shown & { readonly processorMs: number }> {
  const before = await threadTime(devtools);
  const shown = await page.evaluate(scan, code);
  const processorMs = (await threadTime(devtools)) - before;
  await page.evaluate(record, shown.verdict);
  return { ...shown, processorMs };
}

async function threadTime(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}

function timesOf(shown: readonly Shown[], processorMs: number): PhoneTimes {
  const painted = shown.map(({ paintedMs }) => paintedMs);
  const verdicts: Record<string, number> = {};
  for (const { verdict } of shown) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
  return {
    scans: shown.length,
    medianMs: percentile(painted, 0.5),
    p95Ms: percentile(painted, 0.95),
    worstMs: percentile(painted, 1),
    inPageMs: percentile(
      shown.map(({ inPageMs }) => inPageMs),
      0.5,
    ),
    processorMs,
    verdicts,
  };
}
