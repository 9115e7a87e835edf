import type { PassKind } from '#groups/passes/contract.ts';
import { gateText } from '#groups/passes/messages/gate.ts';
import type { Language } from '#kernel/ui/language.ts';
import { translator } from '#kernel/ui/text.ts';
import { insideText } from './inside.ts';

/** What somebody inside by a pass is: 务工人员, 车辆 …; a pass that is not known any more says so. */
export const holderKind = (kind: PassKind | null, language: Language): string =>
  kind === null
    ? translator(insideText, language)('by-pass')
    : translator(gateText, language)(`passes.kind.${kind}`);
