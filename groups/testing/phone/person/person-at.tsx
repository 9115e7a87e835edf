import { useState } from 'react';
import { useGo } from '#kernel/ui/navigation.tsx';
import {
  BigButton,
  ButtonRow,
  flash,
  PhoneList,
  PhonePage,
  PhoneRow,
  SideButton,
  StateFace,
  SyncNow,
  useDispatch,
} from '#kernel/ui/phone/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { REFUSAL_REASONS_OF, type RefusalKind, SPOIL_REASONS } from '../../contract.ts';
import { mark } from '../../messages/mark.ts';
import { type RefusalReasonKey, refusalText } from '../../messages/refusal.ts';
import { samplingText } from '../../messages/sampling.ts';
import { housemates } from '../household.ts';
import { shortName } from '../household-strip.tsx';
import { to } from '../paths.ts';
import type { ListedCard } from '../people-list.ts';
import { personLine } from '../person-line.ts';
import { Questions } from '../questions.tsx';
import { ReasonSheet } from '../reason-sheet.tsx';
import type { AtLane } from '../use-round.ts';
import { useSampling } from '../use-sampling.ts';
import { PersonHistory } from './history.tsx';
import { type Standing, standingOf } from './standing.ts';
import '../sampling.css';

type Asking = RefusalKind | 'spoil' | null;

export function PersonAt({ at, person }: { at: AtLane; person: ListedCard }) {
  const t = useText(samplingText);
  const why = useText(refusalText);
  const sampling = useSampling(at);
  const [asking, setAsking] = useState<Asking>(null);
  const roundId = at.round.round.id;
  const standing = standingOf(at.state.testing, roundId, person.id, t, why);
  return (
    <PhonePage
      title={personLine(person)}
      mark={mark}
      back={to.sampling(roundId, at.lane.id)}
      field
      aside={<SyncNow />}
      actions={<Actions at={at} person={person} standing={standing} sampling={sampling} onAsk={setAsking} />}
    >
      <p className="sampling-line">
        {standing.face ? <StateFace face={standing.face} /> : null} {standing.line}
      </p>
      <Household at={at} person={person} />
      <PersonHistory at={at} residentId={person.id} />
      <Asked at={at} person={person} standing={standing} asking={asking} onDone={() => setAsking(null)} />
      <Questions sampling={sampling} at={at} />
    </PhonePage>
  );
}

function Actions(props: {
  at: AtLane;
  person: ListedCard;
  standing: Standing;
  sampling: ReturnType<typeof useSampling>;
  onAsk: (asking: Asking) => void;
}) {
  const t = useText(samplingText);
  const go = useGo();
  const { at, person, standing, sampling, onAsk } = props;
  const { round } = at.round;
  if (standing.sample) {
    return (
      <BigButton tone="plain" onPress={() => onAsk('spoil')}>
        {t('spoil.swab')}
      </BigButton>
    );
  }
  return (
    <>
      <BigButton
        onPress={() => void sampling.choose([person], 'room')}
        disabled={!sampling.inHand}
        why={t('person.no-tube')}
      >
        {t('person.sample')}
      </BigButton>
      <ButtonRow>
        {round.mode === 'pooled' ? (
          <SideButton onPress={() => go(to.single(round.id, at.lane.id, person.id))}>
            {t('single.start')}
          </SideButton>
        ) : null}
        <SideButton onPress={() => onAsk('refused')}>{t('person.refused')}</SideButton>
        <SideButton onPress={() => onAsk('absent')}>{t('person.absent')}</SideButton>
      </ButtonRow>
    </>
  );
}

/** Each with how he or she stands; one tap to that person. */
function Household({ at, person }: { at: AtLane; person: ListedCard }) {
  const t = useText(samplingText);
  const why = useText(refusalText);
  const go = useGo();
  const others = housemates(at.round, person);
  const roundId = at.round.round.id;
  return (
    <section>
      <h2>{t('person.household')}</h2>
      {others.length === 0 ? <p>{t('person.alone')}</p> : null}
      <PhoneList label={t('person.household')}>
        {others.map((other) => {
          const { face, line } = standingOf(at.state.testing, roundId, other.id, t, why);
          return (
            <PhoneRow
              key={other.id}
              title={shortName(other)}
              detail={line}
              aside={face ? <StateFace face={face} /> : null}
              onPress={() => go(to.person(roundId, at.lane.id, other.id), { replace: true })}
            />
          );
        })}
      </PhoneList>
    </section>
  );
}

function Asked(props: {
  at: AtLane;
  person: ListedCard;
  standing: Standing;
  asking: Asking;
  onDone: () => void;
}) {
  const t = useText(samplingText);
  const why = useText(refusalText);
  const dispatch = useDispatch();
  const { asking, standing, onDone } = props;
  const roundId = props.at.round.round.id;
  if (asking === null) return null;
  const send = async (kind: string, body: object, word: string) => {
    onDone();
    if ((await dispatch(kind, { roundId, ...body })) !== 'refused') flash('done', word);
  };
  if (asking === 'spoil') {
    const { sample } = standing;
    return sample ? (
      <ReasonSheet
        title={t('spoil.why')}
        reasons={SPOIL_REASONS}
        wordOf={(reason) => t(`spoil.reason.${reason}`)}
        onReason={(reason, note) => {
          const what = { spoilageId: newId(), tubeId: sample.tubeId, sampleId: sample.id, reason, note };
          void send('testing.spoil', what, t('spoil.done'));
        }}
        onClose={onDone}
      />
    ) : null;
  }
  return (
    <ReasonSheet
      title={t('person.why', { kind: why(`kind.${asking}`) })}
      reasons={REFUSAL_REASONS_OF[asking]}
      wordOf={(reason) => why(`reason.${asking}.${reason}` as RefusalReasonKey)}
      onReason={(reason, note) => {
        const said = { refusalId: newId(), residentId: props.person.id, kind: asking, reason, note };
        void send('testing.record-refusal', said, t('person.kept'));
      }}
      onClose={onDone}
    />
  );
}
