/* The two programs of the board: board reference, sections 4.1 and 4.3. */
#ifndef SPINDRIFT_HAL_PIO_PROGRAMS_H
#define SPINDRIFT_HAL_PIO_PROGRAMS_H

#include <stdint.h>

#include "pio-words.h"

/* Pins of `set` in the shot program. */
enum { SHOT_A = 1, SHOT_B = 2, SHOT_SEL = 4 };
/* Side-set of the shot program: SHLD high holds the comparators' words, FCLK shifts them. */
enum { SIDE_SAMPLE = 0, SIDE_HOLD = 1, SIDE_HOLD_CLOCK = 3 };

enum { SHOT_ORIGIN = 0, SHOT_LENGTH = 16, SCAN_ORIGIN = 16, SCAN_LENGTH = 7 };

/* Words for pulses of two cycles and more; pio_shot_word says what a shorter one changes. */
static const uint16_t shot_program[SHOT_LENGTH] = {
    PIO_PULL_BLOCK | PIO_SIDE2(SIDE_HOLD, 0),
    PIO_OUT(PLACE_X, 16) | PIO_SIDE2(SIDE_HOLD, 0),
    PIO_SET(PLACE_PINS, SHOT_SEL) | PIO_SIDE2(SIDE_SAMPLE, 2),
    PIO_SET(PLACE_PINS, SHOT_SEL | SHOT_A),
    PIO_JMP(JUMP_X_DEC, 4),
    PIO_SET(PLACE_PINS, SHOT_SEL | SHOT_A | SHOT_B) | PIO_SIDE2(SIDE_SAMPLE, 2),
    PIO_SET(PLACE_PINS, SHOT_SEL | SHOT_B) | PIO_SIDE2(SIDE_SAMPLE, 1),
    PIO_SET(PLACE_PINS, SHOT_SEL),
    PIO_OUT(PLACE_Y, 8),
    PIO_JMP(JUMP_Y_DEC, 9),
    PIO_SET(PLACE_PINS, 0),
    PIO_OUT(PLACE_Y, 8),
    PIO_JMP(JUMP_Y_DEC, 12),
    PIO_SET(PLACE_X, 7) | PIO_SIDE2(SIDE_HOLD, 1),
    PIO_IN(PLACE_PINS, 8) | PIO_SIDE2(SIDE_HOLD_CLOCK, 1),
    PIO_JMP(JUMP_X_DEC, 14) | PIO_SIDE2(SIDE_HOLD, 1),
};

/* Word `at` of the shot program for a pulse of n cycles. */
static inline uint16_t pio_shot_word(uint32_t at, uint32_t n) {
    const uint16_t both = PIO_SET(PLACE_PINS, SHOT_SEL | SHOT_A | SHOT_B);
    if ((at == 4 && n <= 1) || (at == 3 && n == 0)) return both;
    return shot_program[at];
}

static const uint16_t scan_program[SCAN_LENGTH] = {
    PIO_SET(PLACE_PINS, 1) | PIO_SIDE1(0, 9),
    PIO_PULL_BLOCK,
    PIO_SET(PLACE_PINS, 0),
    PIO_SET(PLACE_X, 15),
    PIO_OUT(PLACE_PINS, 1) | PIO_SIDE1(0, 3),
    PIO_IN(PLACE_PINS, 4) | PIO_SIDE1(1, 2),
    PIO_JMP(JUMP_X_DEC, 20) | PIO_SIDE1(1, 0),
};

#endif
