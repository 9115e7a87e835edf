/** Made by `npm run codegen` from the migrated schema; a test fails when it is stale. Instants are epoch ms. */
export interface PeopleSchema {
  'people.household': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly dwellingId: string;
    readonly endedAt: number | null;
  };
  'people.importMapping': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly name: string;
    readonly mapping: NonNullable<unknown>;
    readonly endedAt: number | null;
  };
  'people.look': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly residentId: string;
    readonly fields: NonNullable<unknown>;
    readonly reason: string;
    readonly actorId: string;
    readonly at: number;
  };
  'people.merge': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly keptId: string;
    readonly mergedId: string;
    readonly taken: NonNullable<unknown>;
    readonly before: NonNullable<unknown>;
    readonly reason: string;
    readonly actorId: string;
    readonly at: number;
    readonly undoneAt: number | null;
    readonly undoneBy: string | null;
  };
  'people.move': {
    readonly areaId: string;
    readonly residentId: string;
    readonly version: number;
    readonly fromDwellingId: string;
    readonly toDwellingId: string;
    readonly byHand: boolean;
    readonly actorId: string;
    readonly at: number;
  };
  'people.resident': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly householdId: string;
    readonly dwellingId: string;
    readonly position: number;
    readonly name: string;
    readonly nameMask: string;
    readonly pinyin: string;
    readonly initials: string;
    readonly sex: string | null;
    readonly birthDate: string | null;
    readonly idKind: string | null;
    readonly idCipher: Uint8Array | null;
    readonly idBlind: string | null;
    readonly idMask: string | null;
    readonly phoneCipher: Uint8Array | null;
    readonly phoneBlind: string | null;
    readonly phoneMask: string | null;
    readonly otherPhoneCipher: Uint8Array | null;
    readonly otherPhoneBlind: string | null;
    readonly otherPhoneMask: string | null;
    readonly relation: string | null;
    readonly tags: NonNullable<unknown>;
    readonly away: boolean;
    readonly awayReason: string;
    readonly registeredElsewhere: boolean;
    readonly note: string;
    readonly confirmed: NonNullable<unknown>;
    readonly endedAt: number | null;
    readonly endReason: string | null;
    readonly endedOn: string | null;
    readonly mergedInto: string | null;
  };
  'people.subjectRequest': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly residentId: string;
    readonly kind: string;
    readonly askedBy: string;
    readonly said: string;
    readonly actorId: string;
    readonly at: number;
    readonly outcome: string | null;
    readonly answer: string;
    readonly answeredBy: string | null;
    readonly answeredAt: number | null;
  };
  'people.toldApart': {
    readonly areaId: string;
    readonly residentId: string;
    readonly otherId: string;
    readonly version: number;
    readonly note: string;
    readonly actorId: string;
    readonly at: number;
  };
}
