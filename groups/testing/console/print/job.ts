import type { Language } from '#kernel/ui/language.ts';

/** What every print of this group needs to know beside its own rows. */
export interface PrintFor {
  readonly areaId: string;
  readonly areaName: string;
  /** Name of the round; null for prints that outlive a round. */
  readonly round: string | null;
  /** When it was printed, as people read it. */
  readonly when: string;
  readonly language: Language;
}

/** The character and hue that mark this group's prints (look.md). Printers have no variables of the screen's palette. */
export const MARK = { character: '测', colour: '#0f6e68' } as const;

export const headOf = (job: PrintFor, what: string) => ({
  area: job.areaName,
  what: job.round === null ? what : `${what} · ${job.round}`,
  when: job.when,
});
