import type { TapStatus } from '../../../../rpc/api/index.js';
import { entropyTexts } from '../messages.js';
import { stagesOf, type Stage } from './stages.js';

/** Of a stage, in the units of the drawing. */
const WIDTH = 186;
const HEIGHT = 148;
const GAP = 20;

/** The tap as a picture: source → health tests → debiasing → conditioning → generator → output, each with its counters and alarms. */
export function TapDiagram({ status }: { readonly status: TapStatus }) {
  const t = entropyTexts();
  const stages = stagesOf(status, t);
  const total = stages.length * WIDTH + (stages.length - 1) * GAP;
  return (
    <figure class="entropy-diagram">
      <svg viewBox={`0 0 ${total} ${HEIGHT}`} role="img" aria-label={spoken(t.diagram, stages)}>
        {stages.map((stage, k) => (
          <g key={stage.id} transform={`translate(${k * (WIDTH + GAP)} 0)`} class={`stage stage-${stage.tone}`}>
            {k > 0 && <Arrow flows={stage.tone === 'flow'} />}
            <rect x="1" y="1" width={WIDTH - 2} height={HEIGHT - 2} rx="3" />
            <text class="stage-title" x="10" y="22">
              {stage.title}
            </text>
            <text class="stage-word" x="10" y="40">
              {stage.word}
            </text>
            {stage.lines.map(([label, value], line) => (
              <g key={label} transform={`translate(0 ${60 + 17 * line})`}>
                <text class="stage-label" x="10">
                  {label}
                </text>
                <text class="stage-value" x={WIDTH - 10} text-anchor="end">
                  {value}
                </text>
              </g>
            ))}
          </g>
        ))}
      </svg>
    </figure>
  );
}

function Arrow({ flows }: { readonly flows: boolean }) {
  const y = HEIGHT / 2;
  return (
    <g class={flows ? 'arrow arrow-flow' : 'arrow'}>
      <line x1={-GAP + 4} y1={y} x2={-10} y2={y} />
      <path d={`M -4 ${y} l -9 -5 v 10 z`} />
    </g>
  );
}

/** The picture in words. */
function spoken(title: string, stages: readonly Stage[]): string {
  const parts = stages
    .filter(({ tone }) => tone !== 'off')
    .map(({ title: name, word, lines }) => `${name}: ${word}, ${lines.map((line) => line.join(' ')).join(', ')}`);
  return `${title}. ${parts.join('; ')}`;
}
