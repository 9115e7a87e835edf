export const SETTING_UNITS = [
  'minutes',
  'hours',
  'days',
  'people-a-tube',
  'people-a-site',
  'people-a-batch',
  'people-a-sampler',
  'people-a-lane',
  'suits-a-person',
  'percent',
  'seconds',
  'seconds-a-person',
  'seconds-a-tube',
  'looks-a-day',
  'years',
  'storeys',
  'degrees',
  /** 1 yes, 0 no: whether a part of a rule holds here. */
  'yes-no',
  'times',
  'people',
  /** 0–24, by the area's clock. */
  'hour-of-day',
  /** One of `allowed`, each said in words: `setting-choice.<key>.<value>`. */
  'choice',
] as const;
export type SettingUnit = (typeof SETTING_UNITS)[number];

/**
 * A number in a rule: dated, with the note where it comes from, editable by the area (product.md, principle 7). What
 * it is called and the norm or practice the default comes from stand in the module's `messages/settings.ts`.
 */
export interface SettingDefinition {
  /** `<module>.<kebab-case>`, e.g. `testing.pool-ratio`. */
  readonly key: string;
  readonly unit: SettingUnit;
  readonly defaultValue: number;
  readonly min: number;
  readonly max: number;
  /** Given when only some values make sense, e.g. 5, 10, 20. */
  readonly allowed?: readonly number[];
  /** A secondary source: the help text says so. */
  readonly weak?: boolean;
}

export interface SettingValue {
  readonly key: string;
  readonly value: number;
  /** Epoch ms from which it holds. */
  readonly from: number;
  readonly source: string;
}

/** A dated value as it travels to phones. */
export type SettingOnPhone = SettingValue & { readonly id: string; readonly version: number };

/** A value in force; `source` null: the default, whose note stands in the messages. */
export type InForce = Omit<SettingValue, 'source'> & { readonly source: string | null };

/** The value in force at a time: the latest dated one that has begun, else the default. */
export function settingAt(
  definition: SettingDefinition,
  values: readonly SettingValue[],
  at: number,
): InForce {
  let found: SettingValue | undefined;
  for (const value of values) {
    if (value.key !== definition.key || value.from > at) continue;
    if (!found || value.from >= found.from) found = value;
  }
  return found ?? { key: definition.key, value: definition.defaultValue, from: 0, source: null };
}
