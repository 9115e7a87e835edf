import { useState } from 'react';
import {
  BigButton,
  BottomSheet,
  flash,
  PhoneChoice,
  PhoneInput,
  useDispatch,
} from '#kernel/ui/phone/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { LedgerBox } from '../../domain/transport/ledger.ts';
import { handoverPhoneText } from '../../messages/handover-phone.ts';
import { readCount } from './read-number.ts';

/** One person counts a box: nobody else's number, nor the scanned one, is on this sheet. */
export function CountSheet(props: { roundId: string; box: LedgerBox; name: string; onClose: () => void }) {
  const t = useText(handoverPhoneText);
  const dispatch = useDispatch();
  const [who, setWho] = useState<'self' | 'helper'>('self');
  const [helper, setHelper] = useState('');
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const { roundId, box, name, onClose } = props;
  const tubes = readCount(typed);
  const named = who === 'self' || helper.trim() !== '';

  const save = async () => {
    setTried(true);
    if (tubes === null || !named) return;
    const body = {
      ...{ roundId, countId: newId(), boxCode: box.code, tubes },
      ...(who === 'helper' && { counterName: helper.trim() }),
    };
    if ((await dispatch('testing.count-box', body)) === 'refused') return;
    onClose();
    const scanned = box.content.tubes;
    if (tubes === scanned) flash('done', t('count.agree'));
    else flash('flagged', t('count.differ', { scanned }));
  };

  return (
    <BottomSheet title={t('count.title', { box: name })} onClose={onClose}>
      <p>{t('count.lead')}</p>
      <PhoneInput
        label={t('count.tubes')}
        value={typed}
        onChange={setTyped}
        inputMode="numeric"
        error={tried && tubes === null ? t('count.wrong') : undefined}
      />
      <PhoneChoice
        label={t('count.who')}
        value={who}
        options={[
          { value: 'self', label: t('count.self') },
          { value: 'helper', label: t('count.helper') },
        ]}
        onChange={setWho}
      />
      {who === 'helper' ? <PhoneInput label={t('count.name')} value={helper} onChange={setHelper} /> : null}
      <BigButton onPress={() => void save()}>{t('count.save')}</BigButton>
    </BottomSheet>
  );
}
