/* The drive settings in wire units, and what converters and delay lines make of them. */
#ifndef SPINDRIFT_CORE_DRIVE_H
#define SPINDRIFT_CORE_DRIVE_H

#include <stdbool.h>
#include <stdint.h>

#include "limits.h"
#include "refusal.h"

typedef struct {
    int32_t bias_uv;
    int32_t amplitude_uv;
    uint32_t width_ps;
    uint32_t settle_ns;
    uint32_t read_uv;
    uint32_t read_ns;
    int32_t field_ut;
} drive_t;

/* The settings after boot: a pulse of 1.6 V and 30 ns, whose outcome is fair and hardly depends on width or amplitude; reads of 0.1 V. */
extern const drive_t drive_at_boot;

/* Limits in force: those of limits.h, or tighter ones out of the calibration memory. */
typedef struct {
    int32_t stair_uv[STAIRS]; /* amplitude up to the width of each stair of limits.h; below AMPLITUDE_MIN_UV nothing may be pulsed there */
    uint32_t width_ps;
    int32_t bias_uv, read_uv, field_ut;
} drive_limits_t;
/* Widths of the stairs. */
extern const uint32_t drive_stairs_ps[STAIRS];
extern const drive_limits_t drive_limits_compiled;
extern drive_limits_t drive_limits;
/* Brings limits that may say anything within the compiled ones, onto steps that the hardware has, and the staircase into order. */
void drive_limits_make_sound(drive_limits_t *limits);
/* Longest pulse of an amplitude, ps; 0 = none is allowed. */
uint32_t drive_longest_ps(int32_t amplitude_uv);
/* Width with its trim, which does not lead over the staircase (board-sim/board/drive.ts has the same); 0 = no pulse is allowed. */
uint32_t drive_trimmed_ps(int32_t amplitude_uv, uint32_t width_ps, int32_t trim_ps);
/* Settings that are within the limits in force: the same ones where they are already. */
drive_t drive_within(const drive_t *drive);

/* Checks wanted settings and rounds them to what the hardware can do. False: refused, `actual` untouched. */
bool drive_accept(const drive_t *wanted, drive_t *actual, refusal_t *refusal);
/* Token of a configuration: never 0, the same for the same settings and calibration generation. */
uint32_t drive_token(const drive_t *drive, uint32_t generation);

/* How a pulse width is set: width = 8 ns * cycles + 5 ps * codes, codes within ±800. */
typedef struct {
    uint32_t cycles;
    int32_t codes;
} width_setting_t;
width_setting_t width_setting(uint32_t width_ps);

/* Bits of the CTRL byte of the column chain. */
#define CTRL_RANGE_100K 1u
#define CTRL_ATTENUATOR 2u
#define CTRL_NEGATIVE 4u
#define CTRL_LOAD_20K 8u
#define CTRL_LOAD_100K 16u

/* Channels of the converter. */
#define DAC_VAMP 0u
#define DAC_VREAD 1u
#define DAC_VTH 2u
#define DAC_COIL 3u
#define DAC_LOAD_LEVEL 7u
/* Code of the virtual ground, VMID = 1.25 V. */
#define DAC_VMID_CODE 32768u

/* Below this amplitude the attenuator halves both the amplitude and its step. */
#define ATTENUATED_BELOW_UV 800000

/* Code of the pulse supply, and the bits of CTRL for range and sign. Amplitude 0: the least supply; the pulse is suppressed by its timing. */
uint16_t drive_vamp_code(int32_t amplitude_uv, uint8_t *ctrl);
/* Code of a voltage relative to the virtual ground. */
uint16_t drive_level_code(int32_t uv);
/* Code of the coil's set-point: ±2 A, which is ±60 mT, over the converter's range. */
uint16_t drive_coil_code(int32_t field_ut);

/* Division that rounds halves up, as Math.round does; `by` is positive. */
int64_t round_div(int64_t value, int64_t by);

#endif
