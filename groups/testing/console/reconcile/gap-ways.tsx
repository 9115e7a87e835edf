import { Button, Popconfirm } from 'antd';
import { useMay } from '#kernel/ui/session.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { actions, rules } from '../../contract/access.ts';
import type { GapView } from '../../contract/handover-queries.ts';
import type { Way } from '../../contract/reconcile-rows.ts';
import { handoverText } from '../../messages/handover.ts';
import type { PaperPreset } from '../handover/paper-drawer.tsx';
import { AcceptButton } from './accept-button.tsx';
import { PackButton } from './pack-button.tsx';

interface Props {
  readonly roundId: string;
  readonly gap: GapView;
  readonly boxCodes: readonly string[];
  readonly onPaper: (preset: PaperPreset) => void;
}

/** One button a way; what cannot be taken back asks once more. */
export function GapWays({ roundId, gap, boxCodes, onPaper }: Props) {
  const t = useText(handoverText);
  const may = useMay(rules, actions.settle);
  const { submit, busy } = useSubmit(t('way.done'));
  const { kind, subject, said, boxCode, handoverCode } = gap;
  const settle = (more: object) => void submit('testing.settle-gap', 1, { roundId, note: '', ...more });
  const shared = { disabled: !may || busy, title: may ? '' : t('leader-only') };
  const plain = (way: Way, onClick: () => void) => (
    <Button key={way} size="small" {...shared} onClick={onClick}>
      {t(`way.${way}` as 'way.accept')}
    </Button>
  );
  const asked = (
    way: 'void-tube' | 'void-check-in' | 'void-packing' | 'void-handover',
    onConfirm: () => void,
  ) => (
    <Popconfirm
      key={way}
      title={t(`way.${way}`)}
      description={way === 'void-tube' && gap.people > 0 ? t('way.void-tube-ask') : null}
      okText={t(`way.${way}`)}
      onConfirm={onConfirm}
      disabled={shared.disabled}
    >
      <Button size="small" {...shared}>
        {t(`way.${way}`)}
      </Button>
    </Popconfirm>
  );
  const draw = (way: Way) => {
    switch (way) {
      case 'accept':
        return (
          <AcceptButton
            key={way}
            {...shared}
            onAccept={(note) => settle({ way, acceptanceId: newId(), kind, subject, said, note })}
          />
        );
      case 'pack-into':
        return (
          <PackButton
            key={way}
            {...shared}
            boxCodes={boxCodes}
            onPack={(code) =>
              settle({ way, tubeId: subject, packingId: newId(), boxId: newId(), boxCode: code })
            }
          />
        );
      case 'close-tube': {
        const body = { roundId, tubeId: subject, reason: 'other', note: t('way.at-closing') };
        return plain(way, () => void submit('testing.close-tube', 1, body));
      }
      case 'seal-box':
        return plain(way, () => void submit('testing.seal-box', 1, { roundId, boxId: newId(), boxCode }));
      case 'record-handover':
        return plain(way, () =>
          onPaper({ code: handoverCode, boxes: boxCode === null ? [] : [boxCode], destination: 'courier' }),
        );
      case 'void-tube':
        return asked(way, () => settle({ way, tubeId: subject }));
      case 'void-check-in':
        return asked(way, () => settle({ way, sampleId: subject }));
      case 'void-packing':
        return asked(way, () => settle({ way, packingId: subject }));
      case 'void-handover':
        return asked(
          way,
          () => void submit('testing.void-handover', 1, { roundId, code: handoverCode, note: '' }),
        );
    }
  };
  return <div className="gap-ways">{gap.ways.map(draw)}</div>;
}
