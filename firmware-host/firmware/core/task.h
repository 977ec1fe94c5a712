/*
 * Work told in order although it waits: a function that goes on where it left off, after Dunkels' local continuations. Everything that must
 * survive a wait lives in the structure that holds the task. Returns true when the work is done, false while it waits.
 *
 *     bool boil(kettle_t *kettle) {
 *         TASK_BEGIN(&kettle->task);
 *         heat(true);
 *         TASK_AWAIT(&kettle->task, hot());
 *         heat(false);
 *         TASK_END(&kettle->task);
 *     }
 */
#ifndef SPINDRIFT_CORE_TASK_H
#define SPINDRIFT_CORE_TASK_H

#include <stdint.h>

typedef struct {
    uint16_t line; /* where to go on; 0 = at the beginning */
} task_t;

#define TASK_BEGIN(task) \
    switch ((task)->line) { \
    default:

#define TASK_AWAIT(task, condition) \
    do { \
        (task)->line = __LINE__; \
        __attribute__((fallthrough)); \
    case __LINE__: \
        if (!(condition)) return false; \
    } while (0)

#define TASK_END(task) \
    } \
    (task)->line = 0; \
    return true

#endif
