import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { DetailDrawer, ProblemAlert } from '#kernel/ui/console/index.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { CodeView } from '../contract/queries.ts';
import { CHANGES, type Change } from '../contract/rows.ts';
import { text } from '../messages/index.ts';
import { conductPaths } from '../paths.ts';
import type { Draft } from './draft.ts';

/** What publishing means, said before it is done: who has to pass, who has to read. */
export function PublishDrawer(props: {
  draft: Draft;
  codes: readonly CodeView[];
  open: boolean;
  onClose: () => void;
}) {
  const t = useText(text);
  const go = useGo();
  const { draft, codes } = props;
  const { submit, busy, problems } = useSubmit(t('publish.done'));
  const [change, setChange] = useState<Change>('acknowledge');
  const [note, setNote] = useState('');
  const hasQuiz = draft.questions.length > 0;
  const firstQuiz = hasQuiz && !codes.some((one) => one.change === 'pass-anew');
  const asked: Change = firstQuiz ? 'pass-anew' : hasQuiz ? change : 'acknowledge';
  const publish = async () => {
    const answer = await submit('conduct.publish-code', 1, { codeId: draft.codeId, change: asked, note });
    if (answer?.first === 'done') go(conductPaths.of(draft.group));
  };
  return (
    <DetailDrawer title={t('publish')} open={props.open} onClose={props.onClose}>
      {firstQuiz ? <p>{t('publish.first-quiz')}</p> : null}
      {hasQuiz ? null : <p>{t('publish.no-quiz')}</p>}
      {hasQuiz && !firstQuiz ? (
        <Radio.Group
          aria-label={t('publish.change')}
          value={change}
          onChange={({ target }) => setChange(target.value)}
          style={{ display: 'grid', gap: 12, marginBottom: 16 }}
          options={CHANGES.map((value) => ({ value, label: t(`publish.${value}`) }))}
        />
      ) : null}
      <p>{t('publish.note')}</p>
      <Input.TextArea
        aria-label={t('publish.note')}
        autoSize={{ minRows: 2 }}
        maxLength={200}
        value={note}
        placeholder={t('publish.note-hint')}
        onChange={({ target }) => setNote(target.value)}
      />
      <p>{t('publish.duties')}</p>
      <ProblemAlert problems={problems} />
      <Button type="primary" loading={busy} onClick={() => void publish()}>
        {t('publish')}
      </Button>
    </DetailDrawer>
  );
}
