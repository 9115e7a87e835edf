import { Html, html } from '#kernel/ui/html.ts';
import type { Language } from '#kernel/ui/language.ts';
import { type Translate, translator } from '#kernel/ui/text.ts';
import { text } from './messages/index.ts';
import type zh from './messages/zh-CN.ts';
import { PLATFORMS, type Platform } from './platform.ts';
import { STYLE } from './style.ts';

type Key = keyof typeof zh;
type Say = Translate<typeof zh>;

export interface TrustView {
  readonly language: Language;
  /** Explained first; null explains all. */
  readonly platform: Platform | null;
  readonly insideAnApp: boolean;
  /** The HTTPS origin beside this page, e.g. `https://192.168.1.5:8443`. */
  readonly origin: string;
  /** Where to go once trusted, e.g. `/phone/`. */
  readonly to: string;
  /** Whether somebody was on the way there and is sent on as soon as the device trusts. */
  readonly onTheWay: boolean;
  readonly authority: { readonly name: string; readonly fingerprint: string; readonly notAfter: Date };
}

const STEPS: Readonly<Record<Platform, readonly Key[]>> = {
  android: ['android-1', 'android-2', 'android-3', 'android-4'],
  ios: ['ios-1', 'ios-2', 'ios-3'],
  harmony: ['harmony-1', 'harmony-2', 'harmony-3'],
  windows: ['windows-1', 'windows-2', 'windows-3'],
  macos: ['macos-1', 'macos-2'],
  linux: ['linux-1'],
};

/**
 * How a device comes to trust the local authority: a whole document that reads without script. Whether it does is
 * asked by a picture that only a trusted connection brings; the script says it in words and goes on by itself.
 */
export function renderTrustPage(view: TrustView): string {
  const t = translator(text, view.language);
  const { language } = view;
  const other = language === 'en' ? 'zh-CN' : 'en';
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t('title')}</title>
<style>${STYLE_HTML}</style>
</head>
<body>
<header>
<a class="language" href="/trust?lang=${other}&amp;to=${encodeURIComponent(view.to)}" lang="${other}">${t('other')}</a>
<h1>${t('title')}</h1>
<p>${t('lead')}</p>
</header>
<main>
${view.insideAnApp ? html`<section class="warn"><p>${t('wechat')}</p></section>` : null}
${check(view, t)}
<section><h2>${t('step-1')}</h2>${downloads(view.platform, t)}<p class="soft">${t('scope')}</p></section>
<section><h2>${t('step-2')}</h2>${view.platform ? howTo(view.platform, t, true) : null}${others(view.platform, t)}<p class="soft">${t('remove')}</p></section>
<section><h2>${t('step-3')}</h2>
<p>${t('fingerprint')}</p>
<p class="print" id="fingerprint">${grouped(view.authority.fingerprint)}</p>
<p>${t('fingerprint-why')}</p>
<p class="soft">${t('named', { name: view.authority.name, date: view.authority.notAfter.toISOString().slice(0, 10) })}</p></section>
<section><h2>${t('step-4')}</h2>
<p><a class="call" id="open" href="${view.origin}${view.to}">${t('open')}</a></p>
<p class="soft">${t('open-hint')}</p></section>
</main>
<script src="/trust/check.js" defer></script>
</body>
</html>`.text;
}

/** Without script the picture speaks: it comes over HTTPS, and where that is refused its alternative text stands. */
function check(view: TrustView, t: Say): Html {
  const seen = `${view.origin}/trust/seen.svg?lang=${view.language}`;
  return html`<section class="check" id="check" data-origin="${view.origin}" data-to="${view.onTheWay ? view.to : ''}" data-trusted="${t('check-trusted')}" data-not-yet="${t('check-not-yet')}">
<p role="status" id="verdict"><noscript><img src="${seen}" alt="${t('check-not-yet')}"></noscript><span class="asking" hidden>${t('check-asking')}</span></p>
</section>`;
}

function downloads(platform: Platform | null, t: Say): Html {
  const profile = html`<a class="call" href="/trust/concerto.mobileconfig">${t('download-profile')}</a>`;
  const crt = html`<a class="call" href="/trust/concerto.crt" download="concerto.crt">${t('download-crt')}</a>`;
  const pem = html`<a class="plain" href="/trust/concerto.pem" download="concerto.pem">${t('download-pem')}</a>`;
  if (platform === 'ios') return html`<p>${profile}</p>`;
  if (platform === null) return html`<p>${crt} ${profile} ${pem}</p>`;
  return html`<p>${crt}</p>${platform === 'linux' ? html`<p>${pem}</p>` : null}`;
}

function howTo(platform: Platform, t: Say, titled: boolean): Html {
  const steps = STEPS[platform].map((step) => html`<li>${t(step as never)}</li>`);
  return html`${titled ? html`<h3>${t(platform)}</h3>` : null}<ol>${steps}</ol>`;
}

function others(platform: Platform | null, t: Say): Html {
  const list = PLATFORMS.filter((one) => one !== platform).map(
    (one) =>
      html`<details><summary>${t(one)}</summary>${howTo(one, t, false)}<p>${downloadFor(one, t)}</p></details>`,
  );
  return html`${platform ? html`<h3>${t('other-platforms')}</h3>` : null}${list}`;
}

const downloadFor = (platform: Platform, t: Say): Html =>
  platform === 'ios'
    ? html`<a class="plain" href="/trust/concerto.mobileconfig">${t('download-profile')}</a>`
    : html`<a class="plain" href="/trust/concerto.crt" download="concerto.crt">${t('download-crt')}</a>`;

/** Four pairs at a time, so that two people can read them to each other. */
function grouped(fingerprint: string): Html {
  const pairs = fingerprint.split(':');
  const groups: Html[] = [];
  for (let i = 0; i < pairs.length; i += 4)
    groups.push(html`<span>${pairs.slice(i, i + 4).join(' ')}</span> `);
  return html`${groups}`;
}

/** Our own style sheet, not escaped. */
const STYLE_HTML = new Html(STYLE);
