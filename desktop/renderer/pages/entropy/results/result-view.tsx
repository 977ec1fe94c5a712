import type { BatteryResult } from '../../../../../lab/entropy/index.js';
import { useCall } from '../../../app/hooks.js';
import { formatCount } from '../../../app/i18n.js';
import { Badge, ErrorBox, Facts, Panel } from '../../../ui/index.js';
import { assessTexts } from '../assess/messages.js';
import { BitsView } from './bits.js';
import { resultTexts } from './messages.js';
import { NonIidView } from './non-iid.js';
import { EntResult, FipsResult, HealthResult, IidResult, RestartResult } from './plain.js';
import { StsView } from './sts.js';

/** All figures of one assessment. @param props.other the one that it is compared with */
export function ResultView(props: {
  readonly id: string;
  readonly other: string | undefined;
  /** Assessments of the same kind, this one last. */
  readonly series: readonly string[];
}) {
  const { value, problem } = useCall('entropy.result', { id: props.id });
  const other = useCall('entropy.result', props.other === undefined ? undefined : { id: props.other });
  if (problem.value !== undefined) return <ErrorBox problem={problem.value} />;
  const result = value.value;
  if (result === undefined) return null;
  return (
    <div class="stack">
      <Heading result={result} />
      <Findings
        result={result}
        other={props.other === undefined ? undefined : other.value.value}
        series={props.series}
      />
    </div>
  );
}

function Heading({ result }: { readonly result: BatteryResult }) {
  const t = resultTexts();
  const { file, sha256, bytes, origin, battery } = result;
  const name = file.split(/[\\/]/).at(-1) ?? file;
  return (
    <Panel title={`${assessTexts().batteries[battery]} · ${name}`}>
      <Facts
        items={[
          [t.bits, formatCount(bytes * 8)],
          [t.sha, <code key="sha">{sha256}</code>],
          ...(origin === undefined
            ? []
            : ([
                [
                  t.board,
                  <span key="board">
                    {`${origin.board.serial}, ${origin.board.kind} `}
                    {origin.mark !== undefined && <Badge tone="warn">{origin.mark}</Badge>}
                  </span>,
                ],
              ] as const)),
        ]}
      />
      {origin?.otherBytes === true && <p class="entropy-mark">{t.otherBytes}</p>}
    </Panel>
  );
}

function Findings(props: {
  readonly result: BatteryResult;
  readonly other: BatteryResult | undefined;
  readonly series: readonly string[];
}) {
  const { result, other, series } = props;
  switch (result.battery) {
    case 'non-iid':
      return <NonIidView result={result} other={other?.battery === 'non-iid' ? other : undefined} />;
    case 'sts':
      return <StsView result={result} series={series} />;
    case 'bits':
      return <BitsView result={result} />;
    case 'health':
      return <HealthResult result={result} />;
    case 'ent':
      return <EntResult result={result} />;
    case 'fips':
      return <FipsResult result={result} />;
    case 'iid':
      return <IidResult result={result} />;
    case 'restart':
      return <RestartResult result={result} />;
  }
}
