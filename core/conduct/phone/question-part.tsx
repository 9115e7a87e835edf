import { useId } from 'react';
import { useText } from '#kernel/ui/use-text.ts';
import type { Option, Question } from '../contract/rows.ts';
import { phoneText } from '../messages/phone.ts';
import './conduct.css';

/** One question with its options, each a whole line to press. */
export function QuestionPart(props: {
  readonly question: Question;
  /** In the order of this sitting. */
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly onChoose: (optionIds: readonly string[]) => void;
}) {
  const t = useText(phoneText);
  const name = useId();
  const { question, options, chosen, onChoose } = props;
  const many = question.kind === 'many';
  const press = (id: string) => {
    if (!many) onChoose([id]);
    else onChoose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  };
  return (
    <>
      <h2 className="quiz-question" id={name}>
        {question.text}
      </h2>
      <fieldset className="quiz-options" aria-describedby={name}>
        <legend>{many ? t('quiz.many') : t('quiz.one')}</legend>
        {options.map(({ id, text }) => (
          <label key={id} className={chosen.includes(id) ? 'quiz-chosen' : ''}>
            <input
              type={many ? 'checkbox' : 'radio'}
              name={name}
              checked={chosen.includes(id)}
              onChange={() => press(id)}
            />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
    </>
  );
}
