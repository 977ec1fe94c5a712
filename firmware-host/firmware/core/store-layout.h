/*
 * What stands in a bank of the calibration memory (board reference, 5.2): header, limits, converters and coil, columns, rows, delay lines. Pure
 * functions over bytes, which come from a chip that may hold anything. Numbers are little-endian f32 in SI units; 0xFF bytes are a NaN: not
 * stated. The map of cells behind these bytes is neither read nor written. Twin: board-sim/emulator/store/store-image.ts.
 */
#ifndef SPINDRIFT_CORE_STORE_LAYOUT_H
#define SPINDRIFT_CORE_STORE_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "calibration.h"
#include "drive.h"
#include "limits.h"

/* Header and body: what a board reads at boot, and the blob of GetCalibration and PutCalibration. */
#define STORE_BYTES 8192u
#define STORE_HEADER_BYTES 64u
#define STORE_SERIAL_BYTES 8u
/* Not stated. */
#define STORE_UNKNOWN INT32_MIN

typedef struct {
    uint32_t generation; /* 1 to UINT32_MAX - 1 */
    uint32_t body_crc;
    char serial[STORE_SERIAL_BYTES + 1]; /* empty: none */
} store_header_t;

/* What the firmware makes use of. */
typedef struct {
    store_header_t header;
    drive_limits_t limits; /* never wider than the compiled ones */
    int32_t coil_trim_ut, threshold_uv, skew_ps;
    bool offsets_known;
    uint16_t offset_code[RANGES][BOARD_COLS];
    const int8_t *inl_a, *inl_b; /* within the image */
} store_content_t;

/* False for a header that is not in order. */
bool store_read_header(const uint8_t header[STORE_HEADER_BYTES], store_header_t *out);
/* False for an image that is not in order; then `out` is worth nothing. Values that no board has are taken as not stated. */
bool store_parse(const uint8_t *image, size_t size, store_content_t *out);

/* An image that states nothing: to be filled and sealed. */
void store_blank(uint8_t image[STORE_BYTES]);
/* Writes what routines find; leaves the rest. Offsets that are not known are written as not stated. */
void store_put_findings(uint8_t image[STORE_BYTES], const calibration_t *found);
/* Gives an image its header, checks included. A serial that does not fit is left out. */
void store_seal(uint8_t image[STORE_BYTES], uint32_t generation, const char *serial);

#endif
