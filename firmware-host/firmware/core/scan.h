/* A scan of the column converters: four of sixteen channels, read two frames after their command, one bit of each in every clock. */
#ifndef SPINDRIFT_CORE_SCAN_H
#define SPINDRIFT_CORE_SCAN_H

#include <stdbool.h>
#include <stdint.h>

#include "limits.h"

/* Sixteen channels and the two frames by which results are late. */
#define SCAN_FRAMES 18u
#define SCAN_WORDS (2u * SCAN_FRAMES)

/* Codes of all columns: converter k has columns 16 k to 16 k + 15. False when a reply names another channel than asked: the scan slipped. */
bool scan_read(const uint32_t words[SCAN_WORDS], uint16_t codes[BOARD_COLS]);

#endif
