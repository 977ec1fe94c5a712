import { describe, expect, it } from 'vitest';
import { encodeGrayPng } from './png.js';
import { renderReport } from './render-report.js';
import type { ReportInput } from './report-input.js';

const png = encodeGrayPng({ width: 2, height: 2, data: Uint8Array.of(0, 80, 160, 255) });

function input(over: Partial<ReportInput> = {}): ReportInput {
  return {
    title: 'A run',
    run: {
      id: 'r1',
      experiment: 'generate',
      status: 'finished',
      startedAt: '2025-03-01T10:15:02+01:00',
      parameters: [],
      versions: [],
    },
    board: { kind: 'simulated', name: 'sim:typical', facts: [] },
    images: 4,
    grid: { png, alt: 'four dots', caption: 'dots' },
    steps: [1, 2].map((step) => ({
      step,
      wallSeconds: 1,
      boardSeconds: 4,
      bits: 1000,
      macs: 2e6,
      energy: [
        { scope: 'device' as const, kind: 'modelled' as const, joules: 1.5e-9, sigma: 0 },
        { scope: 'host' as const, kind: 'measured' as const, joules: 7, sigma: 0.1 },
      ],
    })),
    ledger: {
      totals: [
        { scope: 'device', kind: 'modelled', joules: 3e-9, sigma: 0, events: 10 },
        { scope: 'host', kind: 'measured', joules: 14, sigma: 0.2, events: 2 },
      ],
      components: [
        {
          scope: 'device',
          kind: 'modelled',
          component: 'pulse',
          joules: 3e-9,
          sigma: 0,
          events: 10,
          formula: 'charge',
        },
      ],
      formulas: [
        {
          id: 'charge',
          title: 'C·V²',
          expression: 'E = C·V²',
          constants: [{ symbol: 'C', value: '0.2 fF', source: 'geometry' }],
          source: 'model 1',
        },
      ],
      unavailable: { board: 'the board reported no rails' },
    },
    time: { wallSeconds: 2, boardSeconds: 8 },
    bitsUsed: 2000,
    macs: 4e6,
    network: { facts: [], tables: [] },
    ...over,
  };
}

describe('renderReport', () => {
  it('is the same text for the same input', () => {
    expect(renderReport(input())).toBe(renderReport(input()));
  });

  it('refers to nothing outside itself, and its policy would forbid it', () => {
    const page = renderReport(input());
    expect(page).toContain("default-src 'none'");
    const targets = [...page.matchAll(/<[a-z][^>]*\b(?:src|href)="([^"]*)"/g)].map((match) => match[1]!);
    expect(targets.filter((target) => !/^(data:|#)/.test(target))).toEqual([]);
  });

  it('says that simulated bits are not entropy, and that only the host is measured', () => {
    expect(renderReport(input())).toContain('SIMULATED BOARD — PSEUDO-RANDOM: NOT ENTROPY');
    expect(renderReport(input())).toContain('nothing but the computer’s own energy can be measured');
    const real = renderReport(input({ board: { kind: 'real', name: 'usb:1', facts: [] } }));
    expect(real).not.toContain('NOT ENTROPY');
  });

  it('names scope and kind in words at every total, and shows every scope even without a figure', () => {
    const cards = cardsOf(renderReport(input()));
    expect(cards).toHaveLength(4);
    expect(cards[0]).toMatch(/3\.000\u00a0nJ.*modelled, device scope.*750\.0\u00a0pJ an image/s);
    expect(cards[2]).toMatch(/unavailable.*the board reported no rails/s);
    expect(cards[3]).toMatch(/14\.0\(2\)\u00a0J.*measured, host scope/s);
  });

  it('states no energy an image for a run that was cut short, and no share for a negative difference', () => {
    const { run, ledger } = input();
    const idle = { ...ledger.components[0]!, component: 'drift', joules: -1e-12, events: 0 };
    const page = renderReport(input({ run: { ...run, status: 'aborted' }, ledger: { ...ledger, components: [idle] } }));
    expect(page).not.toContain('an image');
    expect(page).not.toContain('-0.0');
  });

  it('never shows a sum over scopes or kinds', () => {
    const page = renderReport(
      input({
        ledger: {
          totals: [
            { scope: 'board', kind: 'modelled', joules: 3, sigma: 0, events: 1 },
            { scope: 'board', kind: 'measured', joules: 5, sigma: 0, events: 1 },
            { scope: 'host', kind: 'measured', joules: 7, sigma: 0, events: 1 },
          ],
          components: [],
          formulas: [],
        },
        steps: [],
      }),
    );
    for (const sum of [8, 10, 12, 15]) expect(page).not.toMatch(new RegExp(`>${sum}\\.\\d+\u00a0J`));
  });

  it('leads from a component to its formula and constants', () => {
    expect(renderReport(input())).toMatch(/<summary>C·V²<\/summary>.*E = C·V².*0\.2 fF.*geometry.*model 1/s);
  });

  it('escapes what comes from outside', () => {
    const page = renderReport(
      input({
        title: '</title><script>alert(1)</script>',
        board: { kind: 'real', name: '"><blink>', facts: [{ label: '<i>', value: '&' }] },
      }),
    );
    expect(page).not.toContain('<script>alert');
    expect(page).not.toContain('"><blink>');
    expect(page).toContain('&lt;i&gt;');
  });

  it('cannot have its data block closed by a value', () => {
    const page = renderReport(input());
    const block = /id="charts">(.*?)<\/script>/s.exec(page)![1]!;
    expect(block).not.toContain('<');
    expect((JSON.parse(block) as { id: string }[]).map(({ id }) => id)).toEqual([
      'energy-device-modelled', 'energy-device-modelled-sum', 'energy-host-measured', 'energy-host-measured-sum',
      'time-per-step', 'bits-per-step', 'macs-per-step',
    ]); // prettier-ignore
  });

  it('refuses a picture that is no PNG', () => {
    expect(() => renderReport(input({ grid: { png: new Uint8Array(40), alt: '', caption: '' } }))).toThrow(/not a PNG/);
  });
});

/** The text between the start of each scope's card and the next. */
function cardsOf(page: string): string[] {
  const section = /<div class="scopes">(.*?)<h3>Over the steps/s.exec(page)![1]!;
  return section
    .replace(/[ \n]+/g, ' ')
    .split('<div class="scope tone-')
    .slice(1);
}
