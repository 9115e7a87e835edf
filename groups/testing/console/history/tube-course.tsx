import { Descriptions } from 'antd';
import { formatCode } from '#core/codes/contract.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { TubeOpening } from '../../contract/history-queries.ts';
import { historyText } from '../../messages/history.ts';
import { phoneText } from '../../messages/phone.ts';

/** From opening to sealed box; a code opened on two phones has two courses. */
export function TubeCourse({ openings }: { openings: readonly TubeOpening[] }) {
  const t = useText(historyText);
  return openings.map((opening, i) => (
    <div key={opening.tubeId} className="tube-course">
      {openings.length === 1 ? null : <h3>{t('tube.opening', { number: i + 1 })}</h3>}
      {opening.merged ? (
        <p>{t('tube.merged')}</p>
      ) : opening.voided ? (
        <p>{t('tube.voided')}</p>
      ) : opening.onPaper ? (
        <p>{t('tube.on-paper')}</p>
      ) : null}
      <Course opening={opening} />
    </div>
  ));
}

function Course({ opening }: { opening: TubeOpening }) {
  const t = useText(historyText);
  const phone = useText(phoneText);
  const language = useLanguage();
  const did = (at: number, who: string | null) =>
    t('by-at', { at: whenText(at, language), who: who ?? t('nobody') });
  const { closedAt, closeReason, packedAt, boxCode, sealedAt } = opening;
  const why = [closeReason === null ? '' : phone(`reason.${closeReason}`), opening.note].filter(Boolean);
  const items = [
    { key: 'lane', label: t('lane'), children: opening.lane ?? '' },
    { key: 'ratio', label: t('tube.ratio'), children: opening.ratio },
    { key: 'opened', label: t('tube.opened'), children: did(opening.openedAt, opening.openedByName) },
    {
      key: 'closed',
      label: t('tube.closed'),
      children:
        closedAt === null ? t('tube.not-closed') : [did(closedAt, opening.closedByName), ...why].join(' · '),
    },
    {
      key: 'packed',
      label: t('tube.packed'),
      children:
        packedAt === null || boxCode === null
          ? t('tube.not-packed')
          : `${t('tube.in-box', { box: formatCode(boxCode) })} · ${did(packedAt, opening.packedByName)}`,
    },
    ...(packedAt === null
      ? []
      : [
          {
            key: 'sealed',
            label: t('tube.sealed'),
            children: sealedAt === null ? t('tube.not-sealed') : did(sealedAt, opening.sealedByName),
          },
        ]),
  ];
  return <Descriptions column={{ xs: 1, md: 2 }} size="small" items={items} />;
}
