import { Button } from 'antd';
import { ToneBadge } from '#kernel/ui/console/index.ts';
import { StateFace } from '#kernel/ui/face.tsx';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { useMay } from '#kernel/ui/session.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import { type ProposalView, zonesRules } from '../contract.ts';
import { text } from '../messages/index.ts';
import { zoneTone } from '../messages/tone.ts';
import { whatText, whyText } from './proposal-words.ts';
import './proposals.css';

/** What waits for a decision: why, what, what is still missing. */
export function Proposals(props: {
  proposals: readonly ProposalView[];
  /** Positive swabs that belong to nobody yet. */
  unplaced: number;
  nameOf: (placeId: string) => string;
  onAnswer: (proposal: ProposalView) => void;
  onSetAside: (proposal: ProposalView) => void;
}) {
  const { proposals, unplaced, nameOf, onAnswer, onSetAside } = props;
  const t = useText(text);
  const language = useLanguage();
  const may = useMay(zonesRules, 'zones:answer-proposal');
  const why = may ? '' : t('zones.not-allowed');
  return (
    <>
      {proposals.length === 0 ? <p className="zones-no-proposals">{t('proposal.none')}</p> : null}
      <ul className="zones-proposals" hidden={proposals.length === 0}>
        {proposals.map((proposal) => (
          <li key={proposal.id}>
            <div>
              <p className="zones-proposal-head">
                <strong>{nameOf(proposal.placeId)}</strong>{' '}
                <ToneBadge tone={zoneTone[proposal.now]} word={t(`status.${proposal.now}`)} />{' '}
                <strong>{whatText(proposal, language)}</strong>
              </p>
              <p>
                {whyText(proposal, language)} ·{' '}
                {t('proposal.since', { when: whenText(proposal.since, language) })}
              </p>
              <Unmet unmet={proposal.unmet} />
            </div>
            <div className="zones-proposal-ways">
              <Button type="primary" disabled={!may} title={why} onClick={() => onAnswer(proposal)}>
                {t('proposal.answer')}
              </Button>
              <Button disabled={!may} title={why} onClick={() => onSetAside(proposal)}>
                {t('proposal.aside')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {unplaced === 0 ? null : (
        <p>
          <StateFace face="flagged" word={t('proposal.unplaced', { count: unplaced })} />
        </p>
      )}
    </>
  );
}

/** What is missing before a step; nothing where the rule's conditions are met. */
export function Unmet({ unmet }: { unmet: ProposalView['unmet'] }) {
  const t = useText(text);
  const language = useLanguage();
  if (unmet.length === 0) return null;
  return (
    <div className="zones-unmet">
      <StateFace face="flagged" word={t('proposal.unmet')} />
      <ul>
        {unmet.flatMap(({ lines }) =>
          lines.map(({ said, to }) => (
            <li key={said['zh-CN']}>
              {to === null ? said[language] : <GoLink to={to}>{said[language]}</GoLink>}
            </li>
          )),
        )}
      </ul>
    </div>
  );
}
