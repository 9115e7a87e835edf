import { describe, expect, it } from 'vitest';
import { deviceName } from './device-name.ts';

const MOBILE = 'AppleWebKit/537.36 (KHTML, like Gecko)';

describe('what a device is called', () => {
  it.each([
    [
      `Mozilla/5.0 (Linux; Android 13; V2048A) ${MOBILE} Chrome/120.0.0.0 Mobile Safari/537.36`,
      'Android · Chrome',
    ],
    [
      `Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) ${MOBILE} Version/17.0 Safari/604.1`,
      'iPhone · Safari',
    ],
    [`Mozilla/5.0 (Windows NT 10.0; Win64) ${MOBILE} Chrome/120.0 Safari/537.36 Edg/120.0`, 'Windows · Edge'],
    [`Mozilla/5.0 (Linux; Android 12) ${MOBILE} Chrome/86 Mobile MicroMessenger/8.0.30`, 'Android · WeChat'],
    [
      `Mozilla/5.0 (Linux; Android 10; HarmonyOS) ${MOBILE} Chrome/92 HuaweiBrowser/12.1`,
      'HarmonyOS · Huawei',
    ],
    ['curl/8.0', ''],
    [undefined, ''],
  ])('%s', (userAgent, name) => {
    expect(deviceName(userAgent)).toBe(name);
  });

  it('holds no model and no version', () => {
    const name = deviceName('Mozilla/5.0 (Linux; Android 13; V2048A Build/TP1A) Chrome/120.0.6099.144');
    expect(name).not.toMatch(/\d|V2048A/);
  });
});
