import type { PlacesTree } from '#core/places/contract.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { DemoDesk } from './demo-desk.ts';
import type { GatePhone } from './gate-phone.ts';
import { assignDuty, invite, join, unlock } from './people.ts';
import { sitQuiz } from './quiz.ts';

const newId = () => uuidv7(Date.now());
export const GROUP = '秩序维护组';

/** The demo's first compound with gates of these names; its outings count, at whatever hour the story is told. */
export async function gatesWithQuota(demo: DemoDesk, names: readonly string[]): Promise<void> {
  const { compounds } = await demo.ask<PlacesTree>('places/tree', {});
  const compoundId = compounds.find(({ name }) => name === '清源小区')?.id ?? '';
  for (const name of names) {
    const lanes = [{ laneId: newId(), name: '人行', direction: 'both' }];
    const open = { openFrom: null, openUntil: null };
    await demo.send('gates.add-gate', { gateId: newId(), name, compoundId, ...open, lanes });
  }
  const from = Date.now() - 60_000;
  await demo.send('settings.set', { id: newId(), key: 'gates.night-rule', value: 0, from, source: '演练' });
  const place = { placeKind: 'compound', placeId: compoundId, status: 'precaution' };
  const why = { reason: '小区无新增', source: '街道通知' };
  await demo.send('zones.set-status', { statusId: newId(), ...place, from, until: null, ...why });
}

/** Joins, learns the code of practice, is on duty at the gate and stands there with its lists. */
export async function postAt(demo: DemoDesk, phone: GatePhone, gate: string): Promise<void> {
  const house = demo.server.address;
  await join(phone.page, await invite(demo.page, house, '志愿者', GROUP), phone.who);
  await learn(demo, phone);
  await assignDuty(demo.page, house, phone.who.name, GROUP, gate);
  await takePost(demo, phone, gate);
}

/** From the first page: reads the code of practice, passes its quiz, and the server knows. */
export async function learn(demo: DemoDesk, { page, who }: GatePhone): Promise<void> {
  await page.getByRole('link', { name: /上岗前先看守则、答题/ }).click({ timeout: 60_000 });
  await page.getByRole('button', { name: '看完了，开始答题' }).click();
  await sitQuiz(page, 0);
  await page.getByRole('button', { name: '好了' }).click();
  await page.goto(`${demo.server.address}/phone/`);
  await unlock(page, who);
  await page.getByRole('link', { name: /守则.*已通过/ }).waitFor({ timeout: 60_000 });
}

/** On duty already: stands at the gate with its lists. */
export async function takePost(demo: DemoDesk, phone: GatePhone, gate: string): Promise<void> {
  await phone.goTo(demo.server.address, gate);
  await phone.synced();
}
