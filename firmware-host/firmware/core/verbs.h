/* The verbs that the board serves. */
#ifndef SPINDRIFT_CORE_VERBS_H
#define SPINDRIFT_CORE_VERBS_H

#include <stdbool.h>
#include <stdint.h>

#include "call.h"

/* Carries out a request: answers through the call, leaves it open with hooks, or refuses before anything was done. */
typedef bool verb_handler_t(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal);

typedef struct {
    uint16_t tag; /* of the request's body */
    const char *name;
    uint32_t deadline_ms; /* when the request states none; 0 = none */
    bool early;           /* taken before Hello */
    bool always;          /* taken when all places for calls are in use */
    verb_handler_t *serve;
} verb_t;

/* NULL for a verb that the board does not serve. */
const verb_t *verb_find(uint16_t tag);
const char *verb_name(uint16_t tag);

verb_handler_t verb_hello, verb_reboot, verb_set_log_level;
verb_handler_t verb_get_identity, verb_get_limits, verb_get_state, verb_set_config;
verb_handler_t verb_arm, verb_make_safe, verb_clear_fault;
verb_handler_t verb_open_telemetry, verb_self_test;
verb_handler_t verb_run_shots, verb_open_shots, verb_open_bits;
verb_handler_t verb_open_read_map, verb_program_tile, verb_multiply_vector, verb_open_multiply, verb_calibrate;
verb_handler_t verb_get_calibration, verb_put_calibration;
verb_handler_t verb_pin_mode, verb_pin_read, verb_pin_write, verb_pwm_write, verb_dac_write, verb_servo_write;
verb_handler_t verb_watch_pin, verb_watch_adc;
verb_handler_t verb_i2c_config, verb_i2c_write, verb_i2c_read, verb_watch_i2c;

#endif
