import type { PersonPlace } from './parsed.ts';
import type { RegisterSnapshot } from './snapshot.ts';

/** The words around known dwellings. */
export class PlaceNames {
  private readonly dwellings;
  private readonly buildings;
  private readonly entrances;
  private readonly compounds;

  constructor(snapshot: RegisterSnapshot) {
    this.dwellings = new Map(snapshot.dwellings.map((row) => [row.id, row]));
    this.buildings = new Map(snapshot.buildings.map((row) => [row.id, row]));
    this.entrances = new Map(snapshot.entrances.map((row) => [row.id, row]));
    this.compounds = new Map(snapshot.compounds.map((row) => [row.id, row]));
  }

  /** Empty words for what is not known. */
  place(dwellingId: string): PersonPlace {
    const dwelling = this.dwellings.get(dwellingId);
    const building = this.buildings.get(dwelling?.buildingId ?? '');
    return {
      compound: this.compounds.get(building?.compoundId ?? '')?.name ?? '',
      building: building?.label ?? '',
      entrance: this.entrances.get(dwelling?.entranceId ?? '')?.label ?? null,
      room: dwelling?.room ?? '',
      floor: null,
      unread: false,
    };
  }

  /** e.g. `清源小区 9号楼 201` */
  address(dwellingId: string): string {
    const { compound, building, entrance, room } = this.place(dwellingId);
    return [compound, building, entrance, room].filter((part) => part).join(' ');
  }
}
