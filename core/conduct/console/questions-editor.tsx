import { Button, Checkbox, Input, Radio, Select } from 'antd';
import { Section } from '#kernel/ui/console/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { MOST_OPTIONS, MOST_QUESTIONS } from '../contract/commands.ts';
import { QUESTION_KINDS } from '../contract/rows.ts';
import { text } from '../messages/index.ts';
import {
  changed,
  type Draft,
  type DraftQuestion,
  moved,
  withKind,
  without,
  withoutOption,
  withRight,
} from './draft.ts';
import { PieceTools } from './piece-tools.tsx';

/** The quiz; without questions the code is only read. */
export function QuestionsEditor({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const t = useText(text);
  const { questions } = draft;
  const set = (next: readonly DraftQuestion[]) => onChange({ ...draft, questions: [...next] });
  const blank = (): DraftQuestion => ({
    id: newId(),
    kind: 'one',
    text: '',
    options: [1, 2, 3].map(() => ({ id: newId(), text: '' })),
    right: [],
    pointId: null,
  });
  return (
    <Section title={t('questions', { count: questions.length })}>
      <p>{t('questions.lead')}</p>
      {questions.map((question, n) => (
        <QuestionFields
          key={question.id}
          number={n + 1}
          question={question}
          points={draft.points}
          onChange={(next) => set(changed(questions, question.id, next))}
          onMove={(by) => set(moved(questions, question.id, by))}
          onRemove={() => set(without(questions, question.id))}
        />
      ))}
      <Button disabled={questions.length >= MOST_QUESTIONS} onClick={() => set([...questions, blank()])}>
        {t('questions.add')}
      </Button>
    </Section>
  );
}

function QuestionFields(props: {
  number: number;
  question: DraftQuestion;
  points: Draft['points'];
  onChange: (question: DraftQuestion) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  const t = useText(text);
  const { number, question, onChange } = props;
  const name = t('questions.number', { number });
  return (
    <fieldset className="conduct-piece">
      <legend>{name}</legend>
      <div className="conduct-line">
        <Input
          aria-label={t('questions.text', { number })}
          placeholder={t('questions.text-hint')}
          maxLength={200}
          value={question.text}
          onChange={({ target }) => onChange({ ...question, text: target.value })}
        />
        <PieceTools name={name} onMove={props.onMove} onRemove={props.onRemove} />
      </div>
      <div className="conduct-line">
        <Radio.Group
          aria-label={t('questions.kind', { number })}
          value={question.kind}
          onChange={({ target }) => onChange(withKind(question, target.value))}
          options={QUESTION_KINDS.map((value) => ({ value, label: t(`questions.kind.${value}`) }))}
        />
        <Select<string>
          size="small"
          aria-label={t('questions.point', { number })}
          style={{ minWidth: 220 }}
          value={question.pointId ?? ''}
          onChange={(value) => onChange({ ...question, pointId: value === '' ? null : value })}
          options={[
            { value: '', label: t('questions.no-point') },
            ...props.points.map(({ id, title }, n) => ({ value: id, label: `${n + 1}. ${title}` })),
          ]}
        />
      </div>
      {question.options.map((option, n) => (
        <div key={option.id} className="conduct-line">
          <Checkbox
            checked={question.right.includes(option.id)}
            aria-label={t('options.right', { number, option: n + 1 })}
            onChange={() => onChange(withRight(question, option.id))}
          >
            {t('options.right-short')}
          </Checkbox>
          <Input
            aria-label={t('options.text', { number, option: n + 1 })}
            maxLength={120}
            value={option.text}
            onChange={({ target }) =>
              onChange({ ...question, options: changed(question.options, option.id, { text: target.value }) })
            }
          />
          <Button
            size="small"
            aria-label={t('options.remove', { number, option: n + 1 })}
            disabled={question.options.length <= 2}
            onClick={() => onChange(withoutOption(question, option.id))}
          >
            ×
          </Button>
        </div>
      ))}
      <Button
        size="small"
        disabled={question.options.length >= MOST_OPTIONS}
        onClick={() => onChange({ ...question, options: [...question.options, { id: newId(), text: '' }] })}
      >
        {t('options.add')}
      </Button>
    </fieldset>
  );
}
