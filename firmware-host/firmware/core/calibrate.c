/* Calibrate: routines that measure the board anew. A step that fails leaves the old value and says so. */
#include "calibrate.h"

#include <string.h>

#include "bit-source.h"
#include "events.h"
#include "front-end.h"
#include "safety.h"
#include "store.h"
#include "text.h"
#include "verbs.h"

calibrate_t calibrate;

static const routine_t *routine_of(spindrift_v1_CalibrationRoutine routine) {
    switch (routine) {
    case spindrift_v1_CalibrationRoutine_CALIBRATION_ROUTINE_ADC_OFFSET:
        return &calibrate_offsets;
    case spindrift_v1_CalibrationRoutine_CALIBRATION_ROUTINE_READ_REFERENCE:
        return &calibrate_reference;
    case spindrift_v1_CalibrationRoutine_CALIBRATION_ROUTINE_BIAS_TO_HALF:
        return &calibrate_bias;
    default:
        return NULL;
    }
}

void calibrate_progress(uint32_t done, uint32_t total) {
    reply_new(spindrift_v1_DeviceToHost_calibrate_reply_tag);
    reply.body.calibrate_reply.done = done;
    reply.body.calibrate_reply.total = total;
    call_progress(calibrate.call);
}

void calibrate_value(const char *name, int32_t value, uint32_t sigma, const char *unit) {
    if (calibrate.count == CALIBRATION_VALUES) return;
    spindrift_v1_CalibrationValue *out = &calibrate.values[calibrate.count++];
    text_copy(out->name, sizeof out->name, name);
    text_copy(out->unit, sizeof out->unit, unit);
    out->value = value;
    out->sigma = sigma;
}

static bool step(call_t *call, refusal_t *refusal) {
    (void)refusal;
    if (!calibrate.saving) {
        if (!calibrate.routine->run()) return true;
        calibration_draft();
        calibrate.saving = true;
    }
    if (!store_write()) return true;
    if (!store_written()) {
        calibrate.failed++;
        log_write(spindrift_v1_Severity_SEVERITY_WARNING, "calibrate", "the memory took nothing: in force until power-off");
    }
    calibration_changed();
    calibrate.saving = false;
    reply_new(spindrift_v1_DeviceToHost_calibrate_reply_tag);
    spindrift_v1_CalibrateReply *out = &reply.body.calibrate_reply;
    out->done = out->total = 1;
    out->values_count = (pb_size_t)calibrate.count;
    memcpy(out->values, calibrate.values, calibrate.count * sizeof *calibrate.values);
    out->failed = calibrate.failed;
    out->calibration_hash = calibration_token();
    out->config_hash = front_config_token();
    call_finish(call);
    return true;
}

static void ended(call_t *call) {
    offsets_stop(&calibrate.offsets);
    scanner_stop(&calibrate.scanner);
    burst_stop(&calibrate.burst);
    /* Stopped with the coil turned aside. */
    front_trim_coil(controller.coil_trim_ut);
    store_stop();
    /* Stopped on the way into the memory: what was found is in force all the same. */
    if (calibrate.saving) calibration_changed();
    safety_release(call);
}

static const call_hooks_t hooks = {.step = step, .ended = ended};

bool verb_calibrate(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    spindrift_v1_CalibrationRoutine wanted = request->body.calibrate.routine;
    if (wanted < spindrift_v1_CalibrationRoutine_CALIBRATION_ROUTINE_ADC_OFFSET ||
        wanted > spindrift_v1_CalibrationRoutine_CALIBRATION_ROUTINE_BIAS_TO_HALF)
        return refuse(refusal, STATUS_INVALID_ARGUMENT, "routine: unknown value", NULL);
    const routine_t *routine = routine_of(wanted);
    if (routine == NULL) return refuse(refusal, STATUS_NOT_IMPLEMENTED, "calibrate: the routine is not served by this board", NULL);
    if (!safety_idle(call, refusal) || !safety_take(call, refusal)) return false;
    memset(&calibrate, 0, sizeof calibrate);
    calibrate.call = call;
    calibrate.routine = routine;
    call->hooks = &hooks;
    return true;
}
