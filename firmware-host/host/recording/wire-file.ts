/** Name of a recording of frames inside a run folder. */
export const WIRE_FILE = 'wire.pcapng';
