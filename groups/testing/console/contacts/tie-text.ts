import type { Translate } from '#kernel/ui/text.ts';
import type { Contact, Tie } from '../../contract/contact-queries.ts';
import type zh from '../../messages/contacts.zh-CN.ts';

type Words = Translate<typeof zh>;

function one(t: Words, { kind, position, minutes, where }: Tie): string {
  switch (kind) {
    case 'tube':
      return t('tie.tube', { position: position ?? 0 });
    case 'dwelling':
      return t('tie.dwelling');
    case 'slot':
      return t('tie.slot', { where: where ?? '' });
    case 'lane': {
      const near = { where: where ?? '', minutes: Math.abs(minutes ?? 0) };
      if (minutes === 0 || minutes === null) return t('tie.lane-same', near);
      return t(minutes < 0 ? 'tie.lane-before' : 'tie.lane-after', near);
    }
  }
}

/** Every way somebody stands to those the list is about: `同管第 3；1号点 2台 晚 4 分钟内`. */
export const tiesText = (t: Words, { ties }: Pick<Contact, 'ties'>): string =>
  ties.map((tie) => one(t, tie)).join('；');
