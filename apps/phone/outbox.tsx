import type { SyncClient } from '#kernel/sync/client/client.ts';
import { useSyncClient, useSyncState } from '#kernel/sync/client/hooks.ts';
import type { OutboxView, WaitingFile } from '#kernel/sync/client/state.ts';
import {
  BigButton,
  EmptyFace,
  PhoneList,
  PhonePage,
  PhoneRow,
  SideButton,
  StateFace,
} from '#kernel/ui/phone/index.ts';
import { kindText } from '#kernel/ui/text.ts';
import { useLanguage, useProblemText, useText } from '#kernel/ui/use-text.ts';
import { text } from './messages/index.ts';
import { paths } from './paths.ts';

/** What this phone has not got confirmed: since when it waits, and why something was refused. */
export default function Outbox() {
  const t = useText(text);
  const sync = useSyncClient();
  const state = useSyncState();
  const mine = ({ authorId }: { readonly authorId: string }) => authorId === sync.actorId;
  const entries = sync.outbox().filter(mine);
  const files = sync.files.waiting().filter(mine);
  return (
    <PhonePage
      title={t('outbox-title')}
      back={paths.home}
      actions={<BigButton onPress={() => syncNow(sync)}>{t('outbox-retry')}</BigButton>}
    >
      <LastSync at={state.lastSync} />
      {state.others > 0 ? <p>{t('outbox-others', { count: state.others })}</p> : null}
      {entries.length + files.length === 0 ? (
        <EmptyFace
          title={t('outbox-empty')}
          {...(state.lastSync === null ? {} : { next: t('outbox-empty-next') })}
        />
      ) : (
        <PhoneList label={t('outbox-title')}>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} sync={sync} />
          ))}
          {files.map((file) => (
            <Photo key={file.id} file={file} />
          ))}
        </PhoneList>
      )}
    </PhonePage>
  );
}

function LastSync({ at }: { at: number | null }) {
  const t = useText(text);
  const clock = useClockText();
  return <p>{at === null ? t('outbox-never') : t('outbox-last', { time: clock(at) })}</p>;
}

function Entry({ entry, sync }: { entry: OutboxView; sync: SyncClient }) {
  const t = useText(text);
  const language = useLanguage();
  const say = useProblemText();
  const clock = useClockText();
  const settled = entry.standing === 'refused' || entry.standing === 'flagged';
  const guessed = entry.guess?.refused ?? entry.guess?.flags[0]?.problem;
  return (
    <PhoneRow
      title={entry.envelope ? kindText(entry.envelope.kind, language) : t('outbox-sealed')}
      detail={
        <span className="outbox-detail">
          <span>
            {settled ? clock(entry.madeAt) : t('outbox-since', { time: clock(entry.madeAt) })}
            {entry.standing === 'waiting' ? ` · ${t('outbox-waiting')}` : null}
            {entry.standing === 'taken' ? ` · ${t('outbox-taken')}` : null}
          </span>
          {entry.problems.map((problem) => (
            <span key={problem.code}>{say(problem)}</span>
          ))}
          {entry.pending && guessed ? <span>{t('outbox-guess', { reason: say(guessed) })}</span> : null}
          {entry.problems.some((problem) => problem.code === 'sync.not-deliverable') ? (
            <SideButton onPress={() => void sync.retry(entry.id)}>{t('outbox-again')}</SideButton>
          ) : null}
          {settled ? (
            <SideButton onPress={() => void sync.dismiss(entry.id)}>{t('outbox-dismiss')}</SideButton>
          ) : null}
        </span>
      }
      aside={
        <StateFace
          face={entry.standing === 'refused' || entry.standing === 'flagged' ? entry.standing : 'pending'}
        />
      }
    />
  );
}

/** Bytes that follow a record. */
function Photo({ file }: { file: WaitingFile }) {
  const t = useText(text);
  const clock = useClockText();
  return (
    <PhoneRow
      title={t('outbox-photo')}
      detail={
        <span>
          {t('outbox-since', { time: clock(file.madeAt) })} ·{' '}
          {t('outbox-photo-size', { kb: Math.ceil(file.bytes / 1024) })}
        </span>
      }
      aside={<StateFace face="pending" />}
    />
  );
}

/** What went wrong is told by the sync's own state, which this page shows. */
function syncNow(sync: SyncClient): void {
  sync.sync().catch(() => undefined);
}

/** Day and time as people say it: today only the time. */
function useClockText(): (at: number) => string {
  const language = useLanguage();
  return (at) => {
    const date = new Date(at);
    const today = date.toDateString() === new Date().toDateString();
    return date.toLocaleString(language, {
      ...(today ? {} : { month: 'numeric', day: 'numeric' }),
      hour: '2-digit',
      minute: '2-digit',
    });
  };
}
