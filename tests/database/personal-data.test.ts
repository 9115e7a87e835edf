import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '#apps/server/house.ts';
import { migrations } from '#apps/server/migrations.ts';
import { housePersonalData } from '#core/privacy/server/personal-data.ts';
import { type TestDatabase, testDatabase } from '#kernel/db/testing/database.ts';
import { type Column, readColumns } from '#kernel/db/testing/introspect.ts';
import type { PersonalData } from '#kernel/personal-data/declaration.ts';
import { LANGUAGES } from '#kernel/ui/language.ts';

/**
 * A column whose name says that it may hold something of a person, or whose bytes may be a sealed value, stands in a
 * declaration of its module (`personalData` in module.ts), or below with the reason why it holds nothing of anybody.
 */
const MAY_BE_PERSONAL =
  /name|mask|cipher|sealed|blind|pinyin|initials|phone|birth|(^|_)sex|relation|tags|note|reason|(^|_)by$|resident|member_id|actor_id|email|address$|agent|identifier|subjects|^problem$|^fields$|confirmed$/i;

const OF_NOBODY: Readonly<Record<string, string>> = {
  'auth.account.password': 'hash',
  'auth.passkey.public_key': 'a key made at random on a device',
  'auth.second_factor.secret': 'random; sealed by the installation’s key, not by an area’s',
  'codes.signing_key.sealed_seed': 'a key of the area',
  'gates.gate.name': 'a place’s',
  'gates.gate_lane.name': 'a place’s',
  'handovers.point.note_id': 'the note it was left with',
  'handovers.reading.note_id': 'the note that was read',
  'kernel.area.name': 'the area’s',
  'kernel.area.head_hash': 'hash',
  'kernel.command_log.body_hash': 'hash',
  'kernel.log_seal.hash': 'hash',
  'kernel.migration.name': 'a file’s',
  'people.import_mapping.name': 'a way of reading sheets',
  'places.address_rule.name': 'a way of reading addresses',
  'places.compound.name': 'a place’s',
  'privacy.paper.fields': 'the committee’s own text',
  'testing.lane.name': 'a place’s',
  'testing.round.name': 'a round’s',
  'testing.set_up_point.name': 'a place’s',
  'testing.site.name': 'a place’s',
};

/** Bytes that the rotation of an area's keys leaves as they are. */
const OTHERWISE_KEPT: ReadonlySet<string> = new Set([
  // Append-only and chained over its ciphertext: it keeps the version it was sealed with.
  'kernel.command_log.sealed',
  // Not an area's: a public key, and what the installation's own key seals.
  'auth.passkey.public_key',
  'auth.second_factor.secret',
]);

let database: TestDatabase;
let house: House;
let folder: string;
let columns: readonly Column[];
let declared: readonly PersonalData[];
beforeAll(async () => {
  database = await testDatabase(migrations);
  folder = await mkdtemp(join(tmpdir(), 'concerto-personal-data-'));
  house = await openHouse({ databaseUrl: database.url, dataFolder: folder, log: pino({ level: 'silent' }) });
  columns = await readColumns(database.owner);
  declared = [...house.modules.flatMap((m) => m.personalData ?? []), ...housePersonalData];
});
afterAll(async () => {
  await house.close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const nameOf = (c: Column) => `${c.schema}.${c.table}.${c.column}`;

describe('what is held of people', () => {
  it('is declared: no column that may hold anything of a person is left out', () => {
    const known = new Set(declared.flatMap((data) => data.columns));
    const left = columns
      .filter((c) => !['bool', 'timestamptz'].includes(c.type))
      .filter((c) => MAY_BE_PERSONAL.test(c.column) || (c.type === 'bytea' && !/hash$/.test(c.column)))
      .map(nameOf)
      .filter((name) => !known.has(name) && OF_NOBODY[name] === undefined);
    expect(left).toEqual([]);
  });

  it('is declared once, in columns that stand', () => {
    const all = declared.flatMap((data) => data.columns);
    expect(all.filter((name, i) => all.indexOf(name) !== i)).toEqual([]);
    const standing = new Set(columns.map(nameOf));
    expect(all.filter((name) => !standing.has(name))).toEqual([]);
    expect(Object.keys(OF_NOBODY).filter((name) => !standing.has(name))).toEqual([]);
  });

  it('is told in both languages and rests on a ground', () => {
    for (const { kind, name, purpose, seenBy, bases } of declared) {
      for (const language of LANGUAGES) {
        for (const text of [name, purpose, seenBy]) expect(text[language], kind).not.toBe('');
      }
      expect(bases, kind).not.toEqual([]);
    }
    const kinds = declared.map(({ kind }) => kind);
    expect(new Set(kinds).size).toBe(kinds.length);
  });

  it('and sealed can be sealed again: every sealed column is known to the rotation of keys', () => {
    const known = new Set(
      house.modules.flatMap((m) =>
        (m.sealed ?? []).flatMap(({ table, fields }) =>
          fields.map(
            ({ cipher }) => `${table}.${cipher.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
          ),
        ),
      ),
    );
    const sealed = columns
      .filter((c) => c.type === 'bytea' && !/hash$|blind$/.test(c.column))
      .map(nameOf)
      .filter((name) => !OTHERWISE_KEPT.has(name));
    expect(sealed.filter((name) => !known.has(name))).toEqual([]);
  });
});
