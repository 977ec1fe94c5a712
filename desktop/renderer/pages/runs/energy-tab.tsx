import { ENERGY_KINDS, ENERGY_SCOPES } from '../../../../base/index.js';
import type { RunDetails } from '../../../rpc/api/runs.js';
import { formatCount } from '../../app/i18n.js';
import { href } from '../../app/router.js';
import { Empty, Panel, Table, valueText, WorthBadge } from '../../ui/index.js';
import { runsTexts } from './messages.js';

interface Figures {
  readonly joules: number;
  readonly sigma?: number;
  readonly scaleSigma?: number;
  readonly events?: number;
}
interface Total extends Figures {
  readonly components?: Readonly<Record<string, Figures>>;
}

const sigmaOf = ({ sigma = 0, scaleSigma = 0 }: Figures): number => Math.hypot(sigma, scaleSigma);

/** The energy account by scope and kind, each with its components. There is no total over them. */
export function EnergyTab({ run }: { readonly run: RunDetails }) {
  const t = runsTexts();
  const accounts = ENERGY_SCOPES.flatMap((scope) =>
    ENERGY_KINDS.flatMap((kind) => {
      const total = (run.energy?.[scope] as Partial<Record<string, Total>> | undefined)?.[kind];
      return total === undefined ? [] : [{ scope, kind, total }];
    }),
  );
  if (accounts.length === 0) return <Empty title={t.energyNone} />;
  return (
    <div class="stack">
      <p class="muted small">{t.energyHint}</p>
      <div class="runs-energy">
        {accounts.map(({ scope, kind, total }) => (
          <Panel key={`${scope} ${kind}`} title={t.scope[scope]} actions={<WorthBadge worth={kind} />}>
            <p class="runs-total">{valueText(total.joules, 'J', sigmaOf(total))}</p>
            <Table
              caption={`${t.scope[scope]}, ${kind}`}
              rows={Object.entries(total.components ?? {})}
              rowKey={([name]) => name}
              columns={[
                { id: 'name', label: t.component, cell: ([name]) => name },
                {
                  id: 'j',
                  label: t.joules,
                  numeric: true,
                  cell: ([, one]) => valueText(one.joules, 'J', sigmaOf(one)),
                },
                { id: 'n', label: t.count, numeric: true, cell: ([, one]) => formatCount(one.events ?? 0) },
              ]}
            />
          </Panel>
        ))}
      </div>
      <p>
        <a href={href('energy', [run.name])}>{t.energyMore}</a>
      </p>
    </div>
  );
}
