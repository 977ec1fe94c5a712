import type { Formula, SeriesFigures } from '../../../../lab/energy/index.js';
import type { CheckedEntry, EnergyEntries } from '../../../rpc/api/index.js';
import { formatCount, formatPercent } from '../../app/i18n.js';
import { useCall } from '../../app/hooks.js';
import { formatQuantity } from '../../app/units.js';
import { ErrorBox, Panel, Table, WorthBadge } from '../../ui/index.js';
import { EnergyValue } from './figures.js';
import { energyTexts } from './messages.js';
import { clockOf } from './place.js';

/** Entries that are shown; the CSV has all. */
const SHOWN = 50;
/** Relative deviation that rounding explains. */
const ROUNDING = 1e-12;

/** How a figure is known: the entries it is the sum of, their formula, its constants, and whether one gives the other. */
export function LedgerPanel(props: {
  readonly run: string;
  readonly row: SeriesFigures | undefined;
  readonly range: { readonly fromS?: number; readonly toS?: number };
  readonly modelVersion: string;
}) {
  const t = energyTexts();
  const { run, row, range, modelVersion } = props;
  const { scope, kind, component, phase, formula } = row?.key ?? {};
  const answer = useCall(
    'energy.entries',
    scope === undefined
      ? undefined
      : { run, clock: clockOf(scope), scope, kind, component, phase, formula, limit: SHOWN, ...range },
  );
  if (row === undefined) {
    return (
      <Panel title={t.ledger}>
        <p class="muted">{t.chooseRow}</p>
      </Panel>
    );
  }
  const { key } = row;
  const found = answer.value.value;
  return (
    <Panel title={t.ledger}>
      <div class="stack" data-ledger={`${key.scope}-${key.kind}-${key.component}`}>
        <div class="row">
          <strong>{`${t.scope[key.scope]} · ${key.component}${key.phase === '' ? '' : ` · ${key.phase}`}`}</strong>
          <EnergyValue figures={row} scope={key.scope} kind={key.kind} />
          <WorthBadge worth={key.kind} />
        </div>
        <p>{t.known[key.kind]}</p>
        {answer.problem.value !== undefined && <ErrorBox problem={answer.problem.value} />}
        {found !== undefined && (
          <>
            {found.formulas.map((one) => (
              <FormulaView key={one.id} formula={one} />
            ))}
            <Check found={found} />
            <Entries found={found} />
            <p class="small muted">{t.model(modelVersion)}</p>
          </>
        )}
      </div>
    </Panel>
  );
}

function FormulaView({ formula }: { readonly formula: Formula }) {
  const t = energyTexts();
  return (
    <div class="stack">
      <code class="formula">{formula.text}</code>
      <p>{formula.meaning}</p>
      {formula.constants.length === 0 ? (
        <p class="small muted">{t.noConstants}</p>
      ) : (
        <Table
          caption={t.constant}
          rows={formula.constants}
          rowKey={({ symbol }) => symbol}
          columns={[
            { id: 'symbol', label: t.constant, cell: ({ symbol }) => <code>{symbol}</code> },
            {
              id: 'value',
              label: t.valueName,
              numeric: true,
              cell: ({ value, unit, relativeSigma }) =>
                `${formatQuantity(value, unit)}${relativeSigma > 0 ? ` ± ${formatPercent(relativeSigma, 0)}` : ''}`,
            },
            { id: 'trust', label: t.trust, cell: ({ trust }) => t.trusts[trust] },
            { id: 'source', label: t.source, cell: ({ source }) => source },
          ]}
        />
      )}
    </div>
  );
}

function Check({ found: { check } }: { readonly found: EnergyEntries }) {
  const t = energyTexts();
  const worst = check.worst === 0 ? '0' : check.worst.toExponential(1);
  const count = formatCount(check.checked);
  return (
    <div data-check={check.unchecked > 0 ? 'unchecked' : check.worst <= ROUNDING ? 'agrees' : 'differs'}>
      {check.checked > 0 && (
        <p role={check.worst <= ROUNDING ? undefined : 'alert'}>
          {check.worst <= ROUNDING ? t.checkFine(count, worst) : t.checkBad(count, worst)}
        </p>
      )}
      {check.unchecked > 0 && <p>{t.notChecked(formatCount(check.unchecked), check.reasons.join('; '))}</p>}
    </div>
  );
}

function Entries({ found }: { readonly found: EnergyEntries }) {
  const t = energyTexts();
  const { entries, total } = found;
  const rows = entries.map((one, index) => ({ ...one, index }));
  const inputs = ({ entry }: CheckedEntry): string =>
    Object.entries(entry.inputs ?? {})
      .map(([name, value]) => `${name} = ${formatQuantity(value, '')}`)
      .join(', ');
  return (
    <>
      <h3>{t.entries(total)}</h3>
      {total > entries.length && (
        <p class="small muted">{t.firstEntries(formatCount(entries.length), formatCount(total))}</p>
      )}
      <Table
        caption={t.entries(total)}
        rows={rows}
        height={260}
        rowKey={({ index }) => String(index)}
        columns={[
          { id: 'time', label: t.time, numeric: true, cell: ({ entry }) => formatQuantity(entry.timeS, 's', 6) },
          { id: 'posted', label: t.posted, numeric: true, cell: ({ entry }) => formatQuantity(entry.joules, 'J', 6) },
          {
            id: 'again',
            label: t.again,
            numeric: true,
            cell: ({ again }) => (again.joules === undefined ? '–' : formatQuantity(again.joules, 'J', 6)),
          },
          { id: 'events', label: t.events, numeric: true, cell: ({ entry }) => formatCount(entry.events) },
          { id: 'inputs', label: t.inputs, cell: inputs },
        ]}
      />
    </>
  );
}
