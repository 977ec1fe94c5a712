/* The I2C bus of the auxiliary header. It is the board's own bus: chips on it that belong to the board cannot be reached from here. */
#include <stddef.h>
#include <string.h>

#include "header-jobs.h"
#include "port.h"
#include "session.h"
#include "verbs.h"
#include "wake.h"

/* Below and above are addresses that the bus keeps for itself. */
#define ADDRESS_MIN 0x08
#define ADDRESS_MAX 0x77
#define CLOCK_MIN_HZ 100000
#define CLOCK_MAX_HZ 400000
#define PERIOD_MIN_MS 5
#define PERIOD_MAX_MS 3600000
#define SILENT "nobody answers at the address, or not in time"

static const struct {
    uint8_t address;
    const char *limit;
} own_chips[] = {
    {0x20, "there is the board's own PCA9554"},        {0x35, "there is the board's own Hall sensor"},
    {0x40, "there is the board's own USB monitor"},    {0x41, "there is the board's own 3V3 monitor"},
    {0x44, "there is the board's own VAMP monitor"},   {0x45, "there is the board's own coil monitor"},
    {0x48, "there is the board's own thermometer"},    {0x49, "there is the board's own ADS1015"},
    {0x50, "there is the board's own memory"},         {0x51, "there is the board's own memory"},
};

static bool check_address(uint32_t address, refusal_t *refusal) {
    if (!check_field(refusal, "address", address, ADDRESS_MIN, ADDRESS_MAX)) return false;
    for (size_t k = 0; k < sizeof own_chips / sizeof *own_chips; k++)
        if (own_chips[k].address == address) return refuse_range(refusal, "address", address, own_chips[k].limit);
    return true;
}

static void write_reply(const call_t *call, const header_job_t *job, uint32_t seq) {
    /* The reply of a verb has the number of its request. */
    reply_new(call->verb);
    spindrift_v1_I2cReply *out = &reply.body.i2c_read_reply;
    out->address = job->address;
    out->data.size = (pb_size_t)job->rx_size;
    memcpy(out->data.bytes, job->rx, job->rx_size);
    out->seq = seq;
    out->t_us = port_uptime_us();
}

static bool transfer(header_job_t *job) {
    TASK_BEGIN(&job->chip);
    TASK_AWAIT(&job->chip, header_turn(job));
    TASK_AWAIT(&job->chip, header_transfer(job, job->address, job->tx_size, job->rx_size));
    if (!job->bus.ok) header_fail(job, STATUS_HARDWARE_FAULT, SILENT);
    header_pass(job);
    TASK_END(&job->chip);
}

static bool transfer_step(call_t *call, refusal_t *refusal) {
    header_job_t *job = header_job(call);
    if (!transfer(job)) return true;
    if (!header_check(job, refusal)) return false;
    write_reply(call, job, 0);
    call_finish(call);
    return true;
}

/* What was asked for before has the clock that it was asked for with. */
static bool clock_step(call_t *call, refusal_t *refusal) {
    (void)refusal;
    header_job_t *job = header_job(call);
    if (!header_turn(job)) return true;
    port_i2c_clock(job->argument);
    write_reply(call, job, 0);
    call_finish(call);
    return true;
}

static bool watch_step(call_t *call, refusal_t *refusal) {
    header_job_t *job = header_job(call);
    if (job->closing) {
        call_done(call);
        return true;
    }
    bool resting = job->chip.line == 0;
    if (resting && !wake_reached(job->next_us)) return true;
    if (resting) {
        job->next_us += job->period_us;
        if (job->next_us <= port_uptime_us()) job->next_us = port_uptime_us() + job->period_us;
        wake_at(job->next_us);
        /* The newest wins: what finds no room is not made up for. */
        if (port_usb_write_space() < REPLY_RESERVE_BYTES / 2) return true;
    }
    if (!transfer(job)) return true;
    if (!header_check(job, refusal)) return false;
    write_reply(call, job, job->seq++);
    call_progress(call);
    wake_at(job->next_us);
    return true;
}

static void close(call_t *call) {
    header_job(call)->closing = true;
    wake_now();
}

static const call_hooks_t transfer_hooks = {.step = transfer_step, .ended = header_leave};
static const call_hooks_t clock_hooks = {.step = clock_step, .ended = header_leave};
static const call_hooks_t watch_hooks = {.step = watch_step, .close = close, .ended = header_leave, .stream = true};

bool verb_i2c_config(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    uint32_t clock_hz = request->body.i2c_config.clock_hz;
    if (!check_field(refusal, "clock_hz", clock_hz, CLOCK_MIN_HZ, CLOCK_MAX_HZ)) return false;
    header_join(call)->argument = clock_hz;
    call->hooks = &clock_hooks;
    return clock_step(call, refusal);
}

bool verb_i2c_write(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    const spindrift_v1_I2cWrite *wanted = &request->body.i2c_write;
    if (!check_address(wanted->address, refusal)) return false;
    if (wanted->data.size == 0) return refuse(refusal, STATUS_INVALID_ARGUMENT, "data is empty: at least 1 byte can be written", NULL);
    header_job_t *job = header_join(call);
    job->address = (uint8_t)wanted->address;
    job->tx_size = wanted->data.size;
    memcpy(job->tx, wanted->data.bytes, wanted->data.size);
    call->hooks = &transfer_hooks;
    return transfer_step(call, refusal);
}

static bool check_read(const spindrift_v1_I2cRead *wanted, refusal_t *refusal) {
    return check_address(wanted->address, refusal) && check_field(refusal, "count", wanted->count, 1, HEADER_RX_BYTES);
}

static header_job_t *join_to_read(call_t *call, const spindrift_v1_I2cRead *wanted) {
    header_job_t *job = header_join(call);
    job->address = (uint8_t)wanted->address;
    job->tx_size = wanted->prefix.size;
    memcpy(job->tx, wanted->prefix.bytes, wanted->prefix.size);
    job->rx_size = wanted->count;
    return job;
}

bool verb_i2c_read(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    const spindrift_v1_I2cRead *wanted = &request->body.i2c_read;
    if (!check_read(wanted, refusal)) return false;
    join_to_read(call, wanted);
    call->hooks = &transfer_hooks;
    return transfer_step(call, refusal);
}

bool verb_watch_i2c(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    const spindrift_v1_WatchI2c *wanted = &request->body.watch_i2c;
    if (!wanted->has_read) return refuse(refusal, STATUS_INVALID_ARGUMENT, "read is missing: what shall be repeated?", NULL);
    if (!check_read(&wanted->read, refusal)) return false;
    if (!check_field(refusal, "period_ms", wanted->period_ms, PERIOD_MIN_MS, PERIOD_MAX_MS)) return false;
    if (!session_need_stream(call, refusal)) return false;
    header_job_t *job = join_to_read(call, &wanted->read);
    job->period_us = wanted->period_ms * 1000u;
    job->next_us = port_uptime_us();
    call->hooks = &watch_hooks;
    return watch_step(call, refusal);
}

_Static_assert(spindrift_v1_DeviceToHost_i2c_config_reply_tag == spindrift_v1_HostToDevice_i2c_config_tag, "first of the bus");
_Static_assert(spindrift_v1_DeviceToHost_watch_i2c_reply_tag == spindrift_v1_HostToDevice_watch_i2c_tag, "last of the bus");
