/** A number in a rule: dated, with the note where it comes from, editable by the area (product.md, principle 7). */
export interface SettingDefinition {
  /** `<module>.<kebab-case>`, e.g. `testing.pool-ratio`. */
  readonly key: string;
  readonly unit: string;
  readonly defaultValue: number;
  readonly min: number;
  readonly max: number;
  /** Given when only some values make sense, e.g. 5, 10, 20. */
  readonly allowed?: readonly number[];
  /** The norm or practice it comes from; shown beside the value. */
  readonly source: string;
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

/** The value in force at a time: the latest dated one that has begun, else the default. */
export function settingAt(
  definition: SettingDefinition,
  values: readonly SettingValue[],
  at: number,
): SettingValue {
  let found: SettingValue | undefined;
  for (const value of values) {
    if (value.key !== definition.key || value.from > at) continue;
    if (!found || value.from >= found.from) found = value;
  }
  return found ?? { key: definition.key, value: definition.defaultValue, from: 0, source: definition.source };
}
