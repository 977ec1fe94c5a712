/*
 * State of the array's drive: SAFE, (arm) ARMED, (a verb uses the array) RUNNING, ARMED; MakeSafe and every fault lead to SAFE, a fault stays
 * latched until it is cleared. One call at a time holds the array.
 */
#ifndef SPINDRIFT_CORE_SAFETY_H
#define SPINDRIFT_CORE_SAFETY_H

#include <stdbool.h>
#include <stdint.h>

#include "call.h"

void safety_start(void);
spindrift_v1_BoardState safety_state(void);
bool safety_armed(void);
spindrift_v1_FaultCode safety_fault(void);

/* False, with a refusal, while a fault is latched or the interlock is open. */
bool safety_may_arm(refusal_t *refusal);
/* The drive is on, and was found to be what it should be. */
void safety_armed_now(void);
/* Everything off; whoever holds the array is stopped. */
void safety_make_safe(void);
/* A fault: safe state first, calls end, then the event. The first cause is the one that stays latched. */
void safety_trip(spindrift_v1_FaultCode code, const char *source, int32_t value, int32_t limit);
bool safety_clear(refusal_t *refusal);

/* False, with a refusal, while another call holds the array: verbs ask before they touch what that one works with. */
bool safety_idle(const call_t *call, refusal_t *refusal);
/* Keeps everybody else off the array, whether the drive is on or not; give it back in `ended`. */
bool safety_hold(call_t *call, refusal_t *refusal);
/* Takes the array for a call; give it back in `ended`. */
bool safety_take(call_t *call, refusal_t *refusal);
void safety_release(const call_t *call);
/* False, with a refusal, when the token is not the one in force. */
bool safety_check_token(const call_t *call, refusal_t *refusal);

/* Looks at interlock, temperatures, supplies and coil. */
void safety_poll(void);

#endif
