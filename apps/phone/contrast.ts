import { Cell } from '#kernel/ui/cell.ts';

const CONTRASTS = ['normal', 'high'] as const;
export type Contrast = (typeof CONTRASTS)[number];

const isContrast = (kept: unknown): kept is Contrast => CONTRASTS.some((known) => known === kept);

export const contrastCell = new Cell<Contrast>('normal', { keep: 'concerto.contrast', accept: isContrast });

/** Keeps `data-contrast` on the page's root in step with the person's choice. */
export function bindContrast(root: HTMLElement): void {
  const apply = () => {
    root.dataset.contrast = contrastCell.get();
  };
  apply();
  contrastCell.subscribe(apply);
}
