import { formatCode, isProblem, readCode } from '#core/codes/contract.ts';
import { useSyncClient } from '#kernel/sync/client/hooks.ts';
import type { Face } from '#kernel/ui/face.tsx';
import { useText } from '#kernel/ui/use-text.ts';
import type { ClockState, LabClock } from '../../domain/transport/lab-clock.ts';
import type { LedgerBox } from '../../domain/transport/ledger.ts';
import { handoverPhoneText } from '../../messages/handover-phone.ts';

const FACES: Readonly<Record<ClockState, Face | null>> = {
  none: null,
  running: null,
  soon: 'flagged',
  late: 'late',
  arrived: 'done',
  'arrived-late': 'late',
};

export interface BoxWords {
  /** `12 号箱` */
  readonly name: (code: string) => string;
  /** `24 管 · 已封 · 封签 F0087 · 6.5 ℃` */
  readonly detail: (box: LedgerBox, showsTubes: boolean) => string;
  /** `还有 1 小时 20 分`, with the face that goes with it. */
  readonly clock: (clock: LabClock, now: number) => { readonly face: Face | null; readonly word: string };
}

/** What the phone says of boxes. */
export function useBoxWords(): BoxWords {
  const t = useText(handoverPhoneText);
  const { areaId } = useSyncClient();

  const span = (ms: number): string => {
    const minutes = Math.max(0, Math.round(ms / 60_000));
    if (minutes < 60) return t('time.minutes', { minutes });
    return t('time.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  };

  return {
    name(code) {
      const read = readCode(code, { areaId, labs: [] });
      const number = isProblem(read) || read.kind !== 'box' ? null : read.number;
      return number === null ? t('box.other', { code: formatCode(code) }) : t('box', { number });
    },
    detail({ box, content, counted }, showsTubes) {
      const sealed = box?.sealedAt != null;
      const parts = [
        box === null ? t('box.missing') : showsTubes ? t('box.tubes', { count: content.tubes }) : '',
        box === null ? '' : t(sealed ? 'box.sealed' : 'box.open'),
        box?.sealNumber ? t('box.seal', { seal: box.sealNumber }) : '',
        box?.temperature == null ? '' : t('box.temperature', { temperature: box.temperature }),
        t(`counted.${counted.state}`),
      ];
      return parts.filter((part) => part !== '').join(' · ');
    },
    clock({ state, dueAt, arrivedAt }, now) {
      if (state === 'none') return { face: null, word: '' };
      const time = dueAt === null ? '' : span(Math.abs((arrivedAt ?? now) - dueAt));
      return { face: FACES[state], word: t(`clock.${state}`, { time }) };
    },
  };
}
