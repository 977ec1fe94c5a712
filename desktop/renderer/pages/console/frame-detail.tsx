import type { PlainMessage, PlainValue } from '../../../../firmware-host/host/index.js';
import { useCall } from '../../app/hooks.js';
import { CopyButton, Empty, ErrorBox, Facts, Panel } from '../../ui/index.js';
import { hexDump, hexText } from './hex-dump.js';
import { consoleTexts } from './messages.js';

/** A frame with everything that is kept of it. */
export function FrameDetail(props: { readonly board: string; readonly number: number | undefined }) {
  const t = consoleTexts();
  const { board, number } = props;
  const { value, problem, pending } = useCall('console.frame', number === undefined ? undefined : { board, number });
  if (number === undefined) return <Empty title={t.choose} />;
  if (problem.value !== undefined) return <ErrorBox problem={problem.value} />;
  const detail = value.value;
  if (detail === undefined) return <div aria-busy={pending.value} />;
  if (detail === null) return <Empty title={t.gone} />;
  const { head, body, payload, payloadBytes } = detail;
  return (
    <>
      <Panel title={`${head.name} · ${t.columns.number} ${head.number}`}>
        <Facts
          items={[
            [t.columns.direction, t.direction[head.direction]],
            [t.columns.kind, t.kind[head.kind]],
            [t.columns.id, String(head.id)],
          ]}
        />
      </Panel>
      <Panel title={t.content} actions={<CopyButton compact label={t.copyContent} text={() => plainJson(body)} />}>
        <Tree value={body} />
      </Panel>
      <Panel title={t.bytesTitle} actions={<CopyButton compact label={t.copyBytes} text={() => hexText(payload)} />}>
        <p class="muted small">{t.bytesKept(payload.length, payloadBytes)}</p>
        <pre class="hex-dump" tabIndex={0} aria-label={t.bytesDump} role="region">
          {hexDump(payload)}
        </pre>
      </Panel>
    </>
  );
}

/** Fields and values, messages inside messages. */
function Tree({ value }: { readonly value: PlainMessage }) {
  const t = consoleTexts();
  const entries = Object.entries(value);
  if (entries.length === 0) return <span class="muted">{t.empty}</span>;
  return (
    <ul class="message-tree">
      {entries.map(([key, field]) => (
        <li key={key}>
          <Field name={key} value={field} />
        </li>
      ))}
    </ul>
  );
}

function Field({ name, value }: { readonly name: string; readonly value: PlainValue }) {
  if (isMessage(value)) {
    return (
      <details open>
        <summary>{name}</summary>
        <Tree value={value} />
      </details>
    );
  }
  return (
    <>
      <span class="field-name">{name}</span> <span class="field-value">{valueText(value)}</span>
    </>
  );
}

function isMessage(value: PlainValue): value is PlainMessage {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
}

function valueText(value: PlainValue): string {
  if (value instanceof Uint8Array) return hexText(value);
  if (Array.isArray(value)) return value.map((item: PlainValue) => valueText(item)).join(', ');
  if (typeof value === 'string') return value;
  return isMessage(value) ? plainJson(value) : JSON.stringify(value);
}

function plainJson(value: PlainMessage): string {
  return JSON.stringify(value, (_key, field: unknown) => (field instanceof Uint8Array ? hexText(field) : field), 2);
}
