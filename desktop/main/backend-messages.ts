/** What a backend says is checked, for it reads files and boards of strangers. */
import { z } from 'zod';
import type { FromBackend } from '../backend/messages.js';

export const fromBackend: z.ZodType<FromBackend> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('runs'), active: z.int().min(0) }),
]);
