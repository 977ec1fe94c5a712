#include "safety.h"

#include <stddef.h>

#include "coil-guard.h"
#include "events.h"
#include "front-end.h"
#include "port.h"
#include "sensors.h"
#include "session.h"
#include "verbs.h"
#include "wake.h"

/* How often the interlock is looked at while the drive is on; the hardware has cut it long before. */
#define WATCH_US 5000u
/* Trip levels (board reference, section 6). */
#define ARRAY_TRIP_MDEGC 70000
#define DIE_TRIP_MDEGC 85000
#define USB_MIN_UV 4400000
#define LOGIC_MIN_UV 3135000
#define LOGIC_MAX_UV 3465000
/* A thermometer converts once a second at the slowest; one that is silent for longer is no guard. */
#define SENSOR_SILENT_US 1000000u
#define THERMOMETER_START_US 2000000u

static bool armed;
static spindrift_v1_FaultCode fault;
static call_t *holder;

void safety_start(void) {
    armed = false;
    holder = NULL;
    fault = port_watchdog_reset() ? spindrift_v1_FaultCode_FAULT_CODE_WATCHDOG : spindrift_v1_FaultCode_FAULT_CODE_UNSPECIFIED;
    front_rest();
}

spindrift_v1_BoardState safety_state(void) {
    if (!armed) return spindrift_v1_BoardState_BOARD_STATE_SAFE;
    return holder == NULL ? spindrift_v1_BoardState_BOARD_STATE_ARMED : spindrift_v1_BoardState_BOARD_STATE_RUNNING;
}

bool safety_armed(void) {
    return armed;
}

spindrift_v1_FaultCode safety_fault(void) {
    return fault;
}

bool safety_may_arm(refusal_t *refusal) {
    if (!port_interlock_closed())
        return refuse(refusal, STATUS_INTERLOCK, "the interlock loop is open: close it, then clear the fault", NULL);
    if (fault != spindrift_v1_FaultCode_FAULT_CODE_UNSPECIFIED)
        return refuse(refusal, STATUS_FAILED_PRECONDITION, "fault ", fault_name(fault), " is latched: find its cause, then clear it", NULL);
    return true;
}

void safety_armed_now(void) {
    armed = true;
}

void safety_make_safe(void) {
    front_safe();
    armed = false;
    call_t *stopped = holder;
    holder = NULL;
    if (stopped == NULL) return;
    refusal_t refusal;
    refuse(&refusal, STATUS_CANCELLED, "the drive was switched off", NULL);
    call_refuse(stopped, &refusal);
}

void safety_trip(spindrift_v1_FaultCode code, const char *source, int32_t value, int32_t limit) {
    if (fault == spindrift_v1_FaultCode_FAULT_CODE_UNSPECIFIED) fault = code;
    safety_make_safe();
    session_cancel_calls(NULL);
    event_fault(code, spindrift_v1_Severity_SEVERITY_ERROR, source, value, limit);
}

bool safety_clear(refusal_t *refusal) {
    if (!port_interlock_closed()) return refuse(refusal, STATUS_INTERLOCK, "the interlock loop is still open", NULL);
    if (sensors.array_valid && sensors.array_mdegc >= ARRAY_TRIP_MDEGC)
        return refuse(refusal, STATUS_HARDWARE_FAULT, "the array is still too hot", NULL);
    fault = spindrift_v1_FaultCode_FAULT_CODE_UNSPECIFIED;
    return true;
}

bool safety_check_token(const call_t *call, refusal_t *refusal) {
    if (call->config_hash == front_config_token()) return true;
    return refuse(refusal, STATUS_STALE_CONFIG, verb_name(call->verb), ": config_hash is not in force; read the state again", NULL);
}

bool safety_idle(const call_t *call, refusal_t *refusal) {
    if (holder == NULL) return true;
    return refuse_for_now(refusal, STATUS_BUSY, verb_name(call->verb), "another call holds the array");
}

bool safety_hold(call_t *call, refusal_t *refusal) {
    if (!safety_idle(call, refusal)) return false;
    if (front_enabled() && !armed) return refuse_for_now(refusal, STATUS_BUSY, verb_name(call->verb), "the drive is being switched on");
    holder = call;
    return true;
}

bool safety_take(call_t *call, refusal_t *refusal) {
    if (!safety_check_token(call, refusal)) return false;
    if (!armed) return refuse(refusal, STATUS_FAILED_PRECONDITION, verb_name(call->verb), ": the drive is off; arm it first", NULL);
    if (!safety_idle(call, refusal)) return false;
    holder = call;
    return true;
}

void safety_release(const call_t *call) {
    if (holder == call) holder = NULL;
}

/* The array's thermometer guards the array: one that says nothing ends the drive. */
static void watch_array(uint64_t now) {
    if (sensors.array_valid && sensors.array_mdegc >= ARRAY_TRIP_MDEGC) {
        safety_trip(spindrift_v1_FaultCode_FAULT_CODE_OVER_TEMPERATURE, "TMP117", sensors.array_mdegc, ARRAY_TRIP_MDEGC);
        return;
    }
    uint64_t heard = sensors.array_us > THERMOMETER_START_US ? sensors.array_us : THERMOMETER_START_US;
    if (now > heard + SENSOR_SILENT_US)
        safety_trip(spindrift_v1_FaultCode_FAULT_CODE_SENSOR_SILENT, "TMP117", (int32_t)((now - heard) / 1000), SENSOR_SILENT_US / 1000);
}

static void watch_supplies(void) {
    const rail_t *usb = &sensors.rails[RAIL_USB], *logic = &sensors.rails[RAIL_LOGIC];
    if (usb->valid && rail_uv(usb) < USB_MIN_UV)
        safety_trip(spindrift_v1_FaultCode_FAULT_CODE_SUPPLY, "USB5V", rail_uv(usb), USB_MIN_UV);
    else if (logic->valid && rail_uv(logic) < LOGIC_MIN_UV)
        safety_trip(spindrift_v1_FaultCode_FAULT_CODE_SUPPLY, "3V3", rail_uv(logic), LOGIC_MIN_UV);
    else if (logic->valid && rail_uv(logic) > LOGIC_MAX_UV)
        safety_trip(spindrift_v1_FaultCode_FAULT_CODE_SUPPLY, "3V3", rail_uv(logic), LOGIC_MAX_UV);
}

/* What changes slowly is looked at now and then: a round of the main loop has little time. */
static void watch(uint64_t now) {
    int32_t die = port_die_mdegc();
    if (die >= DIE_TRIP_MDEGC)
        safety_trip(spindrift_v1_FaultCode_FAULT_CODE_OVER_TEMPERATURE, "die", die, DIE_TRIP_MDEGC);
    else if (coil_guard_overloaded())
        safety_trip(spindrift_v1_FaultCode_FAULT_CODE_OVER_CURRENT, "coil", coil_guard_heat(), COIL_BUDGET_MA2S);
    else
        watch_array(now);
    if (front_enabled()) watch_supplies();
}

void safety_poll(void) {
    static uint64_t next_us;
    if (front_enabled() && !port_interlock_closed())
        safety_trip(spindrift_v1_FaultCode_FAULT_CODE_INTERLOCK, "interlock", 1, 0);
    uint64_t now = port_uptime_us();
    if (now >= next_us) {
        next_us = now + WATCH_US;
        coil_guard_advance(now, front_coil_ut());
        if (front_enabled()) watch(now);
    }
    if (front_enabled()) wake_at(next_us);
}
