import { formatCode, shortTube } from '#core/codes/contract.ts';
import { AskSheet, BottomSheet, PhoneList, PhoneRow } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { CLOSE_REASONS } from '../contract.ts';
import { phoneText } from '../messages/phone.ts';
import { clock } from './clock.ts';
import { PeopleList } from './find-sheet.tsx';
import { personLine } from './person-line.ts';
import type { AtLane } from './use-round.ts';
import type { Question, Sampling } from './use-sampling.ts';

/** A sampler closes early for these; `full` happens by itself, and a spoilt tube is voided on its own page. */
const EARLY_REASONS = CLOSE_REASONS.filter((reason) => reason !== 'full' && reason !== 'spoiled');

/** The one thing on the screen that waits for a decision. */
export function Questions({ sampling, at }: { sampling: Sampling; at: AtLane }) {
  const { question } = sampling;
  if (!question) return null;
  return <Asked question={question} sampling={sampling} at={at} />;
}

function Asked({ question, sampling, at }: { question: Question; sampling: Sampling; at: AtLane }) {
  const t = useText(phoneText);
  const close = () => sampling.ask(null);
  switch (question.ask) {
    case 'which':
      return (
        <BottomSheet title={t('find.several', { count: question.people.length })} onClose={close}>
          <PeopleList
            people={question.people}
            onPress={(person) => {
              sampling.ask(null);
              sampling.choose([person], question.method);
            }}
          />
        </BottomSheet>
      );
    case 'again': {
      const code = shortTube(at.state.testing.tubes.get(question.earlier.tubeId)?.code ?? '');
      return (
        <AskSheet
          title={t('sampled.again-title')}
          yes={t('sampled.again-yes')}
          onYes={() => sampling.sampleAnyway(question.person, question.method)}
          onNo={close}
        >
          <p>{personLine(question.person)}</p>
          <p>{t('sampled.again-detail', { time: clock(question.earlier.at), code })}</p>
        </AskSheet>
      );
    }
    case 'nobody':
      return (
        <AskSheet
          title={t('unknown.title')}
          yes={t('unknown.yes')}
          onYes={() => sampling.sampleUnknown(question.codeText, question.method)}
          onNo={close}
        >
          <p>{t('unknown.detail', { code: formatCode(question.codeText) })}</p>
        </AskSheet>
      );
    case 'tube-used': {
      const { code, count, laneId } = question.other;
      const lane = at.state.testing.lanes.get(laneId)?.name ?? '';
      return (
        <AskSheet
          title={t('tube.used')}
          yes={t('tube.used-yes')}
          danger
          onYes={() => sampling.takeTube(question.tube)}
          onNo={close}
        >
          <p>{t('tube.used-detail', { code: shortTube(code), lane, count })}</p>
        </AskSheet>
      );
    }
    case 'close':
      return <CloseSheet sampling={sampling} question={question} />;
  }
}

/** Short of the ratio: one tap on the reason closes the tube. */
function CloseSheet(props: { sampling: Sampling; question: Extract<Question, { ask: 'close' }> }) {
  const t = useText(phoneText);
  const { sampling, question } = props;
  const { tube, ratio } = sampling;
  if (!tube) return null;
  const title = t('tube.close-title', { code: shortTube(tube.code), count: tube.count, ratio });
  return (
    <BottomSheet title={title} onClose={() => sampling.ask(null)}>
      {question.next ? <p>{t('tube.change')}</p> : null}
      <PhoneList label={t('tube.close-why')}>
        {EARLY_REASONS.map((reason) => (
          <PhoneRow
            key={reason}
            title={t(`reason.${reason}`)}
            onPress={() => sampling.closeTube(reason, question.next)}
          />
        ))}
      </PhoneList>
    </BottomSheet>
  );
}
