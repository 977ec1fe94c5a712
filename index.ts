/** Spindrift: run, measure and trust boards built from voltage-controlled (VCMA) magnetic tunnel junctions. */
export * from './base/index.js';
