/* Self tests: one answer each, then the sums. They look at chips, never at the junctions. */
#include <string.h>

#include "calibration.h"
#include "front-end.h"
#include "offsets.h"
#include "port.h"
#include "safety.h"
#include "sensors.h"
#include "session.h"
#include "text.h"
#include "verbs.h"
#include "wake.h"

#define OFFSET_REPEATS 8u
/* Rounds of readings after which a test may judge a chip; the thermometer converts once a second. */
#define ROUNDS 2u

typedef struct {
    const char *name, *unit;
    int32_t low, high;
    int32_t (*measure)(void);
} self_test_t;

/* A silent chip measures as nothing that passes. */
static int32_t supply(uint32_t rail) {
    return sensors.rails[rail].valid ? rail_uv(&sensors.rails[rail]) : 0;
}
static int32_t usb_supply(void) {
    return supply(RAIL_USB);
}
static int32_t logic_supply(void) {
    return supply(RAIL_LOGIC);
}
static int32_t array_temperature(void) {
    return sensors.array_valid ? sensors.array_mdegc : INT16_MIN * 1000;
}
static int32_t worst_offset(void) {
    int32_t worst = 0;
    for (uint32_t range = 0; range < RANGES; range++)
        for (uint32_t column = 0; column < BOARD_COLS; column++) {
            int32_t off = (int32_t)calibration.offset_code[range][column] - 2048;
            if (off < 0) off = -off;
            if (off > worst) worst = off;
        }
    return worst;
}
static int32_t interlock(void) {
    return port_interlock_closed() ? 1 : 0;
}

static const self_test_t tests[] = {
    {"USB supply", "uV", 4400000, 5500000, usb_supply},
    {"3V3 supply", "uV", 3135000, 3465000, logic_supply},
    {"array thermometer", "mdegC", -20000, 60000, array_temperature},
    {"die thermometer", "mdegC", -20000, 85000, port_die_mdegc},
    {"column offsets", "codes", 0, 64, worst_offset},
    {"interlock", "closed", 1, 1, interlock},
};
#define TESTS (sizeof tests / sizeof *tests)

static struct {
    bool busy;
    uint32_t mask, run, failed, total, after_round;
    offsets_t offsets;
    task_t task;
} job;

static void write_sums(void) {
    reply.body.self_test_reply.tests_run = job.run;
    reply.body.self_test_reply.tests_failed = job.failed;
    reply.body.self_test_reply.tests_total = job.total;
}

static void report(call_t *call, uint32_t id) {
    const self_test_t *test = &tests[id];
    int32_t measured = test->measure();
    bool pass = measured >= test->low && measured <= test->high;
    job.run++;
    if (!pass) job.failed++;
    reply_new(spindrift_v1_DeviceToHost_self_test_reply_tag);
    spindrift_v1_SelfTestReply *out = &reply.body.self_test_reply;
    out->has_result = true;
    out->result.test_id = id;
    text_copy(out->result.name, sizeof out->result.name, test->name);
    text_copy(out->result.unit, sizeof out->result.unit, test->unit);
    out->result.pass = pass;
    out->result.measured = measured;
    out->result.low = test->low;
    out->result.high = test->high;
    write_sums();
    call_progress(call);
}

/* Fresh readings, and offsets unless somebody is using the array. */
static bool look(void) {
    TASK_BEGIN(&job.task);
    job.after_round = sensors.rounds + ROUNDS;
    sensors_hurry();
    TASK_AWAIT(&job.task, (int32_t)(sensors.rounds - job.after_round) >= 0 && (sensors.array_valid || wake_reached(2000000)));
    job.offsets.repeats = OFFSET_REPEATS;
    if (safety_state() != spindrift_v1_BoardState_BOARD_STATE_RUNNING && !calibration.offsets_known)
        TASK_AWAIT(&job.task, offsets_run(&job.offsets));
    TASK_END(&job.task);
}

static bool step(call_t *call, refusal_t *refusal) {
    (void)refusal;
    if (!look()) return true;
    for (uint32_t id = 0; id < TESTS; id++)
        if (job.mask >> id & 1) report(call, id);
    reply_new(spindrift_v1_DeviceToHost_self_test_reply_tag);
    write_sums();
    call_finish(call);
    return true;
}

static void ended(call_t *call) {
    (void)call;
    offsets_stop(&job.offsets);
    /* Reading offsets has connected columns; where the drive is off they are not to be. */
    if (!front_enabled()) front_safe();
    job.busy = false;
}

static const call_hooks_t hooks = {.step = step, .ended = ended};

bool verb_self_test(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    uint32_t mask = request->body.self_test.mask;
    if (mask >= 1u << TESTS) return refuse_range(refusal, "mask", mask, "this board has tests 0 to 5");
    if (job.busy) return refuse_for_now(refusal, STATUS_BUSY, "self_test", "another one is running");
    memset(&job, 0, sizeof job);
    job.busy = true;
    job.mask = mask == 0 ? (1u << TESTS) - 1 : mask;
    for (uint32_t id = 0; id < TESTS; id++) job.total += job.mask >> id & 1;
    call->hooks = &hooks;
    return true;
}
