import { z } from 'zod';
import { call, stream, type } from '../define.js';

/** Settings that may be left to the program; `theme`, `locale` and `fieldUnit` are absent until somebody chose. */
export const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']).optional(),
  locale: z.enum(['en', 'de']).optional(),
  /** How magnetic fields are shown: µ0H in mT, or H in Oe. */
  fieldUnit: z.enum(['mT', 'Oe']).optional(),
  /** Time between two readings of power and temperature during a run, ms. */
  telemetryPeriodMs: z.int().min(50).max(60_000).default(250),
  /** Power of one busy processor core, W. Without it the host's energy is not estimated. */
  hostWattsPerCore: z.number().min(0.1).max(500).optional(),
  /** Whether runs and captures keep the frames of their board's link, so that they can be replayed as boards. */
  recordWire: z.boolean().default(false),
  /** Folder of the run store from the next start on, absolute. Without it the usual one. */
  runsDir: z.string().min(1).max(4096).optional(),
  /** Whether the tour for newcomers was seen or left. */
  tourSeen: z.boolean().default(false),
});
/** What a person has chosen. */
export type Settings = z.output<typeof settingsSchema>;

/** Changes: what is absent stays, null goes back to the default. */
const change = z.object({
  theme: settingsSchema.shape.theme.nullable(),
  locale: settingsSchema.shape.locale.nullable(),
  fieldUnit: settingsSchema.shape.fieldUnit.nullable(),
  telemetryPeriodMs: z.int().min(50).max(60_000).nullable().optional(),
  hostWattsPerCore: settingsSchema.shape.hostWattsPerCore.nullable(),
  runsDir: settingsSchema.shape.runsDir.nullable(),
  recordWire: z.boolean().nullable().optional(),
  tourSeen: z.boolean().nullable().optional(),
});
export type SettingsChange = z.input<typeof change>;

/** Methods 800 to 899. */
export const settingsApi = {
  /** The settings, and again whenever they change. */
  'settings.watch': stream(800, z.object({}), type<Settings>()),
  /** @returns all settings as they are now @throws RangeError, FileError for a folder of runs that cannot be written */
  'settings.change': call(801, change, type<Settings>()),
  /** Back to the defaults. */
  'settings.reset': call(802, z.object({}), type<Settings>()),
};
