import { FaceShape } from '#kernel/ui/face.tsx';
import { BigButton, ButtonRow, SideButton } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { phoneText } from '../messages/phone.ts';
import { FullAnswer } from './full-answer.tsx';
import type { AtGate } from './use-gate.ts';

/** A code that could not be read or is of no use here: why, and what to do; the next reading replaces it. */
export function UnreadPanel(props: { at: AtGate; why: string; onFind: () => void; onEmergency: () => void }) {
  const t = useText(phoneText);
  const { at, why, onFind, onEmergency } = props;
  return (
    <FullAnswer labelledBy="gate-unread">
      <div className="gate-verdict gate-verdict-ask">
        <FaceShape face="flagged" />
        <h2 id="gate-unread">{t('unread.title')}</h2>
      </div>
      <div className="gate-why">
        <p className="gate-rule">{why}</p>
      </div>
      <div className="gate-deeds">
        <BigButton onPress={at.forget}>{t('unread.again')}</BigButton>
        <BigButton
          tone="plain"
          onPress={() => {
            at.forget();
            onFind();
          }}
        >
          {t('find.button')}
        </BigButton>
        <ButtonRow>
          <SideButton onPress={onEmergency}>{t('emergency')}</SideButton>
        </ButtonRow>
      </div>
    </FullAnswer>
  );
}
