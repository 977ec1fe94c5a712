import type { BoardIdentity, BoardLimits, BoardState, Range } from '../../../../firmware-host/host/index.js';
import { formatCount, formatPercent } from '../../app/i18n.js';
import { formatField, formatQuantity, formatSpan } from '../../app/units.js';
import { Badge, Facts, Panel, Table } from '../../ui/index.js';
import { LatchedFault } from './latched-fault.js';
import { boardsTexts } from './messages.js';

function hash(token: number): string {
  return token.toString(16).padStart(8, '0');
}

/** What the board is doing. */
export function StatePanel(props: { readonly state: BoardState | undefined; readonly onClearFault: () => void }) {
  const t = boardsTexts().state;
  const { state } = props;
  if (state === undefined) return <Panel title={t.title}>…</Panel>;
  return (
    <Panel title={t.title}>
      <Facts
        items={[
          [
            t.drive,
            <Badge key="drive" tone={state.state === 'safe' ? 'ok' : 'accent'}>
              {t.word[state.state]}
            </Badge>,
          ],
          [
            t.fault,
            state.fault === undefined ? (
              t.noFault
            ) : (
              <LatchedFault key="fault" code={state.fault} onClear={props.onClearFault} />
            ),
          ],
          [t.interlock, state.interlockClosed ? t.interlockClosed : t.interlockOpen],
          [
            t.uptime,
            <span key="uptime" data-changes>
              {formatSpan(state.uptimeS)}
            </span>,
          ],
          [
            t.calibration,
            state.calibrationHash === 0 ? t.uncalibrated : <code key="hash">{hash(state.calibrationHash)}</code>,
          ],
        ]}
      />
    </Panel>
  );
}

/** Who the board is. */
export function IdentityPanel({ identity }: { readonly identity: BoardIdentity }) {
  const t = boardsTexts();
  const { rows, cols, tiles } = identity.geometry;
  return (
    <Panel title={t.identity.title}>
      <Facts
        items={[
          [t.identity.name, identity.name],
          [t.identity.model, identity.model],
          [t.identity.serial, <code key="serial">{identity.serial}</code>],
          [t.identity.revision, String(identity.revision)],
          [t.identity.array, <code key="array">{identity.arrayId}</code>],
          [t.identity.geometry, t.identity.geometryOf(formatCount(rows), formatCount(cols), tiles)],
          [t.identity.firmware, identity.firmware],
          [t.identity.build, <code key="build">{`${identity.gitHash} ${identity.buildFlags}`.trim()}</code>],
          [t.identity.protocol, `${identity.protocol.major}.${identity.protocol.minor}`],
          [t.identity.silence, identity.hostSilenceS === 0 ? t.identity.never : formatSpan(identity.hostSilenceS)],
        ]}
      />
      <h3>{t.features}</h3>
      {identity.features.length === 0 ? (
        <p class="muted">{t.noFeatures}</p>
      ) : (
        <ul class="boards-features">
          {identity.features.map((feature) => (
            <li key={feature}>
              <Badge>{feature}</Badge>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

interface LimitRow {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly step: string;
}

function rowOf(name: string, { min, max, step }: Range, show: (value: number, digits?: number) => string): LimitRow {
  return { name, from: show(min), to: show(max), step: show(step, 2) };
}

/** What the board enforces. */
export function LimitsPanel({ limits }: { readonly limits: BoardLimits }) {
  const t = boardsTexts();
  const volts = (value: number, digits?: number): string => formatQuantity(value, 'V', digits);
  const seconds = (value: number, digits?: number): string => formatQuantity(value, 's', digits);
  const amplitude = limits.bipolar ? { ...limits.amplitudeV, min: -limits.amplitudeV.max } : limits.amplitudeV;
  const rows: LimitRow[] = [
    rowOf(t.drive.amplitudeV, amplitude, volts),
    rowOf(t.drive.pulseWidthS, limits.pulseWidthS, seconds),
    rowOf(t.drive.biasV, limits.biasV, volts),
    rowOf(t.drive.readV, limits.readV, volts),
    rowOf(t.drive.readS, limits.readS, seconds),
    rowOf(t.drive.settleS, limits.settleS, seconds),
    ...(limits.fieldAPerM.max === 0 ? [] : [rowOf(t.drive.fieldAPerM, limits.fieldAPerM, formatField)]),
  ];
  return (
    <Panel title={t.limits.title}>
      <p class="muted small">{t.limits.note}</p>
      <Table
        caption={t.limits.title}
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { id: 'name', label: t.limits.quantity, cell: ({ name }) => name },
          { id: 'from', label: t.limits.from, cell: ({ from }) => from, numeric: true },
          { id: 'to', label: t.limits.to, cell: ({ to }) => to, numeric: true },
          { id: 'step', label: t.limits.step, cell: ({ step }) => step, numeric: true },
        ]}
      />
      <Facts
        items={[
          ...(limits.pulses.length === 0
            ? []
            : ([
                [
                  t.limits.byWidth,
                  limits.pulses
                    .map(({ widthS, amplitudeV }) => t.limits.amplitudeAtWidth(volts(amplitudeV), seconds(widthS)))
                    .join('; '),
                ],
              ] as const)),
          [t.limits.rate, formatQuantity(limits.maxPulseRateHz, 'Hz')],
          [t.limits.duty, formatPercent(limits.maxDuty)],
          [t.limits.shots, formatCount(limits.maxShots)],
        ]}
      />
    </Panel>
  );
}
