/* A restart that was asked for, once its answer has left. */
#ifndef SPINDRIFT_CORE_REBOOT_H
#define SPINDRIFT_CORE_REBOOT_H

#include <stdbool.h>

void reboot_start(void);
void reboot_poll(void);
/* Nothing is served any more. */
bool reboot_pending(void);

#endif
