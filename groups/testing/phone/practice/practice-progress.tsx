import { PhoneCard } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { mark } from '../../messages/mark.ts';
import { practiceText } from '../../messages/practice.ts';
import { to } from '../paths.ts';
import { STEPS } from './steps.ts';
import { useSteps } from './use-steps.ts';

/** What to learn, and how far one has come. */
export default function PracticeProgress() {
  const t = useText(practiceText);
  const done = useSteps();
  return (
    <PhoneCard title={t('practice.card')} mark={mark} to={to.practice()}>
      <span>{t('practice.progress', { done: done.size, all: STEPS.length })}</span>
    </PhoneCard>
  );
}
