import { useQuery } from '@tanstack/react-query';
import { GROUPS, type GroupId } from '#core/accounts/contract.ts';
import { text as peopleText } from '#core/accounts/messages/index.ts';
import { ErrorFace, LoadingFace, Page } from '#kernel/ui/console/index.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { CodeView } from '../contract/queries.ts';
import { text } from '../messages/index.ts';
import { conductPaths } from '../paths.ts';
import { type Draft, draftOf, emptyDraft } from './draft.ts';
import { DraftEditor } from './draft-editor.tsx';
import { conduct } from './queries.ts';
import './conduct.css';

/** Writing a group's next version: its draft, or one out of what holds now. */
export default function Write({ params }: ScreenProps) {
  const t = useText(text);
  const p = useText(peopleText);
  const group = GROUPS.find((one) => one === params.group) ?? 'order';
  const codes = useQuery({
    ...conduct.query.codes.queryOptions({ input: { group } }),
    // What is being written must not change beneath the hands.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
  });
  if (codes.isError) return <ErrorFace error={codes.error} retry={() => void codes.refetch()} />;
  const name = p(`group.${group}`);
  return (
    <Page
      title={t('write.title', { group: name })}
      lead={t('write.lead')}
      trail={[{ title: t('title'), to: conductPaths.of(group) }]}
    >
      {codes.isFetchedAfterMount && codes.data ? (
        <DraftEditor draft={firstDraft(codes.data.codes, group)} codes={codes.data.codes} />
      ) : (
        <LoadingFace />
      )}
    </Page>
  );
}

function firstDraft(codes: readonly CodeView[], group: GroupId): Draft {
  const draft = codes.find(({ publishedAt }) => publishedAt === null);
  if (draft) return draftOf(draft);
  const current = codes.find((one) => one.replacedAt === null && one.withdrawnAt === null);
  return current ? draftOf(current, newId()) : emptyDraft(group, newId);
}
