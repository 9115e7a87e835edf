import type zh from './messages/zh-CN.ts';

export type CheckName = keyof typeof zh extends infer Key
  ? Key extends `check.${infer Name}`
    ? Name
    : never
  : never;

/** One thing `doctor` looked at. `detail` is for people; it holds no personal data and no password. */
export interface Check {
  readonly name: CheckName;
  readonly ok: boolean;
  /** Works, but somebody should see to it; the exit status does not change. */
  readonly warning?: boolean;
  readonly detail: string;
}
