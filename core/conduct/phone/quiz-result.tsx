import { useProjection } from '#kernel/sync/client/hooks.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import { BigButton, LoadingFace, PhoneList, PhonePage, PhoneRow, StateFace } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { Attempt } from '../contract/rows.ts';
import { conductMark } from '../messages/mark.ts';
import { phoneText } from '../messages/phone.ts';
import { toPhone } from '../paths.ts';
import type { CodeHere } from './codes-here.ts';
import { projection } from './projection.ts';
import './conduct.css';

/** How it went, and which points to read again; never what would have been right. */
export function QuizResult({ here, attemptId }: { here: CodeHere; attemptId: string }) {
  const t = useText(phoneText);
  const go = useGo();
  const { code } = here;
  const { attempt, pending } = useProjection(
    projection,
    ({ conduct }) => ({
      attempt: conduct.attempts.get(attemptId),
      pending: conduct.attempts.isChanged(attemptId),
    }),
    [attemptId],
  );
  const done = attempt?.passed === true;
  return (
    <PhonePage
      title={code.title}
      mark={conductMark}
      actions={
        <BigButton onPress={() => go(done ? '/' : toPhone.code(code.id))}>
          {done ? t('quiz.done') : t('quiz.to-code')}
        </BigButton>
      }
    >
      {attempt === undefined ? (
        <LoadingFace />
      ) : (
        <>
          <div className="quiz-result" role="status">
            <ResultFace attempt={attempt} pending={pending} />
            <p>{t('quiz.score', { right: attempt.right, of: attempt.of })}</p>
            {done ? null : <p>{t('quiz.needed', { percent: here.rules.passMark })}</p>}
            {pending && done ? <p>{t('quiz.pending')}</p> : null}
          </div>
          <ReadAgain here={here} wrong={attempt.wrong} />
        </>
      )}
    </PhonePage>
  );
}

function ResultFace({ attempt, pending }: { attempt: Attempt; pending: boolean }) {
  const t = useText(phoneText);
  if (!attempt.counts) return <StateFace face="refused" word={t('quiz.not-counted')} />;
  if (!attempt.passed) return <StateFace face="refused" word={t('quiz.failed')} />;
  return <StateFace face={pending ? 'pending' : 'done'} word={t('quiz.passed')} />;
}

function ReadAgain({ here: { code }, wrong }: { here: CodeHere; wrong: readonly string[] }) {
  const t = useText(phoneText);
  if (wrong.length === 0) return null;
  const questions = code.questions.filter(({ id }) => wrong.includes(id));
  const pointIds = new Set(questions.flatMap(({ pointId }) => pointId ?? []));
  return (
    <>
      {pointIds.size === 0 ? null : (
        <section>
          <h2>{t('quiz.look-again')}</h2>
          <ul>
            {code.points.map(({ id, title }, n) =>
              pointIds.has(id) ? <li key={id}>{t('quiz.point', { number: n + 1, title })}</li> : null,
            )}
          </ul>
        </section>
      )}
      <section>
        <h2>{t('quiz.wrong')}</h2>
        <PhoneList label={t('quiz.wrong')}>
          {questions.map(({ id, text }) => (
            <PhoneRow key={id} title={text} />
          ))}
        </PhoneList>
      </section>
    </>
  );
}
