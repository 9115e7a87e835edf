import {
  type KnownPass,
  COLLECTIONS as PASSES,
  type PassSetting,
  type RollingSecret,
} from '#groups/passes/contract.ts';
import { keptIn, rowsOf } from './collections.ts';
import type { PhonePart } from './part.ts';

const settings = keptIn<PassSetting>((state) => state.passSettings);

/** Of passes: every one, and what they are judged by. */
export const passesPart: PhonePart = {
  collections: {
    [PASSES.pass]: rowsOf<KnownPass>((gates) => gates.passes),
    [PASSES.rolling]: keptIn<RollingSecret>((state) => state.secrets),
    [PASSES.setting]: {
      load(state, rows) {
        settings.load(state, rows);
        state.gates.passSettings = [...state.passSettings.values()];
      },
      remove(state, ids) {
        settings.remove(state, ids);
        state.gates.passSettings = [...state.passSettings.values()];
      },
    },
  },
  kinds: {},
};
