import { Html, html } from '#kernel/ui/html.ts';
import { type Translate, translator } from '#kernel/ui/text.ts';
import type { Desk, ResidentPageData, ResidentView } from './data.ts';
import { text } from './messages/index.ts';
import type zh from './messages/zh-CN.ts';
import { STYLE } from './style.ts';

type Say = Translate<typeof zh>;

/**
 * The residents' page as a whole document: what may I do today, what must I do next, whom do I ask. It reads without
 * script; the script only adds reading aloud.
 * @returns HTML of a few KB
 */
export function renderResidentPage(data: ResidentPageData, view: ResidentView): string {
  const t = translator(text, view.language);
  const title = data.areaName === null ? '协奏 Concerto' : t('title', { area: data.areaName });
  return html`<!doctype html>
<html lang="${view.language}" class="${view.large ? 'large' : 'normal'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/icons/concerto.svg" type="image/svg+xml">
<style>${STYLE_HTML}</style>
</head>
<body>
${data.practice === true ? html`<p class="practice" role="note"><span>${t('practice')}</span></p>` : null}
<header>
<h1>${data.areaName ?? '协奏 Concerto'}</h1>
${place(data, view)}
<p class="when">${t('updated', { time: timeText(data.at, data, view) })}</p>
<nav class="tools">
<a href="${address(view, { large: !view.large })}">${view.large ? t('normal') : t('large')}</a>
<a href="${address(view, { language: view.language === 'en' ? 'zh-CN' : 'en' })}" lang="${view.language === 'en' ? 'zh-CN' : 'en'}">${t('other')}</a>
<button type="button" id="read" hidden data-stop="${t('read-stop')}">${t('read')}</button>
</nav>
</header>
<main id="content">${cards(data, view, t)}</main>
<footer>${data.insecure ? html`<p class="when">${t('insecure')}</p>` : null}${t('work')}: <a href="/phone/">${t('work-phone')}</a> <a href="/console/">${t('work-console')}</a></footer>
<script src="/resident/read-aloud.js" defer></script>
</body>
</html>`.text;
}

function place(data: ResidentPageData, view: ResidentView): Html | null {
  if (data.place === null && data.status === null) return null;
  const status = data.status
    ? html`<span class="tone tone-${data.status.tone}">${data.status.word[view.language]}</span>`
    : null;
  return html`<p class="place">${data.place}${status}</p>${since(data, view)}`;
}

/** From when it holds, and what follows if nothing new comes. */
function since(data: ResidentPageData, view: ResidentView): Html | null {
  const t = translator(text, view.language);
  if (!data.since) return null;
  const { step } = data;
  const due = step ? timeText(step.due, data, view) : '';
  const next =
    step?.word === null
      ? t('next-lift', { time: due })
      : t('next-step', { time: due, status: step?.word[view.language] ?? '' });
  return html`<p class="when">${t('since', { time: timeText(data.since, data, view) })}${step ? html`<br>${next}` : null}</p>`;
}

function cards(data: ResidentPageData, view: ResidentView, t: Say): Html {
  if (data.choose && data.choose.length > 0) {
    const areas = data.choose.map(
      ({ name, path }) => html`<li><a class="call" href="${path}">${name}</a></li>`,
    );
    return html`<section><h2>${t('choose')}</h2><ul>${areas}</ul></section>`;
  }
  if (data.areaName === null) return html`<section class="warn"><p>${t('no-area')}</p></section>`;
  const { language } = view;
  const may = data.may.map((said) => html`<li>${said[language]}</li>`);
  const must = data.must.map(
    ({ what, when }) => html`<li>${what[language]}${when ? html`<span>${when[language]}</span>` : null}</li>`,
  );
  return html`${data.unknownCode === true ? html`<section class="warn"><p>${t('code-unknown')}</p></section>` : null}
${apart(data, view, t)}${data.place === null && data.buildings ? null : card(t('may-title'), may, t('may-none'))}
${buildings(data, view, t)}${data.place === null && data.buildings ? null : card(t('must-title'), must, t('must-none'))}
${card(
  t('ask'),
  data.ask.map((desk) => askLine(desk, view, t)),
  t('ask-none'),
)}
${data.areaPath ? html`<p class="when"><a href="${address({ ...view, path: data.areaPath }, {})}">${t('other-building')}</a></p>` : null}
${notice(data, language, t)}`;
}

/** Which entrance somebody lives in, where they differ. */
function apart({ apart: entrances = [] }: ResidentPageData, view: ResidentView, t: Say): Html | null {
  if (entrances.length === 0) return null;
  return html`<section class="warn"><h2>${t('apart')}</h2><p class="choices">${links(entrances, view)}</p></section>`;
}

/** One's own building, folded by compound where there are several: opens without script. */
function buildings({ buildings: compounds }: ResidentPageData, view: ResidentView, t: Say): Html | null {
  if (!compounds) return null;
  const parts = compounds.map(
    ({ compound, buildings: own }) =>
      html`<details${compounds.length === 1 ? html` open` : null}><summary>${compound}</summary><p class="choices">${links(own, view)}</p></details>`,
  );
  return html`<section><h2>${t('choose-building')}</h2>${parts.length > 0 ? parts : html`<p>${t('ask-none')}</p>`}</section>`;
}

const links = (places: readonly { readonly name: string; readonly path: string }[], view: ResidentView) =>
  places.map(({ name, path }) => html`<a href="${address({ ...view, path }, {})}">${name}</a> `);

/** Folded, so that the three cards stay together; opens without script. */
function notice(
  { notice: parts = [] }: ResidentPageData,
  language: ResidentView['language'],
  t: Say,
): Html | null {
  if (parts.length === 0) return null;
  const told = parts.map(({ title, text }) => html`<h3>${title[language]}</h3><p>${text}</p>`);
  return html`<details><summary>${t('notice')}</summary>${told}</details>`;
}

function card(title: string, lines: readonly Html[], none: string): Html {
  return html`<section><h2>${title}</h2>${lines.length > 0 ? html`<ul>${lines}</ul>` : html`<p>${none}</p>`}</section>`;
}

function askLine(desk: Desk, { language }: ResidentView, t: Say): Html {
  return html`<li>${desk.name[language]}${desk.hours ? html`<span>${desk.hours[language]}</span>` : null}${
    desk.phone === null
      ? null
      : html`<br><a class="call" href="tel:${desk.phone.replace(/[^\d+]/g, '')}">${t('call', { phone: desk.phone })}</a>`
  }</li>`;
}

function address(view: ResidentView, change: Partial<ResidentView>): string {
  const next = { ...view, ...change };
  const query = new URLSearchParams();
  if (next.language !== 'zh-CN') query.set('lang', next.language);
  if (next.large) query.set('large', '1');
  const text = query.toString();
  return text === '' ? next.path : `${next.path}?${text}`;
}

/** @param at epoch ms, told in the area's own time */
function timeText(at: number, { timeZone }: ResidentPageData, { language }: ResidentView): string {
  return new Date(at).toLocaleString(language, {
    timeZone,
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}

/** Our own style sheet, not escaped. */
const STYLE_HTML = new Html(STYLE);
