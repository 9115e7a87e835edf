import { useState } from 'react';
import { formatCode, isProblem, readCode } from '#core/codes/contract.ts';
import { useSyncClient } from '#kernel/sync/client/hooks.ts';
import { useGo } from '#kernel/ui/navigation.tsx';
import {
  AskSheet,
  BigButton,
  BigNumber,
  ButtonRow,
  EmptyFace,
  flash,
  PhonePage,
  ScanField,
  SideButton,
  SyncNow,
  useDispatch,
} from '#kernel/ui/phone/index.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { newId } from '#kernel/ui/submit.ts';
import { problemText } from '#kernel/ui/text.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { inRound } from '../domain/state.ts';
import { mark } from '../messages/mark.ts';
import { phoneText } from '../messages/phone.ts';
import { readContext } from './find-person.ts';
import { type Sealing, SealSheet } from './handover/seal-sheet.tsx';
import { to } from './paths.ts';
import { type AtLane, useLane } from './use-round.ts';

/** Tubes into a box: the box once, then one tube after the other. */
export default function PackingScreen({ params }: ScreenProps) {
  const t = useText(phoneText);
  const at = useLane(params);
  if (at) return <PackingAt at={at} />;
  return (
    <PhonePage title={t('pack.title')} mark={mark} back={to.rounds()}>
      <EmptyFace title={t('rounds.empty')} next={t('rounds.empty-next')} />
    </PhonePage>
  );
}

function PackingAt({ at }: { at: AtLane }) {
  const t = useText(phoneText);
  const language = useLanguage();
  const { areaId, actorId } = useSyncClient();
  const dispatch = useDispatch();
  const [boxCode, setBoxCode] = useState<string | null>(null);
  const go = useGo();
  const [sealing, setSealing] = useState(false);
  const [sealNumber, setSealNumber] = useState('');
  /** A tube whose closing has not been heard of here, waiting for a look at its lid. */
  const [unclosed, setUnclosed] = useState<string | null>(null);
  const { testing } = at.state;
  const roundId = at.round.round.id;
  const [box] = boxCode === null ? [] : testing.boxes.by('code', inRound(roundId, boxCode));
  const inBox = box
    ? [...testing.packings.all()].filter((p) => p.boxId === box.id && p.voidedAt === null)
    : [];

  const check = (code: string) => {
    if (boxCode === null) return flash('refused', t('pack.none'));
    if (inBox.some((packing) => packing.code === code)) return flash('done', t('pack.again'));
    const [tube] = testing.tubes.by('code', inRound(roundId, code));
    if (tube?.state !== 'open') return void pack(code);
    // One's own is open for sure; another's may have been closed on a phone that has no network.
    if (tube.openedBy === actorId) return flash('refused', t('pack.open-tube'));
    setUnclosed(code);
  };

  const pack = async (code: string) => {
    setUnclosed(null);
    if (boxCode === null) return;
    const tubes = [{ packingId: newId(), code }];
    const body = { roundId, boxId: box?.id ?? newId(), boxCode, tubes };
    const told = await dispatch('testing.pack-tubes', body);
    if (told === 'flagged') flash('flagged', t('pack.flagged'));
    if (told === 'done') flash('done', t('pack.done'));
  };

  const read = (text: string) => {
    // What is scanned while the box is being sealed is the seal.
    if (sealing) return setSealNumber(text);
    const found = readCode(text, readContext(at.round, areaId));
    if (isProblem(found)) return flash('refused', problemText(found, language));
    if (found.kind === 'box') return setBoxCode(found.text);
    if (found.kind === 'tube') return check(found.text);
    flash('refused', boxCode === null ? t('pack.not-box') : t('pack.not-tube'));
  };

  const seal = async (told: Sealing) => {
    setSealing(false);
    if (!box) return;
    const body = { roundId, boxId: box.id, boxCode: box.code, ...told };
    const outcome = await dispatch('testing.seal-box', body);
    if (outcome === 'refused') return;
    setBoxCode(null);
    setSealNumber('');
    flash(outcome, outcome === 'done' ? t('pack.sealed') : t('pack.flagged'));
  };

  return (
    <PhonePage
      title={t('pack.title')}
      mark={mark}
      back={to.sampling(roundId, at.lane.id)}
      field
      aside={<SyncNow />}
      actions={
        <>
          <ScanField
            label={boxCode === null ? t('pack.none') : t('pack.scan')}
            action={t('scan.action')}
            onCode={read}
          />
          <BigButton tone="plain" onPress={() => setSealing(true)} disabled={inBox.length === 0}>
            {t('pack.seal')}
          </BigButton>
        </>
      }
    >
      {boxCode === null ? (
        <EmptyFace title={t('pack.none')} />
      ) : (
        <BigNumber value={inBox.length} label={t('pack.box', { code: formatCode(boxCode) })} />
      )}
      <ButtonRow>
        <SideButton onPress={() => go(to.boxes(roundId))}>{t('boxes')}</SideButton>
      </ButtonRow>
      {unclosed === null ? null : (
        <AskSheet
          title={t('pack.unclosed', { code: formatCode(unclosed) })}
          yes={t('pack.unclosed-yes')}
          no={t('pack.unclosed-no')}
          onYes={() => void pack(unclosed)}
          onNo={() => setUnclosed(null)}
        >
          <p>{t('pack.unclosed-why')}</p>
        </AskSheet>
      )}
      {sealing && boxCode !== null ? (
        <SealSheet
          boxCode={boxCode}
          count={inBox.length}
          sealNumber={sealNumber}
          onSealNumber={setSealNumber}
          onSeal={(told) => void seal(told)}
          onClose={() => setSealing(false)}
        />
      ) : null}
    </PhonePage>
  );
}
