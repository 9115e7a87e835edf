import type { PersonCard } from '#core/people/contract.ts';
import type { SettingValue } from '#kernel/settings/setting.ts';

/** One term per round: `testing.round/<id>`. */
export const ROUND_TERM = 'testing.round';
export const roundTerm = (roundId: string): string => `${ROUND_TERM}/${roundId}`;

/** Collections of the term, as they travel. All but the last three hold rows of `rows.ts` and `handover-rows.ts`. */
export const COLLECTIONS = {
  round: 'testing.round',
  site: 'testing.site',
  lane: 'testing.lane',
  expected: 'testing.expected',
  tube: 'testing.tube',
  sample: 'testing.sample',
  /** A phone's own pending ones only: none are sent, since nothing on a phone asks for them. */
  checkIn: 'testing.check-in',
  box: 'testing.box',
  packing: 'testing.packing',
  /** Who refused or was not met; notes stay on the server. */
  refusal: 'testing.refusal',
  slot: 'testing.slot',
  door: 'testing.door',
  secondCall: 'testing.second-call',
  carer: 'testing.carer',
  spoilage: 'testing.spoilage',
  correction: 'testing.correction',
  /** Counts of boxes and sides of hand-overs, without anybody's name. */
  boxCount: 'testing.box-count',
  handoverSide: 'testing.handover-side',
  /** The module's dated values the area has set, so that a phone's rules are the server's. */
  setting: 'testing.setting',
  supply: 'testing.supply',
  person: 'testing.person',
  key: 'testing.key',
} as const;
export type CollectionName = (typeof COLLECTIONS)[keyof typeof COLLECTIONS];

/** A person of the round's list as a phone sees him or her. The row's id is `expectedId(roundId, residentId)`. */
export interface ListedPersonRow extends Omit<PersonCard, 'id'> {
  readonly id: string;
  readonly roundId: string;
  readonly residentId: string;
  /** `identityHash` under the round's key, `IDENTITY_HASH_BYTES` long, hex; null where no number is known. */
  readonly identityHash: string | null;
  /** Entries that were merged into this one: a card printed before still says their code. Absent where there are none. */
  readonly alsoIds?: readonly string[];
}

/** A dated value: `id` follows from round and value. */
export interface SettingRow extends SettingValue {
  readonly id: string;
  readonly roundId: string;
  readonly version: number;
}

/** What a round's phones hash identity numbers with: 32 bytes in hex. The row's id is the round's. */
export interface RoundKeyRow {
  readonly id: string;
  readonly roundId: string;
  readonly identityKey: string;
  readonly version: number;
}
