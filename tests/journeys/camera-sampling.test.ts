import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOf } from './support/area-state.ts';
import { look, picture } from './support/browser.ts';
import { type CameraLane, openCameraLane } from './support/camera-lane.ts';

const PEOPLE = 6;

/** A volunteer holds one card after the other before the phone's camera, and touches nothing. */
describe('the camera at a lane', () => {
  let lane: CameraLane;

  beforeAll(async () => {
    lane = await openCameraLane(PEOPLE);
  }, 180_000);
  afterAll(() => lane?.close());

  it('puts everybody it sees into the tube once, however often the card is seen', async ({
    onTestFailed,
  }) => {
    onTestFailed(() => picture([['failed-camera', lane.page]]));
    const { page, phone } = lane;
    await page.getByRole('button', { name: '扫码', exact: true }).click();
    await page.locator('.camera-aim').waitFor();
    // The film begins again and again: whoever was missed the first time is seen the second.
    await page
      .locator('.big-number strong', { hasText: new RegExp(`^${PEOPLE}$`) })
      .waitFor({ timeout: 120_000 });
    await look(page, 'sampling-camera');
    await page.getByRole('button', { name: '关闭相机' }).click();
    await phone.waitUntilSynced();
    const { area } = lane;
    const samples = await rowsOf(area.secretary, lane.address, area.areaId, 'testing.sample');
    expect(samples.map(({ residentId }) => residentId).sort()).toEqual(
      area.residents
        .slice(0, PEOPLE)
        .map(({ id }) => id)
        .sort(),
    );
    const discrepancies = await area.board();
    expect(discrepancies).toMatch(/0\s*待核对/);
  });
});
