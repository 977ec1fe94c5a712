/* The chips of the auxiliary header on the fake port's bus, and one chip of a user's at USER_CHIP: enough of each for the core to work with. */
#ifndef SPINDRIFT_TEST_HEADER_CHIPS_H
#define SPINDRIFT_TEST_HEADER_CHIPS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define USER_CHIP 0x3c

typedef struct {
    uint8_t output, configuration;
    uint8_t outside; /* levels that the outside gives to inputs */
    bool lines_silent, converter_silent, converter_stuck;
    int32_t volts_uv[4];
    uint16_t adc_config;
    uint64_t ready_us;
    uint8_t user[16];
    unsigned user_transfers;
    /* Written to PCA9554 and user's chip, in order. */
    uint8_t written[64];
    unsigned written_count;
} header_chips_t;

extern header_chips_t chips;

/* Chips after power-up on a fresh fake port, and a session with the board. */
void header_chips_begin(unsigned latency);
/* Levels at the header. */
uint8_t header_chips_levels(void);

#endif
