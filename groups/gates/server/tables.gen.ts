/** Made by `npm run codegen` from the migrated schema; a test fails when it is stale. Instants are epoch ms. */
export interface GatesSchema {
  'gates.followed': {
    readonly areaId: string;
    readonly mergeId: string;
    readonly passageId: string;
    readonly version: number;
    readonly householdBefore: string | null;
  };
  'gates.gate': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly name: string;
    readonly compoundId: string;
    readonly openFrom: number | null;
    readonly openUntil: number | null;
    readonly closedAt: number | null;
    readonly sort: number;
  };
  'gates.gateLane': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly gateId: string;
    readonly name: string;
    readonly direction: string;
    readonly sort: number;
    readonly removedAt: number | null;
  };
  'gates.look': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly buildingId: string;
    readonly reason: string;
    readonly at: number;
    readonly by: string;
    readonly people: number | null;
  };
  'gates.missedMark': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
  };
  'gates.passage': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly gateId: string;
    readonly laneId: string | null;
    readonly direction: string;
    readonly subject: string;
    readonly residentId: string | null;
    readonly householdId: string | null;
    readonly passId: string | null;
    readonly visitId: string | null;
    readonly at: number;
    readonly outcome: string;
    readonly rule: string;
    readonly reason: string | null;
    readonly note: string;
    readonly fileId: string | null;
    readonly counts: boolean;
    readonly voidedAt: number | null;
    readonly by: string;
  };
  'gates.personLook': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly residentId: string;
    readonly reason: string;
    readonly at: number;
    readonly by: string;
  };
  'gates.presence': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly residentId: string | null;
    readonly householdId: string | null;
    readonly passId: string | null;
    readonly direction: string;
    readonly at: number;
    readonly gateId: string;
    readonly passageId: string;
    readonly counts: boolean;
  };
  'gates.visit': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly kind: string;
    readonly compoundId: string;
    readonly gateId: string;
    readonly passageId: string;
    readonly buildingId: string | null;
    readonly entranceId: string | null;
    readonly room: string;
    readonly people: number;
    readonly detailsSealed: Uint8Array | null;
    readonly plateSealed: Uint8Array | null;
    readonly plateBlind: Uint8Array | null;
    readonly outcome: string;
    readonly enteredAt: number;
    readonly expectedUntil: number;
    readonly leftAt: number | null;
    readonly voidedAt: number | null;
  };
}
