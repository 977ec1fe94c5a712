#include "calibration.h"

#include <string.h>

#include "port.h"
#include "text.h"

/* Middle of the converters' range, where no current flows. */
#define MIDDLE_CODE 2048u
/* Half-way between the levels of a nominal cell, 51 kOhm and TMR 120 %, at 0.1 V in the 100 kOhm range (board-sim/board/calibration.ts). */
#define NOMINAL_THRESHOLD_UV 142800

calibration_t calibration;

void calibration_start(void) {
    memset(&calibration, 0, sizeof calibration);
    calibration.generation = 1;
    calibration.threshold_uv = NOMINAL_THRESHOLD_UV;
    for (uint32_t range = 0; range < RANGES; range++)
        for (uint32_t column = 0; column < BOARD_COLS; column++) calibration.offset_code[range][column] = MIDDLE_CODE;
}

uint32_t calibration_token(void) {
    char name[64];
    text_t text = text_begin(name, sizeof name);
    text_add(&text, port_serial());
    text_add(&text, "/");
    text_add_int(&text, calibration.generation);
    uint32_t hash = 0x811c9dc5u;
    for (const char *at = name; *at != 0; at++) hash = (hash ^ (uint8_t)*at) * 0x01000193u;
    return hash != 0 ? hash : 1;
}

void calibration_changed(void) {
    calibration.generation++;
}
