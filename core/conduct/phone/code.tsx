import { phoneText as accountsText } from '#core/accounts/messages/phone.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import { BigButton, EmptyFace, flash, PhonePage, StateFace } from '#kernel/ui/phone/index.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import { conductMark } from '../messages/mark.ts';
import { phoneText } from '../messages/phone.ts';
import { toPhone } from '../paths.ts';
import type { CodeHere } from './codes-here.ts';
import { useCode } from './use-codes.ts';
import { useLearn } from './use-learn.ts';
import { VideoPart } from './video-part.tsx';
import './conduct.css';

/** A group's code to read, and at the thumb what it asks of me now. */
export default function CodeScreen({ params }: ScreenProps) {
  const t = useText(phoneText);
  const here = useCode(params);
  if (here) return <CodeAt here={here} />;
  return (
    <PhonePage title={t('title')} mark={conductMark} back={toPhone.codes()}>
      <EmptyFace title={t('code.gone')} next={t('code.gone-next')} />
    </PhonePage>
  );
}

function CodeAt({ here }: { here: CodeHere }) {
  const t = useText(phoneText);
  const language = useLanguage();
  const group = useText(accountsText)(`group.${here.code.group}`);
  const { title, number, publishedAt, note, points, video } = here.code;
  const version = { group, number: number ?? 0, when: whenText(publishedAt ?? 0, language) };
  return (
    <PhonePage title={title} mark={conductMark} back={toPhone.codes()} actions={<Asked here={here} />}>
      <p className="conduct-version">{t('code.version', version)}</p>
      {note === '' ? null : (
        <section className="conduct-note">
          <h2>{t('code.changed')}</h2>
          <p>{note}</p>
        </section>
      )}
      {video && here.videoKey !== null ? (
        <VideoPart key={video.file.fileId} video={video} videoKey={here.videoKey} />
      ) : null}
      <ol className="conduct-points" aria-label={t('code.points')}>
        {points.map((point) => (
          <li key={point.id}>
            <strong>{point.title}</strong>
            {point.text === '' ? null : <p>{point.text}</p>}
          </li>
        ))}
      </ol>
    </PhonePage>
  );
}

function Asked({ here }: { here: CodeHere }) {
  const t = useText(phoneText);
  const language = useLanguage();
  const go = useGo();
  const learn = useLearn();
  const { code, fitness, pending, rules, attempts } = here;
  if (fitness === 'must-pass') {
    const until = here.waitsUntil;
    const tried = attempts.length > 0;
    return (
      <BigButton
        disabled={until !== null}
        why={
          until === null ? undefined : t('code.wait', { tries: rules.tries, when: whenText(until, language) })
        }
        onPress={() => go(toPhone.quiz(code.id))}
      >
        {tried ? t('code.again') : t('code.start')}
      </BigButton>
    );
  }
  if (fitness === 'must-acknowledge') {
    const acknowledge = async () => {
      const kept = await learn('conduct.acknowledge', { acknowledgementId: newId(), codeId: code.id });
      if (kept) flash('done', t('code.read-done'));
    };
    return <BigButton onPress={() => void acknowledge()}>{t('code.read')}</BigButton>;
  }
  if (pending) return <StateFace face="pending" word={t('code.fit-pending')} />;
  return <StateFace face="done" word={code.questions.length > 0 ? t('code.fit') : t('code.fit-read')} />;
}
