import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { printInBrowser } from '#kernel/print/browser.ts';
import { fetchFile, ProblemAlert } from '#kernel/ui/console/index.ts';
import { notify } from '#kernel/ui/notices.ts';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { requireSession, useMay } from '#kernel/ui/session.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useLanguage, useProblemText, useText } from '#kernel/ui/use-text.ts';
import { toLocalInput } from '#kernel/ui/when.ts';
import { actions, rules } from '../../contract/access.ts';
import { type ContactList, type FullContacts, fullContactsPath } from '../../contract/contact-queries.ts';
import { contactsText } from '../../messages/contacts.ts';
import { contactsPaper } from './contacts-paper.ts';

interface Wanted {
  readonly reason: string;
  readonly full?: boolean;
}

/** A reason first, then the record of it, then the paper: masked, or in full for those who may. */
export function PrintForm({ list }: { list: ContactList }) {
  const t = useText(contactsText);
  const say = useProblemText();
  const language = useLanguage();
  const mayFull = useMay(rules, actions.lookFull);
  const { submit, busy, problems } = useSubmit(t('done'));
  const [opening, setOpening] = useState(false);

  const print = async ({ reason, full = false }: Wanted) => {
    const residentIds = list.contacts.flatMap(({ residentId }) => residentId ?? []);
    const body = { roundId: list.round.id, tubeCode: list.code, residentIds, reason };
    const answer = await submit(full ? 'testing.look-contacts' : 'testing.print-contacts', 1, body);
    if (answer?.first !== 'done') return;
    setOpening(true);
    try {
      const { areaId, areaName, name } = requireSession();
      const people = full ? await openPeople(areaId, answer.id) : null;
      const when = toLocalInput(Date.now()).replace('T', ' ');
      await printInBrowser(
        contactsPaper({ list, people, reason, area: areaName, who: name, when, language }),
      );
    } catch (error) {
      notify('refused', say(problemOf(error)));
    }
    setOpening(false);
  };

  return (
    <Form<Wanted> layout="vertical" onFinish={(wanted) => void print(wanted)} className="contacts-print">
      <p>{t('print-lead')}</p>
      <Form.Item
        name="reason"
        label={t('reason')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('required') }]}
      >
        <Input maxLength={200} placeholder={t('reason-hint')} autoComplete="off" />
      </Form.Item>
      <Form.Item name="full" valuePropName="checked" extra={mayFull ? null : t('full-why')}>
        <Checkbox disabled={!mayFull}>{t('full')}</Checkbox>
      </Form.Item>
      <ProblemAlert problems={problems} />
      <Button
        type="primary"
        htmlType="submit"
        loading={busy || opening}
        disabled={list.contacts.length === 0}
      >
        {t('go')}
      </Button>
    </Form>
  );
}

async function openPeople(areaId: string, lookId: string): Promise<FullContacts['people']> {
  const file = await fetchFile(fullContactsPath(areaId, lookId));
  return (JSON.parse(await file.text()) as FullContacts).people;
}
