import type { Browser, BrowserContext, Page } from 'playwright-core';
import { look, phone } from './browser.ts';
import { type Newcomer, unlock } from './people.ts';

/** A hand scanner, within the page: over the browser's line a busy machine stretches the gaps of a long code. */
export async function scan(page: Page, code: string): Promise<void> {
  await page.evaluate((text) => {
    for (const key of [...text, 'Enter']) {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      (document.activeElement ?? document.body).dispatchEvent(event);
    }
  }, code);
}

/** A phone at a gate, as the volunteer there uses it. */
export class GatePhone {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly who: Newcomer,
  ) {}

  static async open(browser: Browser, who: Newcomer): Promise<GatePhone> {
    const context = await phone(browser);
    // Several phones and a desk share this machine.
    context.setDefaultTimeout(60_000);
    return new GatePhone(context, await context.newPage(), who);
  }

  /** Takes the post from the first page. */
  async goTo(house: string, gate: string): Promise<void> {
    await this.page.goto(`${house}/phone/gates`);
    await unlock(this.page, this.who);
    await this.page.getByRole('button', { name: new RegExp(gate) }).click({ timeout: 60_000 });
    await this.page.getByRole('button', { name: '扫码' }).waitFor();
  }

  /** Without a network from now on; an open stream would flow on else. */
  offline(): Promise<void> {
    return this.context.setOffline(true);
  }

  online(): Promise<void> {
    return this.context.setOffline(false);
  }

  async turn(direction: '出' | '进'): Promise<void> {
    await this.page.getByRole('radio', { name: direction, exact: true }).check({ force: true });
  }

  /** A hand scanner reads a code. */
  scan(code: string): Promise<void> {
    return scan(this.page, code);
  }

  /** What stands on the whole screen, and the rule in plain words. */
  async says(answer: string, rule: RegExp | string): Promise<void> {
    await this.page.getByRole('heading', { name: answer, exact: true }).waitFor();
    await this.page.locator('.gate-rule').getByText(rule).waitFor();
  }

  /** The button under the answer. */
  async press(name: string): Promise<void> {
    await this.page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  }

  /** Reads a code, hears the answer and does what it says. */
  async pass(code: string, direction: '出' | '进', rule: RegExp | string): Promise<void> {
    await this.turn(direction);
    await this.scan(code);
    await this.says(direction === '出' ? '可以出' : '可以进', rule);
    await this.press(direction === '出' ? '放行出门' : '放行进门');
    await this.settled();
  }

  /** Nothing covers the screen any more. */
  async settled(): Promise<void> {
    await this.page.locator('.gate-answer').waitFor({ state: 'detached' });
    await this.page.locator('.flash').waitFor({ state: 'detached' });
  }

  /** A picture of what stays once the flash is over, and axe. */
  async look(name: string): Promise<void> {
    await this.page.locator('.flash').waitFor({ state: 'detached' });
    await look(this.page, name);
  }

  async synced(): Promise<void> {
    await this.page.getByText('全部已同步').first().waitFor({ timeout: 60_000 });
  }
}
