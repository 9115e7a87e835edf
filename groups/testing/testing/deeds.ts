import type { Method } from '../contract/rows.ts';
import { MINUTE, MORNING } from './area.ts';
import type { Deed, Said, Story } from './story.ts';

/** When paper lists are entered. */
const EVENING = MORNING + 600 * MINUTE;

export interface SampleOptions {
  readonly person?: number;
  readonly residentId?: string;
  readonly codeText?: string;
  readonly lane?: number;
  readonly tubeId?: string;
  readonly at?: number;
  readonly by?: string;
  readonly method?: Method;
}

/** The deed of one scan; ids are minted by the story. */
export function sampleDeed(
  story: Story,
  tubeCode: string,
  options: SampleOptions = {},
): Deed<'testing.sample'> {
  const unknown = options.codeText ?? null;
  return {
    kind: 'testing.sample',
    body: {
      roundId: story.round.roundId,
      sampleId: story.newId(),
      checkInId: story.newId(),
      residentId: unknown === null ? (options.residentId ?? story.person(options.person ?? 0)) : null,
      codeText: unknown,
      tubeId: options.tubeId ?? story.newId(),
      tubeCode,
      laneId: story.lane(options.lane ?? 0),
      method: options.method ?? 'scan',
      ...(options.method === 'paper' && { takenAt: options.at ?? MORNING + MINUTE }),
    },
    ...(options.at !== undefined && { at: options.method === 'paper' ? EVENING : options.at }),
    ...(options.by !== undefined && { by: options.by }),
  };
}

/** Samples people `from`..`to` (exclusive) into one tube. @returns the tube's id and what was said to the last one */
export function fillTube(
  story: Story,
  code: string,
  from: number,
  to: number,
  options: SampleOptions = {},
): { readonly tubeId: string; readonly said: Said } {
  const tubeId = options.tubeId ?? story.newId();
  let said: Said = { refused: null, flags: [], flagRows: [] };
  for (let person = from; person < to; person++) {
    said = story.tell(sampleDeed(story, code, { ...options, person, tubeId }));
  }
  return { tubeId, said };
}

/** Scans tube codes into a box. */
export function packDeed(
  story: Story,
  boxCode: string,
  codes: readonly string[],
  at?: number,
): Deed<'testing.pack-tubes'> {
  return {
    kind: 'testing.pack-tubes',
    body: {
      roundId: story.round.roundId,
      boxId: story.newId(),
      boxCode,
      tubes: codes.map((code) => ({ packingId: story.newId(), code })),
    },
    ...(at !== undefined && { at }),
  };
}
