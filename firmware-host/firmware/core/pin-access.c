#include "pin-access.h"

#include "drive.h"
#include "header-pins.h"
#include "lamp.h"
#include "port.h"
#include "wake.h"

/* PCA9554: eight lines, a bit each (registers from memory). Inputs have a weak pull-up in the chip. */
#define LINES_ADDRESS 0x20
enum { LINES_INPUT = 0, LINES_OUTPUT = 1, LINES_CONFIGURATION = 3 };
#define LINES_SILENT "the PCA9554 at 0x20 does not answer"
/* ADS1015 (registers from memory): single conversions at 3,300 a second against ground, +-4.096 V in 12 bits, left-aligned; 2 mV a step. */
#define ADC_ADDRESS 0x49
enum { ADC_RESULT = 0, ADC_CONFIG = 1 };
#define ADC_START 0x8000u
#define ADC_SINGLE_ENDED 0x83e3u
#define ADC_INPUT_0 4u
#define ADC_CONVERSION_US 375u
#define ADC_TRIES 4u
#define ADC_STEP_UV 2000
#define ADC_SILENT "the ADS1015 at 0x49 does not answer"
#define ADC_STUCK "the ADS1015 at 0x49 does not convert"
/* Channels of the converter behind OUT0 and OUT1, and its range. */
#define DAC_OUT0 5u
#define OUTPUTS 2u
#define DAC_CODES 65536

static uint16_t output_codes[OUTPUTS];

void pin_access_start(void) {
    for (uint32_t k = 0; k < OUTPUTS; k++) pin_set_output(HEADER_OUT0 + k, 0);
}

void pin_set_output(uint32_t pin, uint32_t level_uv) {
    int64_t code = round_div((int64_t)level_uv * DAC_CODES, OUTPUT_MAX_UV);
    uint32_t output = pin - HEADER_OUT0;
    output_codes[output] = (uint16_t)(code < DAC_CODES ? code : DAC_CODES - 1);
    port_dac_write((uint8_t)(DAC_OUT0 + output), output_codes[output]);
}

uint32_t pin_local_value(uint32_t pin) {
    switch (header_kind(pin)) {
    case PIN_KIND_ANALOG_OUT:
        return (uint32_t)round_div((int64_t)output_codes[pin - HEADER_OUT0] * OUTPUT_MAX_UV, DAC_CODES);
    case PIN_KIND_LED:
        return lamp_lit() ? 1 : 0;
    default:
        return port_interlock_closed() ? 0 : 1;
    }
}

static bool read_lines(header_job_t *job, uint8_t reg) {
    job->tx[0] = reg;
    return header_transfer(job, LINES_ADDRESS, 1, 1);
}

/* Writes what was read last, with the pin's bit set or cleared. */
static bool write_line(header_job_t *job, uint8_t reg, bool high) {
    uint8_t bit = (uint8_t)(1u << (job->pin - HEADER_AUX0));
    job->tx[0] = reg;
    job->tx[1] = (uint8_t)(high ? job->rx[0] | bit : job->rx[0] & ~bit);
    return header_transfer(job, LINES_ADDRESS, 2, 0);
}

static void take_level(header_job_t *job) {
    if (!job->bus.ok) header_fail(job, STATUS_HARDWARE_FAULT, LINES_SILENT);
    job->value = job->rx[0] >> (job->pin - HEADER_AUX0) & 1u;
}

static bool read_line(header_job_t *job) {
    TASK_BEGIN(&job->chip);
    TASK_AWAIT(&job->chip, header_turn(job));
    TASK_AWAIT(&job->chip, read_lines(job, LINES_INPUT));
    take_level(job);
    header_pass(job);
    TASK_END(&job->chip);
}

static bool set_line_function(header_job_t *job) {
    TASK_BEGIN(&job->chip);
    TASK_AWAIT(&job->chip, header_turn(job));
    TASK_AWAIT(&job->chip, read_lines(job, LINES_CONFIGURATION));
    if (job->bus.ok)
        TASK_AWAIT(&job->chip, write_line(job, LINES_CONFIGURATION, job->argument != spindrift_v1_PinFunction_PIN_FUNCTION_OUTPUT));
    if (job->bus.ok) TASK_AWAIT(&job->chip, read_lines(job, LINES_INPUT));
    take_level(job);
    header_pass(job);
    TASK_END(&job->chip);
}

bool pin_write_line(header_job_t *job) {
    TASK_BEGIN(&job->chip);
    TASK_AWAIT(&job->chip, header_turn(job));
    TASK_AWAIT(&job->chip, read_lines(job, LINES_CONFIGURATION));
    take_level(job);
    if (job->trouble == NULL && job->value != 0) header_fail(job, STATUS_FAILED_PRECONDITION, "the pin is an input; set its mode first");
    if (job->trouble == NULL) {
        TASK_AWAIT(&job->chip, read_lines(job, LINES_OUTPUT));
        if (job->bus.ok) TASK_AWAIT(&job->chip, write_line(job, LINES_OUTPUT, job->argument != 0));
        if (job->bus.ok) TASK_AWAIT(&job->chip, read_lines(job, LINES_INPUT));
        take_level(job);
    }
    header_pass(job);
    TASK_END(&job->chip);
}

static bool start_conversion(header_job_t *job) {
    uint32_t config = ADC_SINGLE_ENDED | (ADC_INPUT_0 + job->pin - HEADER_A0) << 12;
    job->tx[0] = ADC_CONFIG;
    job->tx[1] = (uint8_t)(config >> 8);
    job->tx[2] = (uint8_t)config;
    return header_transfer(job, ADC_ADDRESS, 3, 0);
}

static bool read_converter(header_job_t *job, uint8_t reg) {
    job->tx[0] = reg;
    return header_transfer(job, ADC_ADDRESS, 1, 2);
}

static uint32_t converter_word(const header_job_t *job) {
    return (uint32_t)job->rx[0] << 8 | job->rx[1];
}

static void take_voltage(header_job_t *job) {
    int16_t code = (int16_t)converter_word(job);
    /* An offset can take an input at ground below it; the wire knows no negative level. */
    job->value = code > 0 ? (uint32_t)((code >> 4) * ADC_STEP_UV) : 0;
}

static bool convert(header_job_t *job) {
    TASK_BEGIN(&job->chip);
    TASK_AWAIT(&job->chip, header_turn(job));
    TASK_AWAIT(&job->chip, start_conversion(job));
    for (job->tries = 0; job->bus.ok && job->tries < ADC_TRIES; job->tries++) {
        job->due_us = port_uptime_us() + ADC_CONVERSION_US;
        TASK_AWAIT(&job->chip, wake_reached(job->due_us));
        TASK_AWAIT(&job->chip, read_converter(job, ADC_CONFIG));
        if (job->bus.ok && (converter_word(job) & ADC_START) != 0) break;
    }
    if (job->tries == ADC_TRIES) header_fail(job, STATUS_HARDWARE_FAULT, ADC_STUCK);
    if (job->bus.ok && job->trouble == NULL) TASK_AWAIT(&job->chip, read_converter(job, ADC_RESULT));
    if (!job->bus.ok) header_fail(job, STATUS_HARDWARE_FAULT, ADC_SILENT);
    take_voltage(job);
    header_pass(job);
    TASK_END(&job->chip);
}

bool pin_read(header_job_t *job) {
    switch (header_kind(job->pin)) {
    case PIN_KIND_DIGITAL:
        return read_line(job);
    case PIN_KIND_ANALOG_IN:
        return convert(job);
    default:
        job->value = pin_local_value(job->pin);
        return true;
    }
}

static lamp_use_t lamp_use_of(uint32_t function) {
    switch (function) {
    case spindrift_v1_PinFunction_PIN_FUNCTION_OUTPUT:
        return LAMP_OUTPUT;
    case spindrift_v1_PinFunction_PIN_FUNCTION_PWM:
        return LAMP_PWM;
    case spindrift_v1_PinFunction_PIN_FUNCTION_SERVO:
        return LAMP_SERVO;
    default:
        return LAMP_STATUS;
    }
}

bool pin_set_function(header_job_t *job) {
    if (header_kind(job->pin) == PIN_KIND_DIGITAL) return set_line_function(job);
    if (header_kind(job->pin) == PIN_KIND_LED) {
        lamp_use(lamp_use_of(job->argument));
        lamp_show();
    }
    return pin_read(job);
}

void pin_reply(const call_t *call, uint32_t pin, uint32_t value, uint32_t seq, uint64_t t_us) {
    /* The reply of a verb has the number of its request. */
    reply_new(call->verb);
    reply.body.pin_read_reply = (spindrift_v1_PinReply){.pin = pin, .value = value, .seq = seq, .t_us = t_us};
}

_Static_assert(spindrift_v1_DeviceToHost_pin_mode_reply_tag == spindrift_v1_HostToDevice_pin_mode_tag, "first of the pins");
_Static_assert(spindrift_v1_DeviceToHost_watch_adc_reply_tag == spindrift_v1_HostToDevice_watch_adc_tag, "last of the pins");
