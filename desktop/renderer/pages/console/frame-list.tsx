import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ConsoleFrame } from '../../../rpc/api/index.js';
import { formatCount } from '../../app/i18n.js';
import { formatQuantity } from '../../app/units.js';
import { consoleTexts } from './messages.js';

/** Height of a row, px; the style sheet keeps to it. */
const ROW = 24;
/** Rows drawn beyond those in sight. */
const MARGIN = 10;

interface FrameListProps {
  readonly frames: readonly ConsoleFrame[];
  /** Number of the chosen frame. */
  readonly selected: number | undefined;
  readonly onSelect: (number: number) => void;
  /** Keeps the newest in sight. */
  readonly follow: boolean;
  /** The person scrolled away from the newest, or back to it. */
  readonly onFollow: (follow: boolean) => void;
}

/** The list of frames: only the rows in sight exist. Arrows, Page Up and Down, Home and End walk through it. */
export function FrameList({ frames, selected, onSelect, follow, onFollow }: FrameListProps) {
  const t = consoleTexts();
  const scroll = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(400);

  useEffect(() => {
    const element = scroll.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    const element = scroll.current;
    if (follow && element !== null) element.scrollTop = element.scrollHeight;
  }, [frames, follow, height]);

  const first = Math.max(0, Math.floor(top / ROW) - MARGIN);
  const last = Math.min(frames.length, Math.ceil((top + height) / ROW) + MARGIN);
  const at = selected === undefined ? -1 : indexOf(frames, selected);

  const go = (index: number): void => {
    const frame = frames[Math.min(frames.length - 1, Math.max(0, index))];
    const element = scroll.current;
    if (frame === undefined || element === null) return;
    onFollow(false);
    onSelect(frame.number);
    // The heading stands over the first row.
    const y = frames.indexOf(frame) * ROW;
    if (y < element.scrollTop) element.scrollTop = y;
    else if (y + 2 * ROW > element.scrollTop + element.clientHeight)
      element.scrollTop = y + 2 * ROW - element.clientHeight;
  };
  const page = Math.max(1, Math.floor(height / ROW) - 2);
  const walk = (event: KeyboardEvent): void => {
    const from = at === -1 ? frames.length : at;
    const to = {
      ArrowDown: from + 1,
      ArrowUp: from - 1,
      PageDown: from + page,
      PageUp: from - page,
      Home: 0,
      End: frames.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };

  return (
    <div
      class="frames"
      ref={scroll}
      role="region"
      aria-label={t.frames}
      tabIndex={0}
      onKeyDown={walk}
      onScroll={({ currentTarget }) => {
        setTop(currentTarget.scrollTop);
        const atEnd = currentTarget.scrollTop + currentTarget.clientHeight >= currentTarget.scrollHeight - ROW;
        if (atEnd !== follow) onFollow(atEnd);
      }}
    >
      <table aria-rowcount={frames.length + 1}>
        <caption class="visually-hidden">{t.frames}</caption>
        <thead>
          <tr>
            <th scope="col" class="num">
              {t.columns.number}
            </th>
            <th scope="col" class="num frame-time">
              {t.columns.time}
            </th>
            <th scope="col" class="num frame-time">
              {t.columns.delta}
            </th>
            <th scope="col">{t.columns.direction}</th>
            <th scope="col">{t.columns.kind}</th>
            <th scope="col" class="num">
              {t.columns.id}
            </th>
            <th scope="col">{t.columns.message}</th>
            <th scope="col" class="num">
              {t.columns.bytes}
            </th>
            <th scope="col" class="frame-summary">
              {t.columns.summary}
            </th>
          </tr>
        </thead>
        <tbody>
          {first > 0 && <tr aria-hidden="true" style={{ height: `${first * ROW}px` }} />}
          {frames.slice(first, last).map((frame, k) => (
            <Row
              key={frame.number}
              frame={frame}
              before={frames[first + k - 1]}
              index={first + k}
              selected={frame.number === selected}
              onSelect={(number) => {
                // What is being looked at does not run away.
                onFollow(false);
                onSelect(number);
              }}
            />
          ))}
          {last < frames.length && <tr aria-hidden="true" style={{ height: `${(frames.length - last) * ROW}px` }} />}
        </tbody>
      </table>
    </div>
  );
}

function Row(props: {
  readonly frame: ConsoleFrame;
  readonly before: ConsoleFrame | undefined;
  readonly index: number;
  readonly selected: boolean;
  readonly onSelect: (number: number) => void;
}) {
  const { frame, before, selected } = props;
  const t = consoleTexts();
  return (
    <tr
      class={`${selected ? 'selected' : ''} ${frame.error ? 'trouble' : ''}`}
      aria-rowindex={props.index + 2}
      aria-current={selected ? 'true' : undefined}
      data-frame={frame.number}
      onClick={() => props.onSelect(frame.number)}
    >
      <td class="num">{formatCount(frame.number)}</td>
      <td class="num" data-changes>
        {formatCount(frame.timeS, 4)}
      </td>
      <td class="num" data-changes>
        {before === undefined ? '' : formatQuantity(frame.timeS - before.timeS, 's', 3)}
      </td>
      <td>{t.direction[frame.direction]}</td>
      <td>{t.kind[frame.kind]}</td>
      <td class="num">{frame.id === 0 ? '' : frame.id}</td>
      <td class="frame-name">
        {frame.name}
        {frame.error && <span class="frame-trouble"> {t.trouble}</span>}
      </td>
      <td class="num">{formatCount(frame.bytes)}</td>
      <td class="frame-summary" data-changes>
        {frame.summary}
      </td>
    </tr>
  );
}

/** Frames are in the order of their numbers. */
function indexOf(frames: readonly ConsoleFrame[], number: number): number {
  let [low, high] = [0, frames.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = frames[middle]!.number;
    if (at === number) return middle;
    if (at < number) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
