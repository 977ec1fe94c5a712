/* Events since boot, as the wire's EventCounters has them. */
#ifndef SPINDRIFT_CORE_COUNTERS_H
#define SPINDRIFT_CORE_COUNTERS_H

#include "spindrift/v1/board.pb.h"

extern spindrift_v1_EventCounters counters;
/* Blocks that lossy streams dropped since boot. */
extern uint64_t blocks_dropped;

#endif
