import { Alert, Button, Input, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { Field } from '#kernel/print/field.tsx';
import { ProblemAlert } from '#kernel/ui/console/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { PaperPerson } from '../../contract/paper-queries.ts';
import { paperText } from '../../messages/paper.ts';
import type { Choice, PaperSheet } from './use-paper-sheet.ts';

/** Tube, time, person: Enter goes on, a hand scanner fills each in turn, and the tube and time stay for the next line. */
export function EntryBar({ sheet }: { sheet: PaperSheet }) {
  const t = useText(paperText);
  const [tube, setTube] = useState('');
  const [who, setWho] = useState('');
  const clock = useRef<InputRef>(null);
  const person = useRef<InputRef>(null);

  const takePerson = (text: string) => {
    if (text.trim() !== '' && sheet.take(text)) setWho('');
  };
  const choose = (chosen: PaperPerson | null, codeText: string | null) => {
    if (sheet.add(chosen, codeText)) setWho('');
    person.current?.focus();
  };
  return (
    <>
      <div className="paper-bar">
        <Field label={t('tube')}>
          {(id) => (
            <Input
              id={id}
              value={tube}
              autoFocus
              autoComplete="off"
              onChange={(event) => setTube(event.target.value)}
              onPressEnter={() => {
                if (!sheet.takeTube(tube)) return;
                setTube('');
                (sheet.clock === '' ? clock : person).current?.focus();
              }}
            />
          )}
        </Field>
        <Field label={t('time')}>
          {(id) => (
            <Input
              id={id}
              ref={clock}
              value={sheet.clock}
              placeholder={t('time-hint')}
              autoComplete="off"
              inputMode="numeric"
              onChange={(event) => sheet.setClock(event.target.value)}
              onPressEnter={() => person.current?.focus()}
            />
          )}
        </Field>
        <Field label={t('person')}>
          {(id) => (
            <Input
              id={id}
              ref={person}
              value={who}
              placeholder={t('person-hint')}
              autoComplete="off"
              onChange={(event) => setWho(event.target.value)}
              onPressEnter={() => takePerson(who)}
            />
          )}
        </Field>
      </div>
      {sheet.hint ? <Alert type="warning" showIcon title={t(sheet.hint)} /> : null}
      <ProblemAlert problems={sheet.problem ? [sheet.problem] : []} />
      {sheet.choice ? <Choices choice={sheet.choice} onChoose={choose} /> : null}
    </>
  );
}

function Choices(props: {
  choice: Choice;
  onChoose: (person: PaperPerson | null, codeText: string | null) => void;
}) {
  const t = useText(paperText);
  const { choice, onChoose } = props;
  const { people, codeText } = choice;
  return (
    <section className="paper-choices" aria-label={t('choices')}>
      <p role="status">{codeText === null ? t('choose') : t('nobody', { text: codeText })}</p>
      {people.map((person, i) => (
        <Button key={person.id} onClick={() => onChoose(person, null)}>
          {i + 1}. {person.building} {person.room} {person.nameMask}
        </Button>
      ))}
      {codeText === null ? null : (
        <Button onClick={() => onChoose(null, codeText)}>{t('keep-as-written')}</Button>
      )}
    </section>
  );
}
