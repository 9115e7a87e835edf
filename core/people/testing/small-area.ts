import type { PlacesCommandKind } from '#core/places/contract.ts';
import type { PeopleBodies, PeopleCommandKind } from '../contract/commands.ts';

/** A door into the write path: the body of a command to its fate. Throws unless it is done. */
export type Do = (kind: PlacesCommandKind | PeopleCommandKind, body: unknown) => Promise<void>;

export interface Ids {
  next(): string;
}

/** Builds places and people one by one, for tests that want to know exactly who stands where. */
export class SmallArea {
  constructor(
    private readonly perform: Do,
    private readonly ids: Ids,
  ) {}

  newId(): string {
    return this.ids.next();
  }

  async compound(name = '清源小区'): Promise<string> {
    const compoundId = this.ids.next();
    await this.perform('places.add-compound', { compoundId, name, addressRuleId: null });
    return compoundId;
  }

  async building(compoundId: string, label = '3号'): Promise<string> {
    const buildingId = this.ids.next();
    await this.perform('places.add-building', { buildingId, compoundId, label });
    return buildingId;
  }

  async dwelling(buildingId: string, room = '402', entranceId: string | null = null): Promise<string> {
    const dwellingId = this.ids.next();
    const floor = Number(room.slice(0, -2)) || null;
    await this.perform('places.add-dwelling', { dwellingId, buildingId, entranceId, room, floor });
    return dwellingId;
  }

  /** A resident in a household of its own unless one is named. */
  async resident(
    dwellingId: string,
    set: Partial<PeopleBodies['people.add-resident']['set']> = {},
    householdId = this.ids.next(),
  ): Promise<string> {
    const residentId = this.ids.next();
    const body = { residentId, householdId, dwellingId, set: { name: '王小明', ...set } };
    await this.perform('people.add-resident', body);
    return residentId;
  }
}
