/** The guest itself: what every other test here stands on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Guest, NOBODY } from './guest.js';
import { ownRig } from './own-rig.js';

const rig = ownRig();

describe.skipIf(rig === undefined)('the guest', () => {
  let guest: Guest;
  beforeAll(async () => (guest = await Guest.open(rig!)));
  afterAll(() => guest.close());

  it('runs programs as root and as a user without any right', async () => {
    expect(await guest.root('id', '-u')).toBe('0\n');
    const { stdout } = await guest.run([
      'sh',
      '-c',
      'id -u; id -G; grep Cap /proc/self/status; touch /etc/x || echo refused',
    ]);
    expect(stdout).toMatch(/^65534\n65534\n/);
    for (const set of ['CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb'])
      expect(stdout).toMatch(new RegExp(`${set}:\\s0+\\n`));
    expect(stdout).toContain('refused');
  });

  it('hands on exit code, both outputs and input', async () => {
    const program = guest.start(['sh', '-c', 'read line; echo "<$line>"; echo no >&2; exit 7'], { user: NOBODY });
    program.write('a line\n');
    expect(await program.ended()).toMatchObject({ code: 7, stdout: '<a line>\n', stderr: 'no\n' });
  });

  it('runs the product as it is in this checkout', async () => {
    const { stdout, stderr, code } = await guest.spindrift(['--version']);
    expect([stdout, stderr, code]).toEqual([expect.stringMatching(/^\d+\.\d+\.\d+\n$/), '', 0]);
  });
});
