import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { download, fetchFile, ProblemAlert } from '#kernel/ui/console/index.ts';
import { notify } from '#kernel/ui/notices.ts';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { requireSession, useMay } from '#kernel/ui/session.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useLanguage, useProblemText, useText } from '#kernel/ui/use-text.ts';
import { toLocalInput } from '#kernel/ui/when.ts';
import { actions, rules } from '../../contract/access.ts';
import { fullRecordsPath } from '../../contract/contact-queries.ts';
import type { RoundHead } from '../../contract/queries.ts';
import { contactsText } from '../../messages/contacts.ts';

/** The round's records in full: a reason, the record of it, the second factor, then the sheet. */
export function RecordsButton({ round }: { round: RoundHead }) {
  const t = useText(contactsText);
  const may = useMay(rules, actions.lookFull);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button disabled={!may} title={may ? '' : t('records-why')} onClick={() => setAsking(true)}>
        {t('records')}
      </Button>
      <Modal
        title={t('records-title')}
        open={asking}
        onCancel={() => setAsking(false)}
        footer={null}
        destroyOnHidden
      >
        <RecordsForm round={round} onDone={() => setAsking(false)} />
      </Modal>
    </>
  );
}

function RecordsForm({ round, onDone }: { round: RoundHead; onDone: () => void }) {
  const t = useText(contactsText);
  const say = useProblemText();
  const language = useLanguage();
  const { submit, busy, problems } = useSubmit(t('done'));
  const [opening, setOpening] = useState(false);

  const save = async ({ reason }: { reason: string }) => {
    const answer = await submit('testing.look-records', 1, { roundId: round.id, reason });
    if (answer?.first !== 'done') return;
    setOpening(true);
    try {
      const { areaId, areaName, name } = requireSession();
      const sheet = await fetchFile(`${fullRecordsPath(areaId, answer.id)}?language=${language}`);
      const when = toLocalInput(Date.now()).replace('T', ' ').replace(':', '');
      download(`${[areaName, t('records-file', { round: round.name }), when, name].join('-')}.xlsx`, sheet);
      onDone();
    } catch (error) {
      notify('refused', say(problemOf(error)));
    }
    setOpening(false);
  };

  return (
    <Form<{ reason: string }> layout="vertical" onFinish={(form) => void save(form)}>
      <p>{t('records-lead')}</p>
      <Form.Item
        name="reason"
        label={t('reason')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('required') }]}
      >
        <Input maxLength={200} placeholder={t('reason-hint')} autoComplete="off" />
      </Form.Item>
      <ProblemAlert problems={problems} />
      <Button type="primary" htmlType="submit" loading={busy || opening}>
        {t('records-go')}
      </Button>
    </Form>
  );
}
