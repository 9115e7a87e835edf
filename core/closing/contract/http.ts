import type { Said } from '#kernel/ui/text.ts';

/** Plain HTTP: ordering needs the second factor, and whoever watches has no session any more. */
export const closingPaths = {
  /** POST an order: {@link Ordered}. Action `closing:order`, second factor. */
  order: (areaId: string): string => `/api/areas/${areaId}/closing`,
  /** POST. Action `closing:order`. */
  stop: (areaId: string): string => `/api/areas/${areaId}/closing/stop`,
  /** GET with the token's header, no session: {@link Progress}. */
  progress: (closingId: string): string => `/api/closings/${closingId}`,
  /** GET, a link that opens by itself: the certificate as a page to print. */
  certificate: (closingId: string, token: string, language: string): string =>
    `/api/closings/${closingId}/certificate?${new URLSearchParams({ token, lang: language })}`,
  /** GET, no session: whether the area is still open; 410 `command.area-closed` when not. */
  standing: (areaId: string): string => `/api/areas/${areaId}/standing`,
} as const;

/** After an order, during which it can be stopped. */
export const GRACE_SECONDS = 30;

export const TOKEN_HEADER = 'x-concerto-closing';

export interface Ordered {
  readonly closingId: string;
  /** Opens progress and certificate when every session has ended; told once. */
  readonly token: string;
  /** Epoch ms: until then it can be stopped. */
  readonly destroyAt: number;
}

/** In this order; `stopped` ends one that was stopped, or failed, before anything was destroyed. */
export const STAGES = ['waiting', 'destroying', 'rows', 'database', 'backups', 'done'] as const;
export type Stage = (typeof STAGES)[number] | 'stopped';

export interface Progress {
  readonly stage: Stage;
  readonly areaName: string;
  /** Epoch ms by the server's clock, and what that clock says. */
  readonly destroyAt: number;
  readonly now: number;
  /** Why it was stopped. */
  readonly because: 'asked' | 'interrupted' | 'failed' | null;
}

/** What was destroyed and kept, when, by whom, on which rule. Times are epoch ms, hashes SHA-256 in hexadecimal. */
export interface Certificate {
  readonly format: 'concerto/closing-certificate/1';
  readonly program: string;
  readonly closingId: string;
  readonly areaId: string;
  readonly areaName: string;
  readonly rule: string;
  readonly responsible: string;
  readonly witness: string;
  /** A member's id, which names nobody any more, or `cli`. */
  readonly orderedBy: string;
  readonly begunAt: number;
  readonly destroyedAt: number;
  readonly finishedAt: number;
  /** Personal data by kind, as each module declares it. */
  readonly kinds: readonly { readonly kind: string; readonly name: Said; readonly rows: number }[];
  readonly tables: readonly {
    readonly table: string;
    readonly rows: number;
    readonly fate: 'destroyed' | 'kept';
    readonly name: Said | null;
    readonly because: Said | null;
  }[];
  readonly accounts: { readonly destroyed: number; readonly workElsewhere: number };
  readonly keys: { readonly fingerprint: string; readonly versions: number };
  readonly files: { readonly count: number; readonly bytes: number };
  readonly practiceAreas: number;
  readonly log: {
    readonly version: number;
    readonly head: string;
    readonly rows: number;
    readonly faults: readonly string[];
  };
  readonly waiting: { readonly phones: number; readonly entries: number };
  /** `fresh`: every row that stays was copied into a new database and the old one deleted. `rewritten`: tables rewritten within a database of another's. */
  readonly database: { readonly how: 'fresh' | 'rewritten'; readonly tables: number; readonly rows: number };
  readonly backups: {
    readonly destroyed: readonly string[];
    /** Made after everything was destroyed. */
    readonly made: string | null;
    /** The last one that was made to another place. */
    readonly elsewhere: string | null;
  };
  /** Where copies of the keys were said to lie. */
  readonly keyCopies: readonly string[];
  /** Counts that stay, of the whole area; a cell for each column. */
  readonly figures: readonly {
    readonly id: string;
    readonly name: Said;
    readonly columns: readonly Said[];
    readonly rows: readonly (readonly (string | number)[])[];
  }[];
  readonly kept: readonly { readonly file: string; readonly bytes: number; readonly sha256: string }[];
}
