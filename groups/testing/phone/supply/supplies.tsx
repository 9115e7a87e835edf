import { useState } from 'react';
import {
  BigButton,
  EmptyFace,
  flash,
  PhoneChoice,
  PhoneInput,
  PhonePage,
  SyncNow,
  useDispatch,
} from '#kernel/ui/phone/index.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { LaneDeed } from '../../contract/supply-rows.ts';
import { supplyKey } from '../../domain/supply/reckon.ts';
import { mark } from '../../messages/mark.ts';
import { phoneText } from '../../messages/phone.ts';
import { supplyText } from '../../messages/supply.ts';
import { kindWords } from '../../messages/supply-words.ts';
import { to } from '../paths.ts';
import { type AtLane, useLane } from '../use-round.ts';
import { bookOf, DEEDS, readForm, type Supply, suppliesAt } from './form.ts';
import { LatestLines } from './latest-lines.tsx';

/** What came to this lane, what is left, what goes back: one thing at a time, offline as well. */
export default function SuppliesScreen({ params }: ScreenProps) {
  const t = useText(supplyText);
  const of = useText(phoneText);
  const at = useLane(params);
  if (at) return <SuppliesAt at={at} />;
  return (
    <PhonePage title={t('phone')} mark={mark} back={to.rounds()}>
      <EmptyFace title={of('rounds.empty')} next={of('rounds.empty-next')} />
    </PhonePage>
  );
}

function SuppliesAt({ at }: { at: AtLane }) {
  const t = useText(supplyText);
  const of = useText(phoneText);
  const dispatch = useDispatch();
  const [deed, setDeed] = useState<LaneDeed>('received');
  const [written, setWritten] = useState<ReadonlyMap<string, string>>(new Map());
  const [ownName, setOwnName] = useState('');
  const roundId = at.round.round.id;
  const entries = at.state.testing.supplies.by('lane', at.lane.id);
  const known = suppliesAt(entries);
  const own: Supply = { kind: 'other', name: ownName.trim().slice(0, 20) };
  const supplies =
    own.name === '' || known.some((s) => supplyKey(s) === supplyKey(own)) ? known : [...known, own];

  const hint = (supply: Supply): string => {
    const { issued, received, left } = bookOf(supply, entries);
    if (deed === 'received') return t('phone.hint-received', { issued, received });
    return left === null ? t('phone.hint-counted-none') : t('phone.hint-counted', { left });
  };

  const save = async () => {
    const read = readForm(supplies, written, newId);
    if (read.is === 'nothing') return flash('refused', t('phone.nothing'));
    if (read.is === 'wrong') return flash('refused', t('phone.wrong', { kind: kindWords(t, read.supply) }));
    const body = { roundId, laneId: at.lane.id, deed, items: read.items, note: '' };
    if ((await dispatch('testing.record-supplies', body)) === 'refused') return;
    setWritten(new Map());
    setOwnName('');
    flash('done', t('phone.saved'));
  };

  return (
    <PhonePage
      title={`${t('phone')} · ${of('lane', { site: at.site.name, lane: at.lane.name })}`}
      mark={mark}
      back={to.sampling(roundId, at.lane.id)}
      aside={<SyncNow />}
      actions={<BigButton onPress={() => void save()}>{t('phone.save')}</BigButton>}
    >
      <PhoneChoice
        label={t('phone.deed')}
        value={deed}
        options={DEEDS.map((value) => ({ value, label: t(`deed.${value}`) }))}
        onChange={setDeed}
      />
      {supplies.map((supply) => (
        <PhoneInput
          key={supplyKey(supply)}
          label={`${kindWords(t, supply)} · ${t(`phone.quantity-${deed}`)}`}
          hint={hint(supply)}
          inputMode="numeric"
          value={written.get(supplyKey(supply)) ?? ''}
          onChange={(text) => setWritten((before) => new Map(before).set(supplyKey(supply), text))}
        />
      ))}
      <PhoneInput label={t('phone.other-name')} value={ownName} onChange={setOwnName} />
      <LatestLines at={at} entries={entries} />
    </PhonePage>
  );
}
