/* Telemetry at intervals, the first message at once. */
#include <stddef.h>
#include <string.h>

#include "bit-source.h"
#include "counters.h"
#include "front-end.h"
#include "limits.h"
#include "port.h"
#include "safety.h"
#include "sensors.h"
#include "session.h"
#include "text.h"
#include "verbs.h"
#include "wake.h"

#define LEAST_PERIOD_MS 20

spindrift_v1_EventCounters counters;
uint64_t blocks_dropped;

typedef struct {
    call_t *call; /* NULL: a free place */
    uint32_t period_ms, count, seq;
    uint64_t opened_us, next_us;
    bool closing;
} telemetry_t;

static telemetry_t open[MAX_STREAMS];

static telemetry_t *of(const call_t *call) {
    for (uint32_t k = 0; k < MAX_STREAMS; k++)
        if (open[k].call == call) return &open[k];
    return NULL;
}

static void write_rails(spindrift_v1_Telemetry *telemetry) {
    telemetry->rails_count = RAILS;
    for (uint32_t k = 0; k < RAILS; k++) {
        const rail_t *rail = &sensors.rails[k];
        spindrift_v1_RailReading *out = &telemetry->rails[k];
        text_copy(out->name, sizeof out->name, rail_kinds[k].name);
        out->bus_code = rail->bus_code;
        out->bus_lsb_pv = BUS_LSB_PV;
        out->current_code = rail->current_code;
        out->current_lsb_pa = rail_kinds[k].current_lsb_pa;
        out->power_code = rail->power_code;
        out->power_lsb_pw = rail_kinds[k].power_lsb_pw;
        out->energy_code = rail->energy_code;
        out->energy_lsb_nj = rail_kinds[k].energy_lsb_nj;
        out->charge_code = rail->charge_code;
    }
}

static void write_telemetry(uint32_t seq) {
    reply_new(spindrift_v1_DeviceToHost_telemetry_tag);
    spindrift_v1_Telemetry *telemetry = &reply.body.telemetry;
    telemetry->seq = seq;
    telemetry->board_time_us = port_uptime_us();
    telemetry->state = safety_state();
    write_rails(telemetry);
    telemetry->has_environment = true;
    telemetry->environment = (spindrift_v1_Environment){
        .array_mdegc = sensors.array_mdegc,
        .array_valid = sensors.array_valid,
        .die_mdegc = port_die_mdegc(),
        .field_ut = sensors.field_ut,
    };
    telemetry->has_counters = true;
    telemetry->counters = counters;
    telemetry->has_health = true;
    telemetry->health = (spindrift_v1_HealthSummary){
        .ok = !health.failing && !controller_at_end(&controller),
        .repetition_count_failures = health.repetition_failures,
        .adaptive_proportion_failures = health.proportion_failures,
        .ones_ppm = health_ones_ppm(&health),
    };
    const frame_counters_t *in = session_received_counters();
    telemetry->has_link = true;
    telemetry->link = (spindrift_v1_LinkCounters){
        .frames_in = in->frames,
        .frames_out = link_out.frames,
        .bad_frames = in->bad_crcs + in->bad_headers,
        .blocks_dropped = blocks_dropped,
    };
}

static bool step(call_t *call, refusal_t *refusal) {
    (void)refusal;
    telemetry_t *stream = of(call);
    if (stream->closing) {
        write_telemetry(stream->seq);
        call_finish(call);
        return true;
    }
    /* The first message says what is now, not what was read up to a round before: a single one would be worth little to the books. */
    if (stream->seq == 0 && sensors.round_began < stream->opened_us) return true;
    if (!wake_reached(stream->next_us)) return true;
    stream->next_us += stream->period_ms * 1000ull;
    if (port_uptime_us() > stream->next_us) stream->next_us = port_uptime_us() + stream->period_ms * 1000ull;
    wake_at(stream->next_us);
    /* The newest wins: a message that finds no room is not made up for. */
    if (port_usb_write_space() < REPLY_RESERVE_BYTES / 2) return true;
    uint32_t seq = stream->seq++;
    bool last = stream->count > 0 && stream->seq >= stream->count;
    write_telemetry(seq);
    if (last)
        call_finish(call);
    else
        call_progress(call);
    return true;
}

static void close(call_t *call) {
    of(call)->closing = true;
    wake_now();
}

/* The shortest period of all that are open. */
static void set_period(void) {
    uint32_t least = UINT32_MAX;
    for (uint32_t k = 0; k < MAX_STREAMS; k++)
        if (open[k].call != NULL && open[k].period_ms < least) least = open[k].period_ms;
    sensors_period(least);
}

static void ended(call_t *call) {
    of(call)->call = NULL;
    set_period();
}

static const call_hooks_t hooks = {.step = step, .close = close, .ended = ended, .stream = true};

bool verb_open_telemetry(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    const spindrift_v1_OpenTelemetry *wanted = &request->body.open_telemetry;
    if (wanted->period_ms < LEAST_PERIOD_MS) return refuse_range(refusal, "period_ms", wanted->period_ms, "at least 20");
    if (!session_need_stream(call, refusal)) return false;
    telemetry_t *stream = of(NULL);
    *stream = (telemetry_t){.call = call, .period_ms = wanted->period_ms, .count = wanted->count, .opened_us = port_uptime_us()};
    stream->next_us = stream->opened_us;
    call->hooks = &hooks;
    set_period();
    sensors_hurry();
    return step(call, refusal);
}
