import { useState } from 'react';
import { useGo } from '#kernel/ui/navigation.tsx';
import {
  AskSheet,
  BigButton,
  ButtonRow,
  EmptyFace,
  PhonePage,
  Progress,
  SideButton,
} from '#kernel/ui/phone/index.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { shuffled } from '../domain/shuffled.ts';
import { conductMark } from '../messages/mark.ts';
import { phoneText } from '../messages/phone.ts';
import { toPhone } from '../paths.ts';
import type { CodeHere } from './codes-here.ts';
import { QuestionPart } from './question-part.tsx';
import { QuizResult } from './quiz-result.tsx';
import { useCode } from './use-codes.ts';
import { useLearn } from './use-learn.ts';

/** The quiz of the version that held when it was begun: one question a page, no network needed. */
export default function QuizScreen({ params }: ScreenProps) {
  const t = useText(phoneText);
  const here = useCode(params);
  // A version replaced in the middle of a sitting goes on: what was begun is handed in as what it is.
  const [begun, setBegun] = useState(here);
  const [attemptId] = useState(newId);
  if (begun === null && here !== null) setBegun(here);
  if (begun === null || begun.code.questions.length === 0) {
    return (
      <PhonePage title={t('title')} mark={conductMark} back={toPhone.codes()}>
        <EmptyFace title={t('code.gone')} next={t('code.gone-next')} />
      </PhonePage>
    );
  }
  return <Sitting here={begun} attemptId={attemptId} />;
}

function Sitting({ here, attemptId }: { here: CodeHere; attemptId: string }) {
  const t = useText(phoneText);
  const go = useGo();
  const learn = useLearn();
  const { code } = here;
  const [questions] = useState(() => shuffled(code.questions, attemptId));
  const [chosen, setChosen] = useState<Readonly<Record<string, readonly string[]>>>({});
  const [place, setPlace] = useState(0);
  const [handedIn, setHandedIn] = useState(false);
  const [busy, setBusy] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const question = questions[place];
  if (handedIn || !question) return <QuizResult here={here} attemptId={attemptId} />;

  const answer = chosen[question.id] ?? [];
  const last = place === questions.length - 1;
  const handIn = async () => {
    setBusy(true);
    const answers = questions.map(({ id }) => ({ questionId: id, optionIds: chosen[id] ?? [] }));
    setHandedIn(await learn('conduct.take-quiz', { attemptId, codeId: code.id, answers }));
    setBusy(false);
  };
  return (
    <PhonePage
      title={code.title}
      mark={conductMark}
      actions={
        <>
          <BigButton
            busy={busy}
            disabled={answer.length === 0}
            why={t('quiz.choose-first')}
            onPress={() => (last ? void handIn() : setPlace(place + 1))}
          >
            {last ? t('quiz.hand-in') : t('quiz.next')}
          </BigButton>
          <ButtonRow>
            <SideButton disabled={place === 0} onPress={() => setPlace(place - 1)}>
              {t('quiz.back')}
            </SideButton>
            <SideButton onPress={() => setLeaving(true)}>{t('quiz.leave-yes')}</SideButton>
          </ButtonRow>
        </>
      }
    >
      <Progress
        value={place + 1}
        max={questions.length}
        label={t('quiz.of', { number: place + 1, count: questions.length })}
      />
      <p>{t('quiz.of', { number: place + 1, count: questions.length })}</p>
      <QuestionPart
        key={question.id}
        question={question}
        options={shuffled(question.options, attemptId)}
        chosen={answer}
        onChoose={(optionIds) => setChosen({ ...chosen, [question.id]: optionIds })}
      />
      {leaving ? (
        <AskSheet
          title={t('quiz.leave-title')}
          yes={t('quiz.leave-yes')}
          no={t('quiz.leave-no')}
          onYes={() => go(toPhone.code(code.id))}
          onNo={() => setLeaving(false)}
        >
          <p>{t('quiz.leave')}</p>
        </AskSheet>
      ) : null}
    </PhonePage>
  );
}
