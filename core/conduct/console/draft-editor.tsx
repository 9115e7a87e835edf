import { Button, Input, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { ProblemAlert, Section } from '#kernel/ui/console/index.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { CodeView } from '../contract/queries.ts';
import { text } from '../messages/index.ts';
import { conductPaths } from '../paths.ts';
import { type Draft, lacking } from './draft.ts';
import { PointsEditor } from './points-editor.tsx';
import { PublishDrawer } from './publish-drawer.tsx';
import { QuestionsEditor } from './questions-editor.tsx';
import { VideoField } from './video-field.tsx';

/** The whole draft on one page; it is kept whole, and holds for nobody before it is published. */
export function DraftEditor(props: { draft: Draft; codes: readonly CodeView[] }) {
  const t = useText(text);
  const go = useGo();
  const { submit, busy, problems } = useSubmit(t('write.saved'));
  const [draft, setDraft] = useState(props.draft);
  const [publishing, setPublishing] = useState(false);
  const lack = lacking(draft);
  const kept = props.codes.some(({ id }) => id === draft.codeId);
  const keep = async (next: Draft) => (await submit('conduct.draft-code', 1, next))?.first === 'done';
  const save = () => keep(draft);
  const stored = props.codes.find((one) => one.video?.file.fileId === draft.video?.file.fileId)?.video;
  const setVideo = async (video: Draft['video']) => {
    const next = { ...draft, video };
    setDraft(next);
    return keep(next);
  };
  const drop = async () => {
    const answer = await submit('conduct.drop-draft', 1, { codeId: draft.codeId });
    if (answer?.first === 'done') go(conductPaths.of(draft.group));
  };
  return (
    <>
      <Section title={t('write.name')}>
        <Input
          aria-label={t('write.name')}
          maxLength={60}
          value={draft.title}
          onChange={({ target }) => setDraft({ ...draft, title: target.value })}
        />
      </Section>
      <PointsEditor draft={draft} onChange={setDraft} />
      <QuestionsEditor draft={draft} onChange={setDraft} />
      <VideoField
        draft={draft}
        receivedAt={stored?.receivedAt ?? null}
        disabled={lack ? t('video.wait') : null}
        onVideo={setVideo}
      />
      {lack ? <p role="status">{t(`lack.${lack.what}`, { number: lack.number })}</p> : null}
      <ProblemAlert problems={problems} />
      <Space wrap>
        <Button type="primary" loading={busy} disabled={lack !== null} onClick={() => void save()}>
          {t('write.save')}
        </Button>
        <Button
          loading={busy}
          disabled={lack !== null}
          onClick={() => void save().then((done) => setPublishing(done))}
        >
          {t('write.publish')}
        </Button>
        {kept ? (
          <Popconfirm
            title={t('write.drop')}
            description={t('write.drop-ask')}
            okText={t('write.drop')}
            cancelText={t('keep')}
            onConfirm={drop}
          >
            <Button danger>{t('write.drop')}</Button>
          </Popconfirm>
        ) : null}
      </Space>
      <PublishDrawer
        draft={draft}
        codes={props.codes}
        open={publishing}
        onClose={() => setPublishing(false)}
      />
    </>
  );
}
