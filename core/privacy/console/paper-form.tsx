import { Button, Form, Input } from 'antd';
import { ProblemAlert, Section } from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import { PAPER_FIELDS, type PaperFields, type PaperKind } from '../contract/papers.ts';
import type { PaperView } from '../contract/queries.ts';
import { actions, rules } from '../contract/rules.ts';
import { text } from '../messages/index.ts';
import { paperText } from '../messages/papers.ts';
import { labelOf } from './paper-print.ts';

export interface PaperFormProps {
  readonly kind: PaperKind;
  readonly fields: PaperFields;
  readonly editions: readonly PaperView[];
  /** What saving is called, and what is said when it is done. */
  readonly save: string;
  readonly saved: string;
  readonly onChange: (fields: PaperFields) => void;
}

/** The fields of a paper; saving makes a new edition, earlier ones stay. */
export function PaperForm(props: PaperFormProps) {
  const { kind, fields, editions } = props;
  const t = useText(text);
  const p = useText(paperText);
  const may = useMay(rules, actions.write);
  const { submit, busy, problems } = useSubmit(props.saved);
  const save = () => void submit('privacy.save-paper', 1, { paperId: newId(), kind, fields });
  return (
    <Form layout="vertical" onFinish={save} disabled={!may}>
      {PAPER_FIELDS[kind].map((field) => (
        <Form.Item key={field} label={p(labelOf(kind, field))} htmlFor={`paper-${field}`}>
          <Input.TextArea
            id={`paper-${field}`}
            value={fields[field] ?? ''}
            maxLength={4_000}
            autoSize={{ minRows: 2, maxRows: 12 }}
            onChange={(event) => props.onChange({ ...fields, [field]: event.target.value })}
          />
        </Form.Item>
      ))}
      <ProblemAlert problems={problems} />
      <Button type="primary" htmlType="submit" loading={busy} title={may ? '' : t('privacy.not-allowed')}>
        {props.save}
      </Button>
      <Editions editions={editions} />
    </Form>
  );
}

function Editions({ editions }: { editions: readonly PaperView[] }) {
  const t = useText(text);
  const language = useLanguage();
  if (editions.length === 0) return <p className="privacy-note">{t('paper.none')}</p>;
  return (
    <Section title={t('paper.editions')}>
      <ul className="paper-editions">
        {editions.map((paper) => (
          <li key={paper.id}>
            <strong>{t('paper.edition', { number: paper.number })}</strong>{' '}
            {t('paper.by', {
              who: paper.savedByName ?? t('paper.system'),
              when: whenText(paper.savedAt, language),
            })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
