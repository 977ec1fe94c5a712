/* The chips of the auxiliary header on the fake port's bus and one of a user's: enough of each for the core to work with; and calls of pins. */
#ifndef SPINDRIFT_TEST_HEADER_CHIPS_H
#define SPINDRIFT_TEST_HEADER_CHIPS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "spindrift/v1/envelope.pb.h"

#define USER_CHIP 0x3c

enum { AUX3 = 3, A2 = 10, OUT0 = 12, OUT1 = 13, LED = 14, INTERLOCK = 15 };
#define INPUT spindrift_v1_PinFunction_PIN_FUNCTION_INPUT
#define PULLUP spindrift_v1_PinFunction_PIN_FUNCTION_INPUT_PULLUP
#define OUTPUT spindrift_v1_PinFunction_PIN_FUNCTION_OUTPUT
#define ANALOG spindrift_v1_PinFunction_PIN_FUNCTION_ANALOG
#define PWM spindrift_v1_PinFunction_PIN_FUNCTION_PWM
#define DAC spindrift_v1_PinFunction_PIN_FUNCTION_DAC
#define SERVO spindrift_v1_PinFunction_PIN_FUNCTION_SERVO

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
/* Value of the PinReply that must come. */
uint32_t value_of(const spindrift_v1_HostToDevice *request);
void mode(uint32_t pin, spindrift_v1_PinFunction function);

#endif
