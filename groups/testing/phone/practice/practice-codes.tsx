import { useState } from 'react';
import { boxCode, formatCode, shortTube } from '#core/codes/contract.ts';
import { useSyncClient } from '#kernel/sync/client/hooks.ts';
import { EmptyFace, PhoneChoice, PhonePage, SideButton } from '#kernel/ui/phone/index.ts';
import { QrPicture } from '#kernel/ui/phone/qr-picture.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import { mark } from '../../messages/mark.ts';
import { phoneText } from '../../messages/phone.ts';
import { practiceText } from '../../messages/practice.ts';
import { to } from '../paths.ts';
import { personLine } from '../person-line.ts';
import { type PhoneRound, phoneRound } from '../projection.ts';
import { lanesOf, useTesting } from '../use-round.ts';
import { nextTube, peopleToSample, personCode } from './codes.ts';
import { today } from './today.ts';
import './practice.css';

const KINDS = ['tube', 'person', 'box'] as const;
type Kind = (typeof KINDS)[number];

/** One big code for another phone to scan; the next one after each scan. */
export default function PracticeCodes() {
  const t = useText(practiceText);
  const phone = useText(phoneText);
  const state = useTesting();
  const [kind, setKind] = useState<Kind>('tube');
  const [turn, setTurn] = useState(0);
  const open = [...state.testing.rounds.all()].find((one) => one.state === 'open');
  const round = open && phoneRound(state, open.id);
  return (
    <PhonePage
      title={t('practice.codes')}
      mark={mark}
      back={to.practice()}
      actions={<SideButton onPress={() => setTurn(turn + 1)}>{t('practice.next')}</SideButton>}
    >
      <p>{t('practice.codes-lead')}</p>
      <PhoneChoice<Kind>
        label={t('practice.kind')}
        value={kind}
        options={KINDS.map((value) => ({ value, label: t(`practice.kind.${value}`) }))}
        onChange={setKind}
      />
      {round ? (
        <Shown round={round} kind={kind} turn={turn} />
      ) : (
        <EmptyFace title={phone('rounds.empty')} next={phone('rounds.empty-next')} />
      )}
    </PhonePage>
  );
}

function Shown({ round, kind, turn }: { round: PhoneRound; kind: Kind; turn: number }) {
  const t = useText(practiceText);
  const state = useTesting();
  const { areaId } = useSyncClient();
  const { testing } = state;
  if (kind === 'box') {
    const n = 1 + (turn % 20);
    return <Code code={boxCode(areaId, n)} words={t('practice.box', { n })} />;
  }
  if (kind === 'tube') {
    const lanes = lanesOf(state, round.round);
    const lane = lanes[turn % Math.max(1, lanes.length)]?.lane;
    if (!lane) return null;
    const code = nextTube(testing, lane, areaId, today());
    return <Code code={code} words={t('practice.tube', { code: shortTube(code) })} />;
  }
  const people = peopleToSample(testing, round, 20);
  const card = people[turn % Math.max(1, people.length)];
  if (!card) return <EmptyFace title={t('practice.nobody-left')} />;
  return <Code code={personCode(areaId, card)} words={personLine(card)} />;
}

function Code({ code, words }: { code: string; words: string }) {
  return (
    <figure className="practice-code">
      <QrPicture text={code} label={words} />
      <figcaption>
        <span>{words}</span>
        <code>{formatCode(code)}</code>
      </figcaption>
    </figure>
  );
}
