/** Made by `npm run codegen` from the migrated schema; a test fails when it is stale. Instants are epoch ms. */
export interface TestingSchema {
  'testing.box': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly roundId: string;
    readonly code: string;
    readonly state: string;
    readonly openedAt: number;
    readonly lastPackedAt: number | null;
    readonly sealedAt: number | null;
    readonly sealedBy: string | null;
  };
  'testing.checkIn': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly roundId: string;
    readonly residentId: string | null;
    readonly laneId: string;
    readonly at: number;
    readonly by: string;
    readonly voidedAt: number | null;
  };
  'testing.expected': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly roundId: string;
    readonly residentId: string;
    readonly buildingId: string;
    readonly status: string;
    readonly reason: string | null;
  };
  'testing.followed': {
    readonly areaId: string;
    readonly mergeId: string;
    readonly what: string;
    readonly rowId: string;
    readonly version: number;
    readonly before: NonNullable<unknown> | null;
  };
  'testing.lane': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly roundId: string;
    readonly siteId: string;
    readonly name: string;
    readonly sort: number;
    readonly removedAt: number | null;
  };
  'testing.packing': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly roundId: string;
    readonly boxId: string;
    readonly code: string;
    readonly tubeId: string | null;
    readonly at: number;
    readonly by: string;
    readonly voidedAt: number | null;
  };
  'testing.planned': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly roundId: string;
    readonly residentId: string;
    readonly status: string;
    readonly reason: string | null;
  };
  'testing.refusal': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly roundId: string;
    readonly residentId: string;
    readonly placeId: string;
    readonly kind: string;
    readonly reason: string;
    readonly note: string;
    readonly at: number;
    readonly by: string;
  };
  'testing.result': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly roundId: string;
    readonly tubeCode: string;
    readonly outcome: string;
    readonly note: string;
    readonly reportedAt: number | null;
    readonly recordedAt: number;
    readonly recordedBy: string;
    readonly replacedAt: number | null;
  };
  'testing.round': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly name: string;
    readonly mode: string;
    readonly poolRatio: number;
    readonly scope: NonNullable<unknown>;
    readonly tubeSeries: NonNullable<unknown>;
    readonly state: string;
    readonly createdAt: number;
    readonly openedAt: number | null;
    readonly closedAt: number | null;
    readonly revisedAt: number | null;
  };
  'testing.sample': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly roundId: string;
    readonly residentId: string | null;
    readonly placeId: string | null;
    readonly tubeId: string;
    readonly laneId: string;
    readonly checkInId: string;
    readonly at: number;
    readonly by: string;
    readonly deviceId: string | null;
    readonly method: string;
    readonly voidedAt: number | null;
    readonly codeSealed: Uint8Array | null;
    readonly codeBlind: Uint8Array | null;
  };
  'testing.scopeList': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly residentIds: NonNullable<unknown>;
  };
  'testing.site': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly roundId: string;
    readonly name: string;
    readonly sort: number;
    readonly removedAt: number | null;
  };
  'testing.tube': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly roundId: string;
    readonly laneId: string;
    readonly code: string;
    readonly ratio: number;
    readonly state: string;
    readonly count: number;
    readonly openedAt: number;
    readonly openedBy: string;
    readonly lastSampleAt: number;
    readonly closedAt: number | null;
    readonly closedBy: string | null;
    readonly closeReason: string | null;
    readonly note: string;
    readonly packedAt: number | null;
    readonly boxId: string | null;
    readonly voidedAt: number | null;
    readonly mergedInto: string | null;
    readonly onPaper: boolean;
  };
}
