import { Button } from 'antd';
import { DetailDrawer, Section, SettleForm } from '#kernel/ui/console/index.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import { useMay } from '#kernel/ui/session.ts';
import { problemText } from '#kernel/ui/text.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { PeopleDiscrepancy } from '../../contract/by-hand-queries.ts';
import { RESIDENT_FIELDS } from '../../contract/rows.ts';
import { actions, rules } from '../../contract/rules.ts';
import { RESOLUTIONS } from '../../contract/settlement.ts';
import { byHandText } from '../../messages/by-hand.ts';
import { text } from '../../messages/index.ts';
import { peoplePaths } from '../../paths.ts';
import { type ShownField, useFieldText } from '../field-text.ts';
import { roomText } from '../words.ts';

/** What the register says, what the visit said, the ways that fit, and why. */
export function SettleDrawer(props: { discrepancy: PeopleDiscrepancy | null; onClose: () => void }) {
  const t = useText(byHandText);
  const language = useLanguage();
  const { discrepancy, onClose } = props;
  return (
    <DetailDrawer
      title={discrepancy === null ? t('discrepancies.title') : problemText(discrepancy, language)}
      open={discrepancy !== null}
      onClose={onClose}
    >
      {discrepancy === null ? null : (
        <div className="resident">
          <Sides discrepancy={discrepancy} />
          {discrepancy.settledAt === null ? (
            <Settle key={discrepancy.id} discrepancy={discrepancy} onDone={onClose} />
          ) : (
            <Settled discrepancy={discrepancy} settledAt={discrepancy.settledAt} />
          )}
        </div>
      )}
    </DetailDrawer>
  );
}

/** Fields that the visit spoke of, as the register has them now beside what was said. */
function Sides({ discrepancy }: { discrepancy: PeopleDiscrepancy }) {
  const t = useText(byHandText);
  const words = useText(text);
  const language = useLanguage();
  const say = useFieldText();
  const { said, people } = discrepancy;
  const fields = (said?.values ?? []).flatMap(({ field }) => shownField(field) ?? []);
  return (
    <>
      {said === null ? null : (
        <Section title={t('discrepancies.said')}>
          <p>
            {whenText(said.at, language)} {said.byName ?? ''}
          </p>
          <ul>
            {said.values.map(({ field, value }) => {
              const shown = shownField(field);
              return shown ? (
                <li key={field}>
                  {words(`field.${shown}`)} <strong>{valueText(value, t('value.none'), words)}</strong>
                </li>
              ) : null;
            })}
          </ul>
        </Section>
      )}
      <Section title={t('discrepancies.stands')}>
        <ol className="history">
          {people.map((row) => (
            <li key={row.id}>
              <strong>{row.name}</strong> {row.compound} {roomText(row)}
              {row.endedAt === null ? null : (
                <div>{words('resident.ended', { when: row.endedOn ?? whenText(row.endedAt, language) })}</div>
              )}
              {fields.map((field) => (
                <div key={field}>
                  {words(`field.${field}`)} {say(row, field)}
                </div>
              ))}
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}

const shownField = (field: string): ShownField | null => {
  const known = RESIDENT_FIELDS.find((one) => one === field);
  return known === undefined || known === 'idKind' ? null : known;
};

const SAID = { true: 'yes', false: 'no', male: 'sex.male', female: 'sex.female' } as const;
type SaidWord = (typeof SAID)[keyof typeof SAID];

const isWord = (value: string): value is keyof typeof SAID => value in SAID;

const valueText = (value: string, none: string, words: (key: SaidWord) => string): string =>
  value === '' ? none : isWord(value) ? words(SAID[value]) : value;

function Settle({ discrepancy, onDone }: { discrepancy: PeopleDiscrepancy; onDone: () => void }) {
  const t = useText(byHandText);
  const words = useText(text);
  const go = useGo();
  const may = useMay(rules, actions.change);
  const { submit, busy, problems } = useSubmit(t('discrepancies.done'));
  const [one, other] = discrepancy.people;
  const ways = discrepancy.resolutions.filter((way) => way !== 'merge');
  return (
    <>
      {ways.length < discrepancy.resolutions.length && one && other ? (
        <div>
          <Button disabled={!may} onClick={() => go(peoplePaths.mergeOf(one.id, other.id, discrepancy.id))}>
            {t('resolution.merge')}
          </Button>
        </div>
      ) : null}
      <SettleForm
        ways={ways.map((value) => ({ value, label: t(`resolution.${value}`) }))}
        words={{
          way: t('discrepancies.settle'),
          note: t('discrepancies.note'),
          hint: t('discrepancies.note-hint'),
          required: words('add.required'),
          save: t('discrepancies.save'),
        }}
        noteRequired
        busy={busy}
        problems={problems}
        {...(may ? {} : { notAllowed: words('register.not-allowed') })}
        onSettle={async ({ resolution, note }) => {
          const body = { discrepancyId: discrepancy.id, resolution, note };
          const answer = await submit('people.settle', 1, body);
          if (answer && answer.first !== 'refused') onDone();
        }}
      />
    </>
  );
}

function Settled({ discrepancy, settledAt }: { discrepancy: PeopleDiscrepancy; settledAt: number }) {
  const t = useText(byHandText);
  const language = useLanguage();
  const { resolution, note, settledByName } = discrepancy;
  const way = RESOLUTIONS.find((one) => one === resolution);
  return (
    <Section title={t('discrepancies.settled')}>
      <p>
        {whenText(settledAt, language)} {settledByName ?? ''}
      </p>
      <p>
        {way ? t(`resolution.${way}`) : ''} · {note}
      </p>
    </Section>
  );
}
