#include "events.h"

#include "port.h"
#include "reply.h"
#include "session.h"
#include "text.h"

/* Lines that are sent in a second at most. */
#define LINES_PER_SECOND 20u

static spindrift_v1_Severity least = spindrift_v1_Severity_SEVERITY_WARNING;
static uint64_t second;
static uint32_t lines, dropped;

void event_fault(spindrift_v1_FaultCode code, spindrift_v1_Severity severity, const char *source, int32_t value, int32_t limit) {
    if (!session_greeted()) return;
    reply_new(spindrift_v1_DeviceToHost_fault_tag);
    spindrift_v1_Fault *fault = &reply.body.fault;
    fault->code = code;
    fault->severity = severity;
    text_copy(fault->source, sizeof fault->source, source);
    fault->value = value;
    fault->limit = limit;
    fault->t_us = port_uptime_us();
    reply_event();
}

const char *fault_name(spindrift_v1_FaultCode code) {
    static const char *const names[] = {
        "none",      "INTERLOCK",      "OVER_TEMPERATURE", "OVER_CURRENT", "HOST_SILENCE", "WATCHDOG", "SUPPLY", "AMPLITUDE_READBACK",
        "BREAKDOWN", "SENSOR_SILENT", "DUTY",             "SELF_TEST",    "HEALTH",       "HARDWARE",
    };
    return (unsigned)code < sizeof names / sizeof *names ? names[code] : "unknown";
}

void log_level(spindrift_v1_Severity level) {
    least = level;
}

void log_write(spindrift_v1_Severity level, const char *module, const char *text) {
    if (level < least || !session_greeted()) return;
    uint64_t now = port_uptime_us();
    if (now / 1000000 != second) {
        second = now / 1000000;
        lines = 0;
    }
    if (++lines > LINES_PER_SECOND) {
        dropped++;
        return;
    }
    reply_new(spindrift_v1_DeviceToHost_log_tag);
    spindrift_v1_Log *line = &reply.body.log;
    line->level = level;
    text_copy(line->module, sizeof line->module, module);
    text_copy(line->text, sizeof line->text, text);
    line->t_us = now;
    line->dropped = dropped;
    reply_event();
}
