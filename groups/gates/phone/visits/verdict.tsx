import { FaceShape } from '#kernel/ui/face.tsx';
import { BigButton, ButtonRow, SideButton } from '#kernel/ui/phone/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { PassageOutcome } from '../../contract/rows.ts';
import type { GateAnswer } from '../../domain/decision/attempt.ts';
import { visitsText } from '../../messages/visits.ts';

const FACE = { allowed: 'done', ask: 'flagged', refused: 'refused' } as const;

/** The third tap: what the rule says, in colour and in words, and what follows from it. */
export function Verdict(props: {
  said: GateAnswer;
  /** Why, in plain words. */
  why: string;
  onDecide: (outcome: PassageOutcome) => void;
}) {
  const { said, why, onDecide } = props;
  const t = useText(visitsText);
  const face = FACE[said.answer];
  return (
    <>
      <div className={`visit-verdict visit-${face}`} role="status">
        <FaceShape face={face} />
        <p>
          <strong>{t(`answer.${said.answer}`)}</strong>
          <span>{why}</span>
        </p>
      </div>
      {said.answer === 'allowed' ? (
        <BigButton onPress={() => onDecide('allowed')}>{t('do.in')}</BigButton>
      ) : (
        <BigButton tone="danger" onPress={() => onDecide('refused')}>
          {t('do.refuse')}
        </BigButton>
      )}
      <ButtonRow>
        {said.answer === 'allowed' ? (
          <SideButton onPress={() => onDecide('refused')}>{t('do.refuse')}</SideButton>
        ) : (
          <SideButton onPress={() => onDecide('asked')}>
            {said.answer === 'ask' ? t('do.in-asked') : t('do.in-anyway')}
          </SideButton>
        )}
      </ButtonRow>
    </>
  );
}
