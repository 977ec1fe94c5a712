/*
 * What the board enforces, in wire units. Compiled in: neither calibration nor protocol raises a limit. The numbers are choices of the board's
 * reference design; board-sim/board/limits.ts has the same, and a test holds one against the other.
 */
#ifndef SPINDRIFT_CORE_LIMITS_H
#define SPINDRIFT_CORE_LIMITS_H

#define BOARD_ROWS 64u
#define BOARD_COLS 64u
#define BOARD_TILES 1u

#define AMPLITUDE_MIN_UV 400000
#define AMPLITUDE_MAX_UV 2000000
#define WIDTH_MIN_PS 500
#define WIDTH_MAX_PS 10000000
#define BIAS_MAX_UV 300000
#define READ_MIN_UV 20000
#define READ_MAX_UV 300000
#define READ_MIN_NS 24
#define READ_MAX_NS 2064
#define SETTLE_MIN_NS 24
#define SETTLE_MAX_NS 2064
#define FIELD_MAX_UT 60000
/* The staircase: what amplitude each width allows. */
#define STAIRS 3
#define STAIR_1_PS 5000
#define STAIR_1_UV 2000000
#define STAIR_2_PS 100000
#define STAIR_2_UV 1600000
#define STAIR_3_PS WIDTH_MAX_PS
#define STAIR_3_UV 1200000

/* Steps, as GetLimits states them. */
#define DAC_STEP_UV_ROUNDED 38
#define WIDTH_STEP_PS 5
#define TIME_STEP_NS 8
#define FIELD_STEP_UT 2

#define MAX_SHOTS 1048576
#define MAX_PULSES_PER_SHOT 16
#define MAX_PULSES_PER_SECOND 1600000
#define MAX_DUTY_PPM 100000
#define MAX_INPUT_BITS 8
#define MAX_REPEATS 64
#define MAX_VERIFY_PASSES 32
#define MAX_AVERAGES 1024

/* What one session may use. Less than the behavioural board, which has a computer's memory. */
#define MAX_CONTROL_BYTES 1024u
#define MAX_BLOCK_BYTES 4096u
#define MAX_RX_FRAME (MAX_BLOCK_BYTES + 16u)
#define MAX_INFLIGHT 16u
#define MAX_STREAMS 4u
#define INLINE_BITS 2048u
/* Upward blocks granted at once: as many as wait in memory. */
#define UP_WINDOW 4u
#define RX_CREDIT_BYTES (UP_WINDOW * MAX_BLOCK_BYTES)

/* Shots on a row before the next row's turn. */
#define DWELL_SHOTS 64u

#endif
