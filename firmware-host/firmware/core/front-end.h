/*
 * The analog front end: levels, control lines, rows and columns. It knows what is set, so that nothing is shifted twice, and when the slowest of
 * it has settled.
 */
#ifndef SPINDRIFT_CORE_FRONT_END_H
#define SPINDRIFT_CORE_FRONT_END_H

#include <stdbool.h>
#include <stdint.h>

#include "calibration.h"
#include "drive.h"
#include "pulse.h"

/* After boot, and after port_safe: everything at rest. */
void front_rest(void);
/* Switches the pulse supply's load, the columns and the coil on with the settings in force. */
void front_enable(void);
/* The safe state. */
void front_safe(void);
bool front_enabled(void);

/* Settings in force. */
extern drive_t settings;
void front_set_drive(const drive_t *drive);
/* Counts the changes of the settings: what was made for them is good until it moves. */
uint32_t front_changes(void);
/* Token of the configuration in force. */
uint32_t front_config_token(void);
/* Moves the coil to field and trim. */
void front_trim_coil(int32_t trim_ut);
/* Field that the coil holds, its trim included; 0 while it is off. */
int32_t front_coil_ut(void);

/* Pulse supply and sign; the settings' amplitude or that of writing. */
void front_amplitude(int32_t amplitude_uv);
/* Whether all levels have settled; sees to it that the main loop wakes when they have. */
bool front_settled(void);

/* Rows and columns that are connected. RANGE_CELL for single cells, RANGE_MAC for many at once. */
void front_rows(uint64_t rows);
void front_columns(uint64_t columns, uint32_t range);
void front_delays(const pulse_t *pulse);

/* Level of the pulse supply that the present amplitude asks for, uV. */
int32_t front_supply_uv(void);

#endif
