import { formatCode } from '#core/codes/contract.ts';
import { SIGNATURE_HEIGHT, SIGNATURE_WIDTH, strokePaths } from '#kernel/custody/signature.ts';
import { type Column, DataTable, EmptyFace, StateFace } from '#kernel/ui/console/index.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { HandoverView, SignedSide } from '../../contract/handover-queries.ts';
import { handoverText } from '../../messages/handover.ts';
import { useHandoverWords } from './use-words.ts';
import './handover.css';

const FACES = {
  confirmed: 'done',
  'waiting-for-receiver': 'pending',
  'waiting-for-giver': 'pending',
  void: 'refused',
} as const;

/** Both sides of every hand-over; one side alone is never shown as done. */
export function HandoversTable({ handovers }: { handovers: readonly HandoverView[] }) {
  const t = useText(handoverText);
  const words = useHandoverWords();
  const signed = (side: SignedSide | null) => (side ? words.signed(side) : '—');
  const differs = ({ disputed, sameNumbers }: HandoverView) => disputed.length > 0 || !sameNumbers;
  const columns: readonly Column<HandoverView>[] = [
    { key: 'code', title: t('handover.code'), value: (row) => formatCode(row.code) },
    { key: 'to', title: t('handover.to'), value: (row) => t(`to.${row.destination}`), filter: true },
    {
      key: 'boxes',
      title: t('handover.boxes'),
      value: (row) => row.boxes.map(({ code, tubes }) => `${words.boxName(code)} ${tubes}`).join(' · '),
    },
    {
      key: 'given',
      title: t('handover.given'),
      value: (row) => signed(row.given),
      draw: (row) => <Signed side={row.given} />,
    },
    {
      key: 'received',
      title: t('handover.received'),
      value: (row) => signed(row.received),
      draw: (row) => <Signed side={row.received} />,
    },
    {
      key: 'state',
      title: t('handover.state'),
      value: (row) => t(`handover.${row.state}`),
      filter: true,
      draw: (row) => (
        <>
          <StateFace face={FACES[row.state]} word={t(`handover.${row.state}`)} />
          {differs(row) ? (
            <div>
              <StateFace
                face="flagged"
                word={t('handover.differs', {
                  given: row.given?.tubeCount ?? 0,
                  received: row.received?.tubeCount ?? 0,
                })}
              />
            </div>
          ) : null}
        </>
      ),
    },
  ];
  return (
    <DataTable
      name="testing.handovers"
      label={t('handovers')}
      rows={handovers}
      columns={columns}
      rowKey={(row) => row.code}
      empty={<EmptyFace title={t('handovers.none')} />}
    />
  );
}

function Signed({ side }: { side: SignedSide | null }) {
  const t = useText(handoverText);
  const words = useHandoverWords();
  if (!side) return <>—</>;
  const strokes = strokePaths(side.signer?.drawing ?? '');
  return (
    <>
      {words.signed(side)}
      {strokes.length === 0 ? null : (
        <svg
          className="handover-signature"
          role="img"
          aria-label={t('signature.of', { name: side.signer?.name ?? '' })}
          viewBox={`0 0 ${SIGNATURE_WIDTH} ${SIGNATURE_HEIGHT}`}
        >
          {strokes.map((path) => (
            <path key={path} d={path} />
          ))}
        </svg>
      )}
    </>
  );
}
