#ifndef SPINDRIFT_BOOT_SAFE_H
#define SPINDRIFT_BOOT_SAFE_H

/* Array and coil off by register writes alone; may be called from anywhere, also when everything else is broken. */
void safe_lines(void);

#endif
