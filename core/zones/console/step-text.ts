import type { Language } from '#kernel/ui/language.ts';
import { translator } from '#kernel/ui/text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { PlannedStep } from '../contract.ts';
import { text } from '../messages/index.ts';

/** `4月13日 08:00 起可转管控`; due, it says so. @param now epoch ms */
export function stepText(step: PlannedStep | undefined, language: Language, now: number): string {
  const t = translator(text, language);
  if (!step) return '—';
  const when = whenText(step.due, language, now);
  const due = step.due <= now;
  if (step.to === 'normal') return t(due ? 'zones.lift-due' : 'zones.lift-planned', { when });
  return t(due ? 'zones.step-due' : 'zones.step-planned', { when, status: t(`status.${step.to}`) });
}
