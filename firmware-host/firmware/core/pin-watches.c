/*
 * Pins that are watched: a first event with the present value, then each change of a digital input, or an analog one at intervals. Nobody on the
 * header calls: its chips are asked.
 */
#include <stddef.h>

#include "header-jobs.h"
#include "header-pins.h"
#include "pin-access.h"
#include "port.h"
#include "session.h"
#include "verbs.h"
#include "wake.h"

/* How often a digital input is asked. */
#define LOOK_US 2000u
#define DEBOUNCE_MAX_US 1000000
#define PERIOD_MIN_MS 5
#define PERIOD_MAX_MS 3600000

static void send(call_t *call, header_job_t *job, uint64_t t_us) {
    pin_reply(call, job->pin, job->value, job->seq++, t_us);
    call_progress(call);
}

/* The orderly end tells the newest value once more, if there is one. */
static bool end(call_t *call, header_job_t *job) {
    if (job->seq == 0)
        reply_new(0);
    else
        pin_reply(call, job->pin, job->value, job->seq, port_uptime_us());
    call_finish(call);
    return true;
}

static void close(call_t *call) {
    header_job(call)->closing = true;
    wake_now();
}

/* Whether there is a new value: asks for one when it is time, and there is room to tell it. */
static bool sampled(header_job_t *job) {
    bool resting = job->chip.line == 0;
    if (resting && !wake_reached(job->next_us)) return false;
    if (resting && port_usb_write_space() < REPLY_RESERVE_BYTES / 2) {
        /* The newest wins: what finds no room is not made up for. */
        job->next_us = port_uptime_us() + job->period_us;
        wake_at(job->next_us);
        return false;
    }
    if (!pin_read(job)) return false;
    job->next_us += job->period_us;
    if (job->next_us <= port_uptime_us()) job->next_us = port_uptime_us() + job->period_us;
    wake_at(job->next_us);
    return true;
}

/* A change counts when it has lasted; its time is that of its beginning. */
static void tell_change(call_t *call, header_job_t *job) {
    uint64_t now = port_uptime_us();
    if (job->seq > 0 && job->value == job->told) {
        job->unsettled = false;
        return;
    }
    if (!job->unsettled) job->since_us = now;
    job->unsettled = true;
    if (job->seq > 0 && now - job->since_us < job->debounce_us) return;
    job->unsettled = false;
    job->told = job->value;
    send(call, job, job->since_us);
}

static bool line_step(call_t *call, refusal_t *refusal) {
    header_job_t *job = header_job(call);
    if (job->closing) return end(call, job);
    if (!sampled(job)) return true;
    if (!header_check(job, refusal)) return false;
    tell_change(call, job);
    return true;
}

static bool analog_step(call_t *call, refusal_t *refusal) {
    header_job_t *job = header_job(call);
    if (job->closing) return end(call, job);
    if (!sampled(job)) return true;
    if (!header_check(job, refusal)) return false;
    send(call, job, port_uptime_us());
    return true;
}

static const call_hooks_t line_hooks = {.step = line_step, .close = close, .ended = header_leave, .stream = true};
static const call_hooks_t analog_hooks = {.step = analog_step, .close = close, .ended = header_leave, .stream = true};

static header_job_t *join(call_t *call, uint32_t pin, uint32_t period_us) {
    header_job_t *job = header_join(call);
    job->pin = pin;
    job->period_us = period_us;
    job->next_us = port_uptime_us();
    return job;
}

bool verb_watch_pin(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    const spindrift_v1_WatchPin *wanted = &request->body.watch_pin;
    if (!header_check_use(wanted->pin, spindrift_v1_PinFunction_PIN_FUNCTION_INPUT, refusal)) return false;
    if (!check_field(refusal, "debounce_us", wanted->debounce_us, 0, DEBOUNCE_MAX_US)) return false;
    if (!session_need_stream(call, refusal)) return false;
    join(call, wanted->pin, LOOK_US)->debounce_us = wanted->debounce_us;
    call->hooks = &line_hooks;
    return line_step(call, refusal);
}

bool verb_watch_adc(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    const spindrift_v1_WatchAdc *wanted = &request->body.watch_adc;
    if (!header_check_use(wanted->pin, spindrift_v1_PinFunction_PIN_FUNCTION_ANALOG, refusal)) return false;
    if (!check_field(refusal, "period_ms", wanted->period_ms, PERIOD_MIN_MS, PERIOD_MAX_MS)) return false;
    if (!session_need_stream(call, refusal)) return false;
    join(call, wanted->pin, wanted->period_ms * 1000u);
    call->hooks = &analog_hooks;
    return analog_step(call, refusal);
}
