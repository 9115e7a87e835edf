import { useGo } from '#kernel/ui/navigation.tsx';
import { BigButton, EmptyFace, PhonePage, SideButton } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { mark } from '../../messages/mark.ts';
import { phoneText } from '../../messages/phone.ts';
import { practiceText } from '../../messages/practice.ts';
import { to } from '../paths.ts';
import { lanesOf, useTesting } from '../use-round.ts';
import { STEPS, type Step } from './steps.ts';
import { useSteps } from './use-steps.ts';
import './practice.css';

/** The steps with how each is done; ticks come from what the learner did. */
export default function Practice() {
  const t = useText(practiceText);
  const phone = useText(phoneText);
  const go = useGo();
  const state = useTesting();
  const done = useSteps();
  const round = [...state.testing.rounds.all()].find((one) => one.state === 'open');
  const [first] = round ? lanesOf(state, round) : [];
  const next = STEPS.find((step) => !done.has(step));
  return (
    <PhonePage
      title={t('practice.title')}
      mark={mark}
      back="/"
      actions={
        round && first ? (
          <BigButton onPress={() => go(to.sampling(round.id, first.lane.id))}>
            {t('practice.go', {
              lane: phone('lane', { site: first.site.name, lane: first.lane.name }),
            })}
          </BigButton>
        ) : undefined
      }
    >
      {round ? null : <EmptyFace title={phone('rounds.empty')} next={phone('rounds.empty-next')} />}
      <p role="status">{next === undefined ? t('practice.all-done') : t('practice.lead')}</p>
      <ol className="practice-steps">
        {STEPS.map((step) => (
          <StepLine key={step} step={step} done={done.has(step)} next={step === next} />
        ))}
      </ol>
      <SideButton onPress={() => go(to.practiceCodes())}>{t('practice.show')}</SideButton>
    </PhonePage>
  );
}

function StepLine({ step, done, next }: { step: Step; done: boolean; next: boolean }) {
  const t = useText(practiceText);
  return (
    <li className={done ? 'is-done' : next ? 'is-next' : ''}>
      <span
        className="practice-tick"
        role="img"
        aria-label={t(done ? 'practice.done-word' : 'practice.todo-word')}
      >
        {done ? '✓' : ''}
      </span>
      <span>
        <strong>{t(`practice.step.${step}`)}</strong>
        {done ? null : <span className="practice-how">{t(`practice.how.${step}`)}</span>}
      </span>
    </li>
  );
}
