/* What is done with single pins of the auxiliary header, as tasks of a job. What became of it is in the job: value, or trouble. */
#ifndef SPINDRIFT_CORE_PIN_ACCESS_H
#define SPINDRIFT_CORE_PIN_ACCESS_H

#include <stdbool.h>
#include <stdint.h>

#include "header-jobs.h"

/* The analog outputs at 0 V. The digital lines stay as their chip has them: it outlives a reset of this one. */
void pin_access_start(void);
/* Value: the level, 0 or 1; microvolts of an analog pin, of an output those that are set. */
bool pin_read(header_job_t *job);
/* Argument: a PinFunction that the pin has. Value as pin_read's afterwards. */
bool pin_set_function(header_job_t *job);
/* A digital line; argument: the level. Value: the level that is there afterwards. */
bool pin_write_line(header_job_t *job);

/* Highest level that can be asked of an analog output; what it then has is the next of 65,536 steps. */
#define OUTPUT_MAX_UV 2500000
void pin_set_output(uint32_t pin, uint32_t level_uv);
/* Of a pin that is neither of the chips on the bus. */
uint32_t pin_local_value(uint32_t pin);

/* Writes the reply of any verb that answers with a PinReply. */
void pin_reply(const call_t *call, uint32_t pin, uint32_t value, uint32_t seq, uint64_t t_us);

#endif
