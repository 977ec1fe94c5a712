import type { BatteryResult } from '../../../../../lab/entropy/index.js';
import { formatCount } from '../../../app/i18n.js';
import { Badge, Facts, Panel, Table } from '../../../ui/index.js';
import { entropyTexts } from '../messages.js';
import { resultTexts } from './messages.js';

type Of<B extends BatteryResult['battery']> = Extract<BatteryResult, { battery: B }>;

/** Health tests over a file. */
export function HealthResult({ result }: { readonly result: Of<'health'> }) {
  const t = resultTexts();
  const words = entropyTexts();
  const { tests, minEntropy, alphaExponent } = result.found;
  return (
    <Panel title={words.health}>
      <p class="muted small">{words.healthNote(minEntropy.toFixed(4), alphaExponent, alphaExponent + 20)}</p>
      <Table
        caption={words.health}
        rows={tests}
        rowKey={({ test }) => test}
        columns={[
          { id: 'test', label: t.test, cell: ({ test }) => words.testNames[test] },
          { id: 'failures', label: t.failures, cell: ({ failures }) => formatCount(failures), numeric: true },
          {
            id: 'first',
            label: t.firstFailure,
            cell: ({ firstFailure }) => (firstFailure === null ? t.none : words.atBit(formatCount(firstFailure))),
          },
          {
            id: 'verdict',
            label: t.verdict,
            cell: ({ failures }) =>
              failures === 0 ? <Badge tone="ok">{words.pass}</Badge> : <Badge tone="danger">{words.fail}</Badge>,
          },
        ]}
      />
    </Panel>
  );
}

/** Statistics of bytes. */
export function EntResult({ result }: { readonly result: Of<'ent'> }) {
  const t = resultTexts();
  const { entropy, chiSquare, chiSquareP, mean, monteCarloPi, serialCorrelation } = result.found;
  return (
    <Panel title={t.figures}>
      <Facts
        items={[
          [t.shannon, `${entropy.toFixed(6)} bit`],
          ['χ²', `${chiSquare.toFixed(2)}; p = ${chiSquareP.toPrecision(4)}`],
          [t.mean, mean.toFixed(6)],
          [t.pi, monteCarloPi?.toFixed(6) ?? '–'],
          [t.serial, serialCorrelation?.toFixed(6) ?? '–'],
        ]}
      />
    </Panel>
  );
}

/** Block tests. */
export function FipsResult({ result }: { readonly result: Of<'fips'> }) {
  const t = resultTexts();
  const { blocks, failed, failures, firstFailure } = result.found;
  return (
    <Panel title={t.figures}>
      <Facts
        items={[
          [t.blocks, formatCount(blocks)],
          [t.failedBlocks, formatCount(failed)],
          [t.firstFailure, firstFailure === null ? t.none : formatCount(firstFailure)],
          ...Object.entries(failures).map(([test, count]) => [test, formatCount(count)] as const),
        ]}
      />
    </Panel>
  );
}

/** Tests of the assumption that samples are independent and identically distributed. */
export function IidResult({ result }: { readonly result: Of<'iid'> }) {
  const t = resultTexts();
  const words = entropyTexts();
  const { permutation, chiSquare, lrs, remarks } = result.found;
  const mark = (passed: boolean) =>
    passed ? <Badge tone="ok">{words.pass}</Badge> : <Badge tone="warn">REVIEW</Badge>;
  const others = [
    { id: 'χ² independence', p: chiSquare.independence.p, passed: chiSquare.independence.passed },
    { id: 'χ² goodness of fit', p: chiSquare.goodnessOfFit.p, passed: chiSquare.goodnessOfFit.passed },
    { id: 'longest repeat', p: lrs.p, passed: lrs.passed },
  ];
  return (
    <Panel title={t.figures}>
      <Table
        caption={t.figures}
        rows={Object.entries(permutation.statistics).map(([id, finding]) => ({ id, ...finding }))}
        rowKey={({ id }) => id}
        columns={[
          { id: 'test', label: t.statistic, cell: ({ id }) => id },
          { id: 'value', label: t.value, cell: ({ value }) => Number(value.toPrecision(8)), numeric: true },
          { id: 'c0', label: t.c0, cell: ({ c0 }) => c0, numeric: true },
          { id: 'c1', label: t.c1, cell: ({ c1 }) => c1, numeric: true },
          { id: 'c2', label: t.c2, cell: ({ c2 }) => c2, numeric: true },
          { id: 'rounds', label: t.shuffles, cell: ({ rounds }) => rounds, numeric: true },
          { id: 'verdict', label: t.verdict, cell: ({ passed }) => mark(passed) },
        ]}
      />
      <Table
        caption={t.pValues}
        rows={others}
        rowKey={({ id }) => id}
        columns={[
          { id: 'test', label: t.test, cell: ({ id }) => id },
          { id: 'p', label: t.p, cell: ({ p }) => p.toPrecision(4), numeric: true },
          { id: 'verdict', label: t.verdict, cell: ({ passed }) => mark(passed) },
        ]}
      />
      <ul class="entropy-notes">
        {remarks.map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
        <li>{t.iidNote}</li>
      </ul>
    </Panel>
  );
}

/** Restart tests. */
export function RestartResult({ result }: { readonly result: Of<'restart'> }) {
  const t = resultTexts();
  const { sanity, validation, hRow, hColumn, hInitial } = result.found;
  return (
    <Panel title={t.figures}>
      <Facts
        items={[
          [t.sanity, `${sanity.passed ? 'PASS' : 'FAIL'}: ${sanity.xMax} ≤ ${sanity.cutoff}`],
          [
            t.validation,
            `${validation.passed ? 'PASS' : 'FAIL'}: min(${hRow.toFixed(4)}, ${hColumn.toFixed(4)}) ≥ ${(hInitial / 2).toFixed(4)}`,
          ],
          [t.rows, hRow.toFixed(6)],
          [t.columnsSet, hColumn.toFixed(6)],
        ]}
      />
    </Panel>
  );
}
