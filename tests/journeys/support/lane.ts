import type { BrowserContext, Page } from 'playwright-core';
import { wedge } from './browser.ts';
import { unlock } from './people.ts';

/** A phone at a lane, as the sampler uses it. */
export class LanePhone {
  constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    /** The PIN of whoever has it in hand. */
    readonly who: { readonly pin: string },
  ) {}

  /** Loads the page anew; whoever has it in hand opens it again. */
  async reload(): Promise<void> {
    await this.page.reload();
    await unlock(this.page, this.who);
  }

  /** Loads the page anew on duty: the list comes down. */
  async fetchList(): Promise<void> {
    await this.reload();
    await this.page.getByRole('link', { name: /去采样/ }).waitFor();
    await this.waitUntilSynced();
  }

  /** Chooses a lane from the home card. */
  async goTo(site: string, lane: string): Promise<void> {
    await this.page.getByRole('link', { name: /去采样/ }).click();
    await this.page.getByRole('button', { name: `${site} · ${lane}` }).click();
    await this.page.getByRole('heading', { name: `${site} · ${lane}` }).waitFor();
  }

  /** Chooses the first lane there is, whatever it is called. */
  async goToFirst(): Promise<void> {
    await this.page.getByRole('link', { name: /去采样/ }).click();
    await this.page.getByRole('button', { name: /1号点/ }).first().click();
    await this.page.getByRole('button', { name: '姓名', exact: true }).waitFor();
  }

  /** A hand scanner reads a code. */
  scan(code: string): Promise<void> {
    return wedge(this.page, code);
  }

  /** The word that fills the screen after a scan. */
  async flashes(word: string): Promise<void> {
    await this.page.locator('.flash').getByText(word).waitFor();
  }

  /** Scans a person: one more in the tube in hand. */
  async sample(code: string, then: number): Promise<void> {
    await this.scan(code);
    await this.holds(then);
  }

  /** How many stand in the tube in hand. */
  async holds(count: number): Promise<void> {
    await this.page.locator('.big-number strong', { hasText: new RegExp(`^${count}$`) }).waitFor();
  }

  /** Types what finds somebody and takes the first. */
  async find(by: '楼-室' | '姓名', words: string, who: RegExp): Promise<void> {
    await this.page.getByRole('button', { name: by, exact: true }).click();
    await this.page.getByRole('searchbox').fill(words);
    await this.page.getByRole('dialog').getByRole('button', { name: who }).first().click();
  }

  /** Closes the tube in hand before it is full. */
  async closeTube(reason: string): Promise<void> {
    await this.page.getByRole('button', { name: '封管' }).click();
    await this.page.getByRole('button', { name: reason }).click();
    await this.page.getByText('先扫试管码').first().waitFor();
  }

  async waitUntilSynced(): Promise<void> {
    await this.page.getByText('全部已同步').first().waitFor({ timeout: 30_000 });
  }
}
