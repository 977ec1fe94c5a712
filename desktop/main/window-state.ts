/** Where windows were, one memory for each display. */
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Display, Rectangle } from 'electron';
import { z } from 'zod';
import { readJsonFile } from '../../lab/runs/json-file.js';
import { writeFileDurably } from '../../lab/runs/durable-file.js';

const pixels = z.int().min(-1_000_000).max(1_000_000);
const size = z.int().min(1).max(100_000);

/** A window on a display: its bounds while it is not maximised. */
const placement = z.strictObject({
  x: pixels,
  y: pixels,
  width: size,
  height: size,
  maximised: z.boolean(),
});
export type Placement = z.infer<typeof placement>;

const memory = z.strictObject({
  version: z.literal(1),
  /** Key of the display that had the window last. */
  last: z.string().max(100).optional(),
  displays: z.record(z.string().max(100), placement),
});
export type WindowMemory = z.infer<typeof memory>;

export const SMALLEST = { width: 800, height: 560 } as const;
const USUAL = { width: 1320, height: 860 } as const;
/** Displays remembered; whoever carries a laptop about meets more. */
const MOST_DISPLAYS = 20;

/** What tells displays apart; their numbers change from start to start. */
export function displayKey({ bounds, scaleFactor }: Pick<Display, 'bounds' | 'scaleFactor'>): string {
  return `${bounds.width}x${bounds.height}@${scaleFactor}${signed(bounds.x)}${signed(bounds.y)}`;
}

const signed = (value: number): string => (value < 0 ? String(value) : `+${value}`);

/** An empty memory. */
export const NO_MEMORY: WindowMemory = { version: 1, displays: {} };

/** Where a window is to be opened: on the display that had it last if that is there, else on the primary one, inside what can be worked on. */
export function placeWindow(
  remembered: WindowMemory,
  displays: readonly Pick<Display, 'bounds' | 'scaleFactor' | 'workArea'>[],
  primary: Pick<Display, 'bounds' | 'scaleFactor' | 'workArea'>,
): Placement {
  const display = displays.find((one) => displayKey(one) === remembered.last) ?? primary;
  const known = remembered.displays[displayKey(display)];
  return known === undefined
    ? centred(display.workArea)
    : { ...inside(known, display.workArea), maximised: known.maximised };
}

function centred(area: Rectangle): Placement {
  const width = Math.min(USUAL.width, area.width);
  const height = Math.min(USUAL.height, area.height);
  return {
    x: area.x + Math.floor((area.width - width) / 2),
    y: area.y + Math.floor((area.height - height) / 2),
    width,
    height,
    maximised: false,
  };
}

function inside(wanted: Rectangle, area: Rectangle): Rectangle {
  const width = Math.min(Math.max(wanted.width, SMALLEST.width), area.width);
  const height = Math.min(Math.max(wanted.height, SMALLEST.height), area.height);
  const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
  return {
    x: clamp(wanted.x, area.x, area.x + area.width - width),
    y: clamp(wanted.y, area.y, area.y + area.height - height),
    width,
    height,
  };
}

/** The memory after a window was seen on a display. */
export function remember(
  before: WindowMemory,
  display: Pick<Display, 'bounds' | 'scaleFactor'>,
  now: Placement,
): WindowMemory {
  const key = displayKey(display);
  const others = Object.entries(before.displays).filter(([other]) => other !== key);
  return { version: 1, last: key, displays: Object.fromEntries([...others.slice(1 - MOST_DISPLAYS), [key, now]]) };
}

/** The memory on the disk. A file that is damaged counts as none: a window in its usual place harms nobody. */
export class WindowStateFile {
  #memory: WindowMemory = NO_MEMORY;
  #writing: Promise<void> = Promise.resolve();

  private constructor(readonly path: string) {}

  static async open(path: string): Promise<WindowStateFile> {
    const file = new WindowStateFile(path);
    file.#memory = (await readJsonFile(path, memory).catch(() => undefined)) ?? NO_MEMORY;
    return file;
  }

  get memory(): WindowMemory {
    return this.#memory;
  }

  /** Remembers at once and writes after what is being written; a disk that refuses is no reason to stop. */
  remember(display: Pick<Display, 'bounds' | 'scaleFactor'>, now: Placement): Promise<void> {
    this.#memory = remember(this.#memory, display, now);
    this.#writing = this.#writing.then(async () => {
      await mkdir(dirname(this.path), { recursive: true }).catch(() => undefined);
      await writeFileDurably(this.path, `${JSON.stringify(this.#memory, null, 2)}\n`).catch(() => undefined);
    });
    return this.#writing;
  }

  /** Resolves when everything is on the disk. */
  flush(): Promise<void> {
    return this.#writing;
  }
}
