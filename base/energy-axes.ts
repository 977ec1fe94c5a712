/** The two ways in which energy is told apart; figures that differ in either are never added. */

/** Where energy is spent: in the junctions, in the array around them, on the board as a whole, in the host computer. */
export const ENERGY_SCOPES = ['device', 'array', 'board', 'host'] as const;
export type EnergyScope = (typeof ENERGY_SCOPES)[number];

/** How a figure is known: read from an instrument, computed from a model of the thing, or guessed from a figure that a person gave. */
export const ENERGY_KINDS = ['measured', 'modelled', 'estimated'] as const;
export type EnergyKind = (typeof ENERGY_KINDS)[number];
