import type { AreaTx } from '../db/area-tx.ts';
import type { SettingDefinition } from '../settings/setting.ts';
import { type Said, said, type Text } from '../ui/text.ts';
import type { RowSet } from './rows.ts';

/** Why it may be processed, by article of the PIPL: 13(1)3 statutory duty, 13(1)4 public-health emergency, 29 separate consent … */
export const BASES = ['statutory', 'emergency', 'consent', 'sensitive', 'accountability'] as const;
export type Basis = (typeof BASES)[number];

/**
 * One kind of personal data a module holds, as it declares it in `module.ts`. Every column that may hold any stands in
 * one declaration; the record of processing, the notice and the page 个人信息 are made of them.
 */
export interface PersonalData {
  /** `<module>.<kebab-case>`. */
  readonly kind: string;
  /** Sensitive in the sense of PIPL art. 28. */
  readonly sensitive: boolean;
  readonly name: Said;
  readonly purpose: Said;
  readonly seenBy: Said;
  readonly bases: readonly Basis[];
  /** As in SQL: `people.resident.name`. */
  readonly columns: readonly string[];
  readonly keeping: Keeping;
  /** Which rows the area holds of it. */
  readonly rows: readonly RowSet[];
}

export type Keeping =
  | {
      /** In days. */
      readonly setting: SettingDefinition;
      /** From when the days are counted. */
      readonly counted: Said;
      /** When the oldest row begins to be counted, epoch ms; null while none is. */
      oldest(tx: AreaTx): Promise<number | null>;
      /** Which rows began before that time. */
      expired(tx: AreaTx, before: number): readonly RowSet[];
      /** Takes the personal values of up to `limit` of these rows away; rows that stay carry `version`. Counts stay. */
      remove(tx: AreaTx, before: number, limit: number, version: number): Promise<void>;
    }
  /** Kept as long as what it hangs on. */
  | { readonly until: Said };

type Told<Kind extends string> = `${Kind}.${'name' | 'purpose' | 'seen-by'}`;

/** The three texts of a kind, from its module's `messages/personal-data.ts`. */
export const told = <Kind extends string>(
  text: Text<Readonly<Record<Told<Kind>, string>>>,
  kind: Kind,
): Pick<PersonalData, 'name' | 'purpose' | 'seenBy'> => ({
  name: said(text, `${kind}.name` as Told<Kind>),
  purpose: said(text, `${kind}.purpose` as Told<Kind>),
  seenBy: said(text, `${kind}.seen-by` as Told<Kind>),
});
