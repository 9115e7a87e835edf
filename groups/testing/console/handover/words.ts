import { formatCode, isProblem, readCode } from '#core/codes/contract.ts';
import type { Face } from '#kernel/ui/face.tsx';
import type { Language } from '#kernel/ui/language.ts';
import { translator } from '#kernel/ui/text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { SignedSide, TransportBox } from '../../contract/handover-queries.ts';
import { handoverText } from '../../messages/handover.ts';

export const CLOCK_FACES: Readonly<Record<TransportBox['clock']['state'], Face | null>> = {
  none: null,
  running: null,
  soon: 'flagged',
  late: 'late',
  arrived: 'done',
  'arrived-late': 'late',
};

export interface HandoverWords {
  /** `12 号箱` */
  readonly boxName: (code: string) => string;
  /** `还有 1 小时 20 分`; of what has arrived, when. */
  readonly clock: (clock: TransportBox['clock'], now: number) => string;
  /** `张师傅 某检验所 沪A12345 · 4月17日 10:05（手签，周安娜代录）` */
  readonly signed: (side: SignedSide) => string;
}

/** What console and prints say of boxes and hand-overs. */
export function handoverWords(areaId: string, language: Language): HandoverWords {
  const t = translator(handoverText, language);
  const span = (ms: number): string => {
    const minutes = Math.max(0, Math.round(ms / 60_000));
    if (minutes < 60) return t('time.minutes', { minutes });
    return t('time.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  };
  return {
    boxName(code) {
      const read = readCode(code, { areaId, labs: [] });
      const number = isProblem(read) || read.kind !== 'box' ? null : read.number;
      return number === null
        ? t('box.other', { code: formatCode(code) })
        : t('box', { number: String(number) });
    },
    clock({ state, dueAt, arrivedAt }, now) {
      const time = dueAt === null ? '' : span(Math.abs((arrivedAt ?? now) - dueAt));
      const at = arrivedAt === null ? '' : whenText(arrivedAt, language);
      return t(`clock.${state}`, { time, at });
    },
    signed({ byName, witness, signer, at }) {
      const by = byName ?? '';
      const who = signer ? [signer.name, signer.organisation, signer.plate].filter(Boolean).join(' ') : by;
      return `${who} · ${whenText(at, language)} (${t(`witness.${witness}`, { by })})`;
    },
  };
}
