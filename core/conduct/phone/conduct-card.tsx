import { phoneText as accountsText } from '#core/accounts/messages/phone.ts';
import { PhoneCard } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { cardsText } from '../messages/cards.ts';
import { conductMark } from '../messages/mark.ts';
import { toPhone } from '../paths.ts';
import { CodeFace } from './code-face.tsx';
import type { CodeHere } from './codes-here.ts';
import { useCodes } from './use-codes.ts';

/** On the first page, before all duties: each code of my groups that I still have to pass or confirm. */
export default function ConductCard() {
  return useCodes()
    .filter(({ mine }) => mine)
    .filter(({ fitness }) => fitness === 'must-pass' || fitness === 'must-acknowledge')
    .map((here) => <OpenCard key={here.code.id} here={here} />);
}

function OpenCard({ here }: { here: CodeHere }) {
  const t = useText(cardsText);
  const group = useText(accountsText)(`group.${here.code.group}`);
  const mustPass = here.fitness === 'must-pass';
  const note = here.code.note === '' ? t('changed') : here.code.note;
  return (
    <PhoneCard
      title={mustPass ? t('must-pass') : t('must-acknowledge')}
      mark={conductMark}
      to={toPhone.code(here.code.id)}
      aside={<CodeFace here={here} />}
    >
      <span>
        {!mustPass
          ? t('must-acknowledge-detail', { group, note })
          : here.onDuty
            ? t('must-pass-on-duty', { group })
            : t('must-pass-detail', { group })}
      </span>
    </PhoneCard>
  );
}
