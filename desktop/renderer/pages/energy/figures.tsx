import { ENERGY_SCOPES } from '../../../../base/index.js';
import type { EnergyFigures, EnergyScope, EnergyKind, SelectionTotal } from '../../../../lab/energy/index.js';
import type { EnergyNews } from '../../../rpc/api/index.js';
import { formatQuantity, formatUncertain } from '../../app/units.js';
import { Stat, Stats, WorthBadge } from '../../ui/index.js';
import { energyTexts } from './messages.js';

/** Both uncertainties in one: they have different causes, so they add in quadrature. */
export function sigmaOf({ sigma, scaleSigma }: Pick<EnergyFigures, 'sigma' | 'scaleSigma'>): number {
  return Math.hypot(sigma, scaleSigma);
}

/** An energy with its standard uncertainty: `12.3(4) fJ`. */
export function energyText(figures: Pick<EnergyFigures, 'joules' | 'sigma' | 'scaleSigma'>, unit = 'J'): string {
  const sigma = sigmaOf(figures);
  // An uncertainty that hides the value altogether says nothing in brackets.
  return sigma > 0 && sigma < Math.abs(figures.joules)
    ? formatUncertain(figures.joules, sigma, unit)
    : formatQuantity(figures.joules, unit);
}

/** An energy; every digit of it stands in its attributes. */
export function EnergyValue(props: {
  readonly figures: EnergyFigures;
  readonly scope: EnergyScope;
  readonly kind: EnergyKind;
  readonly unit?: string;
}) {
  const { figures, scope, kind, unit } = props;
  return (
    <output
      class={`energy-value energy-${kind}`}
      aria-live="off"
      data-scope={scope}
      data-kind={kind}
      data-joules={String(figures.joules)}
      data-sigma={String(sigmaOf(figures))}
    >
      {energyText(figures, unit)}
    </output>
  );
}

/** What has been booked, by scope and kind: separate, since they describe overlapping things. */
export function ScopeCards({ news }: { readonly news: EnergyNews | undefined }) {
  const t = energyTexts();
  const totals = totalsOf(news);
  return (
    <div class="scope-cards">
      {ENERGY_SCOPES.map((scope) => {
        const own = totals.filter(({ amount }) => amount.scope === scope);
        return (
          <section
            key={scope}
            class={`scope-card scope-${scope}`}
            aria-label={t.scope[scope]}
            title={t.boundary[scope]}
          >
            <h3>{t.scope[scope]}</h3>
            <p class="muted small">{t.boundary[scope]}</p>
            {own.map((total) => (
              <CardFigure key={total.amount.kind} total={total} />
            ))}
            {own.length === 0 && <p class="small">{missing(scope, news)}</p>}
          </section>
        );
      })}
    </div>
  );
}

/** The same in one line: what is spent, as it is spent. */
export function ScopeRow({ news }: { readonly news: EnergyNews | undefined }) {
  const t = energyTexts();
  const totals = totalsOf(news);
  return (
    <div class="scope-row" role="group" aria-label={t.title}>
      <Stats>
        {ENERGY_SCOPES.map((scope) => {
          const own = totals.filter(({ amount }) => amount.scope === scope);
          const figures = own.map(({ amount }) => (
            <span key={amount.kind} class="row">
              <EnergyValue figures={amount} scope={scope} kind={amount.kind} />
              <WorthBadge worth={amount.kind} />
            </span>
          ));
          const none = <span class="small muted">{t.none}</span>;
          return (
            <Stat
              key={scope}
              label={t.scope[scope]}
              title={t.boundary[scope]}
              value={own.length === 0 ? none : figures}
            />
          );
        })}
      </Stats>
    </div>
  );
}

/** Everything that was booked, of both clocks. */
function totalsOf(news: EnergyNews | undefined): readonly SelectionTotal[] {
  return [...(news?.board?.totals ?? []), ...(news?.host?.totals ?? [])];
}

function missing(scope: EnergyScope, news: EnergyNews | undefined): string {
  const t = energyTexts();
  if (news === undefined) return t.nothingYet;
  if (scope !== 'host') return t.nothingBooked;
  return news.run.hostMeter === undefined ? t.hostUnknown : t.unavailable(news.run.hostMeter.detail);
}

function CardFigure({ total }: { readonly total: SelectionTotal }) {
  const t = energyTexts();
  const { amount, perBit, perImage, idleJ } = total;
  const { scope, kind } = amount;
  return (
    <div class="scope-figure">
      <div class="row">
        <EnergyValue figures={amount} scope={scope} kind={kind} />
        <WorthBadge worth={kind} />
      </div>
      <ul class="small muted">
        {perImage !== undefined && <li>{t.perImage(energyText(perImage))}</li>}
        {perBit !== undefined && <li>{t.perBit(energyText(perBit))}</li>}
        {idleJ !== 0 && <li>{t.idlePart(formatQuantity(idleJ, 'J'))}</li>}
      </ul>
    </div>
  );
}
