import type { Tone } from '#kernel/ui/badge.tsx';
import type { Language } from '#kernel/ui/language.ts';

/** A text in both languages, made by the module that knows. */
export type Said = Readonly<Record<Language, string>>;

/** Whom to ask: a desk, not a person's private number. */
export interface Desk {
  readonly name: Said;
  /** Digits, spaces and dashes as dialled. */
  readonly phone: string | null;
  readonly hours: Said | null;
}

/** What the residents' page shows. No name and no number of a resident is ever in it. */
export interface ResidentPageData {
  /** Null while no area is open. */
  readonly areaName: string | null;
  /** People learn here: nothing on the page is real. */
  readonly practice?: boolean;
  /** Epoch ms of what is shown. */
  readonly at: number;
  /** The area's own, e.g. `Asia/Shanghai`, wherever the server stands. */
  readonly timeZone: string;
  /** The reader's building or household by code, e.g. `3号楼 402`; null on the public page. */
  readonly place: string | null;
  /** The zone's status of that place. */
  readonly status: { readonly tone: Tone; readonly word: Said } | null;
  /** When that status began and what follows it if nothing new comes; epoch ms. */
  readonly since?: number | null;
  readonly step?: { readonly word: Said | null; readonly due: number } | null;
  /** Entrances of the building where something else holds. */
  readonly apart?: readonly { readonly name: string; readonly path: string }[];
  /** Buildings to choose one's own from, by compound; on the area's own page. */
  readonly buildings?: readonly {
    readonly compound: string;
    readonly buildings: readonly { readonly name: string; readonly path: string }[];
  }[];
  /** The page of the whole area, for the way back from a building's. */
  readonly areaPath?: string;
  readonly may: readonly Said[];
  readonly must: readonly { readonly what: Said; readonly when: Said | null }[];
  readonly ask: readonly Desk[];
  /** The page came over plain HTTP: it is for reading only. */
  readonly insecure?: boolean;
  /** The area's privacy notice as it is in force, title and text of each part; empty before it is confirmed. */
  readonly notice?: readonly { readonly title: Said; readonly text: string }[];
  /** The scanned code is not known. */
  readonly unknownCode?: boolean;
  /** Where several areas are open here: which one is the reader's. */
  readonly choose?: readonly { readonly name: string; readonly path: string }[];
}

/** How the reader wants it: kept in the address, so that it works without script. */
export interface ResidentView {
  readonly language: Language;
  readonly large: boolean;
  /** The page's own path, for the links that change language and size. */
  readonly path: string;
}
