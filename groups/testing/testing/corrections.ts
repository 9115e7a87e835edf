import { MINUTE, MORNING } from './area.ts';
import type { Deed, Story } from './story.ts';

interface When {
  /** After the opening. */
  readonly minute?: number;
  readonly by?: string;
}

const stamped = ({ minute = 10, by }: When) => ({
  at: MORNING + minute * MINUTE,
  ...(by !== undefined && { by }),
});

/** Everything in the tube is spoilt, or one swab of it. */
export const spoilDeed = (
  story: Story,
  tubeId: string,
  options: When & { readonly sampleId?: string } = {},
): Deed<'testing.spoil'> => ({
  kind: 'testing.spoil',
  body: {
    roundId: story.round.roundId,
    spoilageId: story.newId(),
    tubeId,
    sampleId: options.sampleId ?? null,
    reason: options.sampleId === undefined ? 'leaked' : 'dropped',
    note: '',
  },
  ...stamped(options),
});

type Kind = 'testing.correct-tube' | 'testing.correct-tube-later';

/** These swabs were in the tube of that code all along. */
export const moveDeed = (
  story: Story,
  sampleIds: readonly string[],
  tubeCode: string,
  options: When & { readonly kind?: Kind; readonly tubeId?: string; readonly lane?: number } = {},
): Deed<Kind> => ({
  kind: options.kind ?? 'testing.correct-tube',
  body: {
    what: 'move',
    roundId: story.round.roundId,
    correctionId: story.newId(),
    sampleIds: [...sampleIds],
    tubeId: options.tubeId ?? story.newId(),
    tubeCode,
    laneId: story.lane(options.lane ?? 0),
    note: '',
  },
  ...stamped(options),
});

/** Two tubes were taken for each other. */
export const swapDeed = (
  story: Story,
  tubeId: string,
  otherTubeId: string,
  options: When & { readonly kind?: Kind } = {},
): Deed<Kind> => ({
  kind: options.kind ?? 'testing.correct-tube',
  body: {
    what: 'swap',
    roundId: story.round.roundId,
    correctionId: story.newId(),
    tubeId,
    otherTubeId,
    note: '',
  },
  ...stamped(options),
});

/** Of the swabs that stand in a tube, in the order they were taken. */
export const inTube = (story: Story, tubeId: string): string[] =>
  story.state.samples
    .by('tube', tubeId)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
