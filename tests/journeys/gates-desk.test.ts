import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PlacesTree } from '#core/places/contract.ts';
import type { GatesBodies } from '#groups/gates/contract/commands.ts';
import type { GateView } from '#groups/gates/contract/queries.ts';
import { chinaDay, chinaDayStart } from '#kernel/time-id/china-time.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { command, memberOf } from './support/area-state.ts';
import { look, picture } from './support/browser.ts';
import { DemoDesk } from './support/demo-desk.ts';

const PATIENT = { timeout: 60_000 };
const SMALL = { width: 768, height: 1024 };
const LARGE = { width: 1440, height: 900 };

interface Found {
  readonly id: string;
  readonly dwellingId: string;
  readonly compound: string;
}
type Passage = GatesBodies['gates.record-passage'];

/** The leader's day: gates are set up, people pass, somebody queues, two gates together let a household out too often. */
let demo: DemoDesk;
let people: readonly Found[];
let gates: readonly GateView[];

beforeAll(async () => {
  demo = await DemoDesk.open();
  const { found } = await demo.ask<{ found: Found[] }>('people/search', { text: '1-', limit: 50 });
  people = found.filter(({ compound }) => compound === '清源小区');
}, 180_000);
beforeEach(({ onTestFailed }) => onTestFailed(() => picture([['failed-gates-desk', demo.page]])));
afterAll(() => demo?.close());

const main = () => demo.page.getByRole('main');
const rows = () => demo.page.locator('.table .ant-table-row');
const figure = (label: string) => main().locator('.figures a.figure').filter({ hasText: label }).first();

function passage(gate: number, change: Partial<Passage>): Passage {
  const residentId = people[0]?.id ?? '';
  return {
    passageId: uuidv7(Date.now()),
    gateId: gates[gate]?.gateId ?? '',
    laneId: null,
    direction: 'in',
    subject: 'resident',
    residentId,
    householdId: null,
    passId: null,
    visitId: null,
    outcome: 'allowed',
    rule: 'returning',
    reason: null,
    note: '',
    photo: null,
    ...change,
  };
}

async function bothSizes(name: string): Promise<void> {
  const { page } = demo;
  await page.setViewportSize(SMALL);
  await look(page, `${name}-small`);
  await page.setViewportSize(LARGE);
  await look(page, name);
}

/** By whoever sits at the desk. @returns the codes of what contradicts */
async function record(body: Passage): Promise<readonly string[]> {
  const { page, areaId, server } = demo;
  const memberId = await memberOf(page, server.address, areaId);
  return command(page, server.address, { areaId, memberId }, 'gates.record-passage', body);
}

describe('the desk of the gates', () => {
  it('says that there is no gate, and has one set up with its lanes and hours', async () => {
    const { page } = demo;
    await demo.goto('/console/gates');
    await page.getByText('还没有门岗').waitFor(PATIENT);
    await look(page, 'gates-none');
    await page.getByRole('button', { name: '设置门岗' }).click();
    await page.getByRole('button', { name: '加门岗' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('门岗名称').fill('东门');
    await drawer.getByLabel('小区').click();
    await page.getByTitle('清源小区', { exact: true }).click();
    await drawer.getByRole('radio', { name: '只在一段时间开放' }).check();
    await drawer.getByLabel('几点开').fill('06:00');
    await drawer.getByLabel('几点关').fill('23:30');
    await drawer.getByRole('button', { name: '加一条通道' }).click();
    await look(page, 'gates-form');
    await drawer.getByRole('button', { name: '去掉第 2 条' }).click();
    await drawer.getByRole('radio', { name: '全天开放' }).check();
    await drawer.getByRole('button', { name: '保存' }).click();
    await rows().filter({ hasText: '东门' }).waitFor(PATIENT);
    const { compounds } = await demo.ask<PlacesTree>('places/tree', {});
    const compoundId = compounds.find(({ name }) => name === '清源小区')?.id ?? '';
    const lanes = [{ laneId: uuidv7(Date.now()), name: '1号通道', direction: 'both' }];
    const west = {
      gateId: uuidv7(Date.now()),
      name: '西门',
      compoundId,
      openFrom: 360,
      openUntil: 1380,
      lanes,
    };
    await demo.send('gates.add-gate', west);
    ({ gates } = await demo.ask<{ gates: GateView[] }>('gates/gates', {}));
    await page.reload();
    await rows().filter({ hasText: '西门' }).waitFor(PATIENT);
    await bothSizes('gates-set-up');
  });

  it('shows the flow of the day, and warns of the queue before anything else', async () => {
    const now = Date.now();
    const begun = Math.max(now - 3 * 3_600_000, chinaDayStart(chinaDay(now)));
    for (let i = 0; i < 24; i++) {
      const at = begun + ((now - 360_000 - begun) * i) / 24;
      const residentId = people[i % people.length]?.id ?? '';
      await demo.send('gates.record-passage', passage(i % 2, { residentId }), at);
    }
    const refused = { outcome: 'refused', direction: 'out' } as const;
    for (const rule of ['missed', 'missed', 'missed', 'zone', 'outings-used'])
      await demo.send('gates.record-passage', passage(0, { ...refused, rule }));
    await demo.send(
      'gates.record-passage',
      passage(1, { outcome: 'asked', direction: 'out', rule: 'missed' }),
    );
    const ill = { outcome: 'emergency', rule: 'emergency', reason: 'dialysis', direction: 'out' } as const;
    await demo.send('gates.record-passage', passage(1, { ...ill, residentId: people[3]?.id ?? '' }));
    for (let i = 0; i < 30; i++) {
      const residentId = people[i % people.length]?.id ?? '';
      await demo.send('gates.record-passage', passage(0, { residentId }));
    }
    await demo.goto('/console/gates');
    await demo.page.getByText(/东门已经排队/).waitFor(PATIENT);
    await figure('劝返').getByText('5', { exact: true }).waitFor();
    await demo.page.locator('.gate-card .line-chart svg').first().waitFor(PATIENT);
    await bothSizes('gates-flow');
  }, 120_000);

  it('is live: who passes now is counted without loading the page anew', async () => {
    const before = Number(await figure('进').locator('strong').textContent());
    expect(await record(passage(1, { residentId: people[5]?.id ?? '' }))).toEqual([]);
    await figure('进')
      .getByText(`${before + 1}`, { exact: true })
      .waitFor(PATIENT);
  });

  it('opens the rows behind a number, and says which rule stopped most', async () => {
    await figure('劝返').click();
    await expect.poll(() => rows().count(), PATIENT).toBe(5);
    await bothSizes('gates-passages');
    await rows().first().click();
    await demo.page.getByRole('dialog').getByText('这一次').waitFor();
    await look(demo.page, 'gates-passage');
    await demo.goto('/console/gates/reasons');
    const first = demo.page.locator('.reasons li').first();
    await first.getByText('应检未检').waitFor(PATIENT);
    await first.getByText('劝返 3 · 请示后放行 1').waitFor();
    await bothSizes('gates-reasons');
  });

  it('settles what two gates together let out too often', async () => {
    const { page } = demo;
    const [one] = people.slice(10);
    const { compounds } = await demo.ask<PlacesTree>('places/tree', {});
    const placeId = compounds.find(({ name }) => name === one?.compound)?.id ?? '';
    const from = Date.now() - 60_000;
    const why = { reason: '小区无新增', source: '街道通知' };
    const statusId = uuidv7(Date.now());
    const period = { from, until: null };
    await demo.send('zones.set-status', {
      ...{ statusId, placeKind: 'compound', placeId, status: 'precaution' },
      ...period,
      ...why,
    });
    const out = { residentId: one?.id ?? '', direction: 'out', rule: 'within-outings' } as const;
    const home = { residentId: one?.id ?? '' };
    // At night the leader is asked as well; only the outings are looked at here.
    for (const [gate, body] of [
      [0, out],
      [0, home],
      [1, out],
      [1, home],
    ] as const) {
      expect(await record(passage(gate, body))).not.toContain('gates.outings-exceeded');
    }
    expect(await record(passage(0, out))).toContain('gates.outings-exceeded');
    await demo.goto('/console/gates/flags');
    await bothSizes('gates-flags');
    await rows().filter({ hasText: '7 天内限 2 次' }).click(PATIENT);
    const drawer = page.getByRole('dialog');
    await expect.poll(() => drawer.locator('.passage-outings li').count()).toBe(3);
    await look(page, 'gates-flag');
    await drawer.getByRole('radio', { name: /属实，不算次数/ }).check();
    await drawer.getByLabel('说明').fill('送老人去医院，已问过组长');
    await drawer.getByRole('button', { name: '确定' }).click();
    await rows()
      .filter({ hasText: '7 天内限 2 次' })
      .waitFor({ state: 'detached', ...PATIENT });
  }, 60_000);

  it('opens one person’s passages only with a reason, which stands in the looked-at list', async () => {
    const { page } = demo;
    await demo.goto(`/console/gates/people/${people[10]?.id}`);
    await page.getByRole('button', { name: '查看' }).waitFor(PATIENT);
    await look(page, 'gates-person-reason');
    await page.getByLabel('为什么要看').fill('协查密接，今天是否外出');
    await page.getByRole('button', { name: '查看' }).click();
    await expect.poll(() => rows().count(), PATIENT).toBeGreaterThanOrEqual(5);
    await bothSizes('gates-person');
    await demo.goto('/console/register/looks');
    await page.getByText('协查密接，今天是否外出').waitFor(PATIENT);
  });

  it('stands on the first page with what is wrong', async () => {
    await demo.goto('/console');
    await demo.page
      .getByText(/东门已经排队|各门岗通畅|手机/)
      .first()
      .waitFor(PATIENT);
    await look(demo.page, 'gates-card');
  });
});
