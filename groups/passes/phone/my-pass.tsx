import { unhex, withTail } from '#core/codes/contract.ts';
import { PhonePage } from '#kernel/ui/phone/index.ts';
import { QrPicture } from '#kernel/ui/phone/qr-picture.tsx';
import { useNow } from '#kernel/ui/use-now.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { MyPass } from '../contract.ts';
import { rollingCode } from '../domain/rolling.ts';
import { gateText } from '../messages/gate.ts';
import { mark } from '../messages/mark.ts';
import { phoneText } from '../messages/phone.ts';
import { useMine } from './use-mine.ts';
import './my-pass.css';

/** The own pass, to be held out at a gate. */
export default function MyPassScreen() {
  const t = useText(phoneText);
  const now = useNow(1000);
  const mine = useMine(now);
  const [pass] = mine;
  return (
    <PhonePage title={t('mine')} mark={mark} back="/">
      {pass ? <Shown pass={pass} now={now} /> : <p className="my-pass-none">{t('none')}</p>}
    </PhonePage>
  );
}

function Shown({ pass, now }: { pass: MyPass; now: number }) {
  const t = useText(phoneText);
  const words = useText(gateText);
  const language = useLanguage();
  const { text, rollingKey, validFrom, validUntil, suspendedAt } = pass;
  // Drawn anew each half minute: in between the code is the same.
  const code = rollingKey === null ? text : withTail(text, rollingCode(unhex(rollingKey), now));
  const why = suspendedAt !== null ? t('suspended') : now < validFrom ? t('not-yet') : null;
  return (
    <div className="my-pass">
      <p className={`my-pass-kind my-pass-${pass.kind}`}>{words(`passes.kind.${pass.kind}`)}</p>
      {why === null ? <QrPicture text={code} label={t('code')} /> : <p className="my-pass-none">{why}</p>}
      <p className="my-pass-clock">{new Date(now).toLocaleTimeString(language, { hour12: false })}</p>
      <p>{t('until', { until: whenText(validUntil - 1, language) })}</p>
      {rollingKey === null ? null : <p className="my-pass-live">{t('live')}</p>}
    </div>
  );
}
