/* Versions of the image; nothing else says where it comes from. */
#ifndef SPINDRIFT_CORE_VERSION_H
#define SPINDRIFT_CORE_VERSION_H

#define FIRMWARE_VERSION "0.1.0"
/* As proto/version.ts has them. */
#define PROTOCOL_MAJOR 1u
#define PROTOCOL_MINOR 0u
#define MIN_PEER_MINOR 0u

#endif
