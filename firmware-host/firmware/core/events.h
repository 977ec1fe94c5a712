/* What the board says without being asked: faults, and its log, bounded in rate. */
#ifndef SPINDRIFT_CORE_EVENTS_H
#define SPINDRIFT_CORE_EVENTS_H

#include <stdint.h>

#include "spindrift/v1/envelope.pb.h"

void event_fault(spindrift_v1_FaultCode code, spindrift_v1_Severity severity, const char *source, int32_t value, int32_t limit);
/* "HOST_SILENCE" for FAULT_CODE_HOST_SILENCE. */
const char *fault_name(spindrift_v1_FaultCode code);

void log_level(spindrift_v1_Severity least);
void log_write(spindrift_v1_Severity level, const char *module, const char *text);

#endif
