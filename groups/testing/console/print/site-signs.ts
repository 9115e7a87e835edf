import { printDocument } from '#kernel/print/document.ts';
import { fitType } from '#kernel/print/fit.ts';
import { html, type Markup } from '#kernel/print/markup.ts';
import { translator } from '#kernel/ui/text.ts';
import { printText } from '../../messages/print.ts';
import { headOf, MARK, type PrintFor } from './job.ts';

/** Areas of a sampling site that the set-up checklist names, in walking order. */
export const SIGNS = [
  'entrance',
  'waiting',
  'elders',
  'sampling',
  'buffer',
  'isolation',
  'waste',
  'exit',
] as const;
export type SignKind = (typeof SIGNS)[number];

export interface SignSite {
  readonly name: string;
  readonly lanes: readonly string[];
}

export type Arrow = 'none' | 'left' | 'right' | 'up';
const ARROWS: Readonly<Record<Arrow, string>> = { none: '', left: '←', right: '→', up: '↑' };

/** One A4 page for each sign of each site, and one for each lane. Chinese large, English beneath. */
export function siteSigns(
  job: PrintFor,
  sites: readonly SignSite[],
  kinds: readonly SignKind[],
  arrow: Arrow = 'none',
): string {
  const zh = translator(printText, 'zh-CN');
  const en = translator(printText, 'en');
  const pages = sites.flatMap((site) => [
    ...SIGNS.filter((kind) => kinds.includes(kind)).map((kind) =>
      sign(kind, site.name, {
        large: zh(`sign.${kind}`),
        second: en(`sign.${kind}`),
        say: zh(`sign.${kind}.say`),
        saySecond: en(`sign.${kind}.say`),
        arrow: ARROWS[arrow],
      }),
    ),
    ...site.lanes.map((lane) =>
      sign('lane', site.name, {
        large: lane,
        second: '',
        say: zh('sign.lane.say'),
        saySecond: en('sign.lane.say'),
        arrow: ARROWS[arrow],
      }),
    ),
  ]);
  return printDocument({
    head: headOf(job, translator(printText, job.language)('sign.title')),
    language: job.language,
    pages,
    css: CSS,
  });
}

/** Millimetres inside the widest frame. */
const WIDE = 168;

interface SignWords {
  readonly large: string;
  readonly second: string;
  readonly say: string;
  readonly saySecond: string;
  readonly arrow: string;
}

function sign(kind: SignKind | 'lane', site: string, words: SignWords): Markup {
  return html`<div class="sign sign-${kind}"><p class="sign-site"><i>${MARK.character}</i>${site}</p>
<div class="sign-middle"><p class="sign-large" style="font-size:${fitType(words.large, WIDE, 92)}mm">${words.large}</p>
<p class="sign-second" style="font-size:${fitType(words.second, WIDE, 16)}mm">${words.second}</p>
<p class="sign-arrow">${words.arrow}</p></div>
<p class="sign-say" style="font-size:${fitType(words.say, WIDE, 11)}mm">${words.say}</p>
<p class="sign-say-second" style="font-size:${fitType(words.saySecond, WIDE, 6)}mm">${words.saySecond}</p></div>`;
}

/** Staff areas and danger are told by a frame too, not by colour alone. */
const CSS = `
.sign { position: absolute; inset: 12mm 10mm 10mm; border: 1.2mm solid ${MARK.colour}; border-radius: 4mm; padding: 6mm 4mm;
  display: flex; flex-direction: column; text-align: center; }
.sign-isolation, .sign-waste { border: 5mm double #b91c1c; }
.sign-buffer { border-style: dashed; }
.sign-site { font-size: 13mm; line-height: 1.3; font-weight: 600; }
.sign-site i { font-style: normal; color: #fff; background: ${MARK.colour}; padding: 0 2.6mm; margin-right: 4mm; border-radius: 1.6mm; }
.sign-middle { flex: 1; display: flex; flex-direction: column; justify-content: center; min-height: 0; }
.sign-large { font-weight: 700; line-height: 1.2; white-space: nowrap; }
.sign-second { line-height: 1.3; white-space: nowrap; }
.sign-arrow { font-size: 90mm; line-height: 0.9; }
.sign-arrow:empty { display: none; }
.sign-say { font-weight: 600; line-height: 1.5; white-space: nowrap; }
.sign-say-second { line-height: 1.5; white-space: nowrap; }
`;
