/*
 * The pins of the auxiliary header as pins.proto numbers them, and what each can do. No pin that drives the array is among them: what the limits
 * forbid cannot be had by this way.
 */
#ifndef SPINDRIFT_CORE_HEADER_PINS_H
#define SPINDRIFT_CORE_HEADER_PINS_H

#include <stdbool.h>
#include <stdint.h>

#include "refusal.h"
#include "spindrift/v1/pins.pb.h"

enum {
    HEADER_AUX0 = 0,  /* AUX0 to AUX7: digital, lines of the PCA9554; as inputs pulled up by it, weakly, always */
    HEADER_A0 = 8,    /* A0 to A3: analog inputs, by the ADS1015 */
    HEADER_OUT0 = 12, /* OUT0, OUT1: analog outputs, channels 5 and 6 of the converter */
    HEADER_LED = 14,
    HEADER_INTERLOCK = 15, /* read only; low = closed */
    HEADER_PINS = 16,
};

typedef enum { PIN_KIND_DIGITAL, PIN_KIND_ANALOG_IN, PIN_KIND_ANALOG_OUT, PIN_KIND_LED, PIN_KIND_INTERLOCK } pin_kind_t;

/* False, with a refusal, for a number that no pin has. */
bool header_check_pin(uint32_t pin, refusal_t *refusal);
/* Of a pin that exists. */
pin_kind_t header_kind(uint32_t pin);
/* Whether a pin can do that; else a refusal that names what it can do. */
bool header_check_function(uint32_t pin, spindrift_v1_PinFunction function, refusal_t *refusal);
/* The same for a pin that a verb takes for something: names the pin as the wrong argument. */
bool header_check_use(uint32_t pin, spindrift_v1_PinFunction function, refusal_t *refusal);

#endif
