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

export const ARROWS = ['none', 'left', 'right', 'up'] as const;
export type Arrow = (typeof ARROWS)[number];
const SHAPES: Readonly<Record<Arrow, string>> = { none: '', left: '←', right: '→', up: '↑' };

/** One page: a sign of a site, or the number of one of its lanes. */
export type Sign = { readonly site: string } & (
  | { readonly kind: SignKind }
  | { readonly kind: 'lane'; readonly lane: string }
);

/** The signs of each site in walking order, then its lanes. */
export const signsOf = (sites: readonly SignSite[], kinds: readonly SignKind[]): readonly Sign[] =>
  sites.flatMap((site): Sign[] => [
    ...SIGNS.filter((kind) => kinds.includes(kind)).map((kind) => ({ site: site.name, kind })),
    ...site.lanes.map((lane) => ({ site: site.name, kind: 'lane' as const, lane })),
  ]);

/** One A4 page a sign. Chinese large, English beneath. */
export function siteSigns(job: PrintFor, signs: readonly Sign[], arrow: Arrow = 'none'): string {
  return printDocument({
    head: headOf(job, translator(printText, job.language)('sign.title')),
    language: job.language,
    pages: signs.map((sign) => signPage(sign, SHAPES[arrow])),
    css: CSS,
  });
}

/** Millimetres inside the widest frame. */
const WIDE = 168;

function signPage(sign: Sign, arrow: string): Markup {
  const zh = translator(printText, 'zh-CN');
  const en = translator(printText, 'en');
  const large = sign.kind === 'lane' ? sign.lane : zh(`sign.${sign.kind}`);
  const second = sign.kind === 'lane' ? '' : en(`sign.${sign.kind}`);
  const [say, saySecond] = [zh(`sign.${sign.kind}.say`), en(`sign.${sign.kind}.say`)];
  return html`<div class="sign sign-${sign.kind}"><p class="sign-site"><i>${MARK.character}</i>${sign.site}</p>
<div class="sign-middle"><p class="sign-large" style="font-size:${fitType(large, WIDE, 92)}mm">${large}</p>
<p class="sign-second" style="font-size:${fitType(second, WIDE, 16)}mm">${second}</p>
<p class="sign-arrow">${arrow}</p></div>
<p class="sign-say" style="font-size:${fitType(say, WIDE, 11)}mm">${say}</p>
<p class="sign-say-second" style="font-size:${fitType(saySecond, WIDE, 6)}mm">${saySecond}</p></div>`;
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
