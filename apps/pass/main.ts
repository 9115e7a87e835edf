import { withTail } from '#core/codes/domain/signed/payload.ts';
import { rollingCode } from '#groups/passes/domain/rolling.ts';
import { STEP_MS } from '#groups/passes/domain/step.ts';
import { qrPath } from '#kernel/print/qr.ts';
import { translator } from '#kernel/ui/text.ts';
import { type KeptPass, keepPass } from './kept.ts';
import { text } from './messages/index.ts';
import './pass.css';

/**
 * A resident's pass on any phone: kept by the browser, no account, no network; over plain HTTP too, where no worker and
 * no Web Crypto are.
 */
const language = navigator.language.startsWith('zh') ? 'zh-CN' : 'en';
const t = translator(text, language);
document.documentElement.lang = language;
document.title = t('title');

const link = location.hash.slice(1);
const passes = keepPass(link, Date.now(), localStorage);
const isBroken = link !== '' && !passes.some(({ text }) => link.startsWith(text));
// Out of the address, so that nobody copies it over a shoulder.
if (link !== '' && !isBroken) history.replaceState(null, '', location.pathname);

/** What this phone's clock lacks, ms; known once the server was asked. */
let offset = 0;
let shown = passes[0] ?? null;
let drawnStep = -1;

const root = document.querySelector<HTMLElement>('#pass');
if (!root) throw new Error('the page has no place for the pass');

const make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  name: string,
  text = '',
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  return element;
};

const code = make('div', 'code');
code.setAttribute('role', 'img');
code.setAttribute('aria-label', t('code'));
const clock = make('p', 'clock');
const note = make('p', 'note');

function lay(pass: KeptPass | null): void {
  if (!root) return;
  root.replaceChildren();
  if (!pass) {
    root.append(make('h1', 'kind none', t('title')), make('p', 'say', t(isBroken ? 'broken' : 'none')));
    return;
  }
  root.append(make('h1', `kind ${pass.detail.kind}`, t(`kind.${pass.detail.kind}`)));
  if (isBroken) root.append(make('p', 'say', t('broken')));
  root.append(code, clock, make('p', 'until', t('until', { until: whenText(pass.until - 1) })));
  if (pass.detail.quota === 'household') root.append(make('p', 'small', t('quota')));
  root.append(note, make('p', 'small', t('live')), make('p', 'small', t('keep')));
  const others = passes.filter(({ id }) => id !== pass.id);
  if (others.length > 0) root.append(make('h2', 'others', t('others')));
  for (const other of others) {
    const button = make(
      'button',
      'other',
      `${t(`kind.${other.detail.kind}`)} · ${t('until', { until: whenText(other.until - 1) })}`,
    );
    button.type = 'button';
    button.addEventListener('click', () => {
      shown = other;
      drawnStep = -1;
      lay(other);
      draw();
    });
    root.append(button);
  }
}

function draw(): void {
  if (!shown) return;
  const now = Date.now() + offset;
  clock.textContent = new Date(now).toLocaleTimeString(language, { hour12: false });
  const why =
    now >= shown.until ? t('over') : now < shown.from ? t('not-yet', { from: whenText(shown.from) }) : '';
  code.hidden = why !== '';
  note.textContent =
    why || (Math.abs(offset) > 60_000 ? t('clock', { minutes: Math.round(Math.abs(offset) / 60_000) }) : '');
  const step = Math.floor(now / STEP_MS);
  if (step === drawnStep) return;
  drawnStep = step;
  const { path, edge } = qrPath(withTail(shown.text, rollingCode(shown.key, now)));
  code.innerHTML = `<svg viewBox="0 0 ${edge} ${edge}" shape-rendering="crispEdges"><rect width="${edge}" height="${edge}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
}

function whenText(at: number): string {
  const day = {
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  } as const;
  return new Date(at).toLocaleString(language, day);
}

/** The server's clock, where there is a network: a phone that is wrong by hours would show codes nobody takes. */
async function askTime(): Promise<void> {
  const before = Date.now();
  const answer = await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' });
  const date = Date.parse(answer.headers.get('date') ?? '');
  // To the second; half the way is the network's.
  const found = date + 500 - (before + Date.now()) / 2;
  if (answer.ok && Math.abs(found) > 5000) offset = found;
  drawnStep = -1;
  draw();
}

lay(shown);
draw();
setInterval(draw, 1000);
// Without a network the phone's own clock must do: that is what the page is for.
askTime().catch(() => draw());
navigator.serviceWorker?.register('/pass/worker.js', { scope: '/pass/' });
