import { LEAST_STREAMS, pValues, STS_TITLES, type StsAssessment, type StsTestId } from '../../lab/entropy/index.js';
import { type Cell, pairs, table } from '../table.js';
import type { BitInput } from './bit-input.js';

/** What the battery says, for people. */
export function stsText(found: StsAssessment, { file, origin }: BitInput): string {
  const { length, streams, parameters, secondLevel } = found;
  return [
    pairs([
      ['file', file.path],
      ['sha-256', file.sha256],
      [
        'board',
        origin === undefined
          ? undefined
          : `${origin.board.serial}, ${origin.board.kind}${origin.notEntropy ? `: ${origin.mark ?? ''}` : ''}`,
      ],
      ['bits', streams.length === 1 ? length : `${streams.length} streams of ${length}`],
      ['class probabilities', parameters.constants],
    ]),
    '',
    secondLevel === undefined ? oneStream(found) : manyStreams(secondLevel),
    '',
    ...closing(found),
  ].join('\n');
}

/** One row a p-value; of many of one test the lowest and how many are low. */
function oneStream({ streams, alpha }: StsAssessment): string {
  const outcomes = streams[0]!;
  const rows = (Object.keys(outcomes) as StsTestId[]).flatMap((test): Cell[][] => {
    const { reason = '', warning } = outcomes[test]!;
    const values = pValues({ [test]: outcomes[test] });
    const remark = warning === undefined ? '' : `(${warning})`;
    if (values.length === 0) return [[STS_TITLES[test], '-', 'not applicable', reason]];
    if (values.length <= 2)
      return values.map(({ part, p }) => [
        `${STS_TITLES[test]}${part === '' ? '' : `, ${part}`}`,
        p.toFixed(6),
        mark(p, alpha),
        remark,
      ]);
    const low = values.filter(({ p }) => p < alpha).sort((a, b) => a.p - b.p);
    const least = values.reduce((a, b) => (b.p < a.p ? b : a));
    const names = low.slice(0, 3).map(({ part, p }) => `${part} ${p.toPrecision(3)}`);
    const more = low.length > names.length ? ', …' : '';
    return [
      [
        `${STS_TITLES[test]}, least of ${values.length}`,
        least.p.toFixed(6),
        low.length === 0 ? 'PASS' : `${low.length} low`,
        low.length === 0
          ? remark
          : `of ${values.length}, ${(values.length * alpha).toFixed(1)} expected: ${names.join(', ')}${more} ${remark}`.trimEnd(),
      ],
    ];
  });
  return table(['test', 'p', '', ''], rows, [1]);
}

function mark(p: number, alpha: number): string {
  return p < alpha ? 'low' : 'PASS';
}

/** One row a test; of many p-values of one test the worst. */
function manyStreams(rows: Rows): string {
  const verdict = (passed: boolean | null): string => (passed === null ? 'too few streams' : passed ? 'PASS' : 'low');
  const groups = groupRows(rows);
  const lines = [...groups].flatMap(([test, group]): Cell[][] => {
    const shown =
      group.length <= 2 ? group : [group.reduce((a, b) => (b.passed / b.streams < a.passed / a.streams ? b : a))];
    return shown.map((row) => [
      `${STS_TITLES[test]}${group.length > 2 ? `, worst of ${group.length}: ${row.part}` : row.part === '' ? '' : `, ${row.part}`}`,
      `${row.passed}/${row.streams}`,
      verdict(row.proportionPassed),
      row.uniformity.toPrecision(3),
      verdict(row.uniformityPassed),
    ]);
  });
  return table(['test', 'passed', 'proportion', 'uniformity', ''], lines, [1, 3]);
}

type Rows = NonNullable<StsAssessment['secondLevel']>;

function groupRows(rows: Rows): Map<StsTestId, Rows[number][]> {
  const groups = new Map<StsTestId, Rows[number][]>();
  for (const row of rows) groups.set(row.test, [...(groups.get(row.test) ?? []), row]);
  return groups;
}

/** What makes a test of streams doubtful or impossible, once a test: the table has no room for it. */
function remarksOfStreams(streams: StsAssessment['streams']): string[] {
  return (Object.keys(streams[0]!) as StsTestId[]).flatMap((test) => {
    const texts = streams.map((outcomes) => outcomes[test]?.reason ?? outcomes[test]?.warning);
    const told = texts.filter((text) => text !== undefined);
    const some = told.length === streams.length ? '' : ` (${told.length} of ${streams.length} streams)`;
    return told.length === 0 ? [] : [`note: ${STS_TITLES[test]}: ${told[0]}${some}`];
  });
}

function closing({ pValues: { run, below, expectedBelow }, alpha, streams, secondLevel }: StsAssessment): string[] {
  const few = secondLevel !== undefined && streams.length < LEAST_STREAMS;
  return [
    `${below} of ${run} p-values are below ${alpha}; of fair bits about ${expectedBelow.toFixed(1)} would be, so a few low ones mean nothing by themselves`,
    ...(secondLevel === undefined ? [] : remarksOfStreams(streams)),
    ...(few ? [`note: proportion and uniformity mean something from ${LEAST_STREAMS} streams on`] : []),
    'note: passing says nothing about a source behind conditioning: a hashed counter passes everything',
  ];
}
