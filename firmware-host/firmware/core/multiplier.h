/*
 * A multiplication: inputs are applied bit by bit, plane b drives exactly the rows whose input has bit b set, every plane is converted, and a
 * result is the sum over planes of 2^b (code - offset code), shifted right so that it fits 16 bits (proto/spindrift/v1/tile.proto).
 */
#ifndef SPINDRIFT_CORE_MULTIPLIER_H
#define SPINDRIFT_CORE_MULTIPLIER_H

#include <stdbool.h>
#include <stdint.h>

#include "scanner.h"
#include "window.h"

typedef struct {
    window_t window;
    uint32_t input_bits, repeats, range, outputs, shift;
    bool differential;
    /* One vector. */
    const uint8_t *inputs;
    uint8_t *out; /* 2 bytes an output */
    uint32_t clipped;
    bool failed;
    /* Within. */
    uint32_t plane;
    uint64_t planes[MAX_INPUT_BITS]; /* rows that each drives */
    int32_t sums[BOARD_COLS];
    scanner_t scanner;
    task_t task;
} multiplier_t;

/* Fills in everything that the plan says. */
bool multiplier_check(bool there, const spindrift_v1_MultiplyPlan *plan, multiplier_t *multiplier, refusal_t *refusal);
/* Time that a vector takes when every plane drives a row, ns. */
uint32_t multiplier_vector_ns(const multiplier_t *multiplier);
/* False for an input of too many bits; nothing is done then. */
bool multiplier_accepts(const multiplier_t *multiplier, const uint8_t *inputs, uint32_t vectors);
/* A task: one vector. */
bool multiplier_run(multiplier_t *multiplier);
void multiplier_stop(multiplier_t *multiplier);

#endif
