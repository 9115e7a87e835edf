import { describe, expect, it } from 'vitest';
import { phoneOrigin } from './network.ts';

const reach = { origins: ['https://192.168.1.5:8443', 'https://10.0.0.5:8443'] };
const at = (origin: string) => ({ origin, hostname: new URL(origin).hostname });

describe('the address that phones scan', () => {
  it('is the page’s own, as long as a phone can reach it', () => {
    expect(phoneOrigin(reach, null, at('https://concerto.example.org'))).toBe('https://concerto.example.org');
  });

  it.each(['https://localhost:8443', 'http://127.0.0.1:8080', 'http://[::1]:8080'])(
    'is the server’s first where the page stands on %s',
    (here) => {
      expect(phoneOrigin(reach, null, at(here))).toBe('https://192.168.1.5:8443');
      expect(phoneOrigin(null, null, at(here))).toBe(here);
    },
  );

  it('is the chosen one, until the server no longer has it', () => {
    expect(phoneOrigin(reach, 'https://10.0.0.5:8443', at('https://localhost:8443'))).toBe(
      'https://10.0.0.5:8443',
    );
    expect(phoneOrigin(reach, 'https://10.0.0.9:8443', at('https://localhost:8443'))).toBe(
      'https://192.168.1.5:8443',
    );
  });
});
