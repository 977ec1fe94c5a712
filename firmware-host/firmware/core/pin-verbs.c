/* Pins of the auxiliary header, one at a time: mode, reading, digital and analog outputs, pulses of the LED. */
#include <stddef.h>

#include "header-jobs.h"
#include "header-pins.h"
#include "lamp.h"
#include "pin-access.h"
#include "port.h"
#include "safety.h"
#include "verbs.h"

/* What the LED's pulses may be: what the hardware can count, and no more edges than a person or a servo has use for. */
#define DUTY_MAX_PPM 1000000
#define PERIOD_MIN_NS 10000
#define PERIOD_MAX_NS 100000000
#define SERVO_MIN_US 500
#define SERVO_MAX_US 2500

static void answer(call_t *call, uint32_t pin, uint32_t value) {
    pin_reply(call, pin, value, 0, port_uptime_us());
    call_finish(call);
}

static bool step_of(call_t *call, bool (*access)(header_job_t *job), refusal_t *refusal) {
    header_job_t *job = header_job(call);
    if (!access(job)) return true;
    if (!header_check(job, refusal)) return false;
    answer(call, job->pin, job->value);
    return true;
}

static bool read_step(call_t *call, refusal_t *refusal) {
    return step_of(call, pin_read, refusal);
}

static bool mode_step(call_t *call, refusal_t *refusal) {
    return step_of(call, pin_set_function, refusal);
}

static bool write_step(call_t *call, refusal_t *refusal) {
    return step_of(call, pin_write_line, refusal);
}

static const call_hooks_t read_hooks = {.step = read_step, .ended = header_leave};
static const call_hooks_t mode_hooks = {.step = mode_step, .ended = header_leave};
static const call_hooks_t write_hooks = {.step = write_step, .ended = header_leave};

/* The first step is made at once: by it the call gets in line. */
static bool begin(call_t *call, const call_hooks_t *hooks, uint32_t pin, uint32_t argument, refusal_t *refusal) {
    header_job_t *job = header_join(call);
    job->pin = pin;
    job->argument = argument;
    call->hooks = hooks;
    return hooks->step(call, refusal);
}

bool verb_pin_mode(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    const spindrift_v1_PinMode *wanted = &request->body.pin_mode;
    if (!header_check_pin(wanted->pin, refusal) || !header_check_function(wanted->pin, wanted->function, refusal)) return false;
    return begin(call, &mode_hooks, wanted->pin, wanted->function, refusal);
}

bool verb_pin_read(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    uint32_t pin = request->body.pin_read.pin;
    return header_check_pin(pin, refusal) && begin(call, &read_hooks, pin, 0, refusal);
}

/* False, with a refusal, while the LED is used otherwise. */
static bool check_lamp(const call_t *call, lamp_use_t use, refusal_t *refusal) {
    if (lamp_used_as() == use) return true;
    return refuse(refusal, STATUS_FAILED_PRECONDITION, verb_name(call->verb), ": the LED has another mode; set its mode first", NULL);
}

static void show_and_answer(call_t *call) {
    lamp_show();
    answer(call, HEADER_LED, pin_local_value(HEADER_LED));
}

bool verb_pin_write(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    const spindrift_v1_PinWrite *wanted = &request->body.pin_write;
    if (!header_check_use(wanted->pin, spindrift_v1_PinFunction_PIN_FUNCTION_OUTPUT, refusal)) return false;
    if (header_kind(wanted->pin) == PIN_KIND_DIGITAL) return begin(call, &write_hooks, wanted->pin, wanted->high ? 1 : 0, refusal);
    if (!check_lamp(call, LAMP_OUTPUT, refusal)) return false;
    lamp_light(wanted->high);
    show_and_answer(call);
    return true;
}

bool verb_pwm_write(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    const spindrift_v1_PwmWrite *wanted = &request->body.pwm_write;
    if (!header_check_use(wanted->pin, spindrift_v1_PinFunction_PIN_FUNCTION_PWM, refusal)) return false;
    if (!check_field(refusal, "duty_ppm", wanted->duty_ppm, 0, DUTY_MAX_PPM)) return false;
    if (wanted->period_ns != 0 && !check_field(refusal, "period_ns", wanted->period_ns, PERIOD_MIN_NS, PERIOD_MAX_NS)) return false;
    if (!check_lamp(call, LAMP_PWM, refusal)) return false;
    if (wanted->period_ns != 0) lamp_period_ns(wanted->period_ns);
    lamp_high_ns((uint32_t)((uint64_t)lamp_period() * wanted->duty_ppm / DUTY_MAX_PPM));
    show_and_answer(call);
    return true;
}

bool verb_servo_write(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    const spindrift_v1_ServoWrite *wanted = &request->body.servo_write;
    if (!header_check_use(wanted->pin, spindrift_v1_PinFunction_PIN_FUNCTION_SERVO, refusal)) return false;
    if (wanted->pulse_us != 0 && !check_field(refusal, "pulse_us", wanted->pulse_us, SERVO_MIN_US, SERVO_MAX_US)) return false;
    if (!check_lamp(call, LAMP_SERVO, refusal)) return false;
    lamp_high_ns(wanted->pulse_us * 1000u);
    show_and_answer(call);
    return true;
}

bool verb_dac_write(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    const spindrift_v1_DacWrite *wanted = &request->body.dac_write;
    if (!header_check_use(wanted->pin, spindrift_v1_PinFunction_PIN_FUNCTION_DAC, refusal)) return false;
    if (!check_field(refusal, "level_uv", wanted->level_uv, 0, OUTPUT_MAX_UV)) return false;
    /* The converter makes the array's levels too: a step of one output can be seen in another. */
    if (!safety_idle(call, refusal)) return false;
    pin_set_output(wanted->pin, wanted->level_uv);
    answer(call, wanted->pin, pin_local_value(wanted->pin));
    return true;
}
