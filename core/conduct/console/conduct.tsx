import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import type { GroupId } from '#core/accounts/contract.ts';
import { text as peopleText } from '#core/accounts/messages/index.ts';
import { EmptyFace, ErrorFace, LoadingFace, Page } from '#kernel/ui/console/index.ts';
import { useGo, useSearchWords } from '#kernel/ui/navigation.tsx';
import { newId } from '#kernel/ui/submit.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { FITNESS } from '../domain/fitness.ts';
import { text } from '../messages/index.ts';
import { conductPaths } from '../paths.ts';
import { useLedGroups } from './led-groups.ts';
import { PeopleSection } from './people-section.tsx';
import { conduct } from './queries.ts';
import { starterDraft } from './starter.ts';
import { CurrentSection, HistorySection } from './versions.tsx';
import './conduct.css';

/** A group's code of practice, and who has learnt it. `?group=…&state=…` narrows. */
export default function Conduct() {
  const led = useLedGroups();
  const { group: wanted, state } = useSearchWords();
  const group = led.find((one) => one === wanted) ?? led[0];
  const fitness = FITNESS.find((one) => one === state) ?? null;
  if (group === undefined) return <LoadingFace />;
  return <GroupConduct key={group} group={group} led={led} fitness={fitness} />;
}

function GroupConduct(props: {
  group: GroupId;
  led: readonly GroupId[];
  fitness: (typeof FITNESS)[number] | null;
}) {
  const { group, led, fitness } = props;
  const t = useText(text);
  const p = useText(peopleText);
  const go = useGo();
  const codes = useQuery(conduct.query.codes.queryOptions({ input: { group } }));
  if (codes.isError) return <ErrorFace error={codes.error} retry={() => void codes.refetch()} />;
  const all = codes.data?.codes ?? [];
  const draft = all.find(({ publishedAt }) => publishedAt === null);
  const current = all.find(
    (one) => one.publishedAt !== null && one.replacedAt === null && one.withdrawnAt === null,
  );
  const past = all.filter((one) => one.publishedAt !== null && one !== current);
  const write = () => go(conductPaths.writing(group));
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <Select<GroupId>
            aria-label={t('group')}
            value={group}
            onChange={(value) => go(conductPaths.of(value))}
            style={{ minWidth: 140 }}
            options={led.map((value) => ({ value, label: p(`group.${value}`) }))}
          />
          <Button type="primary" onClick={write} disabled={codes.isPending}>
            {draft ? t('draft.go-on') : current ? t('draft.next') : t('draft.begin')}
          </Button>
        </>
      }
    >
      {codes.isPending ? <LoadingFace /> : null}
      {codes.isSuccess && !current ? (
        <EmptyFace
          title={draft ? t('none.draft') : t('none', { group: p(`group.${group}`) })}
          next={draft ? t('none.draft-next') : t('none.next')}
        >
          {draft ? null : <TakeStarter group={group} onTaken={write} />}
        </EmptyFace>
      ) : null}
      {current ? <CurrentSection code={current} hasDraft={draft !== undefined} /> : null}
      {current ? <PeopleSection code={current} fitness={fitness} /> : null}
      {past.length > 0 ? <HistorySection codes={past} /> : null}
    </Page>
  );
}

/** Takes the code for gates to begin with as the draft; nothing holds before it is published. */
function TakeStarter({ group, onTaken }: { group: GroupId; onTaken: () => void }) {
  const t = useText(text);
  const language = useLanguage();
  const { submit, busy } = useSubmit(t('starter.taken'));
  const take = async () => {
    const answer = await submit('conduct.draft-code', 1, starterDraft(group, language, newId));
    if (answer?.first === 'done') onTaken();
  };
  return (
    <Button className="conduct-take" loading={busy} onClick={() => void take()}>
      {t('starter.take')}
    </Button>
  );
}
