import type { Translate } from '#kernel/ui/text.ts';
import type { SupplyKind } from '../contract/supply-rows.ts';
import type zh from './supply.zh-CN.ts';

export type SupplyWords = Translate<typeof zh>;

/** What a supply is called. */
export const kindWords = (t: SupplyWords, { kind, name }: { kind: SupplyKind; name: string }): string =>
  kind === 'other' ? name : t(`kind.${kind}`);
