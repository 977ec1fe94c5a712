/* Arm, MakeSafe, ClearFault. Arming looks at the pulse supply with its power monitor before it says that the drive is on. */
#include <string.h>

#include "calibration.h"
#include "front-end.h"
#include "offsets.h"
#include "port.h"
#include "safety.h"
#include "sensors.h"
#include "verbs.h"
#include "wake.h"

/* The pulse supply settles, and its monitor has converted anew. */
#define SUPPLY_SETTLE_US 1500u
/* The supply may be off by so much (board reference, section 6): whichever is more. */
#define SUPPLY_PARTS 50
#define SUPPLY_UV 20000
/* Conversions of a look at the offsets, once after boot. */
#define OFFSET_REPEATS 32u

static struct {
    call_t *call;
    uint64_t on_us;
    offsets_t offsets;
    task_t task;
} arming;

static void answer(call_t *call, uint16_t tag) {
    reply_new(tag);
    /* The three answers are one message in one union. */
    reply.body.arm_reply = (spindrift_v1_StateReply){.state = safety_state(), .fault = safety_fault()};
    call_finish(call);
}

static bool supply_is_right(int32_t *seen) {
    const rail_t *rail = &sensors.rails[RAIL_VAMP];
    *seen = rail_uv(rail);
    int32_t wanted = front_supply_uv();
    int32_t allowed = wanted / SUPPLY_PARTS > SUPPLY_UV ? wanted / SUPPLY_PARTS : SUPPLY_UV;
    int32_t off = *seen > wanted ? *seen - wanted : wanted - *seen;
    return rail->valid && off <= allowed;
}

static bool check_supply(void) {
    TASK_BEGIN(&arming.task);
    TASK_AWAIT(&arming.task, wake_reached(arming.on_us + SUPPLY_SETTLE_US));
    sensors_hurry();
    TASK_AWAIT(&arming.task, sensors.round_began >= arming.on_us + SUPPLY_SETTLE_US);
    arming.offsets.repeats = OFFSET_REPEATS;
    if (!calibration.offsets_known) TASK_AWAIT(&arming.task, offsets_run(&arming.offsets));
    TASK_END(&arming.task);
}

static bool step(call_t *call, refusal_t *refusal) {
    if (!check_supply()) return true;
    int32_t seen;
    if (!supply_is_right(&seen)) {
        int32_t wanted = front_supply_uv();
        refuse(refusal, STATUS_HARDWARE_FAULT, "arm: the pulse supply is not what was asked for", NULL);
        call_refuse(call, refusal);
        safety_trip(spindrift_v1_FaultCode_FAULT_CODE_AMPLITUDE_READBACK, "VAMP", seen, wanted);
        return true;
    }
    safety_armed_now();
    answer(call, spindrift_v1_DeviceToHost_arm_reply_tag);
    return true;
}

static void ended(call_t *call) {
    (void)call;
    arming.call = NULL;
    offsets_stop(&arming.offsets);
    if (!safety_armed()) front_safe();
}

static const call_hooks_t hooks = {.step = step, .ended = ended};

bool verb_arm(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    (void)request;
    if (!safety_check_token(call, refusal) || !safety_may_arm(refusal)) return false;
    if (safety_armed()) {
        answer(call, spindrift_v1_DeviceToHost_arm_reply_tag);
        return true;
    }
    if (!safety_idle(call, refusal)) return false;
    if (arming.call != NULL) return refuse_for_now(refusal, STATUS_BUSY, "arm", "the drive is being switched on");
    memset(&arming, 0, sizeof arming);
    arming.call = call;
    front_enable();
    arming.on_us = port_uptime_us();
    call->hooks = &hooks;
    return true;
}

bool verb_make_safe(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    (void)request;
    if (arming.call != NULL) {
        refuse(refusal, STATUS_CANCELLED, "the drive was switched off", NULL);
        call_refuse(arming.call, refusal);
    }
    safety_make_safe();
    answer(call, spindrift_v1_DeviceToHost_make_safe_reply_tag);
    return true;
}

bool verb_clear_fault(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    (void)request;
    if (!safety_clear(refusal)) return false;
    answer(call, spindrift_v1_DeviceToHost_clear_fault_reply_tag);
    return true;
}
