import type { SettingValue } from '#kernel/settings/setting.ts';
import type { PassForm, PassKind } from './rows.ts';

/**
 * Every pass of the area as `KnownPass`, the settings of passes and the secret of rolling codes: for gate duty. The
 * term carries the number of its week, `passes.all/2728`: with a new one begins a new term, without the passes that
 * were over before.
 */
export const ALL_TERM = 'passes.all';
/** The passes of whoever is signed in, with the text to show: `passes.mine/<day>`. */
export const MINE_TERM = 'passes.mine';

export const COLLECTIONS = {
  /** `KnownPass`. One that was over before the term's week is not sent: its code says so itself. */
  pass: 'passes.pass',
  /** `RollingSecret`: under the newest key of the area and those before it. */
  rolling: 'passes.rolling',
  /** The module's dated values the area has set, so that a phone judges as the server does. */
  setting: 'passes.setting',
  /** `MyPass` */
  mine: 'passes.my-pass',
} as const;

export interface RollingSecret {
  /** Newest first: `1`, `2` … */
  readonly id: string;
  /** 32 bytes in hex. */
  readonly secret: string;
  readonly version: number;
}

export interface PassSetting extends SettingValue {
  readonly id: string;
  readonly version: number;
}

/** A pass in its holder's hand. */
export interface MyPass {
  readonly id: string;
  readonly kind: PassKind;
  readonly form: PassForm;
  readonly validFrom: number;
  readonly validUntil: number;
  readonly suspendedAt: number | null;
  /** As `signGrants` made it. */
  readonly text: string;
  /** The pass's own secret of its rolling code, 16 bytes in hex; null on paper. */
  readonly rollingKey: string | null;
  readonly version: number;
}
