import type { Flag } from '#kernel/command/command.ts';
import { settingAt } from '#kernel/settings/setting.ts';
import type { TestingBodies } from '../contract/commands.ts';
import type { TestingEvent } from '../contract/events.ts';
import type { Box } from '../contract/rows.ts';
import { settings } from '../contract/settings.ts';
import { flag } from './command.ts';
import type { TestingState } from './state.ts';

type Seal = TestingBodies['testing.seal-box'];

/** What was written down at the sealing; an empty field tells nothing. */
export const sealOf = ({ sealNumber, temperature }: Seal) => ({
  sealNumber: sealNumber === undefined || sealNumber === '' ? null : sealNumber,
  temperature: temperature ?? null,
});

/** Sealed already: what the first sealing did not tell is added, nothing is overwritten. */
export function sealedAgain(box: Box, body: Seal): readonly TestingEvent[] {
  const { sealNumber, temperature } = sealOf(body);
  const adds =
    (box.sealNumber === null && sealNumber !== null) || (box.temperature === null && temperature !== null);
  if (!adds) return [];
  const { roundId, id: boxId } = box;
  return [{ type: 'testing.box-sealed', data: { roundId, boxId, sealNumber, temperature } }];
}

/** A thermometer may be read wrongly, a box may be warm: both are kept, and a leader looks. */
export function temperatureFlags(
  state: TestingState,
  { body, at }: { readonly body: Seal; readonly at: number },
  boxId: string,
): Flag[] {
  const { roundId, boxCode: code, temperature } = body;
  if (temperature === undefined) return [];
  const coldest = settingAt(settings.boxColdest, state.settings, at).value;
  const warmest = settingAt(settings.boxWarmest, state.settings, at).value;
  if (temperature >= coldest && temperature <= warmest) return [];
  return [flag('temperature-odd', { roundId, boxId }, { code, temperature, coldest, warmest })];
}
