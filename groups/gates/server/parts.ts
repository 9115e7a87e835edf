import { flowPart } from './flow/part.ts';
import { gatesPart } from './gates/part.ts';
import type { ServerPart } from './part.ts';
import { passagesPart } from './passages/part.ts';
import { peoplePart } from './people/part.ts';
import { visitsPart } from './visits/part.ts';

/** One line per part; what a later one loads may look at what an earlier one brought. */
export const parts: readonly ServerPart[] = [gatesPart, peoplePart, passagesPart, visitsPart, flowPart];
