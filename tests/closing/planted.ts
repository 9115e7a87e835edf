import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { House } from '#apps/server/house.ts';
import { SmallArea } from '#core/people/testing/small-area.ts';
import { confirmNotice } from '#core/privacy/testing/notice.ts';
import { openDatabase } from '#kernel/db/pool.ts';
import { filesFolder } from '#kernel/files/module.ts';
import { folderStore } from '#kernel/files/server/file-store.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';

/** What is told of the people of one area; each text is looked for byte by byte. */
export interface Planted {
  readonly resident: string;
  readonly member: string;
  readonly phone: string;
  readonly identityNumber: string;
  /** In a reason somebody wrote by hand. */
  readonly positive: string;
}

export const HERE: Planted = {
  resident: '欧阳蕴芝',
  member: '司徒望舒',
  phone: '19912345687',
  identityNumber: '310101195005125427',
  positive: '诸葛玄霜',
};

export const THERE: Planted = {
  resident: '上官雁回',
  member: '闻人听雨',
  phone: '19987650123',
  identityNumber: '310101196107084418',
  positive: '皇甫青萍',
};

/** Fills an area through commands: a register, somebody who works there, a zone declared with a reason, a setting. */
export async function plant(house: House, areaId: string, areaName: string, of: Planted): Promise<void> {
  const by = house.system(areaId);
  const perform = async (kind: string, body: unknown): Promise<void> => {
    const now = house.host.clock.now();
    const command = { id: uuidv7(now), kind, v: 1, claimedAt: now, actorId: by.actor.id, body };
    const [answer] = await house.host.submit(areaId, [command], by);
    if (answer?.first !== 'done') throw new Error(`${kind}: ${answer?.problems[0]?.code}`);
  };
  const next = () => uuidv7(Date.now());
  const notice = confirmNotice(areaName, next());
  await perform(notice.kind, notice.body);
  const area = new SmallArea(perform, { next });
  const building = await area.building(await area.compound());
  const dwelling = await area.dwelling(building);
  for (let n = 0; n < 40; n++) await area.resident(dwelling, { name: `${of.resident}${n}` });
  await area.resident(dwelling, {
    name: of.resident,
    phone: of.phone,
    note: `电话 ${of.phone}，身份证 ${of.identityNumber}`,
  });
  await perform('accounts.add-member', {
    memberId: next(),
    name: of.member,
    phone: of.phone,
    role: 'volunteer',
    group: 'testing',
    residentId: null,
    accountId: null,
  });
  await perform('zones.set-status', {
    statusId: next(),
    placeKind: 'building',
    placeId: building,
    status: 'lockdown',
    from: Date.now(),
    until: null,
    reason: `${of.positive}阳性`,
    source: '沪肺炎防控办 2022-31',
  });
}

/** The same beside the rows: a photo that was never encrypted, the server's own log, an old backup, statistics. */
export async function plantBeside(
  { databaseUrl, dataFolder }: { readonly databaseUrl: string; readonly dataFolder: string },
  areaId: string,
  of: Planted,
): Promise<void> {
  const files = folderStore(filesFolder(dataFolder));
  const fileId = uuidv7(Date.now());
  await files.append(areaId, fileId, Buffer.from(`photo of ${of.resident}`));
  await files.finish(areaId, fileId);
  await appendFile(join(dataFolder, 'keys', `${areaId}.json.before-restore-20220401000000`), of.phone);
  await mkdir(join(dataFolder, 'backups'), { recursive: true });
  for (const name of ['concerto-20220401-0330.age', 'concerto-20220402-0330.age.part']) {
    await writeFile(join(dataFolder, 'backups', name), `not encrypted: ${of.resident} ${of.phone}`);
  }
  const owner = openDatabase(databaseUrl, { role: 'owner', maxConnections: 1 });
  await sql`analyze`.execute(owner);
  await sql`select ${of.member}::int`.execute(owner).catch((error: unknown) => {
    if (!(error instanceof Error && error.message.includes(of.member))) throw error;
  });
  await owner.destroy();
}
