import type { Destination, HandedBox } from '../contract/handover-rows.ts';
import { ledgerRows } from '../domain/transport/box-contents.ts';
import { type Ledger, type LedgerBox, ledgerOf } from '../domain/transport/ledger.ts';
import { MINUTE, MORNING } from './area.ts';
import type { Deed, Said, Story } from './story.ts';

interface When {
  readonly at?: number;
  readonly by?: string;
}

export interface SealOptions extends When {
  readonly sealNumber?: string;
  readonly temperature?: number;
}

export const seal = (story: Story, boxCode: string, { at, by, ...extras }: SealOptions = {}): Said =>
  story.tell({
    kind: 'testing.seal-box',
    body: { roundId: story.round.roundId, boxId: story.newId(), boxCode, ...extras },
    ...when({ at: at ?? MORNING + 25 * MINUTE, by }),
  });

export const count = (
  story: Story,
  boxCode: string,
  tubes: number,
  options: When & { name?: string } = {},
): Said =>
  story.tell({
    kind: 'testing.count-box',
    body: {
      roundId: story.round.roundId,
      countId: story.newId(),
      boxCode,
      tubes,
      ...(options.name && { counterName: options.name }),
    },
    ...when(options),
  });

export interface GiveOptions extends When {
  readonly destination?: Destination;
  /** Signs with a finger on the giver's screen. */
  readonly courier?: string;
}

export const giveDeed = (
  story: Story,
  code: string,
  boxes: readonly HandedBox[],
  options: GiveOptions = {},
): Deed<'testing.give-boxes'> => ({
  kind: 'testing.give-boxes',
  body: {
    roundId: story.round.roundId,
    sideId: story.newId(),
    code,
    destination: options.destination ?? 'courier',
    boxes: [...boxes],
    ...(options.courier && {
      receiver: {
        sideId: story.newId(),
        signer: { name: options.courier, organisation: '某检验所', plate: '沪A12345', drawing: '0000807f' },
      },
    }),
  },
  ...when(options),
});

export const takeDeed = (
  story: Story,
  code: string,
  boxes: readonly HandedBox[],
  options: When & { destination?: Destination; boxCount?: number; tubeCount?: number } = {},
): Deed<'testing.take-boxes'> => ({
  kind: 'testing.take-boxes',
  body: {
    roundId: story.round.roundId,
    sideId: story.newId(),
    code,
    destination: options.destination ?? 'courier',
    boxes: [...boxes],
    boxCount: options.boxCount ?? boxes.length,
    tubeCount: options.tubeCount ?? boxes.reduce((sum, box) => sum + box.tubes, 0),
  },
  ...when(options),
});

/** Both sides as they signed on paper. */
export const paperDeed = (
  story: Story,
  code: string,
  boxes: readonly HandedBox[],
  options: { destination?: Destination; handedAt?: number; sides?: readonly ('given' | 'received')[] } = {},
): Deed<'testing.record-handover'> => {
  const signed = (side: 'given' | 'received', name: string) =>
    (options.sides ?? ['given', 'received']).includes(side)
      ? { sideId: story.newId(), signer: { name, organisation: '', plate: '' } }
      : null;
  return {
    kind: 'testing.record-handover',
    body: {
      roundId: story.round.roundId,
      code,
      destination: options.destination ?? 'courier',
      boxes: [...boxes],
      handedAt: options.handedAt ?? MORNING + 100 * MINUTE,
      given: signed('given', '周安娜'),
      received: signed('received', '司机'),
    },
    at: MORNING + 600 * MINUTE,
  };
};

export const ledger = (story: Story, now = MORNING + 60 * MINUTE): Ledger =>
  ledgerOf(ledgerRows(story.state, story.round.roundId), now);

export function boxIn(story: Story, code: string, now?: number): LedgerBox {
  const found = ledger(story, now).boxes.find((box) => box.code === code);
  if (!found) throw new Error(`the ledger has no box ${code}`);
  return found;
}

const when = ({ at, by }: { readonly at?: number | undefined; readonly by?: string | undefined }) => ({
  ...(at !== undefined && { at }),
  ...(by !== undefined && { by }),
});
