/** Of the actor alone: whether he or she has promised. */
export const MINE_TERM = 'privacy.mine';
export const UNDERTAKING_COLLECTION = 'privacy.undertaking';

export interface UndertakingView {
  /** The member's. */
  readonly id: string;
  readonly version: number;
  /** Epoch ms. */
  readonly acceptedAt: number;
}
