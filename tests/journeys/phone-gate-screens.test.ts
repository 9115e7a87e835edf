import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOfRow } from '#core/codes/contract.ts';
import { toPhone as conduct } from '#core/conduct/paths.ts';
import { toPhone as handovers } from '#core/handovers/paths.ts';
import type { PlacesTree } from '#core/places/contract.ts';
import { to as gates } from '#groups/gates/phone/paths.ts';
import { to as visits } from '#groups/gates/phone/visits/paths.ts';
import { MINE_PATH } from '#groups/passes/phone/paths.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { LANGUAGES, type Language } from '#kernel/ui/language.ts';
import { picture } from './support/browser.ts';
import { DemoDesk } from './support/demo-desk.ts';
import { EveryScreen } from './support/every-screen.ts';
import { gatesWithQuota, postAt } from './support/gate-area.ts';
import { GatePhone, scan } from './support/gate-phone.ts';
import type { Newcomer } from './support/people.ts';
import { publishStarter } from './support/quiz.ts';

const GUARD: Newcomer = { name: '郑守门', phone: '19900010061', pin: '917264' };
const PATIENT = { timeout: 60_000 };
const newId = () => uuidv7(Date.now());

/** The screens of whoever stands at a gate, as a volunteer of 65 has them in the hand: in both languages, full. */
let demo: DemoDesk;
let guard: GatePhone;
let page: Page;
let ids: { codeId: string; post: string; house: string };
let codes: {
  /** Somebody who may go out, another one for each language. */
  readonly free: Readonly<Record<Language, string>>;
  readonly sealed: string;
  readonly unknown: string;
  readonly misread: string;
  /** Of a household with a pass to another one's name. */
  readonly notNamed: string;
  readonly household: string;
};

beforeAll(async () => {
  demo = await DemoDesk.open();
  await gatesWithQuota(demo, ['东门', '西门', '南门（消防通道旁）', '北门']);
  await publishStarter(demo);
  const [named, notNamed] = neighbours(await livingIn('2号'));
  await issue('resident', { residentId: named.id });
  await issue('vehicle', { label: '搬家公司', plate: '沪A12345' });
  guard = await GatePhone.open(demo.browser, GUARD);
  ({ page } = guard);
  await postAt(demo, guard, '东门');
  const post = new URL(page.url()).pathname.replace('/phone', '');
  const { people } = await demo.ask<{ people: { id: string; name: string }[] }>('accounts/people', {});
  const memberId = people.find(({ name }) => name === GUARD.name)?.id ?? '';
  await issue('volunteer', { memberId });
  const { codes: published } = await demo.ask<{ codes: { id: string }[] }>('conduct/codes', {
    group: 'order',
  });
  const { compounds } = await demo.ask<PlacesTree>('places/tree', {});
  const here = compounds.find(({ name }) => name === '清源小区');
  ids = { codeId: published[0]?.id ?? '', post, house: here?.buildings[0]?.id ?? '' };
  const [sealed] = await livingIn('7号');
  const [one] = await livingIn('1号');
  const [two] = await livingIn('3号');
  const { householdId } = await demo.ask<{ householdId: string }>('people/resident', {
    residentId: notNamed.id,
  });
  const person = (id = '') => codeOfRow('person', demo.areaId, id);
  codes = {
    free: { 'zh-CN': person(one?.id), en: person(two?.id) },
    sealed: person(sealed?.id),
    unknown: person(newId()),
    misread: person(one?.id).slice(0, -1),
    notNamed: person(notNamed.id),
    household: codeOfRow('household', demo.areaId, householdId),
  };
}, 300_000);
beforeEach(({ onTestFailed }) => onTestFailed(() => picture([['failed-gate-screens', page]])));
afterAll(async () => {
  await guard?.context.close();
  await demo?.close();
});

interface Found {
  readonly id: string;
  readonly compound: string;
  readonly building: string;
  readonly room: string;
}

async function livingIn(building: string): Promise<readonly Found[]> {
  const text = building.replace('号', '-');
  const { found } = await demo.ask<{ found: Found[] }>('people/search', { text, limit: 50 });
  return found.filter((one) => one.compound === '清源小区' && one.building === building);
}

/** Two of one flat, the first that has so many. */
function neighbours(people: readonly Found[]): readonly [Found, Found] {
  for (const one of people) {
    const two = people.find((other) => other !== one && other.room === one.room);
    if (two) return [one, two];
  }
  throw new Error('nobody lives together there');
}

/** One pass that is good for a week. */
async function issue(kind: 'resident' | 'vehicle' | 'volunteer', holder: object): Promise<void> {
  const nobody = { residentId: null, householdId: null, memberId: null, label: null, plate: null };
  await demo.send('passes.issue', {
    ...{ kind, compoundIds: [], quota: kind === 'resident' ? 'household' : 'none' },
    form: kind === 'volunteer' ? 'phone' : 'paper',
    ...{ validFrom: Date.now(), validUntil: Date.now() + 7 * 86_400_000 },
    passes: [{ passId: newId(), ...nobody, ...holder }],
  });
}

/** The desk hears by another way that the visitor has left. */
async function leftMeanwhile(): Promise<void> {
  const { visits } = await demo.ask<{ visits: { id: string; gateId: string }[] }>('gates/visitsInside', {});
  const [one] = visits;
  await demo.send('gates.end-visit', {
    ...{ passageId: newId(), gateId: one?.gateId, laneId: null, visitId: one?.id, plate: null },
  });
}

const first = (selector: string) => page.locator(selector).first();
const sheet = () => page.locator('.sheet');
const away = () => page.keyboard.press('Escape');

/** Reads a code at the gate and waits for what fills the screen. */
async function read(code: string, face: 'allowed' | 'refused' | 'ask'): Promise<void> {
  await scan(page, code);
  await first(`.gate-verdict-${face}`).waitFor(PATIENT);
}
/** The last of the ways round the answer is to leave it. */
const leave = () => page.locator('.gate-deeds .button-row .side-button').last().click();

describe.each(LANGUAGES)('at a gate, in %s', (language) => {
  let screens: EveryScreen;

  it('the gate itself', async () => {
    screens = new EveryScreen(page, language);
    await screens.speak();
    await screens.go('/');
    await first('.home-cards a').waitFor(PATIENT);
    await screens.visit('gate-home');
    await screens.go(gates.choose());
    await first('.phone-row button').waitFor(PATIENT);
    await screens.visit('gate-choose');
    await screens.go(ids.post);
    await first('.scan').waitFor(PATIENT);
    await screens.visit('gate');
    await read(codes.free[language], 'allowed');
    await screens.visit('gate-allowed');
    await page.locator('.gate-turn').click();
    await screens.visit('gate-returning');
    await page.locator('.gate-turn').click();
    await first('.gate-deeds .big-button').click();
    await page.locator('.gate-answer').waitFor({ state: 'detached' });
    await read(codes.notNamed, 'ask');
    await screens.visit('gate-not-named');
    await leave();
    await read(codes.sealed, 'refused');
    await screens.visit('gate-refused');
    await page.locator('.gate-deeds .big-plain').click();
    await sheet().waitFor();
    await screens.visit('gate-ask-leader');
    await away();
    await page.locator('.gate-deeds .side-button').first().click();
    await sheet().locator('.photo-input-button').waitFor(PATIENT);
    await screens.visit('gate-emergency');
    await away();
    await first('.gate-deeds .big-button').click();
    await read(codes.unknown, 'ask');
    await screens.visit('gate-unknown');
    await leave();
    await scan(page, codes.misread);
    await first('#gate-unread').waitFor(PATIENT);
    await screens.visit('gate-unread');
    await first('.gate-deeds .big-button').click();
    await scan(page, codes.household);
    await page.locator('.sheet, .gate-answer').first().waitFor(PATIENT);
    await screens.visit('gate-household');
    await away();
    expect(screens.wrong).toEqual([]);
  });

  it('without a network: what is pending, what is taken back', async () => {
    await screens.go(ids.post);
    await guard.offline();
    await read(codes.sealed, 'refused');
    await first('.gate-deeds .big-button').click();
    await first('.last-line .face-pending').waitFor(PATIENT);
    await screens.visit('gate-pending');
    await first('.last-line .side-button').click();
    await page.locator('.flash').waitFor({ state: 'detached' });
    await screens.go('/outbox');
    await first('.phone-row').waitFor(PATIENT);
    await screens.visit('gate-outbox');
    await guard.online();
    expect(screens.wrong).toEqual([]);
  });

  it('visits, who is inside, who has to be led out', async () => {
    await screens.go(ids.post);
    await first('.scan').waitFor(PATIENT);
    await screens.go(visits.register());
    await first('.visit-kinds button').waitFor(PATIENT);
    await screens.visit('visit-who');
    await first('.visit-kinds button').click();
    await first('.visit-buildings button').waitFor(PATIENT);
    await screens.visit('visit-where');
    await first('.visit-buildings button').click();
    await first('.visit-verdict').waitFor(PATIENT);
    await screens.visit('visit-may');
    await first('.phone-actions .big-button').click();
    await page.locator('.flash').waitFor({ state: 'detached' });
    await screens.visit('visit-registered');
    await page.locator('.visit-way').first().click();
    await first('.plate-keys button').click();
    await first('.plate-known button').waitFor(PATIENT);
    await screens.visit('plate');
    await first('.plate-known button').click();
    await sheet().locator('.big-button').first().waitFor(PATIENT);
    await screens.visit('plate-with-pass');
    await sheet().locator('.big-button').first().click();
    await first('.gate-verdict-allowed').waitFor(PATIENT);
    await screens.visit('gate-by-pass');
    await leave();
    await screens.go(visits.inside());
    await first('.phone-row button').waitFor(PATIENT);
    await screens.visit('inside');
    await first('.phone-row button').click();
    await sheet().waitFor();
    await screens.visit('inside-one');
    await guard.offline();
    await sheet().locator('.big-button').last().click();
    await sheet().waitFor({ state: 'detached' });
    await leftMeanwhile();
    await guard.online();
    await screens.go('/outbox');
    await first('.phone-row .face-refused').waitFor(PATIENT);
    await screens.visit('outbox-refused');
    await first('.outbox-detail .side-button').click();
    await screens.go(visits.evacuation());
    await page.locator('.phone-body button').first().waitFor(PATIENT);
    await screens.visit('evacuation-choice');
    await screens.go(visits.evacuationOf(ids.house));
    await first('.evac-row').waitFor(PATIENT);
    await screens.visit('evacuation');
    expect(screens.wrong).toEqual([]);
  });

  it('the code of practice, the handover between shifts, the own pass', async () => {
    await screens.go(conduct.codes());
    await first('.phone-row button').waitFor(PATIENT);
    await screens.visit('conduct-codes');
    await screens.go(conduct.code(ids.codeId));
    await first('.conduct-points li').waitFor(PATIENT);
    await screens.visit('conduct-code');
    await screens.go(conduct.quiz(ids.codeId));
    await first('.quiz-question').waitFor(PATIENT);
    await screens.visit('conduct-quiz');
    await screens.go(handovers.places());
    await first('.phone-row button').waitFor(PATIENT);
    await screens.visit('handover-places');
    await screens.go(handovers.write('order', '东门'));
    await first('.handover-chip').waitFor(PATIENT);
    await screens.visit('handover-write');
    await first('.handover-chip').click();
    await page.locator('.phone-body input').first().fill('雨棚漏水，已报修');
    await first('.phone-actions .big-button').click();
    await first('.phone-row button').waitFor(PATIENT);
    await screens.visit('handover-place');
    await first('.phone-row button').click();
    await sheet().waitFor();
    await screens.visit('handover-point');
    await away();
    await page.locator('.phone-actions .side-button').click();
    await sheet().waitFor();
    await screens.visit('handover-add');
    await away();
    await screens.go(MINE_PATH);
    await first('.my-pass canvas, .my-pass svg, .my-pass img').waitFor(PATIENT);
    await screens.visit('my-pass');
    expect(screens.wrong).toEqual([]);
  });
});
