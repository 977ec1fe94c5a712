#include "verbs.h"

#include <stddef.h>

/* Deadlines as proto/version.ts has them; a test holds one against the other. */
#define QUICK 250
#define SHOT 1000
#define TEST 30000
#define LONG 120000
#define NONE 0

#define VERB(tag) spindrift_v1_HostToDevice_##tag##_tag

static const verb_t verbs[] = {
    {VERB(hello), "hello", QUICK, true, true, verb_hello},
    {VERB(set_log_level), "set_log_level", QUICK, false, false, verb_set_log_level},
    {VERB(get_identity), "get_identity", QUICK, false, false, verb_get_identity},
    {VERB(get_limits), "get_limits", QUICK, false, false, verb_get_limits},
    {VERB(get_state), "get_state", QUICK, false, false, verb_get_state},
    {VERB(set_config), "set_config", QUICK, false, false, verb_set_config},
    {VERB(arm), "arm", QUICK, false, false, verb_arm},
    {VERB(make_safe), "make_safe", QUICK, false, true, verb_make_safe},
    {VERB(clear_fault), "clear_fault", QUICK, false, false, verb_clear_fault},
    {VERB(open_telemetry), "open_telemetry", NONE, false, false, verb_open_telemetry},
    {VERB(self_test), "self_test", TEST, false, false, verb_self_test},
    {VERB(reboot), "reboot", QUICK, true, true, verb_reboot},
    {VERB(run_shots), "run_shots", SHOT, false, false, verb_run_shots},
    {VERB(open_shots), "open_shots", NONE, false, false, verb_open_shots},
    {VERB(open_bits), "open_bits", NONE, false, false, verb_open_bits},
    {VERB(open_read_map), "open_read_map", NONE, false, false, verb_open_read_map},
    {VERB(program_tile), "program_tile", LONG, false, false, verb_program_tile},
    {VERB(multiply_vector), "multiply_vector", SHOT, false, false, verb_multiply_vector},
    {VERB(open_multiply), "open_multiply", NONE, false, false, verb_open_multiply},
    {VERB(calibrate), "calibrate", LONG, false, false, verb_calibrate},
    {VERB(get_calibration), "get_calibration", NONE, false, false, verb_get_calibration},
    {VERB(put_calibration), "put_calibration", LONG, false, false, verb_put_calibration},
    {VERB(pin_mode), "pin_mode", QUICK, false, false, verb_pin_mode},
    {VERB(pin_read), "pin_read", QUICK, false, false, verb_pin_read},
    {VERB(pin_write), "pin_write", QUICK, false, false, verb_pin_write},
    {VERB(pwm_write), "pwm_write", QUICK, false, false, verb_pwm_write},
    {VERB(dac_write), "dac_write", QUICK, false, false, verb_dac_write},
    {VERB(servo_write), "servo_write", QUICK, false, false, verb_servo_write},
    {VERB(watch_pin), "watch_pin", NONE, false, false, verb_watch_pin},
    {VERB(watch_adc), "watch_adc", NONE, false, false, verb_watch_adc},
    {VERB(i2c_config), "i2c_config", QUICK, false, false, verb_i2c_config},
    {VERB(i2c_write), "i2c_write", QUICK, false, false, verb_i2c_write},
    {VERB(i2c_read), "i2c_read", QUICK, false, false, verb_i2c_read},
    {VERB(watch_i2c), "watch_i2c", NONE, false, false, verb_watch_i2c},
};

const verb_t *verb_find(uint16_t tag) {
    for (size_t k = 0; k < sizeof verbs / sizeof *verbs; k++)
        if (verbs[k].tag == tag) return &verbs[k];
    return NULL;
}

const char *verb_name(uint16_t tag) {
    const verb_t *verb = verb_find(tag);
    return verb == NULL ? "verb" : verb->name;
}
