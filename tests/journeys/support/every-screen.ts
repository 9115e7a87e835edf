import type { Page } from 'playwright-core';
import { LANGUAGE_NAMES, type Language } from '#kernel/ui/language.ts';
import { seriousFaults } from '../../setup/axe.ts';
import { picture } from './browser.ts';

/** Looks at one screen of the phone after the other and keeps what is wrong with each. */
export class EveryScreen {
  readonly wrong: string[] = [];

  constructor(
    readonly page: Page,
    readonly language: Language,
  ) {}

  /** The screen as it stands: a picture, axe, targets, words, and how far it reaches beyond the glass. */
  async visit(name: string): Promise<void> {
    const { page } = this;
    await page.locator('.flash').waitFor({ state: 'hidden' });
    const found = [...(await seriousFaults(page)), ...(await tooSmall(page)), ...(await beside(page))];
    this.wrong.push(...found.map((fault) => `${name}: ${fault}`));
    await picture([[`phone-${this.language}-${name}`, page]]);
  }

  /** The language is switched where a volunteer does it. */
  async speak(): Promise<void> {
    await this.go('/me');
    await this.page.getByRole('radio', { name: LANGUAGE_NAMES[this.language] }).check({ force: true });
    await this.page.locator(`html[lang="${this.language}"]`).waitFor();
  }

  /** Another screen of the phone without loading the page anew, so that it stays unlocked. */
  async go(path: string): Promise<void> {
    await this.page.evaluate((address) => history.pushState({}, '', address), `/phone${path}`);
    await this.page.waitForFunction((address) => location.pathname === address, `/phone${path}`);
  }
}

/** Targets under 48 px and words under 16 px, by their own words. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const seen = (element: Element) => (element as HTMLElement).checkVisibility({ visibilityProperty: true });
    const targets = [...document.querySelectorAll('button, a, input, label:has(input), select')]
      .filter((element) => seen(element) && !element.matches('label input'))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && (box.height < 47.5 || box.width < 47.5))
      .map(({ element, box }) => `${box.width} × ${box.height}: ${element.outerHTML.slice(0, 120)}`);
    const words = [...document.querySelectorAll('body *')]
      .filter((element) => seen(element) && [...element.childNodes].some(isWord))
      .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 16)
      .map((element) => `${getComputedStyle(element).fontSize}: ${element.outerHTML.slice(0, 120)}`);
    return [...targets, ...words];

    function isWord(node: Node): boolean {
      return node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '';
    }
  });
}

/** How far the page reaches beyond the glass; the inner width would grow with it on a phone. */
async function beside(page: Page): Promise<string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.screen.width);
  return over > 0 ? [`${over} px beside the page`] : [];
}
