import { describe, expectTypeOf, it } from 'vitest';
import type { AccountsSchema } from '#core/accounts/server/tables.gen.ts';
import type * as accounts from '#core/accounts/server/tables.ts';
import type { PeopleSchema } from '#core/people/server/tables.gen.ts';
import type * as people from '#core/people/server/tables.ts';
import type { PlacesSchema } from '#core/places/server/tables.gen.ts';
import type * as places from '#core/places/server/tables.ts';
import type { GatesSchema } from '#groups/gates/server/tables.gen.ts';
import type * as gates from '#groups/gates/server/tables.ts';
import type * as setUp from '#groups/testing/server/set-up/tables.ts';
import type { TestingSchema } from '#groups/testing/server/tables.gen.ts';
import type * as testing from '#groups/testing/server/tables.ts';
import type { TableSpec } from '#kernel/db/columns.ts';

/**
 * The row types that stores write are narrower than the database's (a union of words, a shape of json), but must fit
 * it: the same columns, a value of the column's kind, null exactly where the column may be null.
 */
type RowOf<Spec> = Spec extends TableSpec<infer Row> ? Row & { readonly areaId: string } : never;

/** A store may leave the shape of a json column unknown; that fits no other kind of column. */
type Json<Value, StoredValue> =
  NonNullable<unknown> extends StoredValue ? (unknown extends Value ? unknown : never) : never;

/** The columns in which a row type does not fit; never when it does. */
type Wrong<Row, Stored> = {
  [K in keyof Row | keyof Stored]: K extends keyof Row & keyof Stored
    ? Row[K] extends Stored[K] | Json<Row[K], Stored[K]>
      ? null extends Stored[K]
        ? null extends Row[K]
          ? never
          : K
        : never
      : K
    : K;
}[keyof Row | keyof Stored];

type WrongIn<Spec, Stored> = Wrong<RowOf<Spec>, Stored>;

describe('the row types of a store fit the migrated schema', () => {
  it('in places', () => {
    expectTypeOf<WrongIn<typeof places.compoundTable, PlacesSchema['places.compound']>>().toBeNever();
    expectTypeOf<WrongIn<typeof places.buildingTable, PlacesSchema['places.building']>>().toBeNever();
    expectTypeOf<WrongIn<typeof places.entranceTable, PlacesSchema['places.entrance']>>().toBeNever();
    expectTypeOf<WrongIn<typeof places.dwellingTable, PlacesSchema['places.dwelling']>>().toBeNever();
    expectTypeOf<WrongIn<typeof places.addressRuleTable, PlacesSchema['places.addressRule']>>().toBeNever();
  });

  it('in people', () => {
    expectTypeOf<WrongIn<typeof people.householdTable, PeopleSchema['people.household']>>().toBeNever();
    expectTypeOf<WrongIn<typeof people.residentTable, PeopleSchema['people.resident']>>().toBeNever();
    expectTypeOf<WrongIn<typeof people.lookTable, PeopleSchema['people.look']>>().toBeNever();
    expectTypeOf<WrongIn<typeof people.mappingTable, PeopleSchema['people.importMapping']>>().toBeNever();
    expectTypeOf<WrongIn<typeof people.moveTable, PeopleSchema['people.move']>>().toBeNever();
    expectTypeOf<WrongIn<typeof people.mergeTable, PeopleSchema['people.merge']>>().toBeNever();
    expectTypeOf<WrongIn<typeof people.toldApartTable, PeopleSchema['people.toldApart']>>().toBeNever();
    expectTypeOf<WrongIn<typeof people.requestTable, PeopleSchema['people.subjectRequest']>>().toBeNever();
  });

  it('in accounts', () => {
    expectTypeOf<WrongIn<typeof accounts.memberTable, AccountsSchema['accounts.member']>>().toBeNever();
    expectTypeOf<WrongIn<typeof accounts.standingTable, AccountsSchema['accounts.standing']>>().toBeNever();
    expectTypeOf<
      WrongIn<typeof accounts.invitationTable, AccountsSchema['accounts.invitation']>
    >().toBeNever();
  });

  it('in gates', () => {
    expectTypeOf<WrongIn<typeof gates.gateTable, GatesSchema['gates.gate']>>().toBeNever();
    expectTypeOf<WrongIn<typeof gates.laneTable, GatesSchema['gates.gateLane']>>().toBeNever();
    expectTypeOf<WrongIn<typeof gates.passageTable, GatesSchema['gates.passage']>>().toBeNever();
    expectTypeOf<WrongIn<typeof gates.presenceTable, GatesSchema['gates.presence']>>().toBeNever();
  });

  it('in testing', () => {
    expectTypeOf<WrongIn<typeof setUp.setUpPointTable, TestingSchema['testing.setUpPoint']>>().toBeNever();
    expectTypeOf<WrongIn<typeof setUp.setUpCheckTable, TestingSchema['testing.setUpCheck']>>().toBeNever();
    expectTypeOf<WrongIn<typeof testing.roundTable, TestingSchema['testing.round']>>().toBeNever();
    expectTypeOf<WrongIn<typeof testing.siteTable, TestingSchema['testing.site']>>().toBeNever();
    expectTypeOf<WrongIn<typeof testing.laneTable, TestingSchema['testing.lane']>>().toBeNever();
    expectTypeOf<WrongIn<typeof testing.expectedTable, TestingSchema['testing.expected']>>().toBeNever();
    expectTypeOf<WrongIn<typeof testing.checkInTable, TestingSchema['testing.checkIn']>>().toBeNever();
    expectTypeOf<WrongIn<typeof testing.sampleTable, TestingSchema['testing.sample']>>().toBeNever();
    expectTypeOf<WrongIn<typeof testing.tubeTable, TestingSchema['testing.tube']>>().toBeNever();
    expectTypeOf<WrongIn<typeof testing.boxTable, TestingSchema['testing.box']>>().toBeNever();
    expectTypeOf<WrongIn<typeof testing.packingTable, TestingSchema['testing.packing']>>().toBeNever();
    expectTypeOf<WrongIn<typeof testing.followedTable, TestingSchema['testing.followed']>>().toBeNever();
  });
});
