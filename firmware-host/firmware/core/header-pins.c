#include "header-pins.h"

#include "text.h"

#define CAN(function) (1u << spindrift_v1_PinFunction_PIN_FUNCTION_##function)
#define INPUTS (CAN(INPUT) | CAN(INPUT_PULLUP))

static const struct {
    uint32_t functions;
    const char *what;
} kinds[] = {
    [PIN_KIND_DIGITAL] = {INPUTS | CAN(OUTPUT), "a digital input or output"},
    [PIN_KIND_ANALOG_IN] = {CAN(ANALOG), "an analog input"},
    [PIN_KIND_ANALOG_OUT] = {CAN(DAC), "an analog output"},
    /* As an input it is left to the board, whose state it shows. */
    [PIN_KIND_LED] = {CAN(INPUT) | CAN(OUTPUT) | CAN(PWM) | CAN(SERVO), "an output, PWM or servo; as an input the board's lamp"},
    [PIN_KIND_INTERLOCK] = {INPUTS, "a digital input"},
};

static const char *const names[HEADER_PINS] = {"AUX0", "AUX1", "AUX2", "AUX3", "AUX4", "AUX5", "AUX6", "AUX7",
                                               "A0",   "A1",   "A2",   "A3",   "OUT0", "OUT1", "LED",  "INTERLOCK"};

bool header_check_pin(uint32_t pin, refusal_t *refusal) {
    return check_field(refusal, "pin", pin, 0, HEADER_PINS - 1);
}

pin_kind_t header_kind(uint32_t pin) {
    if (pin < HEADER_A0) return PIN_KIND_DIGITAL;
    if (pin < HEADER_OUT0) return PIN_KIND_ANALOG_IN;
    if (pin < HEADER_LED) return PIN_KIND_ANALOG_OUT;
    return pin == HEADER_LED ? PIN_KIND_LED : PIN_KIND_INTERLOCK;
}

static bool check(uint32_t pin, spindrift_v1_PinFunction function, const char *field, int64_t value, refusal_t *refusal) {
    if ((kinds[header_kind(pin)].functions >> function & 1) != 0) return true;
    char limit[DETAIL_BYTES + 1];
    text_t text = text_begin(limit, sizeof limit);
    text_add(&text, names[pin]);
    text_add(&text, " is ");
    text_add(&text, kinds[header_kind(pin)].what);
    refuse_range(refusal, field, value, limit);
    refusal->status = STATUS_INVALID_ARGUMENT;
    return false;
}

bool header_check_function(uint32_t pin, spindrift_v1_PinFunction function, refusal_t *refusal) {
    if (function > spindrift_v1_PinFunction_PIN_FUNCTION_UNSPECIFIED && function <= spindrift_v1_PinFunction_PIN_FUNCTION_SERVO)
        return check(pin, function, "function", function, refusal);
    refuse_range(refusal, "function", function, "known are 1 to 7");
    refusal->status = STATUS_INVALID_ARGUMENT;
    return false;
}

bool header_check_use(uint32_t pin, spindrift_v1_PinFunction function, refusal_t *refusal) {
    return header_check_pin(pin, refusal) && check(pin, function, "pin", pin, refusal);
}
