/**
 * Breaking one thing on purpose, to see that the suite sees it: `RIG_BREAK=udev-rule`, `sequence` or `reconnect` before `npm run test:usb`.
 * docs/usb-rig.md says what each does.
 */
const BREAKS = ['udev-rule', 'sequence', 'reconnect'] as const;
export type Break = (typeof BREAKS)[number];

const asked = process.env['RIG_BREAK'];
if (asked !== undefined && asked !== '' && !BREAKS.includes(asked as Break))
  throw new RangeError(`RIG_BREAK must be one of ${BREAKS.join(', ')}, got ${asked}`);

/** Whether this is to be broken. */
export const broken = (what: Break): boolean => asked === what;
