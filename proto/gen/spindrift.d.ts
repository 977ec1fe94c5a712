import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace spindrift. */
export namespace spindrift {

    /** Namespace v1. */
    namespace v1 {

        /** Initialise enum. */
        enum Initialise {

            /** INITIALISE_UNSPECIFIED value */
            INITIALISE_UNSPECIFIED = 0,

            /** INITIALISE_NONE value */
            INITIALISE_NONE = 1,

            /** INITIALISE_P value */
            INITIALISE_P = 2,

            /** INITIALISE_AP value */
            INITIALISE_AP = 3
        }

        /**
         * Properties of a ShotPlan.
         * @deprecated Use spindrift.v1.ShotPlan.$Properties instead.
         */
        interface IShotPlan extends spindrift.v1.ShotPlan.$Properties {
        }

        /** Represents a ShotPlan. */
        class ShotPlan {

            /**
             * Constructs a new ShotPlan.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.ShotPlan.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ShotPlan rowMask. */
            rowMask: Uint8Array;

            /** ShotPlan colMask. */
            colMask: Uint8Array;

            /** ShotPlan shots. */
            shots: number;

            /** ShotPlan pulsesPerShot. */
            pulsesPerShot: number;

            /** ShotPlan initialise. */
            initialise: spindrift.v1.Initialise;

            /** ShotPlan tile. */
            tile: number;

            /**
             * Creates a new ShotPlan instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ShotPlan instance
             */
            static create(properties: spindrift.v1.ShotPlan.$Shape): spindrift.v1.ShotPlan & spindrift.v1.ShotPlan.$Shape;
            static create(properties?: spindrift.v1.ShotPlan.$Properties): spindrift.v1.ShotPlan;

            /**
             * Encodes the specified ShotPlan message. Does not implicitly {@link spindrift.v1.ShotPlan.verify|verify} messages.
             * @param message ShotPlan message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.ShotPlan.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ShotPlan message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.ShotPlan & spindrift.v1.ShotPlan.$Shape} ShotPlan
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.ShotPlan & spindrift.v1.ShotPlan.$Shape;
        }

        namespace ShotPlan {

            /** Properties of a ShotPlan. */
            interface $Properties {

                /** ShotPlan rowMask */
                rowMask?: (Uint8Array|null);

                /** ShotPlan colMask */
                colMask?: (Uint8Array|null);

                /** ShotPlan shots */
                shots?: (number|null);

                /** ShotPlan pulsesPerShot */
                pulsesPerShot?: (number|null);

                /** ShotPlan initialise */
                initialise?: (spindrift.v1.Initialise|null);

                /** ShotPlan tile */
                tile?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ShotPlan. */
            type $Shape = spindrift.v1.ShotPlan.$Properties;
        }

        /**
         * Properties of a RunShots.
         * @deprecated Use spindrift.v1.RunShots.$Properties instead.
         */
        interface IRunShots extends spindrift.v1.RunShots.$Properties {
        }

        /** Represents a RunShots. */
        class RunShots {

            /**
             * Constructs a new RunShots.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.RunShots.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RunShots plan. */
            plan?: (spindrift.v1.ShotPlan.$Properties|null);

            /**
             * Creates a new RunShots instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RunShots instance
             */
            static create(properties: spindrift.v1.RunShots.$Shape): spindrift.v1.RunShots & spindrift.v1.RunShots.$Shape;
            static create(properties?: spindrift.v1.RunShots.$Properties): spindrift.v1.RunShots;

            /**
             * Encodes the specified RunShots message. Does not implicitly {@link spindrift.v1.RunShots.verify|verify} messages.
             * @param message RunShots message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.RunShots.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RunShots message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.RunShots & spindrift.v1.RunShots.$Shape} RunShots
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.RunShots & spindrift.v1.RunShots.$Shape;
        }

        namespace RunShots {

            /** Properties of a RunShots. */
            interface $Properties {

                /** RunShots plan */
                plan?: (spindrift.v1.ShotPlan.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RunShots. */
            type $Shape = spindrift.v1.RunShots.$Properties;
        }

        /**
         * Properties of a RunShotsReply.
         * @deprecated Use spindrift.v1.RunShotsReply.$Properties instead.
         */
        interface IRunShotsReply extends spindrift.v1.RunShotsReply.$Properties {
        }

        /** Represents a RunShotsReply. */
        class RunShotsReply {

            /**
             * Constructs a new RunShotsReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.RunShotsReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RunShotsReply outcomes. */
            outcomes: Uint8Array;

            /** RunShotsReply count. */
            count: number;

            /** RunShotsReply ones. */
            ones: number;

            /** RunShotsReply boardTimeUs. */
            boardTimeUs: number;

            /**
             * Creates a new RunShotsReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RunShotsReply instance
             */
            static create(properties: spindrift.v1.RunShotsReply.$Shape): spindrift.v1.RunShotsReply & spindrift.v1.RunShotsReply.$Shape;
            static create(properties?: spindrift.v1.RunShotsReply.$Properties): spindrift.v1.RunShotsReply;

            /**
             * Encodes the specified RunShotsReply message. Does not implicitly {@link spindrift.v1.RunShotsReply.verify|verify} messages.
             * @param message RunShotsReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.RunShotsReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RunShotsReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.RunShotsReply & spindrift.v1.RunShotsReply.$Shape} RunShotsReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.RunShotsReply & spindrift.v1.RunShotsReply.$Shape;
        }

        namespace RunShotsReply {

            /** Properties of a RunShotsReply. */
            interface $Properties {

                /** RunShotsReply outcomes */
                outcomes?: (Uint8Array|null);

                /** RunShotsReply count */
                count?: (number|null);

                /** RunShotsReply ones */
                ones?: (number|null);

                /** RunShotsReply boardTimeUs */
                boardTimeUs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RunShotsReply. */
            type $Shape = spindrift.v1.RunShotsReply.$Properties;
        }

        /**
         * Properties of an OpenShots.
         * @deprecated Use spindrift.v1.OpenShots.$Properties instead.
         */
        interface IOpenShots extends spindrift.v1.OpenShots.$Properties {
        }

        /** Represents an OpenShots. */
        class OpenShots {

            /**
             * Constructs a new OpenShots.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.OpenShots.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** OpenShots plan. */
            plan?: (spindrift.v1.ShotPlan.$Properties|null);

            /** OpenShots blockBytes. */
            blockBytes: number;

            /**
             * Creates a new OpenShots instance using the specified properties.
             * @param [properties] Properties to set
             * @returns OpenShots instance
             */
            static create(properties: spindrift.v1.OpenShots.$Shape): spindrift.v1.OpenShots & spindrift.v1.OpenShots.$Shape;
            static create(properties?: spindrift.v1.OpenShots.$Properties): spindrift.v1.OpenShots;

            /**
             * Encodes the specified OpenShots message. Does not implicitly {@link spindrift.v1.OpenShots.verify|verify} messages.
             * @param message OpenShots message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.OpenShots.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an OpenShots message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.OpenShots & spindrift.v1.OpenShots.$Shape} OpenShots
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.OpenShots & spindrift.v1.OpenShots.$Shape;
        }

        namespace OpenShots {

            /** Properties of an OpenShots. */
            interface $Properties {

                /** OpenShots plan */
                plan?: (spindrift.v1.ShotPlan.$Properties|null);

                /** OpenShots blockBytes */
                blockBytes?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an OpenShots. */
            type $Shape = spindrift.v1.OpenShots.$Properties;
        }

        /** BitMode enum. */
        enum BitMode {

            /** BIT_MODE_UNSPECIFIED value */
            BIT_MODE_UNSPECIFIED = 0,

            /** BIT_MODE_RAW value */
            BIT_MODE_RAW = 1,

            /** BIT_MODE_VON_NEUMANN value */
            BIT_MODE_VON_NEUMANN = 2
        }

        /** Overflow enum. */
        enum Overflow {

            /** OVERFLOW_UNSPECIFIED value */
            OVERFLOW_UNSPECIFIED = 0,

            /** OVERFLOW_HOLD value */
            OVERFLOW_HOLD = 1,

            /** OVERFLOW_DROP value */
            OVERFLOW_DROP = 2
        }

        /**
         * Properties of an OpenBits.
         * @deprecated Use spindrift.v1.OpenBits.$Properties instead.
         */
        interface IOpenBits extends spindrift.v1.OpenBits.$Properties {
        }

        /** Represents an OpenBits. */
        class OpenBits {

            /**
             * Constructs a new OpenBits.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.OpenBits.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** OpenBits rowMask. */
            rowMask: Uint8Array;

            /** OpenBits xorStages. */
            xorStages: number;

            /** OpenBits mode. */
            mode: spindrift.v1.BitMode;

            /** OpenBits controller. */
            controller: boolean;

            /** OpenBits blockBytes. */
            blockBytes: number;

            /** OpenBits rateLimit. */
            rateLimit: number;

            /** OpenBits totalBits. */
            totalBits: (number|Long);

            /** OpenBits overflow. */
            overflow: spindrift.v1.Overflow;

            /** OpenBits tile. */
            tile: number;

            /**
             * Creates a new OpenBits instance using the specified properties.
             * @param [properties] Properties to set
             * @returns OpenBits instance
             */
            static create(properties: spindrift.v1.OpenBits.$Shape): spindrift.v1.OpenBits & spindrift.v1.OpenBits.$Shape;
            static create(properties?: spindrift.v1.OpenBits.$Properties): spindrift.v1.OpenBits;

            /**
             * Encodes the specified OpenBits message. Does not implicitly {@link spindrift.v1.OpenBits.verify|verify} messages.
             * @param message OpenBits message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.OpenBits.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an OpenBits message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.OpenBits & spindrift.v1.OpenBits.$Shape} OpenBits
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.OpenBits & spindrift.v1.OpenBits.$Shape;
        }

        namespace OpenBits {

            /** Properties of an OpenBits. */
            interface $Properties {

                /** OpenBits rowMask */
                rowMask?: (Uint8Array|null);

                /** OpenBits xorStages */
                xorStages?: (number|null);

                /** OpenBits mode */
                mode?: (spindrift.v1.BitMode|null);

                /** OpenBits controller */
                controller?: (boolean|null);

                /** OpenBits blockBytes */
                blockBytes?: (number|null);

                /** OpenBits rateLimit */
                rateLimit?: (number|null);

                /** OpenBits totalBits */
                totalBits?: (number|Long|null);

                /** OpenBits overflow */
                overflow?: (spindrift.v1.Overflow|null);

                /** OpenBits tile */
                tile?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an OpenBits. */
            type $Shape = spindrift.v1.OpenBits.$Properties;
        }

        /** MapQuantity enum. */
        enum MapQuantity {

            /** MAP_QUANTITY_UNSPECIFIED value */
            MAP_QUANTITY_UNSPECIFIED = 0,

            /** MAP_QUANTITY_OHM value */
            MAP_QUANTITY_OHM = 1,

            /** MAP_QUANTITY_CODE value */
            MAP_QUANTITY_CODE = 2
        }

        /**
         * Properties of an OpenReadMap.
         * @deprecated Use spindrift.v1.OpenReadMap.$Properties instead.
         */
        interface IOpenReadMap extends spindrift.v1.OpenReadMap.$Properties {
        }

        /** Represents an OpenReadMap. */
        class OpenReadMap {

            /**
             * Constructs a new OpenReadMap.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.OpenReadMap.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** OpenReadMap rowMask. */
            rowMask: Uint8Array;

            /** OpenReadMap colMask. */
            colMask: Uint8Array;

            /** OpenReadMap averages. */
            averages: number;

            /** OpenReadMap quantity. */
            quantity: spindrift.v1.MapQuantity;

            /** OpenReadMap tile. */
            tile: number;

            /**
             * Creates a new OpenReadMap instance using the specified properties.
             * @param [properties] Properties to set
             * @returns OpenReadMap instance
             */
            static create(properties: spindrift.v1.OpenReadMap.$Shape): spindrift.v1.OpenReadMap & spindrift.v1.OpenReadMap.$Shape;
            static create(properties?: spindrift.v1.OpenReadMap.$Properties): spindrift.v1.OpenReadMap;

            /**
             * Encodes the specified OpenReadMap message. Does not implicitly {@link spindrift.v1.OpenReadMap.verify|verify} messages.
             * @param message OpenReadMap message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.OpenReadMap.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an OpenReadMap message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.OpenReadMap & spindrift.v1.OpenReadMap.$Shape} OpenReadMap
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.OpenReadMap & spindrift.v1.OpenReadMap.$Shape;
        }

        namespace OpenReadMap {

            /** Properties of an OpenReadMap. */
            interface $Properties {

                /** OpenReadMap rowMask */
                rowMask?: (Uint8Array|null);

                /** OpenReadMap colMask */
                colMask?: (Uint8Array|null);

                /** OpenReadMap averages */
                averages?: (number|null);

                /** OpenReadMap quantity */
                quantity?: (spindrift.v1.MapQuantity|null);

                /** OpenReadMap tile */
                tile?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an OpenReadMap. */
            type $Shape = spindrift.v1.OpenReadMap.$Properties;
        }

        /**
         * Properties of a GetIdentity.
         * @deprecated Use spindrift.v1.GetIdentity.$Properties instead.
         */
        interface IGetIdentity extends spindrift.v1.GetIdentity.$Properties {
        }

        /** Represents a GetIdentity. */
        class GetIdentity {

            /**
             * Constructs a new GetIdentity.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.GetIdentity.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new GetIdentity instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetIdentity instance
             */
            static create(properties: spindrift.v1.GetIdentity.$Shape): spindrift.v1.GetIdentity & spindrift.v1.GetIdentity.$Shape;
            static create(properties?: spindrift.v1.GetIdentity.$Properties): spindrift.v1.GetIdentity;

            /**
             * Encodes the specified GetIdentity message. Does not implicitly {@link spindrift.v1.GetIdentity.verify|verify} messages.
             * @param message GetIdentity message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.GetIdentity.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetIdentity message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.GetIdentity & spindrift.v1.GetIdentity.$Shape} GetIdentity
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.GetIdentity & spindrift.v1.GetIdentity.$Shape;
        }

        namespace GetIdentity {

            /** Properties of a GetIdentity. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetIdentity. */
            type $Shape = spindrift.v1.GetIdentity.$Properties;
        }

        /**
         * Properties of a GetIdentityReply.
         * @deprecated Use spindrift.v1.GetIdentityReply.$Properties instead.
         */
        interface IGetIdentityReply extends spindrift.v1.GetIdentityReply.$Properties {
        }

        /** Represents a GetIdentityReply. */
        class GetIdentityReply {

            /**
             * Constructs a new GetIdentityReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.GetIdentityReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetIdentityReply identity. */
            identity?: (spindrift.v1.Identity.$Properties|null);

            /**
             * Creates a new GetIdentityReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetIdentityReply instance
             */
            static create(properties: spindrift.v1.GetIdentityReply.$Shape): spindrift.v1.GetIdentityReply & spindrift.v1.GetIdentityReply.$Shape;
            static create(properties?: spindrift.v1.GetIdentityReply.$Properties): spindrift.v1.GetIdentityReply;

            /**
             * Encodes the specified GetIdentityReply message. Does not implicitly {@link spindrift.v1.GetIdentityReply.verify|verify} messages.
             * @param message GetIdentityReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.GetIdentityReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetIdentityReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.GetIdentityReply & spindrift.v1.GetIdentityReply.$Shape} GetIdentityReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.GetIdentityReply & spindrift.v1.GetIdentityReply.$Shape;
        }

        namespace GetIdentityReply {

            /** Properties of a GetIdentityReply. */
            interface $Properties {

                /** GetIdentityReply identity */
                identity?: (spindrift.v1.Identity.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetIdentityReply. */
            type $Shape = spindrift.v1.GetIdentityReply.$Properties;
        }

        /**
         * Properties of a SignedRange.
         * @deprecated Use spindrift.v1.SignedRange.$Properties instead.
         */
        interface ISignedRange extends spindrift.v1.SignedRange.$Properties {
        }

        /** Represents a SignedRange. */
        class SignedRange {

            /**
             * Constructs a new SignedRange.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.SignedRange.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SignedRange min. */
            min: number;

            /** SignedRange max. */
            max: number;

            /** SignedRange step. */
            step: number;

            /**
             * Creates a new SignedRange instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SignedRange instance
             */
            static create(properties: spindrift.v1.SignedRange.$Shape): spindrift.v1.SignedRange & spindrift.v1.SignedRange.$Shape;
            static create(properties?: spindrift.v1.SignedRange.$Properties): spindrift.v1.SignedRange;

            /**
             * Encodes the specified SignedRange message. Does not implicitly {@link spindrift.v1.SignedRange.verify|verify} messages.
             * @param message SignedRange message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.SignedRange.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SignedRange message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.SignedRange & spindrift.v1.SignedRange.$Shape} SignedRange
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.SignedRange & spindrift.v1.SignedRange.$Shape;
        }

        namespace SignedRange {

            /** Properties of a SignedRange. */
            interface $Properties {

                /** SignedRange min */
                min?: (number|null);

                /** SignedRange max */
                max?: (number|null);

                /** SignedRange step */
                step?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SignedRange. */
            type $Shape = spindrift.v1.SignedRange.$Properties;
        }

        /**
         * Properties of an UnsignedRange.
         * @deprecated Use spindrift.v1.UnsignedRange.$Properties instead.
         */
        interface IUnsignedRange extends spindrift.v1.UnsignedRange.$Properties {
        }

        /** Represents an UnsignedRange. */
        class UnsignedRange {

            /**
             * Constructs a new UnsignedRange.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.UnsignedRange.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** UnsignedRange min. */
            min: number;

            /** UnsignedRange max. */
            max: number;

            /** UnsignedRange step. */
            step: number;

            /**
             * Creates a new UnsignedRange instance using the specified properties.
             * @param [properties] Properties to set
             * @returns UnsignedRange instance
             */
            static create(properties: spindrift.v1.UnsignedRange.$Shape): spindrift.v1.UnsignedRange & spindrift.v1.UnsignedRange.$Shape;
            static create(properties?: spindrift.v1.UnsignedRange.$Properties): spindrift.v1.UnsignedRange;

            /**
             * Encodes the specified UnsignedRange message. Does not implicitly {@link spindrift.v1.UnsignedRange.verify|verify} messages.
             * @param message UnsignedRange message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.UnsignedRange.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an UnsignedRange message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.UnsignedRange & spindrift.v1.UnsignedRange.$Shape} UnsignedRange
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.UnsignedRange & spindrift.v1.UnsignedRange.$Shape;
        }

        namespace UnsignedRange {

            /** Properties of an UnsignedRange. */
            interface $Properties {

                /** UnsignedRange min */
                min?: (number|null);

                /** UnsignedRange max */
                max?: (number|null);

                /** UnsignedRange step */
                step?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an UnsignedRange. */
            type $Shape = spindrift.v1.UnsignedRange.$Properties;
        }

        /**
         * Properties of a PulseLimit.
         * @deprecated Use spindrift.v1.PulseLimit.$Properties instead.
         */
        interface IPulseLimit extends spindrift.v1.PulseLimit.$Properties {
        }

        /** Represents a PulseLimit. */
        class PulseLimit {

            /**
             * Constructs a new PulseLimit.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.PulseLimit.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PulseLimit widthPs. */
            widthPs: number;

            /** PulseLimit amplitudeUv. */
            amplitudeUv: number;

            /**
             * Creates a new PulseLimit instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PulseLimit instance
             */
            static create(properties: spindrift.v1.PulseLimit.$Shape): spindrift.v1.PulseLimit & spindrift.v1.PulseLimit.$Shape;
            static create(properties?: spindrift.v1.PulseLimit.$Properties): spindrift.v1.PulseLimit;

            /**
             * Encodes the specified PulseLimit message. Does not implicitly {@link spindrift.v1.PulseLimit.verify|verify} messages.
             * @param message PulseLimit message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.PulseLimit.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PulseLimit message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.PulseLimit & spindrift.v1.PulseLimit.$Shape} PulseLimit
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.PulseLimit & spindrift.v1.PulseLimit.$Shape;
        }

        namespace PulseLimit {

            /** Properties of a PulseLimit. */
            interface $Properties {

                /** PulseLimit widthPs */
                widthPs?: (number|null);

                /** PulseLimit amplitudeUv */
                amplitudeUv?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PulseLimit. */
            type $Shape = spindrift.v1.PulseLimit.$Properties;
        }

        /**
         * Properties of a GetLimits.
         * @deprecated Use spindrift.v1.GetLimits.$Properties instead.
         */
        interface IGetLimits extends spindrift.v1.GetLimits.$Properties {
        }

        /** Represents a GetLimits. */
        class GetLimits {

            /**
             * Constructs a new GetLimits.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.GetLimits.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new GetLimits instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetLimits instance
             */
            static create(properties: spindrift.v1.GetLimits.$Shape): spindrift.v1.GetLimits & spindrift.v1.GetLimits.$Shape;
            static create(properties?: spindrift.v1.GetLimits.$Properties): spindrift.v1.GetLimits;

            /**
             * Encodes the specified GetLimits message. Does not implicitly {@link spindrift.v1.GetLimits.verify|verify} messages.
             * @param message GetLimits message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.GetLimits.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetLimits message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.GetLimits & spindrift.v1.GetLimits.$Shape} GetLimits
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.GetLimits & spindrift.v1.GetLimits.$Shape;
        }

        namespace GetLimits {

            /** Properties of a GetLimits. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetLimits. */
            type $Shape = spindrift.v1.GetLimits.$Properties;
        }

        /**
         * Properties of a GetLimitsReply.
         * @deprecated Use spindrift.v1.GetLimitsReply.$Properties instead.
         */
        interface IGetLimitsReply extends spindrift.v1.GetLimitsReply.$Properties {
        }

        /** Represents a GetLimitsReply. */
        class GetLimitsReply {

            /**
             * Constructs a new GetLimitsReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.GetLimitsReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetLimitsReply amplitudeUv. */
            amplitudeUv?: (spindrift.v1.UnsignedRange.$Properties|null);

            /** GetLimitsReply bipolar. */
            bipolar: boolean;

            /** GetLimitsReply widthPs. */
            widthPs?: (spindrift.v1.UnsignedRange.$Properties|null);

            /** GetLimitsReply pulseLimits. */
            pulseLimits: spindrift.v1.PulseLimit.$Properties[];

            /** GetLimitsReply biasUv. */
            biasUv?: (spindrift.v1.SignedRange.$Properties|null);

            /** GetLimitsReply readUv. */
            readUv?: (spindrift.v1.UnsignedRange.$Properties|null);

            /** GetLimitsReply readNs. */
            readNs?: (spindrift.v1.UnsignedRange.$Properties|null);

            /** GetLimitsReply settleNs. */
            settleNs?: (spindrift.v1.UnsignedRange.$Properties|null);

            /** GetLimitsReply fieldUt. */
            fieldUt?: (spindrift.v1.SignedRange.$Properties|null);

            /** GetLimitsReply maxShots. */
            maxShots: number;

            /** GetLimitsReply maxPulsesPerShot. */
            maxPulsesPerShot: number;

            /** GetLimitsReply maxPulsesPerSecond. */
            maxPulsesPerSecond: number;

            /** GetLimitsReply maxDutyPpm. */
            maxDutyPpm: number;

            /** GetLimitsReply maxInputBits. */
            maxInputBits: number;

            /** GetLimitsReply maxRepeats. */
            maxRepeats: number;

            /** GetLimitsReply maxVerifyPasses. */
            maxVerifyPasses: number;

            /** GetLimitsReply maxBlockBytes. */
            maxBlockBytes: number;

            /**
             * Creates a new GetLimitsReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetLimitsReply instance
             */
            static create(properties: spindrift.v1.GetLimitsReply.$Shape): spindrift.v1.GetLimitsReply & spindrift.v1.GetLimitsReply.$Shape;
            static create(properties?: spindrift.v1.GetLimitsReply.$Properties): spindrift.v1.GetLimitsReply;

            /**
             * Encodes the specified GetLimitsReply message. Does not implicitly {@link spindrift.v1.GetLimitsReply.verify|verify} messages.
             * @param message GetLimitsReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.GetLimitsReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetLimitsReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.GetLimitsReply & spindrift.v1.GetLimitsReply.$Shape} GetLimitsReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.GetLimitsReply & spindrift.v1.GetLimitsReply.$Shape;
        }

        namespace GetLimitsReply {

            /** Properties of a GetLimitsReply. */
            interface $Properties {

                /** GetLimitsReply amplitudeUv */
                amplitudeUv?: (spindrift.v1.UnsignedRange.$Properties|null);

                /** GetLimitsReply bipolar */
                bipolar?: (boolean|null);

                /** GetLimitsReply widthPs */
                widthPs?: (spindrift.v1.UnsignedRange.$Properties|null);

                /** GetLimitsReply pulseLimits */
                pulseLimits?: (spindrift.v1.PulseLimit.$Properties[]|null);

                /** GetLimitsReply biasUv */
                biasUv?: (spindrift.v1.SignedRange.$Properties|null);

                /** GetLimitsReply readUv */
                readUv?: (spindrift.v1.UnsignedRange.$Properties|null);

                /** GetLimitsReply readNs */
                readNs?: (spindrift.v1.UnsignedRange.$Properties|null);

                /** GetLimitsReply settleNs */
                settleNs?: (spindrift.v1.UnsignedRange.$Properties|null);

                /** GetLimitsReply fieldUt */
                fieldUt?: (spindrift.v1.SignedRange.$Properties|null);

                /** GetLimitsReply maxShots */
                maxShots?: (number|null);

                /** GetLimitsReply maxPulsesPerShot */
                maxPulsesPerShot?: (number|null);

                /** GetLimitsReply maxPulsesPerSecond */
                maxPulsesPerSecond?: (number|null);

                /** GetLimitsReply maxDutyPpm */
                maxDutyPpm?: (number|null);

                /** GetLimitsReply maxInputBits */
                maxInputBits?: (number|null);

                /** GetLimitsReply maxRepeats */
                maxRepeats?: (number|null);

                /** GetLimitsReply maxVerifyPasses */
                maxVerifyPasses?: (number|null);

                /** GetLimitsReply maxBlockBytes */
                maxBlockBytes?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetLimitsReply. */
            type $Shape = spindrift.v1.GetLimitsReply.$Properties;
        }

        /**
         * Properties of a DriveConfig.
         * @deprecated Use spindrift.v1.DriveConfig.$Properties instead.
         */
        interface IDriveConfig extends spindrift.v1.DriveConfig.$Properties {
        }

        /** Represents a DriveConfig. */
        class DriveConfig {

            /**
             * Constructs a new DriveConfig.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.DriveConfig.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DriveConfig biasUv. */
            biasUv: number;

            /** DriveConfig amplitudeUv. */
            amplitudeUv: number;

            /** DriveConfig widthPs. */
            widthPs: number;

            /** DriveConfig settleNs. */
            settleNs: number;

            /** DriveConfig readUv. */
            readUv: number;

            /** DriveConfig readNs. */
            readNs: number;

            /** DriveConfig fieldUt. */
            fieldUt: number;

            /**
             * Creates a new DriveConfig instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DriveConfig instance
             */
            static create(properties: spindrift.v1.DriveConfig.$Shape): spindrift.v1.DriveConfig & spindrift.v1.DriveConfig.$Shape;
            static create(properties?: spindrift.v1.DriveConfig.$Properties): spindrift.v1.DriveConfig;

            /**
             * Encodes the specified DriveConfig message. Does not implicitly {@link spindrift.v1.DriveConfig.verify|verify} messages.
             * @param message DriveConfig message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.DriveConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DriveConfig message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.DriveConfig & spindrift.v1.DriveConfig.$Shape} DriveConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.DriveConfig & spindrift.v1.DriveConfig.$Shape;
        }

        namespace DriveConfig {

            /** Properties of a DriveConfig. */
            interface $Properties {

                /** DriveConfig biasUv */
                biasUv?: (number|null);

                /** DriveConfig amplitudeUv */
                amplitudeUv?: (number|null);

                /** DriveConfig widthPs */
                widthPs?: (number|null);

                /** DriveConfig settleNs */
                settleNs?: (number|null);

                /** DriveConfig readUv */
                readUv?: (number|null);

                /** DriveConfig readNs */
                readNs?: (number|null);

                /** DriveConfig fieldUt */
                fieldUt?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DriveConfig. */
            type $Shape = spindrift.v1.DriveConfig.$Properties;
        }

        /**
         * Properties of a SetConfig.
         * @deprecated Use spindrift.v1.SetConfig.$Properties instead.
         */
        interface ISetConfig extends spindrift.v1.SetConfig.$Properties {
        }

        /** Represents a SetConfig. */
        class SetConfig {

            /**
             * Constructs a new SetConfig.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.SetConfig.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SetConfig config. */
            config?: (spindrift.v1.DriveConfig.$Properties|null);

            /**
             * Creates a new SetConfig instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SetConfig instance
             */
            static create(properties: spindrift.v1.SetConfig.$Shape): spindrift.v1.SetConfig & spindrift.v1.SetConfig.$Shape;
            static create(properties?: spindrift.v1.SetConfig.$Properties): spindrift.v1.SetConfig;

            /**
             * Encodes the specified SetConfig message. Does not implicitly {@link spindrift.v1.SetConfig.verify|verify} messages.
             * @param message SetConfig message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.SetConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetConfig message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.SetConfig & spindrift.v1.SetConfig.$Shape} SetConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.SetConfig & spindrift.v1.SetConfig.$Shape;
        }

        namespace SetConfig {

            /** Properties of a SetConfig. */
            interface $Properties {

                /** SetConfig config */
                config?: (spindrift.v1.DriveConfig.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SetConfig. */
            type $Shape = spindrift.v1.SetConfig.$Properties;
        }

        /**
         * Properties of a SetConfigReply.
         * @deprecated Use spindrift.v1.SetConfigReply.$Properties instead.
         */
        interface ISetConfigReply extends spindrift.v1.SetConfigReply.$Properties {
        }

        /** Represents a SetConfigReply. */
        class SetConfigReply {

            /**
             * Constructs a new SetConfigReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.SetConfigReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SetConfigReply actual. */
            actual?: (spindrift.v1.DriveConfig.$Properties|null);

            /** SetConfigReply configHash. */
            configHash: number;

            /**
             * Creates a new SetConfigReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SetConfigReply instance
             */
            static create(properties: spindrift.v1.SetConfigReply.$Shape): spindrift.v1.SetConfigReply & spindrift.v1.SetConfigReply.$Shape;
            static create(properties?: spindrift.v1.SetConfigReply.$Properties): spindrift.v1.SetConfigReply;

            /**
             * Encodes the specified SetConfigReply message. Does not implicitly {@link spindrift.v1.SetConfigReply.verify|verify} messages.
             * @param message SetConfigReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.SetConfigReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetConfigReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.SetConfigReply & spindrift.v1.SetConfigReply.$Shape} SetConfigReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.SetConfigReply & spindrift.v1.SetConfigReply.$Shape;
        }

        namespace SetConfigReply {

            /** Properties of a SetConfigReply. */
            interface $Properties {

                /** SetConfigReply actual */
                actual?: (spindrift.v1.DriveConfig.$Properties|null);

                /** SetConfigReply configHash */
                configHash?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SetConfigReply. */
            type $Shape = spindrift.v1.SetConfigReply.$Properties;
        }

        /**
         * Properties of a GetState.
         * @deprecated Use spindrift.v1.GetState.$Properties instead.
         */
        interface IGetState extends spindrift.v1.GetState.$Properties {
        }

        /** Represents a GetState. */
        class GetState {

            /**
             * Constructs a new GetState.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.GetState.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new GetState instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetState instance
             */
            static create(properties: spindrift.v1.GetState.$Shape): spindrift.v1.GetState & spindrift.v1.GetState.$Shape;
            static create(properties?: spindrift.v1.GetState.$Properties): spindrift.v1.GetState;

            /**
             * Encodes the specified GetState message. Does not implicitly {@link spindrift.v1.GetState.verify|verify} messages.
             * @param message GetState message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.GetState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetState message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.GetState & spindrift.v1.GetState.$Shape} GetState
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.GetState & spindrift.v1.GetState.$Shape;
        }

        namespace GetState {

            /** Properties of a GetState. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetState. */
            type $Shape = spindrift.v1.GetState.$Properties;
        }

        /**
         * Properties of a GetStateReply.
         * @deprecated Use spindrift.v1.GetStateReply.$Properties instead.
         */
        interface IGetStateReply extends spindrift.v1.GetStateReply.$Properties {
        }

        /** Represents a GetStateReply. */
        class GetStateReply {

            /**
             * Constructs a new GetStateReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.GetStateReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetStateReply state. */
            state: spindrift.v1.BoardState;

            /** GetStateReply fault. */
            fault: spindrift.v1.FaultCode;

            /** GetStateReply interlockClosed. */
            interlockClosed: boolean;

            /** GetStateReply config. */
            config?: (spindrift.v1.DriveConfig.$Properties|null);

            /** GetStateReply configHash. */
            configHash: number;

            /** GetStateReply calibrationHash. */
            calibrationHash: number;

            /** GetStateReply uptimeUs. */
            uptimeUs: (number|Long);

            /** GetStateReply bootId. */
            bootId: number;

            /**
             * Creates a new GetStateReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetStateReply instance
             */
            static create(properties: spindrift.v1.GetStateReply.$Shape): spindrift.v1.GetStateReply & spindrift.v1.GetStateReply.$Shape;
            static create(properties?: spindrift.v1.GetStateReply.$Properties): spindrift.v1.GetStateReply;

            /**
             * Encodes the specified GetStateReply message. Does not implicitly {@link spindrift.v1.GetStateReply.verify|verify} messages.
             * @param message GetStateReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.GetStateReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetStateReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.GetStateReply & spindrift.v1.GetStateReply.$Shape} GetStateReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.GetStateReply & spindrift.v1.GetStateReply.$Shape;
        }

        namespace GetStateReply {

            /** Properties of a GetStateReply. */
            interface $Properties {

                /** GetStateReply state */
                state?: (spindrift.v1.BoardState|null);

                /** GetStateReply fault */
                fault?: (spindrift.v1.FaultCode|null);

                /** GetStateReply interlockClosed */
                interlockClosed?: (boolean|null);

                /** GetStateReply config */
                config?: (spindrift.v1.DriveConfig.$Properties|null);

                /** GetStateReply configHash */
                configHash?: (number|null);

                /** GetStateReply calibrationHash */
                calibrationHash?: (number|null);

                /** GetStateReply uptimeUs */
                uptimeUs?: (number|Long|null);

                /** GetStateReply bootId */
                bootId?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetStateReply. */
            type $Shape = spindrift.v1.GetStateReply.$Properties;
        }

        /**
         * Properties of an Arm.
         * @deprecated Use spindrift.v1.Arm.$Properties instead.
         */
        interface IArm extends spindrift.v1.Arm.$Properties {
        }

        /** Represents an Arm. */
        class Arm {

            /**
             * Constructs a new Arm.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.Arm.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new Arm instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Arm instance
             */
            static create(properties: spindrift.v1.Arm.$Shape): spindrift.v1.Arm & spindrift.v1.Arm.$Shape;
            static create(properties?: spindrift.v1.Arm.$Properties): spindrift.v1.Arm;

            /**
             * Encodes the specified Arm message. Does not implicitly {@link spindrift.v1.Arm.verify|verify} messages.
             * @param message Arm message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.Arm.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Arm message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.Arm & spindrift.v1.Arm.$Shape} Arm
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.Arm & spindrift.v1.Arm.$Shape;
        }

        namespace Arm {

            /** Properties of an Arm. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Arm. */
            type $Shape = spindrift.v1.Arm.$Properties;
        }

        /**
         * Properties of a MakeSafe.
         * @deprecated Use spindrift.v1.MakeSafe.$Properties instead.
         */
        interface IMakeSafe extends spindrift.v1.MakeSafe.$Properties {
        }

        /** Represents a MakeSafe. */
        class MakeSafe {

            /**
             * Constructs a new MakeSafe.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.MakeSafe.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new MakeSafe instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MakeSafe instance
             */
            static create(properties: spindrift.v1.MakeSafe.$Shape): spindrift.v1.MakeSafe & spindrift.v1.MakeSafe.$Shape;
            static create(properties?: spindrift.v1.MakeSafe.$Properties): spindrift.v1.MakeSafe;

            /**
             * Encodes the specified MakeSafe message. Does not implicitly {@link spindrift.v1.MakeSafe.verify|verify} messages.
             * @param message MakeSafe message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.MakeSafe.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MakeSafe message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.MakeSafe & spindrift.v1.MakeSafe.$Shape} MakeSafe
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.MakeSafe & spindrift.v1.MakeSafe.$Shape;
        }

        namespace MakeSafe {

            /** Properties of a MakeSafe. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MakeSafe. */
            type $Shape = spindrift.v1.MakeSafe.$Properties;
        }

        /**
         * Properties of a ClearFault.
         * @deprecated Use spindrift.v1.ClearFault.$Properties instead.
         */
        interface IClearFault extends spindrift.v1.ClearFault.$Properties {
        }

        /** Represents a ClearFault. */
        class ClearFault {

            /**
             * Constructs a new ClearFault.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.ClearFault.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new ClearFault instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ClearFault instance
             */
            static create(properties: spindrift.v1.ClearFault.$Shape): spindrift.v1.ClearFault & spindrift.v1.ClearFault.$Shape;
            static create(properties?: spindrift.v1.ClearFault.$Properties): spindrift.v1.ClearFault;

            /**
             * Encodes the specified ClearFault message. Does not implicitly {@link spindrift.v1.ClearFault.verify|verify} messages.
             * @param message ClearFault message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.ClearFault.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ClearFault message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.ClearFault & spindrift.v1.ClearFault.$Shape} ClearFault
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.ClearFault & spindrift.v1.ClearFault.$Shape;
        }

        namespace ClearFault {

            /** Properties of a ClearFault. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ClearFault. */
            type $Shape = spindrift.v1.ClearFault.$Properties;
        }

        /**
         * Properties of a StateReply.
         * @deprecated Use spindrift.v1.StateReply.$Properties instead.
         */
        interface IStateReply extends spindrift.v1.StateReply.$Properties {
        }

        /** Represents a StateReply. */
        class StateReply {

            /**
             * Constructs a new StateReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.StateReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StateReply state. */
            state: spindrift.v1.BoardState;

            /** StateReply fault. */
            fault: spindrift.v1.FaultCode;

            /**
             * Creates a new StateReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StateReply instance
             */
            static create(properties: spindrift.v1.StateReply.$Shape): spindrift.v1.StateReply & spindrift.v1.StateReply.$Shape;
            static create(properties?: spindrift.v1.StateReply.$Properties): spindrift.v1.StateReply;

            /**
             * Encodes the specified StateReply message. Does not implicitly {@link spindrift.v1.StateReply.verify|verify} messages.
             * @param message StateReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.StateReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StateReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.StateReply & spindrift.v1.StateReply.$Shape} StateReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.StateReply & spindrift.v1.StateReply.$Shape;
        }

        namespace StateReply {

            /** Properties of a StateReply. */
            interface $Properties {

                /** StateReply state */
                state?: (spindrift.v1.BoardState|null);

                /** StateReply fault */
                fault?: (spindrift.v1.FaultCode|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StateReply. */
            type $Shape = spindrift.v1.StateReply.$Properties;
        }

        /**
         * Properties of an OpenTelemetry.
         * @deprecated Use spindrift.v1.OpenTelemetry.$Properties instead.
         */
        interface IOpenTelemetry extends spindrift.v1.OpenTelemetry.$Properties {
        }

        /** Represents an OpenTelemetry. */
        class OpenTelemetry {

            /**
             * Constructs a new OpenTelemetry.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.OpenTelemetry.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** OpenTelemetry periodMs. */
            periodMs: number;

            /** OpenTelemetry count. */
            count: number;

            /**
             * Creates a new OpenTelemetry instance using the specified properties.
             * @param [properties] Properties to set
             * @returns OpenTelemetry instance
             */
            static create(properties: spindrift.v1.OpenTelemetry.$Shape): spindrift.v1.OpenTelemetry & spindrift.v1.OpenTelemetry.$Shape;
            static create(properties?: spindrift.v1.OpenTelemetry.$Properties): spindrift.v1.OpenTelemetry;

            /**
             * Encodes the specified OpenTelemetry message. Does not implicitly {@link spindrift.v1.OpenTelemetry.verify|verify} messages.
             * @param message OpenTelemetry message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.OpenTelemetry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an OpenTelemetry message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.OpenTelemetry & spindrift.v1.OpenTelemetry.$Shape} OpenTelemetry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.OpenTelemetry & spindrift.v1.OpenTelemetry.$Shape;
        }

        namespace OpenTelemetry {

            /** Properties of an OpenTelemetry. */
            interface $Properties {

                /** OpenTelemetry periodMs */
                periodMs?: (number|null);

                /** OpenTelemetry count */
                count?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an OpenTelemetry. */
            type $Shape = spindrift.v1.OpenTelemetry.$Properties;
        }

        /**
         * Properties of a RailReading.
         * @deprecated Use spindrift.v1.RailReading.$Properties instead.
         */
        interface IRailReading extends spindrift.v1.RailReading.$Properties {
        }

        /** Represents a RailReading. */
        class RailReading {

            /**
             * Constructs a new RailReading.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.RailReading.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RailReading name. */
            name: string;

            /** RailReading busCode. */
            busCode: number;

            /** RailReading busLsbPv. */
            busLsbPv: number;

            /** RailReading currentCode. */
            currentCode: number;

            /** RailReading currentLsbPa. */
            currentLsbPa: number;

            /** RailReading powerCode. */
            powerCode: number;

            /** RailReading powerLsbPw. */
            powerLsbPw: number;

            /** RailReading energyCode. */
            energyCode: (number|Long);

            /** RailReading energyLsbNj. */
            energyLsbNj: number;

            /** RailReading chargeCode. */
            chargeCode: (number|Long);

            /**
             * Creates a new RailReading instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RailReading instance
             */
            static create(properties: spindrift.v1.RailReading.$Shape): spindrift.v1.RailReading & spindrift.v1.RailReading.$Shape;
            static create(properties?: spindrift.v1.RailReading.$Properties): spindrift.v1.RailReading;

            /**
             * Encodes the specified RailReading message. Does not implicitly {@link spindrift.v1.RailReading.verify|verify} messages.
             * @param message RailReading message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.RailReading.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RailReading message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.RailReading & spindrift.v1.RailReading.$Shape} RailReading
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.RailReading & spindrift.v1.RailReading.$Shape;
        }

        namespace RailReading {

            /** Properties of a RailReading. */
            interface $Properties {

                /** RailReading name */
                name?: (string|null);

                /** RailReading busCode */
                busCode?: (number|null);

                /** RailReading busLsbPv */
                busLsbPv?: (number|null);

                /** RailReading currentCode */
                currentCode?: (number|null);

                /** RailReading currentLsbPa */
                currentLsbPa?: (number|null);

                /** RailReading powerCode */
                powerCode?: (number|null);

                /** RailReading powerLsbPw */
                powerLsbPw?: (number|null);

                /** RailReading energyCode */
                energyCode?: (number|Long|null);

                /** RailReading energyLsbNj */
                energyLsbNj?: (number|null);

                /** RailReading chargeCode */
                chargeCode?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RailReading. */
            type $Shape = spindrift.v1.RailReading.$Properties;
        }

        /**
         * Properties of an EventCounters.
         * @deprecated Use spindrift.v1.EventCounters.$Properties instead.
         */
        interface IEventCounters extends spindrift.v1.EventCounters.$Properties {
        }

        /** Represents an EventCounters. */
        class EventCounters {

            /**
             * Constructs a new EventCounters.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.EventCounters.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EventCounters cellPulses. */
            cellPulses: (number|Long);

            /** EventCounters rowPulses. */
            rowPulses: (number|Long);

            /** EventCounters cellReads. */
            cellReads: (number|Long);

            /** EventCounters comparatorReads. */
            comparatorReads: (number|Long);

            /** EventCounters adcConversions. */
            adcConversions: (number|Long);

            /** EventCounters planes. */
            planes: (number|Long);

            /** EventCounters mvms. */
            mvms: (number|Long);

            /** EventCounters cellWrites. */
            cellWrites: (number|Long);

            /** EventCounters writeAttempts. */
            writeAttempts: (number|Long);

            /** EventCounters bitsOut. */
            bitsOut: (number|Long);

            /** EventCounters bytesIn. */
            bytesIn: (number|Long);

            /** EventCounters bytesOut. */
            bytesOut: (number|Long);

            /** EventCounters clipped. */
            clipped: (number|Long);

            /**
             * Creates a new EventCounters instance using the specified properties.
             * @param [properties] Properties to set
             * @returns EventCounters instance
             */
            static create(properties: spindrift.v1.EventCounters.$Shape): spindrift.v1.EventCounters & spindrift.v1.EventCounters.$Shape;
            static create(properties?: spindrift.v1.EventCounters.$Properties): spindrift.v1.EventCounters;

            /**
             * Encodes the specified EventCounters message. Does not implicitly {@link spindrift.v1.EventCounters.verify|verify} messages.
             * @param message EventCounters message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.EventCounters.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EventCounters message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.EventCounters & spindrift.v1.EventCounters.$Shape} EventCounters
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.EventCounters & spindrift.v1.EventCounters.$Shape;
        }

        namespace EventCounters {

            /** Properties of an EventCounters. */
            interface $Properties {

                /** EventCounters cellPulses */
                cellPulses?: (number|Long|null);

                /** EventCounters rowPulses */
                rowPulses?: (number|Long|null);

                /** EventCounters cellReads */
                cellReads?: (number|Long|null);

                /** EventCounters comparatorReads */
                comparatorReads?: (number|Long|null);

                /** EventCounters adcConversions */
                adcConversions?: (number|Long|null);

                /** EventCounters planes */
                planes?: (number|Long|null);

                /** EventCounters mvms */
                mvms?: (number|Long|null);

                /** EventCounters cellWrites */
                cellWrites?: (number|Long|null);

                /** EventCounters writeAttempts */
                writeAttempts?: (number|Long|null);

                /** EventCounters bitsOut */
                bitsOut?: (number|Long|null);

                /** EventCounters bytesIn */
                bytesIn?: (number|Long|null);

                /** EventCounters bytesOut */
                bytesOut?: (number|Long|null);

                /** EventCounters clipped */
                clipped?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EventCounters. */
            type $Shape = spindrift.v1.EventCounters.$Properties;
        }

        /**
         * Properties of an EnergySum.
         * @deprecated Use spindrift.v1.EnergySum.$Properties instead.
         */
        interface IEnergySum extends spindrift.v1.EnergySum.$Properties {
        }

        /** Represents an EnergySum. */
        class EnergySum {

            /**
             * Constructs a new EnergySum.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.EnergySum.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EnergySum joules. */
            joules: number;

            /** EnergySum attojoules. */
            attojoules: (number|Long);

            /**
             * Creates a new EnergySum instance using the specified properties.
             * @param [properties] Properties to set
             * @returns EnergySum instance
             */
            static create(properties: spindrift.v1.EnergySum.$Shape): spindrift.v1.EnergySum & spindrift.v1.EnergySum.$Shape;
            static create(properties?: spindrift.v1.EnergySum.$Properties): spindrift.v1.EnergySum;

            /**
             * Encodes the specified EnergySum message. Does not implicitly {@link spindrift.v1.EnergySum.verify|verify} messages.
             * @param message EnergySum message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.EnergySum.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EnergySum message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.EnergySum & spindrift.v1.EnergySum.$Shape} EnergySum
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.EnergySum & spindrift.v1.EnergySum.$Shape;
        }

        namespace EnergySum {

            /** Properties of an EnergySum. */
            interface $Properties {

                /** EnergySum joules */
                joules?: (number|null);

                /** EnergySum attojoules */
                attojoules?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EnergySum. */
            type $Shape = spindrift.v1.EnergySum.$Properties;
        }

        /**
         * Properties of a ModelledEnergy.
         * @deprecated Use spindrift.v1.ModelledEnergy.$Properties instead.
         */
        interface IModelledEnergy extends spindrift.v1.ModelledEnergy.$Properties {
        }

        /** Represents a ModelledEnergy. */
        class ModelledEnergy {

            /**
             * Constructs a new ModelledEnergy.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.ModelledEnergy.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ModelledEnergy pulseCharge. */
            pulseCharge?: (spindrift.v1.EnergySum.$Properties|null);

            /** ModelledEnergy pulseJoule. */
            pulseJoule?: (spindrift.v1.EnergySum.$Properties|null);

            /** ModelledEnergy read. */
            read?: (spindrift.v1.EnergySum.$Properties|null);

            /** ModelledEnergy mvmStatic. */
            mvmStatic?: (spindrift.v1.EnergySum.$Properties|null);

            /** ModelledEnergy write. */
            write?: (spindrift.v1.EnergySum.$Properties|null);

            /**
             * Creates a new ModelledEnergy instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ModelledEnergy instance
             */
            static create(properties: spindrift.v1.ModelledEnergy.$Shape): spindrift.v1.ModelledEnergy & spindrift.v1.ModelledEnergy.$Shape;
            static create(properties?: spindrift.v1.ModelledEnergy.$Properties): spindrift.v1.ModelledEnergy;

            /**
             * Encodes the specified ModelledEnergy message. Does not implicitly {@link spindrift.v1.ModelledEnergy.verify|verify} messages.
             * @param message ModelledEnergy message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.ModelledEnergy.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ModelledEnergy message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.ModelledEnergy & spindrift.v1.ModelledEnergy.$Shape} ModelledEnergy
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.ModelledEnergy & spindrift.v1.ModelledEnergy.$Shape;
        }

        namespace ModelledEnergy {

            /** Properties of a ModelledEnergy. */
            interface $Properties {

                /** ModelledEnergy pulseCharge */
                pulseCharge?: (spindrift.v1.EnergySum.$Properties|null);

                /** ModelledEnergy pulseJoule */
                pulseJoule?: (spindrift.v1.EnergySum.$Properties|null);

                /** ModelledEnergy read */
                read?: (spindrift.v1.EnergySum.$Properties|null);

                /** ModelledEnergy mvmStatic */
                mvmStatic?: (spindrift.v1.EnergySum.$Properties|null);

                /** ModelledEnergy write */
                write?: (spindrift.v1.EnergySum.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ModelledEnergy. */
            type $Shape = spindrift.v1.ModelledEnergy.$Properties;
        }

        /**
         * Properties of an Environment.
         * @deprecated Use spindrift.v1.Environment.$Properties instead.
         */
        interface IEnvironment extends spindrift.v1.Environment.$Properties {
        }

        /** Represents an Environment. */
        class Environment {

            /**
             * Constructs a new Environment.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.Environment.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Environment arrayMdegc. */
            arrayMdegc: number;

            /** Environment dieMdegc. */
            dieMdegc: number;

            /** Environment fieldUt. */
            fieldUt: number;

            /** Environment arrayValid. */
            arrayValid: boolean;

            /**
             * Creates a new Environment instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Environment instance
             */
            static create(properties: spindrift.v1.Environment.$Shape): spindrift.v1.Environment & spindrift.v1.Environment.$Shape;
            static create(properties?: spindrift.v1.Environment.$Properties): spindrift.v1.Environment;

            /**
             * Encodes the specified Environment message. Does not implicitly {@link spindrift.v1.Environment.verify|verify} messages.
             * @param message Environment message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.Environment.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Environment message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.Environment & spindrift.v1.Environment.$Shape} Environment
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.Environment & spindrift.v1.Environment.$Shape;
        }

        namespace Environment {

            /** Properties of an Environment. */
            interface $Properties {

                /** Environment arrayMdegc */
                arrayMdegc?: (number|null);

                /** Environment dieMdegc */
                dieMdegc?: (number|null);

                /** Environment fieldUt */
                fieldUt?: (number|null);

                /** Environment arrayValid */
                arrayValid?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Environment. */
            type $Shape = spindrift.v1.Environment.$Properties;
        }

        /**
         * Properties of a HealthSummary.
         * @deprecated Use spindrift.v1.HealthSummary.$Properties instead.
         */
        interface IHealthSummary extends spindrift.v1.HealthSummary.$Properties {
        }

        /** Represents a HealthSummary. */
        class HealthSummary {

            /**
             * Constructs a new HealthSummary.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.HealthSummary.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HealthSummary ok. */
            ok: boolean;

            /** HealthSummary repetitionCountFailures. */
            repetitionCountFailures: number;

            /** HealthSummary adaptiveProportionFailures. */
            adaptiveProportionFailures: number;

            /** HealthSummary onesPpm. */
            onesPpm: number;

            /**
             * Creates a new HealthSummary instance using the specified properties.
             * @param [properties] Properties to set
             * @returns HealthSummary instance
             */
            static create(properties: spindrift.v1.HealthSummary.$Shape): spindrift.v1.HealthSummary & spindrift.v1.HealthSummary.$Shape;
            static create(properties?: spindrift.v1.HealthSummary.$Properties): spindrift.v1.HealthSummary;

            /**
             * Encodes the specified HealthSummary message. Does not implicitly {@link spindrift.v1.HealthSummary.verify|verify} messages.
             * @param message HealthSummary message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.HealthSummary.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HealthSummary message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.HealthSummary & spindrift.v1.HealthSummary.$Shape} HealthSummary
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.HealthSummary & spindrift.v1.HealthSummary.$Shape;
        }

        namespace HealthSummary {

            /** Properties of a HealthSummary. */
            interface $Properties {

                /** HealthSummary ok */
                ok?: (boolean|null);

                /** HealthSummary repetitionCountFailures */
                repetitionCountFailures?: (number|null);

                /** HealthSummary adaptiveProportionFailures */
                adaptiveProportionFailures?: (number|null);

                /** HealthSummary onesPpm */
                onesPpm?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HealthSummary. */
            type $Shape = spindrift.v1.HealthSummary.$Properties;
        }

        /**
         * Properties of a LinkCounters.
         * @deprecated Use spindrift.v1.LinkCounters.$Properties instead.
         */
        interface ILinkCounters extends spindrift.v1.LinkCounters.$Properties {
        }

        /** Represents a LinkCounters. */
        class LinkCounters {

            /**
             * Constructs a new LinkCounters.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.LinkCounters.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LinkCounters framesIn. */
            framesIn: (number|Long);

            /** LinkCounters framesOut. */
            framesOut: (number|Long);

            /** LinkCounters badFrames. */
            badFrames: number;

            /** LinkCounters blocksDropped. */
            blocksDropped: (number|Long);

            /**
             * Creates a new LinkCounters instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LinkCounters instance
             */
            static create(properties: spindrift.v1.LinkCounters.$Shape): spindrift.v1.LinkCounters & spindrift.v1.LinkCounters.$Shape;
            static create(properties?: spindrift.v1.LinkCounters.$Properties): spindrift.v1.LinkCounters;

            /**
             * Encodes the specified LinkCounters message. Does not implicitly {@link spindrift.v1.LinkCounters.verify|verify} messages.
             * @param message LinkCounters message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.LinkCounters.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LinkCounters message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.LinkCounters & spindrift.v1.LinkCounters.$Shape} LinkCounters
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.LinkCounters & spindrift.v1.LinkCounters.$Shape;
        }

        namespace LinkCounters {

            /** Properties of a LinkCounters. */
            interface $Properties {

                /** LinkCounters framesIn */
                framesIn?: (number|Long|null);

                /** LinkCounters framesOut */
                framesOut?: (number|Long|null);

                /** LinkCounters badFrames */
                badFrames?: (number|null);

                /** LinkCounters blocksDropped */
                blocksDropped?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LinkCounters. */
            type $Shape = spindrift.v1.LinkCounters.$Properties;
        }

        /**
         * Properties of a Telemetry.
         * @deprecated Use spindrift.v1.Telemetry.$Properties instead.
         */
        interface ITelemetry extends spindrift.v1.Telemetry.$Properties {
        }

        /** Represents a Telemetry. */
        class Telemetry {

            /**
             * Constructs a new Telemetry.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.Telemetry.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Telemetry seq. */
            seq: number;

            /** Telemetry boardTimeUs. */
            boardTimeUs: (number|Long);

            /** Telemetry state. */
            state: spindrift.v1.BoardState;

            /** Telemetry rails. */
            rails: spindrift.v1.RailReading.$Properties[];

            /** Telemetry environment. */
            environment?: (spindrift.v1.Environment.$Properties|null);

            /** Telemetry counters. */
            counters?: (spindrift.v1.EventCounters.$Properties|null);

            /** Telemetry modelled. */
            modelled?: (spindrift.v1.ModelledEnergy.$Properties|null);

            /** Telemetry health. */
            health?: (spindrift.v1.HealthSummary.$Properties|null);

            /** Telemetry link. */
            link?: (spindrift.v1.LinkCounters.$Properties|null);

            /**
             * Creates a new Telemetry instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Telemetry instance
             */
            static create(properties: spindrift.v1.Telemetry.$Shape): spindrift.v1.Telemetry & spindrift.v1.Telemetry.$Shape;
            static create(properties?: spindrift.v1.Telemetry.$Properties): spindrift.v1.Telemetry;

            /**
             * Encodes the specified Telemetry message. Does not implicitly {@link spindrift.v1.Telemetry.verify|verify} messages.
             * @param message Telemetry message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.Telemetry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Telemetry message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.Telemetry & spindrift.v1.Telemetry.$Shape} Telemetry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.Telemetry & spindrift.v1.Telemetry.$Shape;
        }

        namespace Telemetry {

            /** Properties of a Telemetry. */
            interface $Properties {

                /** Telemetry seq */
                seq?: (number|null);

                /** Telemetry boardTimeUs */
                boardTimeUs?: (number|Long|null);

                /** Telemetry state */
                state?: (spindrift.v1.BoardState|null);

                /** Telemetry rails */
                rails?: (spindrift.v1.RailReading.$Properties[]|null);

                /** Telemetry environment */
                environment?: (spindrift.v1.Environment.$Properties|null);

                /** Telemetry counters */
                counters?: (spindrift.v1.EventCounters.$Properties|null);

                /** Telemetry modelled */
                modelled?: (spindrift.v1.ModelledEnergy.$Properties|null);

                /** Telemetry health */
                health?: (spindrift.v1.HealthSummary.$Properties|null);

                /** Telemetry link */
                link?: (spindrift.v1.LinkCounters.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Telemetry. */
            type $Shape = spindrift.v1.Telemetry.$Properties;
        }

        /**
         * Properties of a SelfTest.
         * @deprecated Use spindrift.v1.SelfTest.$Properties instead.
         */
        interface ISelfTest extends spindrift.v1.SelfTest.$Properties {
        }

        /** Represents a SelfTest. */
        class SelfTest {

            /**
             * Constructs a new SelfTest.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.SelfTest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SelfTest mask. */
            mask: number;

            /**
             * Creates a new SelfTest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SelfTest instance
             */
            static create(properties: spindrift.v1.SelfTest.$Shape): spindrift.v1.SelfTest & spindrift.v1.SelfTest.$Shape;
            static create(properties?: spindrift.v1.SelfTest.$Properties): spindrift.v1.SelfTest;

            /**
             * Encodes the specified SelfTest message. Does not implicitly {@link spindrift.v1.SelfTest.verify|verify} messages.
             * @param message SelfTest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.SelfTest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SelfTest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.SelfTest & spindrift.v1.SelfTest.$Shape} SelfTest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.SelfTest & spindrift.v1.SelfTest.$Shape;
        }

        namespace SelfTest {

            /** Properties of a SelfTest. */
            interface $Properties {

                /** SelfTest mask */
                mask?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SelfTest. */
            type $Shape = spindrift.v1.SelfTest.$Properties;
        }

        /**
         * Properties of a SelfTestResult.
         * @deprecated Use spindrift.v1.SelfTestResult.$Properties instead.
         */
        interface ISelfTestResult extends spindrift.v1.SelfTestResult.$Properties {
        }

        /** Represents a SelfTestResult. */
        class SelfTestResult {

            /**
             * Constructs a new SelfTestResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.SelfTestResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SelfTestResult testId. */
            testId: number;

            /** SelfTestResult name. */
            name: string;

            /** SelfTestResult pass. */
            pass: boolean;

            /** SelfTestResult measured. */
            measured: number;

            /** SelfTestResult low. */
            low: number;

            /** SelfTestResult high. */
            high: number;

            /** SelfTestResult unit. */
            unit: string;

            /**
             * Creates a new SelfTestResult instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SelfTestResult instance
             */
            static create(properties: spindrift.v1.SelfTestResult.$Shape): spindrift.v1.SelfTestResult & spindrift.v1.SelfTestResult.$Shape;
            static create(properties?: spindrift.v1.SelfTestResult.$Properties): spindrift.v1.SelfTestResult;

            /**
             * Encodes the specified SelfTestResult message. Does not implicitly {@link spindrift.v1.SelfTestResult.verify|verify} messages.
             * @param message SelfTestResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.SelfTestResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SelfTestResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.SelfTestResult & spindrift.v1.SelfTestResult.$Shape} SelfTestResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.SelfTestResult & spindrift.v1.SelfTestResult.$Shape;
        }

        namespace SelfTestResult {

            /** Properties of a SelfTestResult. */
            interface $Properties {

                /** SelfTestResult testId */
                testId?: (number|null);

                /** SelfTestResult name */
                name?: (string|null);

                /** SelfTestResult pass */
                pass?: (boolean|null);

                /** SelfTestResult measured */
                measured?: (number|null);

                /** SelfTestResult low */
                low?: (number|null);

                /** SelfTestResult high */
                high?: (number|null);

                /** SelfTestResult unit */
                unit?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SelfTestResult. */
            type $Shape = spindrift.v1.SelfTestResult.$Properties;
        }

        /**
         * Properties of a SelfTestReply.
         * @deprecated Use spindrift.v1.SelfTestReply.$Properties instead.
         */
        interface ISelfTestReply extends spindrift.v1.SelfTestReply.$Properties {
        }

        /** Represents a SelfTestReply. */
        class SelfTestReply {

            /**
             * Constructs a new SelfTestReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.SelfTestReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SelfTestReply result. */
            result?: (spindrift.v1.SelfTestResult.$Properties|null);

            /** SelfTestReply testsRun. */
            testsRun: number;

            /** SelfTestReply testsFailed. */
            testsFailed: number;

            /** SelfTestReply testsTotal. */
            testsTotal: number;

            /**
             * Creates a new SelfTestReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SelfTestReply instance
             */
            static create(properties: spindrift.v1.SelfTestReply.$Shape): spindrift.v1.SelfTestReply & spindrift.v1.SelfTestReply.$Shape;
            static create(properties?: spindrift.v1.SelfTestReply.$Properties): spindrift.v1.SelfTestReply;

            /**
             * Encodes the specified SelfTestReply message. Does not implicitly {@link spindrift.v1.SelfTestReply.verify|verify} messages.
             * @param message SelfTestReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.SelfTestReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SelfTestReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.SelfTestReply & spindrift.v1.SelfTestReply.$Shape} SelfTestReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.SelfTestReply & spindrift.v1.SelfTestReply.$Shape;
        }

        namespace SelfTestReply {

            /** Properties of a SelfTestReply. */
            interface $Properties {

                /** SelfTestReply result */
                result?: (spindrift.v1.SelfTestResult.$Properties|null);

                /** SelfTestReply testsRun */
                testsRun?: (number|null);

                /** SelfTestReply testsFailed */
                testsFailed?: (number|null);

                /** SelfTestReply testsTotal */
                testsTotal?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SelfTestReply. */
            type $Shape = spindrift.v1.SelfTestReply.$Properties;
        }

        /** RebootTarget enum. */
        enum RebootTarget {

            /** REBOOT_TARGET_UNSPECIFIED value */
            REBOOT_TARGET_UNSPECIFIED = 0,

            /** REBOOT_TARGET_APP value */
            REBOOT_TARGET_APP = 1,

            /** REBOOT_TARGET_BOOTLOADER value */
            REBOOT_TARGET_BOOTLOADER = 2
        }

        /**
         * Properties of a Reboot.
         * @deprecated Use spindrift.v1.Reboot.$Properties instead.
         */
        interface IReboot extends spindrift.v1.Reboot.$Properties {
        }

        /** Represents a Reboot. */
        class Reboot {

            /**
             * Constructs a new Reboot.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.Reboot.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Reboot target. */
            target: spindrift.v1.RebootTarget;

            /** Reboot confirm. */
            confirm: number;

            /**
             * Creates a new Reboot instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Reboot instance
             */
            static create(properties: spindrift.v1.Reboot.$Shape): spindrift.v1.Reboot & spindrift.v1.Reboot.$Shape;
            static create(properties?: spindrift.v1.Reboot.$Properties): spindrift.v1.Reboot;

            /**
             * Encodes the specified Reboot message. Does not implicitly {@link spindrift.v1.Reboot.verify|verify} messages.
             * @param message Reboot message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.Reboot.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Reboot message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.Reboot & spindrift.v1.Reboot.$Shape} Reboot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.Reboot & spindrift.v1.Reboot.$Shape;
        }

        namespace Reboot {

            /** Properties of a Reboot. */
            interface $Properties {

                /** Reboot target */
                target?: (spindrift.v1.RebootTarget|null);

                /** Reboot confirm */
                confirm?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Reboot. */
            type $Shape = spindrift.v1.Reboot.$Properties;
        }

        /**
         * Properties of a RebootReply.
         * @deprecated Use spindrift.v1.RebootReply.$Properties instead.
         */
        interface IRebootReply extends spindrift.v1.RebootReply.$Properties {
        }

        /** Represents a RebootReply. */
        class RebootReply {

            /**
             * Constructs a new RebootReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.RebootReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new RebootReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RebootReply instance
             */
            static create(properties: spindrift.v1.RebootReply.$Shape): spindrift.v1.RebootReply & spindrift.v1.RebootReply.$Shape;
            static create(properties?: spindrift.v1.RebootReply.$Properties): spindrift.v1.RebootReply;

            /**
             * Encodes the specified RebootReply message. Does not implicitly {@link spindrift.v1.RebootReply.verify|verify} messages.
             * @param message RebootReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.RebootReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RebootReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.RebootReply & spindrift.v1.RebootReply.$Shape} RebootReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.RebootReply & spindrift.v1.RebootReply.$Shape;
        }

        namespace RebootReply {

            /** Properties of a RebootReply. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RebootReply. */
            type $Shape = spindrift.v1.RebootReply.$Properties;
        }

        /** Status enum. */
        enum Status {

            /** STATUS_UNSPECIFIED value */
            STATUS_UNSPECIFIED = 0,

            /** STATUS_OK value */
            STATUS_OK = 1,

            /** STATUS_CANCELLED value */
            STATUS_CANCELLED = 2,

            /** STATUS_DEADLINE_EXCEEDED value */
            STATUS_DEADLINE_EXCEEDED = 3,

            /** STATUS_INVALID_ARGUMENT value */
            STATUS_INVALID_ARGUMENT = 4,

            /** STATUS_OUT_OF_RANGE value */
            STATUS_OUT_OF_RANGE = 5,

            /** STATUS_NOT_IMPLEMENTED value */
            STATUS_NOT_IMPLEMENTED = 6,

            /** STATUS_BUSY value */
            STATUS_BUSY = 7,

            /** STATUS_FAILED_PRECONDITION value */
            STATUS_FAILED_PRECONDITION = 8,

            /** STATUS_RESOURCE_EXHAUSTED value */
            STATUS_RESOURCE_EXHAUSTED = 9,

            /** STATUS_DATA_LOSS value */
            STATUS_DATA_LOSS = 10,

            /** STATUS_HARDWARE_FAULT value */
            STATUS_HARDWARE_FAULT = 11,

            /** STATUS_INTERLOCK value */
            STATUS_INTERLOCK = 12,

            /** STATUS_DECODE value */
            STATUS_DECODE = 13,

            /** STATUS_STALE_CONFIG value */
            STATUS_STALE_CONFIG = 14,

            /** STATUS_UNHEALTHY value */
            STATUS_UNHEALTHY = 15
        }

        /** BoardKind enum. */
        enum BoardKind {

            /** BOARD_KIND_UNSPECIFIED value */
            BOARD_KIND_UNSPECIFIED = 0,

            /** BOARD_KIND_REAL value */
            BOARD_KIND_REAL = 1,

            /** BOARD_KIND_EMULATED value */
            BOARD_KIND_EMULATED = 2,

            /** BOARD_KIND_SIMULATED value */
            BOARD_KIND_SIMULATED = 3,

            /** BOARD_KIND_REPLAYED value */
            BOARD_KIND_REPLAYED = 4
        }

        /** Feature enum. */
        enum Feature {

            /** FEATURE_UNSPECIFIED value */
            FEATURE_UNSPECIFIED = 0,

            /** FEATURE_SHOTS value */
            FEATURE_SHOTS = 1,

            /** FEATURE_SHOT_STREAM value */
            FEATURE_SHOT_STREAM = 2,

            /** FEATURE_BITS value */
            FEATURE_BITS = 3,

            /** FEATURE_VON_NEUMANN value */
            FEATURE_VON_NEUMANN = 4,

            /** FEATURE_XOR_FOLD value */
            FEATURE_XOR_FOLD = 5,

            /** FEATURE_BIAS_CONTROLLER value */
            FEATURE_BIAS_CONTROLLER = 6,

            /** FEATURE_READ_MAP value */
            FEATURE_READ_MAP = 7,

            /** FEATURE_PROGRAM_TILE value */
            FEATURE_PROGRAM_TILE = 8,

            /** FEATURE_MULTIPLY_VECTOR value */
            FEATURE_MULTIPLY_VECTOR = 9,

            /** FEATURE_MULTIPLY_STREAM value */
            FEATURE_MULTIPLY_STREAM = 10,

            /** FEATURE_CALIBRATE value */
            FEATURE_CALIBRATE = 11,

            /** FEATURE_CALIBRATION_BLOB value */
            FEATURE_CALIBRATION_BLOB = 12,

            /** FEATURE_TELEMETRY value */
            FEATURE_TELEMETRY = 13,

            /** FEATURE_MODELLED_ENERGY value */
            FEATURE_MODELLED_ENERGY = 14,

            /** FEATURE_SELF_TEST value */
            FEATURE_SELF_TEST = 15,

            /** FEATURE_REBOOT value */
            FEATURE_REBOOT = 16,

            /** FEATURE_BOOTLOADER value */
            FEATURE_BOOTLOADER = 17,

            /** FEATURE_COIL value */
            FEATURE_COIL = 18,

            /** FEATURE_PINS value */
            FEATURE_PINS = 19,

            /** FEATURE_PIN_WATCH value */
            FEATURE_PIN_WATCH = 20,

            /** FEATURE_I2C value */
            FEATURE_I2C = 21,

            /** FEATURE_LOG value */
            FEATURE_LOG = 22
        }

        /** BoardState enum. */
        enum BoardState {

            /** BOARD_STATE_UNSPECIFIED value */
            BOARD_STATE_UNSPECIFIED = 0,

            /** BOARD_STATE_SAFE value */
            BOARD_STATE_SAFE = 1,

            /** BOARD_STATE_ARMED value */
            BOARD_STATE_ARMED = 2,

            /** BOARD_STATE_RUNNING value */
            BOARD_STATE_RUNNING = 3
        }

        /** DataFormat enum. */
        enum DataFormat {

            /** DATA_FORMAT_UNSPECIFIED value */
            DATA_FORMAT_UNSPECIFIED = 0,

            /** DATA_FORMAT_BITS_LSB value */
            DATA_FORMAT_BITS_LSB = 1,

            /** DATA_FORMAT_U8 value */
            DATA_FORMAT_U8 = 2,

            /** DATA_FORMAT_I8 value */
            DATA_FORMAT_I8 = 3,

            /** DATA_FORMAT_U16LE value */
            DATA_FORMAT_U16LE = 4,

            /** DATA_FORMAT_I16LE value */
            DATA_FORMAT_I16LE = 5,

            /** DATA_FORMAT_F32LE value */
            DATA_FORMAT_F32LE = 6
        }

        /** Severity enum. */
        enum Severity {

            /** SEVERITY_UNSPECIFIED value */
            SEVERITY_UNSPECIFIED = 0,

            /** SEVERITY_DEBUG value */
            SEVERITY_DEBUG = 1,

            /** SEVERITY_INFO value */
            SEVERITY_INFO = 2,

            /** SEVERITY_WARNING value */
            SEVERITY_WARNING = 3,

            /** SEVERITY_ERROR value */
            SEVERITY_ERROR = 4
        }

        /** FaultCode enum. */
        enum FaultCode {

            /** FAULT_CODE_UNSPECIFIED value */
            FAULT_CODE_UNSPECIFIED = 0,

            /** FAULT_CODE_INTERLOCK value */
            FAULT_CODE_INTERLOCK = 1,

            /** FAULT_CODE_OVER_TEMPERATURE value */
            FAULT_CODE_OVER_TEMPERATURE = 2,

            /** FAULT_CODE_OVER_CURRENT value */
            FAULT_CODE_OVER_CURRENT = 3,

            /** FAULT_CODE_HOST_SILENCE value */
            FAULT_CODE_HOST_SILENCE = 4,

            /** FAULT_CODE_WATCHDOG value */
            FAULT_CODE_WATCHDOG = 5,

            /** FAULT_CODE_SUPPLY value */
            FAULT_CODE_SUPPLY = 6,

            /** FAULT_CODE_AMPLITUDE_READBACK value */
            FAULT_CODE_AMPLITUDE_READBACK = 7,

            /** FAULT_CODE_BREAKDOWN value */
            FAULT_CODE_BREAKDOWN = 8,

            /** FAULT_CODE_SENSOR_SILENT value */
            FAULT_CODE_SENSOR_SILENT = 9,

            /** FAULT_CODE_DUTY value */
            FAULT_CODE_DUTY = 10,

            /** FAULT_CODE_SELF_TEST value */
            FAULT_CODE_SELF_TEST = 11,

            /** FAULT_CODE_HEALTH value */
            FAULT_CODE_HEALTH = 12,

            /** FAULT_CODE_HARDWARE value */
            FAULT_CODE_HARDWARE = 13
        }

        /**
         * Properties of a Geometry.
         * @deprecated Use spindrift.v1.Geometry.$Properties instead.
         */
        interface IGeometry extends spindrift.v1.Geometry.$Properties {
        }

        /** Represents a Geometry. */
        class Geometry {

            /**
             * Constructs a new Geometry.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.Geometry.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Geometry rows. */
            rows: number;

            /** Geometry cols. */
            cols: number;

            /** Geometry tiles. */
            tiles: number;

            /**
             * Creates a new Geometry instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Geometry instance
             */
            static create(properties: spindrift.v1.Geometry.$Shape): spindrift.v1.Geometry & spindrift.v1.Geometry.$Shape;
            static create(properties?: spindrift.v1.Geometry.$Properties): spindrift.v1.Geometry;

            /**
             * Encodes the specified Geometry message. Does not implicitly {@link spindrift.v1.Geometry.verify|verify} messages.
             * @param message Geometry message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.Geometry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Geometry message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.Geometry & spindrift.v1.Geometry.$Shape} Geometry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.Geometry & spindrift.v1.Geometry.$Shape;
        }

        namespace Geometry {

            /** Properties of a Geometry. */
            interface $Properties {

                /** Geometry rows */
                rows?: (number|null);

                /** Geometry cols */
                cols?: (number|null);

                /** Geometry tiles */
                tiles?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Geometry. */
            type $Shape = spindrift.v1.Geometry.$Properties;
        }

        /**
         * Properties of an Identity.
         * @deprecated Use spindrift.v1.Identity.$Properties instead.
         */
        interface IIdentity extends spindrift.v1.Identity.$Properties {
        }

        /** Represents an Identity. */
        class Identity {

            /**
             * Constructs a new Identity.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.Identity.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Identity kind. */
            kind: spindrift.v1.BoardKind;

            /** Identity model. */
            model: string;

            /** Identity serial. */
            serial: string;

            /** Identity revision. */
            revision: number;

            /** Identity arrayId. */
            arrayId: string;

            /** Identity geometry. */
            geometry?: (spindrift.v1.Geometry.$Properties|null);

            /** Identity firmware. */
            firmware: string;

            /** Identity gitHash. */
            gitHash: string;

            /** Identity buildFlags. */
            buildFlags: string;

            /** Identity name. */
            name: string;

            /**
             * Creates a new Identity instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Identity instance
             */
            static create(properties: spindrift.v1.Identity.$Shape): spindrift.v1.Identity & spindrift.v1.Identity.$Shape;
            static create(properties?: spindrift.v1.Identity.$Properties): spindrift.v1.Identity;

            /**
             * Encodes the specified Identity message. Does not implicitly {@link spindrift.v1.Identity.verify|verify} messages.
             * @param message Identity message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.Identity.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Identity message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.Identity & spindrift.v1.Identity.$Shape} Identity
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.Identity & spindrift.v1.Identity.$Shape;
        }

        namespace Identity {

            /** Properties of an Identity. */
            interface $Properties {

                /** Identity kind */
                kind?: (spindrift.v1.BoardKind|null);

                /** Identity model */
                model?: (string|null);

                /** Identity serial */
                serial?: (string|null);

                /** Identity revision */
                revision?: (number|null);

                /** Identity arrayId */
                arrayId?: (string|null);

                /** Identity geometry */
                geometry?: (spindrift.v1.Geometry.$Properties|null);

                /** Identity firmware */
                firmware?: (string|null);

                /** Identity gitHash */
                gitHash?: (string|null);

                /** Identity buildFlags */
                buildFlags?: (string|null);

                /** Identity name */
                name?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Identity. */
            type $Shape = spindrift.v1.Identity.$Properties;
        }

        /**
         * Properties of a SessionLimits.
         * @deprecated Use spindrift.v1.SessionLimits.$Properties instead.
         */
        interface ISessionLimits extends spindrift.v1.SessionLimits.$Properties {
        }

        /** Represents a SessionLimits. */
        class SessionLimits {

            /**
             * Constructs a new SessionLimits.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.SessionLimits.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SessionLimits maxControlBytes. */
            maxControlBytes: number;

            /** SessionLimits maxRxFrame. */
            maxRxFrame: number;

            /** SessionLimits maxInflight. */
            maxInflight: number;

            /** SessionLimits maxStreams. */
            maxStreams: number;

            /** SessionLimits inlineBits. */
            inlineBits: number;

            /** SessionLimits rxCredit. */
            rxCredit: number;

            /**
             * Creates a new SessionLimits instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SessionLimits instance
             */
            static create(properties: spindrift.v1.SessionLimits.$Shape): spindrift.v1.SessionLimits & spindrift.v1.SessionLimits.$Shape;
            static create(properties?: spindrift.v1.SessionLimits.$Properties): spindrift.v1.SessionLimits;

            /**
             * Encodes the specified SessionLimits message. Does not implicitly {@link spindrift.v1.SessionLimits.verify|verify} messages.
             * @param message SessionLimits message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.SessionLimits.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SessionLimits message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.SessionLimits & spindrift.v1.SessionLimits.$Shape} SessionLimits
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.SessionLimits & spindrift.v1.SessionLimits.$Shape;
        }

        namespace SessionLimits {

            /** Properties of a SessionLimits. */
            interface $Properties {

                /** SessionLimits maxControlBytes */
                maxControlBytes?: (number|null);

                /** SessionLimits maxRxFrame */
                maxRxFrame?: (number|null);

                /** SessionLimits maxInflight */
                maxInflight?: (number|null);

                /** SessionLimits maxStreams */
                maxStreams?: (number|null);

                /** SessionLimits inlineBits */
                inlineBits?: (number|null);

                /** SessionLimits rxCredit */
                rxCredit?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SessionLimits. */
            type $Shape = spindrift.v1.SessionLimits.$Properties;
        }

        /**
         * Properties of a Hello.
         * @deprecated Use spindrift.v1.Hello.$Properties instead.
         */
        interface IHello extends spindrift.v1.Hello.$Properties {
        }

        /** Represents a Hello. */
        class Hello {

            /**
             * Constructs a new Hello.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.Hello.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Hello protocolMajor. */
            protocolMajor: number;

            /** Hello protocolMinor. */
            protocolMinor: number;

            /** Hello minPeerMinor. */
            minPeerMinor: number;

            /** Hello nonce. */
            nonce: number;

            /** Hello hostSilenceMs. */
            hostSilenceMs: number;

            /** Hello hostName. */
            hostName: string;

            /**
             * Creates a new Hello instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Hello instance
             */
            static create(properties: spindrift.v1.Hello.$Shape): spindrift.v1.Hello & spindrift.v1.Hello.$Shape;
            static create(properties?: spindrift.v1.Hello.$Properties): spindrift.v1.Hello;

            /**
             * Encodes the specified Hello message. Does not implicitly {@link spindrift.v1.Hello.verify|verify} messages.
             * @param message Hello message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.Hello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Hello message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.Hello & spindrift.v1.Hello.$Shape} Hello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.Hello & spindrift.v1.Hello.$Shape;
        }

        namespace Hello {

            /** Properties of a Hello. */
            interface $Properties {

                /** Hello protocolMajor */
                protocolMajor?: (number|null);

                /** Hello protocolMinor */
                protocolMinor?: (number|null);

                /** Hello minPeerMinor */
                minPeerMinor?: (number|null);

                /** Hello nonce */
                nonce?: (number|null);

                /** Hello hostSilenceMs */
                hostSilenceMs?: (number|null);

                /** Hello hostName */
                hostName?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Hello. */
            type $Shape = spindrift.v1.Hello.$Properties;
        }

        /**
         * Properties of a HelloReply.
         * @deprecated Use spindrift.v1.HelloReply.$Properties instead.
         */
        interface IHelloReply extends spindrift.v1.HelloReply.$Properties {
        }

        /** Represents a HelloReply. */
        class HelloReply {

            /**
             * Constructs a new HelloReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.HelloReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HelloReply nonce. */
            nonce: number;

            /** HelloReply protocolMajor. */
            protocolMajor: number;

            /** HelloReply protocolMinor. */
            protocolMinor: number;

            /** HelloReply minPeerMinor. */
            minPeerMinor: number;

            /** HelloReply bootId. */
            bootId: number;

            /** HelloReply schemaHash. */
            schemaHash: number;

            /** HelloReply identity. */
            identity?: (spindrift.v1.Identity.$Properties|null);

            /** HelloReply features. */
            features: spindrift.v1.Feature[];

            /** HelloReply limits. */
            limits?: (spindrift.v1.SessionLimits.$Properties|null);

            /** HelloReply calibrationHash. */
            calibrationHash: number;

            /** HelloReply configHash. */
            configHash: number;

            /** HelloReply hostSilenceMs. */
            hostSilenceMs: number;

            /**
             * Creates a new HelloReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns HelloReply instance
             */
            static create(properties: spindrift.v1.HelloReply.$Shape): spindrift.v1.HelloReply & spindrift.v1.HelloReply.$Shape;
            static create(properties?: spindrift.v1.HelloReply.$Properties): spindrift.v1.HelloReply;

            /**
             * Encodes the specified HelloReply message. Does not implicitly {@link spindrift.v1.HelloReply.verify|verify} messages.
             * @param message HelloReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.HelloReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HelloReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.HelloReply & spindrift.v1.HelloReply.$Shape} HelloReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.HelloReply & spindrift.v1.HelloReply.$Shape;
        }

        namespace HelloReply {

            /** Properties of a HelloReply. */
            interface $Properties {

                /** HelloReply nonce */
                nonce?: (number|null);

                /** HelloReply protocolMajor */
                protocolMajor?: (number|null);

                /** HelloReply protocolMinor */
                protocolMinor?: (number|null);

                /** HelloReply minPeerMinor */
                minPeerMinor?: (number|null);

                /** HelloReply bootId */
                bootId?: (number|null);

                /** HelloReply schemaHash */
                schemaHash?: (number|null);

                /** HelloReply identity */
                identity?: (spindrift.v1.Identity.$Properties|null);

                /** HelloReply features */
                features?: (spindrift.v1.Feature[]|null);

                /** HelloReply limits */
                limits?: (spindrift.v1.SessionLimits.$Properties|null);

                /** HelloReply calibrationHash */
                calibrationHash?: (number|null);

                /** HelloReply configHash */
                configHash?: (number|null);

                /** HelloReply hostSilenceMs */
                hostSilenceMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HelloReply. */
            type $Shape = spindrift.v1.HelloReply.$Properties;
        }

        /**
         * Properties of a Heartbeat.
         * @deprecated Use spindrift.v1.Heartbeat.$Properties instead.
         */
        interface IHeartbeat extends spindrift.v1.Heartbeat.$Properties {
        }

        /** Represents a Heartbeat. */
        class Heartbeat {

            /**
             * Constructs a new Heartbeat.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.Heartbeat.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Heartbeat bootId. */
            bootId: number;

            /** Heartbeat uptimeUs. */
            uptimeUs: (number|Long);

            /** Heartbeat state. */
            state: spindrift.v1.BoardState;

            /** Heartbeat rxFree. */
            rxFree: number;

            /**
             * Creates a new Heartbeat instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Heartbeat instance
             */
            static create(properties: spindrift.v1.Heartbeat.$Shape): spindrift.v1.Heartbeat & spindrift.v1.Heartbeat.$Shape;
            static create(properties?: spindrift.v1.Heartbeat.$Properties): spindrift.v1.Heartbeat;

            /**
             * Encodes the specified Heartbeat message. Does not implicitly {@link spindrift.v1.Heartbeat.verify|verify} messages.
             * @param message Heartbeat message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.Heartbeat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Heartbeat message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.Heartbeat & spindrift.v1.Heartbeat.$Shape} Heartbeat
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.Heartbeat & spindrift.v1.Heartbeat.$Shape;
        }

        namespace Heartbeat {

            /** Properties of a Heartbeat. */
            interface $Properties {

                /** Heartbeat bootId */
                bootId?: (number|null);

                /** Heartbeat uptimeUs */
                uptimeUs?: (number|Long|null);

                /** Heartbeat state */
                state?: (spindrift.v1.BoardState|null);

                /** Heartbeat rxFree */
                rxFree?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Heartbeat. */
            type $Shape = spindrift.v1.Heartbeat.$Properties;
        }

        /**
         * Properties of a Cancel.
         * @deprecated Use spindrift.v1.Cancel.$Properties instead.
         */
        interface ICancel extends spindrift.v1.Cancel.$Properties {
        }

        /** Represents a Cancel. */
        class Cancel {

            /**
             * Constructs a new Cancel.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.Cancel.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Cancel targetId. */
            targetId: number;

            /**
             * Creates a new Cancel instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Cancel instance
             */
            static create(properties: spindrift.v1.Cancel.$Shape): spindrift.v1.Cancel & spindrift.v1.Cancel.$Shape;
            static create(properties?: spindrift.v1.Cancel.$Properties): spindrift.v1.Cancel;

            /**
             * Encodes the specified Cancel message. Does not implicitly {@link spindrift.v1.Cancel.verify|verify} messages.
             * @param message Cancel message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.Cancel.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Cancel message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.Cancel & spindrift.v1.Cancel.$Shape} Cancel
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.Cancel & spindrift.v1.Cancel.$Shape;
        }

        namespace Cancel {

            /** Properties of a Cancel. */
            interface $Properties {

                /** Cancel targetId */
                targetId?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Cancel. */
            type $Shape = spindrift.v1.Cancel.$Properties;
        }

        /**
         * Properties of a StreamCredit.
         * @deprecated Use spindrift.v1.StreamCredit.$Properties instead.
         */
        interface IStreamCredit extends spindrift.v1.StreamCredit.$Properties {
        }

        /** Represents a StreamCredit. */
        class StreamCredit {

            /**
             * Constructs a new StreamCredit.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.StreamCredit.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StreamCredit streamId. */
            streamId: number;

            /** StreamCredit blocks. */
            blocks: number;

            /**
             * Creates a new StreamCredit instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StreamCredit instance
             */
            static create(properties: spindrift.v1.StreamCredit.$Shape): spindrift.v1.StreamCredit & spindrift.v1.StreamCredit.$Shape;
            static create(properties?: spindrift.v1.StreamCredit.$Properties): spindrift.v1.StreamCredit;

            /**
             * Encodes the specified StreamCredit message. Does not implicitly {@link spindrift.v1.StreamCredit.verify|verify} messages.
             * @param message StreamCredit message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.StreamCredit.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StreamCredit message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.StreamCredit & spindrift.v1.StreamCredit.$Shape} StreamCredit
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.StreamCredit & spindrift.v1.StreamCredit.$Shape;
        }

        namespace StreamCredit {

            /** Properties of a StreamCredit. */
            interface $Properties {

                /** StreamCredit streamId */
                streamId?: (number|null);

                /** StreamCredit blocks */
                blocks?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StreamCredit. */
            type $Shape = spindrift.v1.StreamCredit.$Properties;
        }

        /**
         * Properties of a StreamClose.
         * @deprecated Use spindrift.v1.StreamClose.$Properties instead.
         */
        interface IStreamClose extends spindrift.v1.StreamClose.$Properties {
        }

        /** Represents a StreamClose. */
        class StreamClose {

            /**
             * Constructs a new StreamClose.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.StreamClose.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StreamClose streamId. */
            streamId: number;

            /**
             * Creates a new StreamClose instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StreamClose instance
             */
            static create(properties: spindrift.v1.StreamClose.$Shape): spindrift.v1.StreamClose & spindrift.v1.StreamClose.$Shape;
            static create(properties?: spindrift.v1.StreamClose.$Properties): spindrift.v1.StreamClose;

            /**
             * Encodes the specified StreamClose message. Does not implicitly {@link spindrift.v1.StreamClose.verify|verify} messages.
             * @param message StreamClose message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.StreamClose.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StreamClose message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.StreamClose & spindrift.v1.StreamClose.$Shape} StreamClose
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.StreamClose & spindrift.v1.StreamClose.$Shape;
        }

        namespace StreamClose {

            /** Properties of a StreamClose. */
            interface $Properties {

                /** StreamClose streamId */
                streamId?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StreamClose. */
            type $Shape = spindrift.v1.StreamClose.$Properties;
        }

        /**
         * Properties of a StreamOpened.
         * @deprecated Use spindrift.v1.StreamOpened.$Properties instead.
         */
        interface IStreamOpened extends spindrift.v1.StreamOpened.$Properties {
        }

        /** Represents a StreamOpened. */
        class StreamOpened {

            /**
             * Constructs a new StreamOpened.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.StreamOpened.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StreamOpened blockBytes. */
            blockBytes: number;

            /** StreamOpened format. */
            format: spindrift.v1.DataFormat;

            /** StreamOpened rate. */
            rate: number;

            /** StreamOpened totalBytes. */
            totalBytes: (number|Long);

            /** StreamOpened upBlockBytes. */
            upBlockBytes: number;

            /** StreamOpened upTotalBytes. */
            upTotalBytes: (number|Long);

            /** StreamOpened lossless. */
            lossless: boolean;

            /** StreamOpened shift. */
            shift: number;

            /** StreamOpened valuesPerItem. */
            valuesPerItem: number;

            /**
             * Creates a new StreamOpened instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StreamOpened instance
             */
            static create(properties: spindrift.v1.StreamOpened.$Shape): spindrift.v1.StreamOpened & spindrift.v1.StreamOpened.$Shape;
            static create(properties?: spindrift.v1.StreamOpened.$Properties): spindrift.v1.StreamOpened;

            /**
             * Encodes the specified StreamOpened message. Does not implicitly {@link spindrift.v1.StreamOpened.verify|verify} messages.
             * @param message StreamOpened message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.StreamOpened.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StreamOpened message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.StreamOpened & spindrift.v1.StreamOpened.$Shape} StreamOpened
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.StreamOpened & spindrift.v1.StreamOpened.$Shape;
        }

        namespace StreamOpened {

            /** Properties of a StreamOpened. */
            interface $Properties {

                /** StreamOpened blockBytes */
                blockBytes?: (number|null);

                /** StreamOpened format */
                format?: (spindrift.v1.DataFormat|null);

                /** StreamOpened rate */
                rate?: (number|null);

                /** StreamOpened totalBytes */
                totalBytes?: (number|Long|null);

                /** StreamOpened upBlockBytes */
                upBlockBytes?: (number|null);

                /** StreamOpened upTotalBytes */
                upTotalBytes?: (number|Long|null);

                /** StreamOpened lossless */
                lossless?: (boolean|null);

                /** StreamOpened shift */
                shift?: (number|null);

                /** StreamOpened valuesPerItem */
                valuesPerItem?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StreamOpened. */
            type $Shape = spindrift.v1.StreamOpened.$Properties;
        }

        /**
         * Properties of a StreamStats.
         * @deprecated Use spindrift.v1.StreamStats.$Properties instead.
         */
        interface IStreamStats extends spindrift.v1.StreamStats.$Properties {
        }

        /** Represents a StreamStats. */
        class StreamStats {

            /**
             * Constructs a new StreamStats.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.StreamStats.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StreamStats blocks. */
            blocks: (number|Long);

            /** StreamStats bytes. */
            bytes: (number|Long);

            /** StreamStats dropped. */
            dropped: (number|Long);

            /** StreamStats clipped. */
            clipped: (number|Long);

            /** StreamStats items. */
            items: (number|Long);

            /** StreamStats boardTimeUs. */
            boardTimeUs: (number|Long);

            /** StreamStats pauses. */
            pauses: number;

            /**
             * Creates a new StreamStats instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StreamStats instance
             */
            static create(properties: spindrift.v1.StreamStats.$Shape): spindrift.v1.StreamStats & spindrift.v1.StreamStats.$Shape;
            static create(properties?: spindrift.v1.StreamStats.$Properties): spindrift.v1.StreamStats;

            /**
             * Encodes the specified StreamStats message. Does not implicitly {@link spindrift.v1.StreamStats.verify|verify} messages.
             * @param message StreamStats message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.StreamStats.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StreamStats message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.StreamStats & spindrift.v1.StreamStats.$Shape} StreamStats
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.StreamStats & spindrift.v1.StreamStats.$Shape;
        }

        namespace StreamStats {

            /** Properties of a StreamStats. */
            interface $Properties {

                /** StreamStats blocks */
                blocks?: (number|Long|null);

                /** StreamStats bytes */
                bytes?: (number|Long|null);

                /** StreamStats dropped */
                dropped?: (number|Long|null);

                /** StreamStats clipped */
                clipped?: (number|Long|null);

                /** StreamStats items */
                items?: (number|Long|null);

                /** StreamStats boardTimeUs */
                boardTimeUs?: (number|Long|null);

                /** StreamStats pauses */
                pauses?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StreamStats. */
            type $Shape = spindrift.v1.StreamStats.$Properties;
        }

        /**
         * Properties of a SetLogLevel.
         * @deprecated Use spindrift.v1.SetLogLevel.$Properties instead.
         */
        interface ISetLogLevel extends spindrift.v1.SetLogLevel.$Properties {
        }

        /** Represents a SetLogLevel. */
        class SetLogLevel {

            /**
             * Constructs a new SetLogLevel.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.SetLogLevel.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SetLogLevel level. */
            level: spindrift.v1.Severity;

            /**
             * Creates a new SetLogLevel instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SetLogLevel instance
             */
            static create(properties: spindrift.v1.SetLogLevel.$Shape): spindrift.v1.SetLogLevel & spindrift.v1.SetLogLevel.$Shape;
            static create(properties?: spindrift.v1.SetLogLevel.$Properties): spindrift.v1.SetLogLevel;

            /**
             * Encodes the specified SetLogLevel message. Does not implicitly {@link spindrift.v1.SetLogLevel.verify|verify} messages.
             * @param message SetLogLevel message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.SetLogLevel.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetLogLevel message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.SetLogLevel & spindrift.v1.SetLogLevel.$Shape} SetLogLevel
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.SetLogLevel & spindrift.v1.SetLogLevel.$Shape;
        }

        namespace SetLogLevel {

            /** Properties of a SetLogLevel. */
            interface $Properties {

                /** SetLogLevel level */
                level?: (spindrift.v1.Severity|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SetLogLevel. */
            type $Shape = spindrift.v1.SetLogLevel.$Properties;
        }

        /**
         * Properties of a Log.
         * @deprecated Use spindrift.v1.Log.$Properties instead.
         */
        interface ILog extends spindrift.v1.Log.$Properties {
        }

        /** Represents a Log. */
        class Log {

            /**
             * Constructs a new Log.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.Log.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Log level. */
            level: spindrift.v1.Severity;

            /** Log module. */
            module: string;

            /** Log text. */
            text: string;

            /** Log tUs. */
            tUs: (number|Long);

            /** Log dropped. */
            dropped: number;

            /**
             * Creates a new Log instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Log instance
             */
            static create(properties: spindrift.v1.Log.$Shape): spindrift.v1.Log & spindrift.v1.Log.$Shape;
            static create(properties?: spindrift.v1.Log.$Properties): spindrift.v1.Log;

            /**
             * Encodes the specified Log message. Does not implicitly {@link spindrift.v1.Log.verify|verify} messages.
             * @param message Log message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.Log.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Log message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.Log & spindrift.v1.Log.$Shape} Log
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.Log & spindrift.v1.Log.$Shape;
        }

        namespace Log {

            /** Properties of a Log. */
            interface $Properties {

                /** Log level */
                level?: (spindrift.v1.Severity|null);

                /** Log module */
                module?: (string|null);

                /** Log text */
                text?: (string|null);

                /** Log tUs */
                tUs?: (number|Long|null);

                /** Log dropped */
                dropped?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Log. */
            type $Shape = spindrift.v1.Log.$Properties;
        }

        /**
         * Properties of a Fault.
         * @deprecated Use spindrift.v1.Fault.$Properties instead.
         */
        interface IFault extends spindrift.v1.Fault.$Properties {
        }

        /** Represents a Fault. */
        class Fault {

            /**
             * Constructs a new Fault.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.Fault.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Fault code. */
            code: spindrift.v1.FaultCode;

            /** Fault severity. */
            severity: spindrift.v1.Severity;

            /** Fault source. */
            source: string;

            /** Fault value. */
            value: number;

            /** Fault limit. */
            limit: number;

            /** Fault tUs. */
            tUs: (number|Long);

            /**
             * Creates a new Fault instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Fault instance
             */
            static create(properties: spindrift.v1.Fault.$Shape): spindrift.v1.Fault & spindrift.v1.Fault.$Shape;
            static create(properties?: spindrift.v1.Fault.$Properties): spindrift.v1.Fault;

            /**
             * Encodes the specified Fault message. Does not implicitly {@link spindrift.v1.Fault.verify|verify} messages.
             * @param message Fault message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.Fault.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Fault message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.Fault & spindrift.v1.Fault.$Shape} Fault
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.Fault & spindrift.v1.Fault.$Shape;
        }

        namespace Fault {

            /** Properties of a Fault. */
            interface $Properties {

                /** Fault code */
                code?: (spindrift.v1.FaultCode|null);

                /** Fault severity */
                severity?: (spindrift.v1.Severity|null);

                /** Fault source */
                source?: (string|null);

                /** Fault value */
                value?: (number|null);

                /** Fault limit */
                limit?: (number|null);

                /** Fault tUs */
                tUs?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Fault. */
            type $Shape = spindrift.v1.Fault.$Properties;
        }

        /**
         * Properties of a GetCalibration.
         * @deprecated Use spindrift.v1.GetCalibration.$Properties instead.
         */
        interface IGetCalibration extends spindrift.v1.GetCalibration.$Properties {
        }

        /** Represents a GetCalibration. */
        class GetCalibration {

            /**
             * Constructs a new GetCalibration.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.GetCalibration.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetCalibration knownHash. */
            knownHash: number;

            /**
             * Creates a new GetCalibration instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetCalibration instance
             */
            static create(properties: spindrift.v1.GetCalibration.$Shape): spindrift.v1.GetCalibration & spindrift.v1.GetCalibration.$Shape;
            static create(properties?: spindrift.v1.GetCalibration.$Properties): spindrift.v1.GetCalibration;

            /**
             * Encodes the specified GetCalibration message. Does not implicitly {@link spindrift.v1.GetCalibration.verify|verify} messages.
             * @param message GetCalibration message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.GetCalibration.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetCalibration message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.GetCalibration & spindrift.v1.GetCalibration.$Shape} GetCalibration
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.GetCalibration & spindrift.v1.GetCalibration.$Shape;
        }

        namespace GetCalibration {

            /** Properties of a GetCalibration. */
            interface $Properties {

                /** GetCalibration knownHash */
                knownHash?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetCalibration. */
            type $Shape = spindrift.v1.GetCalibration.$Properties;
        }

        /**
         * Properties of a PutCalibration.
         * @deprecated Use spindrift.v1.PutCalibration.$Properties instead.
         */
        interface IPutCalibration extends spindrift.v1.PutCalibration.$Properties {
        }

        /** Represents a PutCalibration. */
        class PutCalibration {

            /**
             * Constructs a new PutCalibration.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.PutCalibration.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PutCalibration size. */
            size: number;

            /** PutCalibration dataCrc32. */
            dataCrc32: number;

            /**
             * Creates a new PutCalibration instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PutCalibration instance
             */
            static create(properties: spindrift.v1.PutCalibration.$Shape): spindrift.v1.PutCalibration & spindrift.v1.PutCalibration.$Shape;
            static create(properties?: spindrift.v1.PutCalibration.$Properties): spindrift.v1.PutCalibration;

            /**
             * Encodes the specified PutCalibration message. Does not implicitly {@link spindrift.v1.PutCalibration.verify|verify} messages.
             * @param message PutCalibration message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.PutCalibration.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PutCalibration message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.PutCalibration & spindrift.v1.PutCalibration.$Shape} PutCalibration
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.PutCalibration & spindrift.v1.PutCalibration.$Shape;
        }

        namespace PutCalibration {

            /** Properties of a PutCalibration. */
            interface $Properties {

                /** PutCalibration size */
                size?: (number|null);

                /** PutCalibration dataCrc32 */
                dataCrc32?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PutCalibration. */
            type $Shape = spindrift.v1.PutCalibration.$Properties;
        }

        /**
         * Properties of a PutCalibrationReply.
         * @deprecated Use spindrift.v1.PutCalibrationReply.$Properties instead.
         */
        interface IPutCalibrationReply extends spindrift.v1.PutCalibrationReply.$Properties {
        }

        /** Represents a PutCalibrationReply. */
        class PutCalibrationReply {

            /**
             * Constructs a new PutCalibrationReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.PutCalibrationReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PutCalibrationReply calibrationHash. */
            calibrationHash: number;

            /**
             * Creates a new PutCalibrationReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PutCalibrationReply instance
             */
            static create(properties: spindrift.v1.PutCalibrationReply.$Shape): spindrift.v1.PutCalibrationReply & spindrift.v1.PutCalibrationReply.$Shape;
            static create(properties?: spindrift.v1.PutCalibrationReply.$Properties): spindrift.v1.PutCalibrationReply;

            /**
             * Encodes the specified PutCalibrationReply message. Does not implicitly {@link spindrift.v1.PutCalibrationReply.verify|verify} messages.
             * @param message PutCalibrationReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.PutCalibrationReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PutCalibrationReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.PutCalibrationReply & spindrift.v1.PutCalibrationReply.$Shape} PutCalibrationReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.PutCalibrationReply & spindrift.v1.PutCalibrationReply.$Shape;
        }

        namespace PutCalibrationReply {

            /** Properties of a PutCalibrationReply. */
            interface $Properties {

                /** PutCalibrationReply calibrationHash */
                calibrationHash?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PutCalibrationReply. */
            type $Shape = spindrift.v1.PutCalibrationReply.$Properties;
        }

        /** CalibrationRoutine enum. */
        enum CalibrationRoutine {

            /** CALIBRATION_ROUTINE_UNSPECIFIED value */
            CALIBRATION_ROUTINE_UNSPECIFIED = 0,

            /** CALIBRATION_ROUTINE_ADC_OFFSET value */
            CALIBRATION_ROUTINE_ADC_OFFSET = 1,

            /** CALIBRATION_ROUTINE_ADC_GAIN value */
            CALIBRATION_ROUTINE_ADC_GAIN = 2,

            /** CALIBRATION_ROUTINE_PULSE_WIDTH value */
            CALIBRATION_ROUTINE_PULSE_WIDTH = 3,

            /** CALIBRATION_ROUTINE_FIELD_ZERO value */
            CALIBRATION_ROUTINE_FIELD_ZERO = 4,

            /** CALIBRATION_ROUTINE_READ_REFERENCE value */
            CALIBRATION_ROUTINE_READ_REFERENCE = 5,

            /** CALIBRATION_ROUTINE_BIAS_TO_HALF value */
            CALIBRATION_ROUTINE_BIAS_TO_HALF = 6
        }

        /**
         * Properties of a Calibrate.
         * @deprecated Use spindrift.v1.Calibrate.$Properties instead.
         */
        interface ICalibrate extends spindrift.v1.Calibrate.$Properties {
        }

        /** Represents a Calibrate. */
        class Calibrate {

            /**
             * Constructs a new Calibrate.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.Calibrate.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Calibrate routine. */
            routine: spindrift.v1.CalibrationRoutine;

            /**
             * Creates a new Calibrate instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Calibrate instance
             */
            static create(properties: spindrift.v1.Calibrate.$Shape): spindrift.v1.Calibrate & spindrift.v1.Calibrate.$Shape;
            static create(properties?: spindrift.v1.Calibrate.$Properties): spindrift.v1.Calibrate;

            /**
             * Encodes the specified Calibrate message. Does not implicitly {@link spindrift.v1.Calibrate.verify|verify} messages.
             * @param message Calibrate message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.Calibrate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Calibrate message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.Calibrate & spindrift.v1.Calibrate.$Shape} Calibrate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.Calibrate & spindrift.v1.Calibrate.$Shape;
        }

        namespace Calibrate {

            /** Properties of a Calibrate. */
            interface $Properties {

                /** Calibrate routine */
                routine?: (spindrift.v1.CalibrationRoutine|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Calibrate. */
            type $Shape = spindrift.v1.Calibrate.$Properties;
        }

        /**
         * Properties of a CalibrationValue.
         * @deprecated Use spindrift.v1.CalibrationValue.$Properties instead.
         */
        interface ICalibrationValue extends spindrift.v1.CalibrationValue.$Properties {
        }

        /** Represents a CalibrationValue. */
        class CalibrationValue {

            /**
             * Constructs a new CalibrationValue.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.CalibrationValue.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CalibrationValue name. */
            name: string;

            /** CalibrationValue value. */
            value: number;

            /** CalibrationValue sigma. */
            sigma: number;

            /** CalibrationValue unit. */
            unit: string;

            /**
             * Creates a new CalibrationValue instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CalibrationValue instance
             */
            static create(properties: spindrift.v1.CalibrationValue.$Shape): spindrift.v1.CalibrationValue & spindrift.v1.CalibrationValue.$Shape;
            static create(properties?: spindrift.v1.CalibrationValue.$Properties): spindrift.v1.CalibrationValue;

            /**
             * Encodes the specified CalibrationValue message. Does not implicitly {@link spindrift.v1.CalibrationValue.verify|verify} messages.
             * @param message CalibrationValue message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.CalibrationValue.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CalibrationValue message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.CalibrationValue & spindrift.v1.CalibrationValue.$Shape} CalibrationValue
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.CalibrationValue & spindrift.v1.CalibrationValue.$Shape;
        }

        namespace CalibrationValue {

            /** Properties of a CalibrationValue. */
            interface $Properties {

                /** CalibrationValue name */
                name?: (string|null);

                /** CalibrationValue value */
                value?: (number|null);

                /** CalibrationValue sigma */
                sigma?: (number|null);

                /** CalibrationValue unit */
                unit?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CalibrationValue. */
            type $Shape = spindrift.v1.CalibrationValue.$Properties;
        }

        /**
         * Properties of a CalibrateReply.
         * @deprecated Use spindrift.v1.CalibrateReply.$Properties instead.
         */
        interface ICalibrateReply extends spindrift.v1.CalibrateReply.$Properties {
        }

        /** Represents a CalibrateReply. */
        class CalibrateReply {

            /**
             * Constructs a new CalibrateReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.CalibrateReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CalibrateReply done. */
            done: number;

            /** CalibrateReply total. */
            total: number;

            /** CalibrateReply values. */
            values: spindrift.v1.CalibrationValue.$Properties[];

            /** CalibrateReply failed. */
            failed: number;

            /** CalibrateReply calibrationHash. */
            calibrationHash: number;

            /** CalibrateReply configHash. */
            configHash: number;

            /**
             * Creates a new CalibrateReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CalibrateReply instance
             */
            static create(properties: spindrift.v1.CalibrateReply.$Shape): spindrift.v1.CalibrateReply & spindrift.v1.CalibrateReply.$Shape;
            static create(properties?: spindrift.v1.CalibrateReply.$Properties): spindrift.v1.CalibrateReply;

            /**
             * Encodes the specified CalibrateReply message. Does not implicitly {@link spindrift.v1.CalibrateReply.verify|verify} messages.
             * @param message CalibrateReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.CalibrateReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CalibrateReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.CalibrateReply & spindrift.v1.CalibrateReply.$Shape} CalibrateReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.CalibrateReply & spindrift.v1.CalibrateReply.$Shape;
        }

        namespace CalibrateReply {

            /** Properties of a CalibrateReply. */
            interface $Properties {

                /** CalibrateReply done */
                done?: (number|null);

                /** CalibrateReply total */
                total?: (number|null);

                /** CalibrateReply values */
                values?: (spindrift.v1.CalibrationValue.$Properties[]|null);

                /** CalibrateReply failed */
                failed?: (number|null);

                /** CalibrateReply calibrationHash */
                calibrationHash?: (number|null);

                /** CalibrateReply configHash */
                configHash?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CalibrateReply. */
            type $Shape = spindrift.v1.CalibrateReply.$Properties;
        }

        /**
         * Properties of a HostToDevice.
         * @deprecated Use spindrift.v1.HostToDevice.$Properties instead.
         */
        interface IHostToDevice extends spindrift.v1.HostToDevice.$Properties {
        }

        /** Represents a HostToDevice. */
        class HostToDevice {

            /**
             * Constructs a new HostToDevice.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.HostToDevice.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HostToDevice id. */
            id: number;

            /** HostToDevice deadlineMs. */
            deadlineMs: number;

            /** HostToDevice configHash. */
            configHash: number;

            /** HostToDevice hello. */
            hello?: (spindrift.v1.Hello.$Properties|null);

            /** HostToDevice heartbeat. */
            heartbeat?: (spindrift.v1.Heartbeat.$Properties|null);

            /** HostToDevice cancel. */
            cancel?: (spindrift.v1.Cancel.$Properties|null);

            /** HostToDevice streamCredit. */
            streamCredit?: (spindrift.v1.StreamCredit.$Properties|null);

            /** HostToDevice streamClose. */
            streamClose?: (spindrift.v1.StreamClose.$Properties|null);

            /** HostToDevice setLogLevel. */
            setLogLevel?: (spindrift.v1.SetLogLevel.$Properties|null);

            /** HostToDevice getIdentity. */
            getIdentity?: (spindrift.v1.GetIdentity.$Properties|null);

            /** HostToDevice getLimits. */
            getLimits?: (spindrift.v1.GetLimits.$Properties|null);

            /** HostToDevice getState. */
            getState?: (spindrift.v1.GetState.$Properties|null);

            /** HostToDevice setConfig. */
            setConfig?: (spindrift.v1.SetConfig.$Properties|null);

            /** HostToDevice arm. */
            arm?: (spindrift.v1.Arm.$Properties|null);

            /** HostToDevice makeSafe. */
            makeSafe?: (spindrift.v1.MakeSafe.$Properties|null);

            /** HostToDevice clearFault. */
            clearFault?: (spindrift.v1.ClearFault.$Properties|null);

            /** HostToDevice openTelemetry. */
            openTelemetry?: (spindrift.v1.OpenTelemetry.$Properties|null);

            /** HostToDevice selfTest. */
            selfTest?: (spindrift.v1.SelfTest.$Properties|null);

            /** HostToDevice reboot. */
            reboot?: (spindrift.v1.Reboot.$Properties|null);

            /** HostToDevice runShots. */
            runShots?: (spindrift.v1.RunShots.$Properties|null);

            /** HostToDevice openShots. */
            openShots?: (spindrift.v1.OpenShots.$Properties|null);

            /** HostToDevice openBits. */
            openBits?: (spindrift.v1.OpenBits.$Properties|null);

            /** HostToDevice openReadMap. */
            openReadMap?: (spindrift.v1.OpenReadMap.$Properties|null);

            /** HostToDevice programTile. */
            programTile?: (spindrift.v1.ProgramTile.$Properties|null);

            /** HostToDevice multiplyVector. */
            multiplyVector?: (spindrift.v1.MultiplyVector.$Properties|null);

            /** HostToDevice openMultiply. */
            openMultiply?: (spindrift.v1.OpenMultiply.$Properties|null);

            /** HostToDevice getCalibration. */
            getCalibration?: (spindrift.v1.GetCalibration.$Properties|null);

            /** HostToDevice putCalibration. */
            putCalibration?: (spindrift.v1.PutCalibration.$Properties|null);

            /** HostToDevice calibrate. */
            calibrate?: (spindrift.v1.Calibrate.$Properties|null);

            /** HostToDevice pinMode. */
            pinMode?: (spindrift.v1.PinMode.$Properties|null);

            /** HostToDevice pinRead. */
            pinRead?: (spindrift.v1.PinRead.$Properties|null);

            /** HostToDevice pinWrite. */
            pinWrite?: (spindrift.v1.PinWrite.$Properties|null);

            /** HostToDevice pwmWrite. */
            pwmWrite?: (spindrift.v1.PwmWrite.$Properties|null);

            /** HostToDevice dacWrite. */
            dacWrite?: (spindrift.v1.DacWrite.$Properties|null);

            /** HostToDevice servoWrite. */
            servoWrite?: (spindrift.v1.ServoWrite.$Properties|null);

            /** HostToDevice watchPin. */
            watchPin?: (spindrift.v1.WatchPin.$Properties|null);

            /** HostToDevice watchAdc. */
            watchAdc?: (spindrift.v1.WatchAdc.$Properties|null);

            /** HostToDevice i2cConfig. */
            i2cConfig?: (spindrift.v1.I2cConfig.$Properties|null);

            /** HostToDevice i2cWrite. */
            i2cWrite?: (spindrift.v1.I2cWrite.$Properties|null);

            /** HostToDevice i2cRead. */
            i2cRead?: (spindrift.v1.I2cRead.$Properties|null);

            /** HostToDevice watchI2c. */
            watchI2c?: (spindrift.v1.WatchI2c.$Properties|null);

            /** HostToDevice body. */
            body?: ("hello"|"heartbeat"|"cancel"|"streamCredit"|"streamClose"|"setLogLevel"|"getIdentity"|"getLimits"|"getState"|"setConfig"|"arm"|"makeSafe"|"clearFault"|"openTelemetry"|"selfTest"|"reboot"|"runShots"|"openShots"|"openBits"|"openReadMap"|"programTile"|"multiplyVector"|"openMultiply"|"getCalibration"|"putCalibration"|"calibrate"|"pinMode"|"pinRead"|"pinWrite"|"pwmWrite"|"dacWrite"|"servoWrite"|"watchPin"|"watchAdc"|"i2cConfig"|"i2cWrite"|"i2cRead"|"watchI2c");

            /**
             * Creates a new HostToDevice instance using the specified properties.
             * @param [properties] Properties to set
             * @returns HostToDevice instance
             */
            static create(properties: spindrift.v1.HostToDevice.$Shape): spindrift.v1.HostToDevice & spindrift.v1.HostToDevice.$Shape;
            static create(properties?: spindrift.v1.HostToDevice.$Properties): spindrift.v1.HostToDevice;

            /**
             * Encodes the specified HostToDevice message. Does not implicitly {@link spindrift.v1.HostToDevice.verify|verify} messages.
             * @param message HostToDevice message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.HostToDevice.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HostToDevice message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.HostToDevice & spindrift.v1.HostToDevice.$Shape} HostToDevice
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.HostToDevice & spindrift.v1.HostToDevice.$Shape;
        }

        namespace HostToDevice {

            /** Properties of a HostToDevice. */
            interface $Properties {

                /** HostToDevice id */
                id?: (number|null);

                /** HostToDevice deadlineMs */
                deadlineMs?: (number|null);

                /** HostToDevice configHash */
                configHash?: (number|null);

                /** HostToDevice hello */
                hello?: (spindrift.v1.Hello.$Properties|null);

                /** HostToDevice heartbeat */
                heartbeat?: (spindrift.v1.Heartbeat.$Properties|null);

                /** HostToDevice cancel */
                cancel?: (spindrift.v1.Cancel.$Properties|null);

                /** HostToDevice streamCredit */
                streamCredit?: (spindrift.v1.StreamCredit.$Properties|null);

                /** HostToDevice streamClose */
                streamClose?: (spindrift.v1.StreamClose.$Properties|null);

                /** HostToDevice setLogLevel */
                setLogLevel?: (spindrift.v1.SetLogLevel.$Properties|null);

                /** HostToDevice getIdentity */
                getIdentity?: (spindrift.v1.GetIdentity.$Properties|null);

                /** HostToDevice getLimits */
                getLimits?: (spindrift.v1.GetLimits.$Properties|null);

                /** HostToDevice getState */
                getState?: (spindrift.v1.GetState.$Properties|null);

                /** HostToDevice setConfig */
                setConfig?: (spindrift.v1.SetConfig.$Properties|null);

                /** HostToDevice arm */
                arm?: (spindrift.v1.Arm.$Properties|null);

                /** HostToDevice makeSafe */
                makeSafe?: (spindrift.v1.MakeSafe.$Properties|null);

                /** HostToDevice clearFault */
                clearFault?: (spindrift.v1.ClearFault.$Properties|null);

                /** HostToDevice openTelemetry */
                openTelemetry?: (spindrift.v1.OpenTelemetry.$Properties|null);

                /** HostToDevice selfTest */
                selfTest?: (spindrift.v1.SelfTest.$Properties|null);

                /** HostToDevice reboot */
                reboot?: (spindrift.v1.Reboot.$Properties|null);

                /** HostToDevice runShots */
                runShots?: (spindrift.v1.RunShots.$Properties|null);

                /** HostToDevice openShots */
                openShots?: (spindrift.v1.OpenShots.$Properties|null);

                /** HostToDevice openBits */
                openBits?: (spindrift.v1.OpenBits.$Properties|null);

                /** HostToDevice openReadMap */
                openReadMap?: (spindrift.v1.OpenReadMap.$Properties|null);

                /** HostToDevice programTile */
                programTile?: (spindrift.v1.ProgramTile.$Properties|null);

                /** HostToDevice multiplyVector */
                multiplyVector?: (spindrift.v1.MultiplyVector.$Properties|null);

                /** HostToDevice openMultiply */
                openMultiply?: (spindrift.v1.OpenMultiply.$Properties|null);

                /** HostToDevice getCalibration */
                getCalibration?: (spindrift.v1.GetCalibration.$Properties|null);

                /** HostToDevice putCalibration */
                putCalibration?: (spindrift.v1.PutCalibration.$Properties|null);

                /** HostToDevice calibrate */
                calibrate?: (spindrift.v1.Calibrate.$Properties|null);

                /** HostToDevice pinMode */
                pinMode?: (spindrift.v1.PinMode.$Properties|null);

                /** HostToDevice pinRead */
                pinRead?: (spindrift.v1.PinRead.$Properties|null);

                /** HostToDevice pinWrite */
                pinWrite?: (spindrift.v1.PinWrite.$Properties|null);

                /** HostToDevice pwmWrite */
                pwmWrite?: (spindrift.v1.PwmWrite.$Properties|null);

                /** HostToDevice dacWrite */
                dacWrite?: (spindrift.v1.DacWrite.$Properties|null);

                /** HostToDevice servoWrite */
                servoWrite?: (spindrift.v1.ServoWrite.$Properties|null);

                /** HostToDevice watchPin */
                watchPin?: (spindrift.v1.WatchPin.$Properties|null);

                /** HostToDevice watchAdc */
                watchAdc?: (spindrift.v1.WatchAdc.$Properties|null);

                /** HostToDevice i2cConfig */
                i2cConfig?: (spindrift.v1.I2cConfig.$Properties|null);

                /** HostToDevice i2cWrite */
                i2cWrite?: (spindrift.v1.I2cWrite.$Properties|null);

                /** HostToDevice i2cRead */
                i2cRead?: (spindrift.v1.I2cRead.$Properties|null);

                /** HostToDevice watchI2c */
                watchI2c?: (spindrift.v1.WatchI2c.$Properties|null);

                /** HostToDevice body */
                body?: ("hello"|"heartbeat"|"cancel"|"streamCredit"|"streamClose"|"setLogLevel"|"getIdentity"|"getLimits"|"getState"|"setConfig"|"arm"|"makeSafe"|"clearFault"|"openTelemetry"|"selfTest"|"reboot"|"runShots"|"openShots"|"openBits"|"openReadMap"|"programTile"|"multiplyVector"|"openMultiply"|"getCalibration"|"putCalibration"|"calibrate"|"pinMode"|"pinRead"|"pinWrite"|"pwmWrite"|"dacWrite"|"servoWrite"|"watchPin"|"watchAdc"|"i2cConfig"|"i2cWrite"|"i2cRead"|"watchI2c");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a HostToDevice. */
            type $Shape = {
              id?: number|null;
              deadlineMs?: number|null;
              configHash?: number|null;
              hello?: spindrift.v1.Hello.$Shape|null;
              heartbeat?: spindrift.v1.Heartbeat.$Shape|null;
              cancel?: spindrift.v1.Cancel.$Shape|null;
              streamCredit?: spindrift.v1.StreamCredit.$Shape|null;
              streamClose?: spindrift.v1.StreamClose.$Shape|null;
              setLogLevel?: spindrift.v1.SetLogLevel.$Shape|null;
              getIdentity?: spindrift.v1.GetIdentity.$Shape|null;
              getLimits?: spindrift.v1.GetLimits.$Shape|null;
              getState?: spindrift.v1.GetState.$Shape|null;
              setConfig?: spindrift.v1.SetConfig.$Shape|null;
              arm?: spindrift.v1.Arm.$Shape|null;
              makeSafe?: spindrift.v1.MakeSafe.$Shape|null;
              clearFault?: spindrift.v1.ClearFault.$Shape|null;
              openTelemetry?: spindrift.v1.OpenTelemetry.$Shape|null;
              selfTest?: spindrift.v1.SelfTest.$Shape|null;
              reboot?: spindrift.v1.Reboot.$Shape|null;
              runShots?: spindrift.v1.RunShots.$Shape|null;
              openShots?: spindrift.v1.OpenShots.$Shape|null;
              openBits?: spindrift.v1.OpenBits.$Shape|null;
              openReadMap?: spindrift.v1.OpenReadMap.$Shape|null;
              programTile?: spindrift.v1.ProgramTile.$Shape|null;
              multiplyVector?: spindrift.v1.MultiplyVector.$Shape|null;
              openMultiply?: spindrift.v1.OpenMultiply.$Shape|null;
              getCalibration?: spindrift.v1.GetCalibration.$Shape|null;
              putCalibration?: spindrift.v1.PutCalibration.$Shape|null;
              calibrate?: spindrift.v1.Calibrate.$Shape|null;
              pinMode?: spindrift.v1.PinMode.$Shape|null;
              pinRead?: spindrift.v1.PinRead.$Shape|null;
              pinWrite?: spindrift.v1.PinWrite.$Shape|null;
              pwmWrite?: spindrift.v1.PwmWrite.$Shape|null;
              dacWrite?: spindrift.v1.DacWrite.$Shape|null;
              servoWrite?: spindrift.v1.ServoWrite.$Shape|null;
              watchPin?: spindrift.v1.WatchPin.$Shape|null;
              watchAdc?: spindrift.v1.WatchAdc.$Shape|null;
              i2cConfig?: spindrift.v1.I2cConfig.$Shape|null;
              i2cWrite?: spindrift.v1.I2cWrite.$Shape|null;
              i2cRead?: spindrift.v1.I2cRead.$Shape|null;
              watchI2c?: spindrift.v1.WatchI2c.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ body?: undefined; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "hello"; hello: spindrift.v1.Hello.$Shape; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "heartbeat"; hello?: null; heartbeat: spindrift.v1.Heartbeat.$Shape; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "cancel"; hello?: null; heartbeat?: null; cancel: spindrift.v1.Cancel.$Shape; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "streamCredit"; hello?: null; heartbeat?: null; cancel?: null; streamCredit: spindrift.v1.StreamCredit.$Shape; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "streamClose"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose: spindrift.v1.StreamClose.$Shape; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "setLogLevel"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel: spindrift.v1.SetLogLevel.$Shape; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "getIdentity"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity: spindrift.v1.GetIdentity.$Shape; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "getLimits"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits: spindrift.v1.GetLimits.$Shape; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "getState"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState: spindrift.v1.GetState.$Shape; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "setConfig"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig: spindrift.v1.SetConfig.$Shape; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "arm"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm: spindrift.v1.Arm.$Shape; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "makeSafe"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe: spindrift.v1.MakeSafe.$Shape; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "clearFault"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault: spindrift.v1.ClearFault.$Shape; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "openTelemetry"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry: spindrift.v1.OpenTelemetry.$Shape; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "selfTest"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest: spindrift.v1.SelfTest.$Shape; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "reboot"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot: spindrift.v1.Reboot.$Shape; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "runShots"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots: spindrift.v1.RunShots.$Shape; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "openShots"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots: spindrift.v1.OpenShots.$Shape; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "openBits"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits: spindrift.v1.OpenBits.$Shape; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "openReadMap"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap: spindrift.v1.OpenReadMap.$Shape; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "programTile"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile: spindrift.v1.ProgramTile.$Shape; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "multiplyVector"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector: spindrift.v1.MultiplyVector.$Shape; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "openMultiply"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply: spindrift.v1.OpenMultiply.$Shape; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "getCalibration"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration: spindrift.v1.GetCalibration.$Shape; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "putCalibration"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration: spindrift.v1.PutCalibration.$Shape; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "calibrate"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate: spindrift.v1.Calibrate.$Shape; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "pinMode"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode: spindrift.v1.PinMode.$Shape; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "pinRead"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead: spindrift.v1.PinRead.$Shape; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "pinWrite"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite: spindrift.v1.PinWrite.$Shape; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "pwmWrite"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite: spindrift.v1.PwmWrite.$Shape; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "dacWrite"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite: spindrift.v1.DacWrite.$Shape; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "servoWrite"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite: spindrift.v1.ServoWrite.$Shape; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "watchPin"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin: spindrift.v1.WatchPin.$Shape; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "watchAdc"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc: spindrift.v1.WatchAdc.$Shape; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "i2cConfig"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig: spindrift.v1.I2cConfig.$Shape; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "i2cWrite"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite: spindrift.v1.I2cWrite.$Shape; i2cRead?: null; watchI2c?: null }|{ body?: "i2cRead"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead: spindrift.v1.I2cRead.$Shape; watchI2c?: null }|{ body?: "watchI2c"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c: spindrift.v1.WatchI2c.$Shape })
            );
        }

        /**
         * Properties of a DeviceToHost.
         * @deprecated Use spindrift.v1.DeviceToHost.$Properties instead.
         */
        interface IDeviceToHost extends spindrift.v1.DeviceToHost.$Properties {
        }

        /** Represents a DeviceToHost. */
        class DeviceToHost {

            /**
             * Constructs a new DeviceToHost.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.DeviceToHost.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DeviceToHost id. */
            id: number;

            /** DeviceToHost status. */
            status: spindrift.v1.Status;

            /** DeviceToHost end. */
            end: boolean;

            /** DeviceToHost detail. */
            detail: string;

            /** DeviceToHost retryAfterMs. */
            retryAfterMs: number;

            /** DeviceToHost bootId. */
            bootId: number;

            /** DeviceToHost helloReply. */
            helloReply?: (spindrift.v1.HelloReply.$Properties|null);

            /** DeviceToHost heartbeat. */
            heartbeat?: (spindrift.v1.Heartbeat.$Properties|null);

            /** DeviceToHost streamOpened. */
            streamOpened?: (spindrift.v1.StreamOpened.$Properties|null);

            /** DeviceToHost streamCredit. */
            streamCredit?: (spindrift.v1.StreamCredit.$Properties|null);

            /** DeviceToHost streamStats. */
            streamStats?: (spindrift.v1.StreamStats.$Properties|null);

            /** DeviceToHost log. */
            log?: (spindrift.v1.Log.$Properties|null);

            /** DeviceToHost fault. */
            fault?: (spindrift.v1.Fault.$Properties|null);

            /** DeviceToHost getIdentityReply. */
            getIdentityReply?: (spindrift.v1.GetIdentityReply.$Properties|null);

            /** DeviceToHost getLimitsReply. */
            getLimitsReply?: (spindrift.v1.GetLimitsReply.$Properties|null);

            /** DeviceToHost getStateReply. */
            getStateReply?: (spindrift.v1.GetStateReply.$Properties|null);

            /** DeviceToHost setConfigReply. */
            setConfigReply?: (spindrift.v1.SetConfigReply.$Properties|null);

            /** DeviceToHost armReply. */
            armReply?: (spindrift.v1.StateReply.$Properties|null);

            /** DeviceToHost makeSafeReply. */
            makeSafeReply?: (spindrift.v1.StateReply.$Properties|null);

            /** DeviceToHost clearFaultReply. */
            clearFaultReply?: (spindrift.v1.StateReply.$Properties|null);

            /** DeviceToHost telemetry. */
            telemetry?: (spindrift.v1.Telemetry.$Properties|null);

            /** DeviceToHost selfTestReply. */
            selfTestReply?: (spindrift.v1.SelfTestReply.$Properties|null);

            /** DeviceToHost rebootReply. */
            rebootReply?: (spindrift.v1.RebootReply.$Properties|null);

            /** DeviceToHost runShotsReply. */
            runShotsReply?: (spindrift.v1.RunShotsReply.$Properties|null);

            /** DeviceToHost programTileReply. */
            programTileReply?: (spindrift.v1.ProgramTileReply.$Properties|null);

            /** DeviceToHost multiplyVectorReply. */
            multiplyVectorReply?: (spindrift.v1.MultiplyVectorReply.$Properties|null);

            /** DeviceToHost putCalibrationReply. */
            putCalibrationReply?: (spindrift.v1.PutCalibrationReply.$Properties|null);

            /** DeviceToHost calibrateReply. */
            calibrateReply?: (spindrift.v1.CalibrateReply.$Properties|null);

            /** DeviceToHost pinModeReply. */
            pinModeReply?: (spindrift.v1.PinReply.$Properties|null);

            /** DeviceToHost pinReadReply. */
            pinReadReply?: (spindrift.v1.PinReply.$Properties|null);

            /** DeviceToHost pinWriteReply. */
            pinWriteReply?: (spindrift.v1.PinReply.$Properties|null);

            /** DeviceToHost pwmWriteReply. */
            pwmWriteReply?: (spindrift.v1.PinReply.$Properties|null);

            /** DeviceToHost dacWriteReply. */
            dacWriteReply?: (spindrift.v1.PinReply.$Properties|null);

            /** DeviceToHost servoWriteReply. */
            servoWriteReply?: (spindrift.v1.PinReply.$Properties|null);

            /** DeviceToHost watchPinReply. */
            watchPinReply?: (spindrift.v1.PinReply.$Properties|null);

            /** DeviceToHost watchAdcReply. */
            watchAdcReply?: (spindrift.v1.PinReply.$Properties|null);

            /** DeviceToHost i2cConfigReply. */
            i2cConfigReply?: (spindrift.v1.I2cReply.$Properties|null);

            /** DeviceToHost i2cWriteReply. */
            i2cWriteReply?: (spindrift.v1.I2cReply.$Properties|null);

            /** DeviceToHost i2cReadReply. */
            i2cReadReply?: (spindrift.v1.I2cReply.$Properties|null);

            /** DeviceToHost watchI2cReply. */
            watchI2cReply?: (spindrift.v1.I2cReply.$Properties|null);

            /** DeviceToHost body. */
            body?: ("helloReply"|"heartbeat"|"streamOpened"|"streamCredit"|"streamStats"|"log"|"fault"|"getIdentityReply"|"getLimitsReply"|"getStateReply"|"setConfigReply"|"armReply"|"makeSafeReply"|"clearFaultReply"|"telemetry"|"selfTestReply"|"rebootReply"|"runShotsReply"|"programTileReply"|"multiplyVectorReply"|"putCalibrationReply"|"calibrateReply"|"pinModeReply"|"pinReadReply"|"pinWriteReply"|"pwmWriteReply"|"dacWriteReply"|"servoWriteReply"|"watchPinReply"|"watchAdcReply"|"i2cConfigReply"|"i2cWriteReply"|"i2cReadReply"|"watchI2cReply");

            /**
             * Creates a new DeviceToHost instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DeviceToHost instance
             */
            static create(properties: spindrift.v1.DeviceToHost.$Shape): spindrift.v1.DeviceToHost & spindrift.v1.DeviceToHost.$Shape;
            static create(properties?: spindrift.v1.DeviceToHost.$Properties): spindrift.v1.DeviceToHost;

            /**
             * Encodes the specified DeviceToHost message. Does not implicitly {@link spindrift.v1.DeviceToHost.verify|verify} messages.
             * @param message DeviceToHost message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.DeviceToHost.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DeviceToHost message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.DeviceToHost & spindrift.v1.DeviceToHost.$Shape} DeviceToHost
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.DeviceToHost & spindrift.v1.DeviceToHost.$Shape;
        }

        namespace DeviceToHost {

            /** Properties of a DeviceToHost. */
            interface $Properties {

                /** DeviceToHost id */
                id?: (number|null);

                /** DeviceToHost status */
                status?: (spindrift.v1.Status|null);

                /** DeviceToHost end */
                end?: (boolean|null);

                /** DeviceToHost detail */
                detail?: (string|null);

                /** DeviceToHost retryAfterMs */
                retryAfterMs?: (number|null);

                /** DeviceToHost bootId */
                bootId?: (number|null);

                /** DeviceToHost helloReply */
                helloReply?: (spindrift.v1.HelloReply.$Properties|null);

                /** DeviceToHost heartbeat */
                heartbeat?: (spindrift.v1.Heartbeat.$Properties|null);

                /** DeviceToHost streamOpened */
                streamOpened?: (spindrift.v1.StreamOpened.$Properties|null);

                /** DeviceToHost streamCredit */
                streamCredit?: (spindrift.v1.StreamCredit.$Properties|null);

                /** DeviceToHost streamStats */
                streamStats?: (spindrift.v1.StreamStats.$Properties|null);

                /** DeviceToHost log */
                log?: (spindrift.v1.Log.$Properties|null);

                /** DeviceToHost fault */
                fault?: (spindrift.v1.Fault.$Properties|null);

                /** DeviceToHost getIdentityReply */
                getIdentityReply?: (spindrift.v1.GetIdentityReply.$Properties|null);

                /** DeviceToHost getLimitsReply */
                getLimitsReply?: (spindrift.v1.GetLimitsReply.$Properties|null);

                /** DeviceToHost getStateReply */
                getStateReply?: (spindrift.v1.GetStateReply.$Properties|null);

                /** DeviceToHost setConfigReply */
                setConfigReply?: (spindrift.v1.SetConfigReply.$Properties|null);

                /** DeviceToHost armReply */
                armReply?: (spindrift.v1.StateReply.$Properties|null);

                /** DeviceToHost makeSafeReply */
                makeSafeReply?: (spindrift.v1.StateReply.$Properties|null);

                /** DeviceToHost clearFaultReply */
                clearFaultReply?: (spindrift.v1.StateReply.$Properties|null);

                /** DeviceToHost telemetry */
                telemetry?: (spindrift.v1.Telemetry.$Properties|null);

                /** DeviceToHost selfTestReply */
                selfTestReply?: (spindrift.v1.SelfTestReply.$Properties|null);

                /** DeviceToHost rebootReply */
                rebootReply?: (spindrift.v1.RebootReply.$Properties|null);

                /** DeviceToHost runShotsReply */
                runShotsReply?: (spindrift.v1.RunShotsReply.$Properties|null);

                /** DeviceToHost programTileReply */
                programTileReply?: (spindrift.v1.ProgramTileReply.$Properties|null);

                /** DeviceToHost multiplyVectorReply */
                multiplyVectorReply?: (spindrift.v1.MultiplyVectorReply.$Properties|null);

                /** DeviceToHost putCalibrationReply */
                putCalibrationReply?: (spindrift.v1.PutCalibrationReply.$Properties|null);

                /** DeviceToHost calibrateReply */
                calibrateReply?: (spindrift.v1.CalibrateReply.$Properties|null);

                /** DeviceToHost pinModeReply */
                pinModeReply?: (spindrift.v1.PinReply.$Properties|null);

                /** DeviceToHost pinReadReply */
                pinReadReply?: (spindrift.v1.PinReply.$Properties|null);

                /** DeviceToHost pinWriteReply */
                pinWriteReply?: (spindrift.v1.PinReply.$Properties|null);

                /** DeviceToHost pwmWriteReply */
                pwmWriteReply?: (spindrift.v1.PinReply.$Properties|null);

                /** DeviceToHost dacWriteReply */
                dacWriteReply?: (spindrift.v1.PinReply.$Properties|null);

                /** DeviceToHost servoWriteReply */
                servoWriteReply?: (spindrift.v1.PinReply.$Properties|null);

                /** DeviceToHost watchPinReply */
                watchPinReply?: (spindrift.v1.PinReply.$Properties|null);

                /** DeviceToHost watchAdcReply */
                watchAdcReply?: (spindrift.v1.PinReply.$Properties|null);

                /** DeviceToHost i2cConfigReply */
                i2cConfigReply?: (spindrift.v1.I2cReply.$Properties|null);

                /** DeviceToHost i2cWriteReply */
                i2cWriteReply?: (spindrift.v1.I2cReply.$Properties|null);

                /** DeviceToHost i2cReadReply */
                i2cReadReply?: (spindrift.v1.I2cReply.$Properties|null);

                /** DeviceToHost watchI2cReply */
                watchI2cReply?: (spindrift.v1.I2cReply.$Properties|null);

                /** DeviceToHost body */
                body?: ("helloReply"|"heartbeat"|"streamOpened"|"streamCredit"|"streamStats"|"log"|"fault"|"getIdentityReply"|"getLimitsReply"|"getStateReply"|"setConfigReply"|"armReply"|"makeSafeReply"|"clearFaultReply"|"telemetry"|"selfTestReply"|"rebootReply"|"runShotsReply"|"programTileReply"|"multiplyVectorReply"|"putCalibrationReply"|"calibrateReply"|"pinModeReply"|"pinReadReply"|"pinWriteReply"|"pwmWriteReply"|"dacWriteReply"|"servoWriteReply"|"watchPinReply"|"watchAdcReply"|"i2cConfigReply"|"i2cWriteReply"|"i2cReadReply"|"watchI2cReply");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a DeviceToHost. */
            type $Shape = {
              id?: number|null;
              status?: spindrift.v1.Status|null;
              end?: boolean|null;
              detail?: string|null;
              retryAfterMs?: number|null;
              bootId?: number|null;
              helloReply?: spindrift.v1.HelloReply.$Shape|null;
              heartbeat?: spindrift.v1.Heartbeat.$Shape|null;
              streamOpened?: spindrift.v1.StreamOpened.$Shape|null;
              streamCredit?: spindrift.v1.StreamCredit.$Shape|null;
              streamStats?: spindrift.v1.StreamStats.$Shape|null;
              log?: spindrift.v1.Log.$Shape|null;
              fault?: spindrift.v1.Fault.$Shape|null;
              getIdentityReply?: spindrift.v1.GetIdentityReply.$Shape|null;
              getLimitsReply?: spindrift.v1.GetLimitsReply.$Shape|null;
              getStateReply?: spindrift.v1.GetStateReply.$Shape|null;
              setConfigReply?: spindrift.v1.SetConfigReply.$Shape|null;
              armReply?: spindrift.v1.StateReply.$Shape|null;
              makeSafeReply?: spindrift.v1.StateReply.$Shape|null;
              clearFaultReply?: spindrift.v1.StateReply.$Shape|null;
              telemetry?: spindrift.v1.Telemetry.$Shape|null;
              selfTestReply?: spindrift.v1.SelfTestReply.$Shape|null;
              rebootReply?: spindrift.v1.RebootReply.$Shape|null;
              runShotsReply?: spindrift.v1.RunShotsReply.$Shape|null;
              programTileReply?: spindrift.v1.ProgramTileReply.$Shape|null;
              multiplyVectorReply?: spindrift.v1.MultiplyVectorReply.$Shape|null;
              putCalibrationReply?: spindrift.v1.PutCalibrationReply.$Shape|null;
              calibrateReply?: spindrift.v1.CalibrateReply.$Shape|null;
              pinModeReply?: spindrift.v1.PinReply.$Shape|null;
              pinReadReply?: spindrift.v1.PinReply.$Shape|null;
              pinWriteReply?: spindrift.v1.PinReply.$Shape|null;
              pwmWriteReply?: spindrift.v1.PinReply.$Shape|null;
              dacWriteReply?: spindrift.v1.PinReply.$Shape|null;
              servoWriteReply?: spindrift.v1.PinReply.$Shape|null;
              watchPinReply?: spindrift.v1.PinReply.$Shape|null;
              watchAdcReply?: spindrift.v1.PinReply.$Shape|null;
              i2cConfigReply?: spindrift.v1.I2cReply.$Shape|null;
              i2cWriteReply?: spindrift.v1.I2cReply.$Shape|null;
              i2cReadReply?: spindrift.v1.I2cReply.$Shape|null;
              watchI2cReply?: spindrift.v1.I2cReply.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ body?: undefined; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "helloReply"; helloReply: spindrift.v1.HelloReply.$Shape; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "heartbeat"; helloReply?: null; heartbeat: spindrift.v1.Heartbeat.$Shape; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "streamOpened"; helloReply?: null; heartbeat?: null; streamOpened: spindrift.v1.StreamOpened.$Shape; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "streamCredit"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit: spindrift.v1.StreamCredit.$Shape; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "streamStats"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats: spindrift.v1.StreamStats.$Shape; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "log"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log: spindrift.v1.Log.$Shape; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "fault"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault: spindrift.v1.Fault.$Shape; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "getIdentityReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply: spindrift.v1.GetIdentityReply.$Shape; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "getLimitsReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply: spindrift.v1.GetLimitsReply.$Shape; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "getStateReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply: spindrift.v1.GetStateReply.$Shape; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "setConfigReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply: spindrift.v1.SetConfigReply.$Shape; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "armReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply: spindrift.v1.StateReply.$Shape; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "makeSafeReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply: spindrift.v1.StateReply.$Shape; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "clearFaultReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply: spindrift.v1.StateReply.$Shape; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "telemetry"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry: spindrift.v1.Telemetry.$Shape; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "selfTestReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply: spindrift.v1.SelfTestReply.$Shape; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "rebootReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply: spindrift.v1.RebootReply.$Shape; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "runShotsReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply: spindrift.v1.RunShotsReply.$Shape; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "programTileReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply: spindrift.v1.ProgramTileReply.$Shape; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "multiplyVectorReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply: spindrift.v1.MultiplyVectorReply.$Shape; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "putCalibrationReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply: spindrift.v1.PutCalibrationReply.$Shape; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "calibrateReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply: spindrift.v1.CalibrateReply.$Shape; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "pinModeReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply: spindrift.v1.PinReply.$Shape; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "pinReadReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply: spindrift.v1.PinReply.$Shape; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "pinWriteReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply: spindrift.v1.PinReply.$Shape; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "pwmWriteReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply: spindrift.v1.PinReply.$Shape; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "dacWriteReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply: spindrift.v1.PinReply.$Shape; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "servoWriteReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply: spindrift.v1.PinReply.$Shape; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "watchPinReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply: spindrift.v1.PinReply.$Shape; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "watchAdcReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply: spindrift.v1.PinReply.$Shape; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "i2cConfigReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply: spindrift.v1.I2cReply.$Shape; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "i2cWriteReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply: spindrift.v1.I2cReply.$Shape; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "i2cReadReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply: spindrift.v1.I2cReply.$Shape; watchI2cReply?: null }|{ body?: "watchI2cReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply: spindrift.v1.I2cReply.$Shape })
            );
        }

        /** PinFunction enum. */
        enum PinFunction {

            /** PIN_FUNCTION_UNSPECIFIED value */
            PIN_FUNCTION_UNSPECIFIED = 0,

            /** PIN_FUNCTION_INPUT value */
            PIN_FUNCTION_INPUT = 1,

            /** PIN_FUNCTION_INPUT_PULLUP value */
            PIN_FUNCTION_INPUT_PULLUP = 2,

            /** PIN_FUNCTION_OUTPUT value */
            PIN_FUNCTION_OUTPUT = 3,

            /** PIN_FUNCTION_ANALOG value */
            PIN_FUNCTION_ANALOG = 4,

            /** PIN_FUNCTION_PWM value */
            PIN_FUNCTION_PWM = 5,

            /** PIN_FUNCTION_DAC value */
            PIN_FUNCTION_DAC = 6,

            /** PIN_FUNCTION_SERVO value */
            PIN_FUNCTION_SERVO = 7
        }

        /**
         * Properties of a PinMode.
         * @deprecated Use spindrift.v1.PinMode.$Properties instead.
         */
        interface IPinMode extends spindrift.v1.PinMode.$Properties {
        }

        /** Represents a PinMode. */
        class PinMode {

            /**
             * Constructs a new PinMode.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.PinMode.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PinMode pin. */
            pin: number;

            /** PinMode function. */
            function: spindrift.v1.PinFunction;

            /**
             * Creates a new PinMode instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PinMode instance
             */
            static create(properties: spindrift.v1.PinMode.$Shape): spindrift.v1.PinMode & spindrift.v1.PinMode.$Shape;
            static create(properties?: spindrift.v1.PinMode.$Properties): spindrift.v1.PinMode;

            /**
             * Encodes the specified PinMode message. Does not implicitly {@link spindrift.v1.PinMode.verify|verify} messages.
             * @param message PinMode message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.PinMode.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PinMode message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.PinMode & spindrift.v1.PinMode.$Shape} PinMode
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.PinMode & spindrift.v1.PinMode.$Shape;
        }

        namespace PinMode {

            /** Properties of a PinMode. */
            interface $Properties {

                /** PinMode pin */
                pin?: (number|null);

                /** PinMode function */
                "function"?: (spindrift.v1.PinFunction|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PinMode. */
            type $Shape = spindrift.v1.PinMode.$Properties;
        }

        /**
         * Properties of a PinRead.
         * @deprecated Use spindrift.v1.PinRead.$Properties instead.
         */
        interface IPinRead extends spindrift.v1.PinRead.$Properties {
        }

        /** Represents a PinRead. */
        class PinRead {

            /**
             * Constructs a new PinRead.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.PinRead.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PinRead pin. */
            pin: number;

            /**
             * Creates a new PinRead instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PinRead instance
             */
            static create(properties: spindrift.v1.PinRead.$Shape): spindrift.v1.PinRead & spindrift.v1.PinRead.$Shape;
            static create(properties?: spindrift.v1.PinRead.$Properties): spindrift.v1.PinRead;

            /**
             * Encodes the specified PinRead message. Does not implicitly {@link spindrift.v1.PinRead.verify|verify} messages.
             * @param message PinRead message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.PinRead.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PinRead message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.PinRead & spindrift.v1.PinRead.$Shape} PinRead
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.PinRead & spindrift.v1.PinRead.$Shape;
        }

        namespace PinRead {

            /** Properties of a PinRead. */
            interface $Properties {

                /** PinRead pin */
                pin?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PinRead. */
            type $Shape = spindrift.v1.PinRead.$Properties;
        }

        /**
         * Properties of a PinWrite.
         * @deprecated Use spindrift.v1.PinWrite.$Properties instead.
         */
        interface IPinWrite extends spindrift.v1.PinWrite.$Properties {
        }

        /** Represents a PinWrite. */
        class PinWrite {

            /**
             * Constructs a new PinWrite.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.PinWrite.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PinWrite pin. */
            pin: number;

            /** PinWrite high. */
            high: boolean;

            /**
             * Creates a new PinWrite instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PinWrite instance
             */
            static create(properties: spindrift.v1.PinWrite.$Shape): spindrift.v1.PinWrite & spindrift.v1.PinWrite.$Shape;
            static create(properties?: spindrift.v1.PinWrite.$Properties): spindrift.v1.PinWrite;

            /**
             * Encodes the specified PinWrite message. Does not implicitly {@link spindrift.v1.PinWrite.verify|verify} messages.
             * @param message PinWrite message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.PinWrite.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PinWrite message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.PinWrite & spindrift.v1.PinWrite.$Shape} PinWrite
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.PinWrite & spindrift.v1.PinWrite.$Shape;
        }

        namespace PinWrite {

            /** Properties of a PinWrite. */
            interface $Properties {

                /** PinWrite pin */
                pin?: (number|null);

                /** PinWrite high */
                high?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PinWrite. */
            type $Shape = spindrift.v1.PinWrite.$Properties;
        }

        /**
         * Properties of a PwmWrite.
         * @deprecated Use spindrift.v1.PwmWrite.$Properties instead.
         */
        interface IPwmWrite extends spindrift.v1.PwmWrite.$Properties {
        }

        /** Represents a PwmWrite. */
        class PwmWrite {

            /**
             * Constructs a new PwmWrite.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.PwmWrite.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PwmWrite pin. */
            pin: number;

            /** PwmWrite dutyPpm. */
            dutyPpm: number;

            /** PwmWrite periodNs. */
            periodNs: number;

            /**
             * Creates a new PwmWrite instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PwmWrite instance
             */
            static create(properties: spindrift.v1.PwmWrite.$Shape): spindrift.v1.PwmWrite & spindrift.v1.PwmWrite.$Shape;
            static create(properties?: spindrift.v1.PwmWrite.$Properties): spindrift.v1.PwmWrite;

            /**
             * Encodes the specified PwmWrite message. Does not implicitly {@link spindrift.v1.PwmWrite.verify|verify} messages.
             * @param message PwmWrite message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.PwmWrite.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PwmWrite message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.PwmWrite & spindrift.v1.PwmWrite.$Shape} PwmWrite
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.PwmWrite & spindrift.v1.PwmWrite.$Shape;
        }

        namespace PwmWrite {

            /** Properties of a PwmWrite. */
            interface $Properties {

                /** PwmWrite pin */
                pin?: (number|null);

                /** PwmWrite dutyPpm */
                dutyPpm?: (number|null);

                /** PwmWrite periodNs */
                periodNs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PwmWrite. */
            type $Shape = spindrift.v1.PwmWrite.$Properties;
        }

        /**
         * Properties of a DacWrite.
         * @deprecated Use spindrift.v1.DacWrite.$Properties instead.
         */
        interface IDacWrite extends spindrift.v1.DacWrite.$Properties {
        }

        /** Represents a DacWrite. */
        class DacWrite {

            /**
             * Constructs a new DacWrite.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.DacWrite.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DacWrite pin. */
            pin: number;

            /** DacWrite levelUv. */
            levelUv: number;

            /**
             * Creates a new DacWrite instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DacWrite instance
             */
            static create(properties: spindrift.v1.DacWrite.$Shape): spindrift.v1.DacWrite & spindrift.v1.DacWrite.$Shape;
            static create(properties?: spindrift.v1.DacWrite.$Properties): spindrift.v1.DacWrite;

            /**
             * Encodes the specified DacWrite message. Does not implicitly {@link spindrift.v1.DacWrite.verify|verify} messages.
             * @param message DacWrite message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.DacWrite.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DacWrite message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.DacWrite & spindrift.v1.DacWrite.$Shape} DacWrite
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.DacWrite & spindrift.v1.DacWrite.$Shape;
        }

        namespace DacWrite {

            /** Properties of a DacWrite. */
            interface $Properties {

                /** DacWrite pin */
                pin?: (number|null);

                /** DacWrite levelUv */
                levelUv?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DacWrite. */
            type $Shape = spindrift.v1.DacWrite.$Properties;
        }

        /**
         * Properties of a ServoWrite.
         * @deprecated Use spindrift.v1.ServoWrite.$Properties instead.
         */
        interface IServoWrite extends spindrift.v1.ServoWrite.$Properties {
        }

        /** Represents a ServoWrite. */
        class ServoWrite {

            /**
             * Constructs a new ServoWrite.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.ServoWrite.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ServoWrite pin. */
            pin: number;

            /** ServoWrite pulseUs. */
            pulseUs: number;

            /**
             * Creates a new ServoWrite instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ServoWrite instance
             */
            static create(properties: spindrift.v1.ServoWrite.$Shape): spindrift.v1.ServoWrite & spindrift.v1.ServoWrite.$Shape;
            static create(properties?: spindrift.v1.ServoWrite.$Properties): spindrift.v1.ServoWrite;

            /**
             * Encodes the specified ServoWrite message. Does not implicitly {@link spindrift.v1.ServoWrite.verify|verify} messages.
             * @param message ServoWrite message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.ServoWrite.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ServoWrite message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.ServoWrite & spindrift.v1.ServoWrite.$Shape} ServoWrite
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.ServoWrite & spindrift.v1.ServoWrite.$Shape;
        }

        namespace ServoWrite {

            /** Properties of a ServoWrite. */
            interface $Properties {

                /** ServoWrite pin */
                pin?: (number|null);

                /** ServoWrite pulseUs */
                pulseUs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ServoWrite. */
            type $Shape = spindrift.v1.ServoWrite.$Properties;
        }

        /**
         * Properties of a PinReply.
         * @deprecated Use spindrift.v1.PinReply.$Properties instead.
         */
        interface IPinReply extends spindrift.v1.PinReply.$Properties {
        }

        /** Represents a PinReply. */
        class PinReply {

            /**
             * Constructs a new PinReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.PinReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PinReply pin. */
            pin: number;

            /** PinReply value. */
            value: number;

            /** PinReply seq. */
            seq: number;

            /** PinReply tUs. */
            tUs: (number|Long);

            /**
             * Creates a new PinReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PinReply instance
             */
            static create(properties: spindrift.v1.PinReply.$Shape): spindrift.v1.PinReply & spindrift.v1.PinReply.$Shape;
            static create(properties?: spindrift.v1.PinReply.$Properties): spindrift.v1.PinReply;

            /**
             * Encodes the specified PinReply message. Does not implicitly {@link spindrift.v1.PinReply.verify|verify} messages.
             * @param message PinReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.PinReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PinReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.PinReply & spindrift.v1.PinReply.$Shape} PinReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.PinReply & spindrift.v1.PinReply.$Shape;
        }

        namespace PinReply {

            /** Properties of a PinReply. */
            interface $Properties {

                /** PinReply pin */
                pin?: (number|null);

                /** PinReply value */
                value?: (number|null);

                /** PinReply seq */
                seq?: (number|null);

                /** PinReply tUs */
                tUs?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PinReply. */
            type $Shape = spindrift.v1.PinReply.$Properties;
        }

        /**
         * Properties of a WatchPin.
         * @deprecated Use spindrift.v1.WatchPin.$Properties instead.
         */
        interface IWatchPin extends spindrift.v1.WatchPin.$Properties {
        }

        /** Represents a WatchPin. */
        class WatchPin {

            /**
             * Constructs a new WatchPin.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.WatchPin.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WatchPin pin. */
            pin: number;

            /** WatchPin debounceUs. */
            debounceUs: number;

            /**
             * Creates a new WatchPin instance using the specified properties.
             * @param [properties] Properties to set
             * @returns WatchPin instance
             */
            static create(properties: spindrift.v1.WatchPin.$Shape): spindrift.v1.WatchPin & spindrift.v1.WatchPin.$Shape;
            static create(properties?: spindrift.v1.WatchPin.$Properties): spindrift.v1.WatchPin;

            /**
             * Encodes the specified WatchPin message. Does not implicitly {@link spindrift.v1.WatchPin.verify|verify} messages.
             * @param message WatchPin message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.WatchPin.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WatchPin message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.WatchPin & spindrift.v1.WatchPin.$Shape} WatchPin
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.WatchPin & spindrift.v1.WatchPin.$Shape;
        }

        namespace WatchPin {

            /** Properties of a WatchPin. */
            interface $Properties {

                /** WatchPin pin */
                pin?: (number|null);

                /** WatchPin debounceUs */
                debounceUs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WatchPin. */
            type $Shape = spindrift.v1.WatchPin.$Properties;
        }

        /**
         * Properties of a WatchAdc.
         * @deprecated Use spindrift.v1.WatchAdc.$Properties instead.
         */
        interface IWatchAdc extends spindrift.v1.WatchAdc.$Properties {
        }

        /** Represents a WatchAdc. */
        class WatchAdc {

            /**
             * Constructs a new WatchAdc.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.WatchAdc.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WatchAdc pin. */
            pin: number;

            /** WatchAdc periodMs. */
            periodMs: number;

            /**
             * Creates a new WatchAdc instance using the specified properties.
             * @param [properties] Properties to set
             * @returns WatchAdc instance
             */
            static create(properties: spindrift.v1.WatchAdc.$Shape): spindrift.v1.WatchAdc & spindrift.v1.WatchAdc.$Shape;
            static create(properties?: spindrift.v1.WatchAdc.$Properties): spindrift.v1.WatchAdc;

            /**
             * Encodes the specified WatchAdc message. Does not implicitly {@link spindrift.v1.WatchAdc.verify|verify} messages.
             * @param message WatchAdc message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.WatchAdc.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WatchAdc message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.WatchAdc & spindrift.v1.WatchAdc.$Shape} WatchAdc
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.WatchAdc & spindrift.v1.WatchAdc.$Shape;
        }

        namespace WatchAdc {

            /** Properties of a WatchAdc. */
            interface $Properties {

                /** WatchAdc pin */
                pin?: (number|null);

                /** WatchAdc periodMs */
                periodMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WatchAdc. */
            type $Shape = spindrift.v1.WatchAdc.$Properties;
        }

        /**
         * Properties of a I2cConfig.
         * @deprecated Use spindrift.v1.I2cConfig.$Properties instead.
         */
        interface II2cConfig extends spindrift.v1.I2cConfig.$Properties {
        }

        /** Represents a I2cConfig. */
        class I2cConfig {

            /**
             * Constructs a new I2cConfig.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.I2cConfig.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** I2cConfig clockHz. */
            clockHz: number;

            /**
             * Creates a new I2cConfig instance using the specified properties.
             * @param [properties] Properties to set
             * @returns I2cConfig instance
             */
            static create(properties: spindrift.v1.I2cConfig.$Shape): spindrift.v1.I2cConfig & spindrift.v1.I2cConfig.$Shape;
            static create(properties?: spindrift.v1.I2cConfig.$Properties): spindrift.v1.I2cConfig;

            /**
             * Encodes the specified I2cConfig message. Does not implicitly {@link spindrift.v1.I2cConfig.verify|verify} messages.
             * @param message I2cConfig message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.I2cConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a I2cConfig message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.I2cConfig & spindrift.v1.I2cConfig.$Shape} I2cConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.I2cConfig & spindrift.v1.I2cConfig.$Shape;
        }

        namespace I2cConfig {

            /** Properties of a I2cConfig. */
            interface $Properties {

                /** I2cConfig clockHz */
                clockHz?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a I2cConfig. */
            type $Shape = spindrift.v1.I2cConfig.$Properties;
        }

        /**
         * Properties of a I2cWrite.
         * @deprecated Use spindrift.v1.I2cWrite.$Properties instead.
         */
        interface II2cWrite extends spindrift.v1.I2cWrite.$Properties {
        }

        /** Represents a I2cWrite. */
        class I2cWrite {

            /**
             * Constructs a new I2cWrite.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.I2cWrite.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** I2cWrite address. */
            address: number;

            /** I2cWrite data. */
            data: Uint8Array;

            /**
             * Creates a new I2cWrite instance using the specified properties.
             * @param [properties] Properties to set
             * @returns I2cWrite instance
             */
            static create(properties: spindrift.v1.I2cWrite.$Shape): spindrift.v1.I2cWrite & spindrift.v1.I2cWrite.$Shape;
            static create(properties?: spindrift.v1.I2cWrite.$Properties): spindrift.v1.I2cWrite;

            /**
             * Encodes the specified I2cWrite message. Does not implicitly {@link spindrift.v1.I2cWrite.verify|verify} messages.
             * @param message I2cWrite message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.I2cWrite.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a I2cWrite message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.I2cWrite & spindrift.v1.I2cWrite.$Shape} I2cWrite
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.I2cWrite & spindrift.v1.I2cWrite.$Shape;
        }

        namespace I2cWrite {

            /** Properties of a I2cWrite. */
            interface $Properties {

                /** I2cWrite address */
                address?: (number|null);

                /** I2cWrite data */
                data?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a I2cWrite. */
            type $Shape = spindrift.v1.I2cWrite.$Properties;
        }

        /**
         * Properties of a I2cRead.
         * @deprecated Use spindrift.v1.I2cRead.$Properties instead.
         */
        interface II2cRead extends spindrift.v1.I2cRead.$Properties {
        }

        /** Represents a I2cRead. */
        class I2cRead {

            /**
             * Constructs a new I2cRead.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.I2cRead.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** I2cRead address. */
            address: number;

            /** I2cRead prefix. */
            prefix: Uint8Array;

            /** I2cRead count. */
            count: number;

            /**
             * Creates a new I2cRead instance using the specified properties.
             * @param [properties] Properties to set
             * @returns I2cRead instance
             */
            static create(properties: spindrift.v1.I2cRead.$Shape): spindrift.v1.I2cRead & spindrift.v1.I2cRead.$Shape;
            static create(properties?: spindrift.v1.I2cRead.$Properties): spindrift.v1.I2cRead;

            /**
             * Encodes the specified I2cRead message. Does not implicitly {@link spindrift.v1.I2cRead.verify|verify} messages.
             * @param message I2cRead message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.I2cRead.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a I2cRead message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.I2cRead & spindrift.v1.I2cRead.$Shape} I2cRead
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.I2cRead & spindrift.v1.I2cRead.$Shape;
        }

        namespace I2cRead {

            /** Properties of a I2cRead. */
            interface $Properties {

                /** I2cRead address */
                address?: (number|null);

                /** I2cRead prefix */
                prefix?: (Uint8Array|null);

                /** I2cRead count */
                count?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a I2cRead. */
            type $Shape = spindrift.v1.I2cRead.$Properties;
        }

        /**
         * Properties of a WatchI2c.
         * @deprecated Use spindrift.v1.WatchI2c.$Properties instead.
         */
        interface IWatchI2c extends spindrift.v1.WatchI2c.$Properties {
        }

        /** Represents a WatchI2c. */
        class WatchI2c {

            /**
             * Constructs a new WatchI2c.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.WatchI2c.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WatchI2c read. */
            read?: (spindrift.v1.I2cRead.$Properties|null);

            /** WatchI2c periodMs. */
            periodMs: number;

            /**
             * Creates a new WatchI2c instance using the specified properties.
             * @param [properties] Properties to set
             * @returns WatchI2c instance
             */
            static create(properties: spindrift.v1.WatchI2c.$Shape): spindrift.v1.WatchI2c & spindrift.v1.WatchI2c.$Shape;
            static create(properties?: spindrift.v1.WatchI2c.$Properties): spindrift.v1.WatchI2c;

            /**
             * Encodes the specified WatchI2c message. Does not implicitly {@link spindrift.v1.WatchI2c.verify|verify} messages.
             * @param message WatchI2c message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.WatchI2c.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WatchI2c message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.WatchI2c & spindrift.v1.WatchI2c.$Shape} WatchI2c
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.WatchI2c & spindrift.v1.WatchI2c.$Shape;
        }

        namespace WatchI2c {

            /** Properties of a WatchI2c. */
            interface $Properties {

                /** WatchI2c read */
                read?: (spindrift.v1.I2cRead.$Properties|null);

                /** WatchI2c periodMs */
                periodMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WatchI2c. */
            type $Shape = spindrift.v1.WatchI2c.$Properties;
        }

        /**
         * Properties of a I2cReply.
         * @deprecated Use spindrift.v1.I2cReply.$Properties instead.
         */
        interface II2cReply extends spindrift.v1.I2cReply.$Properties {
        }

        /** Represents a I2cReply. */
        class I2cReply {

            /**
             * Constructs a new I2cReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.I2cReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** I2cReply address. */
            address: number;

            /** I2cReply data. */
            data: Uint8Array;

            /** I2cReply seq. */
            seq: number;

            /** I2cReply tUs. */
            tUs: (number|Long);

            /**
             * Creates a new I2cReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns I2cReply instance
             */
            static create(properties: spindrift.v1.I2cReply.$Shape): spindrift.v1.I2cReply & spindrift.v1.I2cReply.$Shape;
            static create(properties?: spindrift.v1.I2cReply.$Properties): spindrift.v1.I2cReply;

            /**
             * Encodes the specified I2cReply message. Does not implicitly {@link spindrift.v1.I2cReply.verify|verify} messages.
             * @param message I2cReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.I2cReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a I2cReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.I2cReply & spindrift.v1.I2cReply.$Shape} I2cReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.I2cReply & spindrift.v1.I2cReply.$Shape;
        }

        namespace I2cReply {

            /** Properties of a I2cReply. */
            interface $Properties {

                /** I2cReply address */
                address?: (number|null);

                /** I2cReply data */
                data?: (Uint8Array|null);

                /** I2cReply seq */
                seq?: (number|null);

                /** I2cReply tUs */
                tUs?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a I2cReply. */
            type $Shape = spindrift.v1.I2cReply.$Properties;
        }

        /** CellFormat enum. */
        enum CellFormat {

            /** CELL_FORMAT_UNSPECIFIED value */
            CELL_FORMAT_UNSPECIFIED = 0,

            /** CELL_FORMAT_CELLS_U8 value */
            CELL_FORMAT_CELLS_U8 = 1
        }

        /** ColumnMode enum. */
        enum ColumnMode {

            /** COLUMN_MODE_UNSPECIFIED value */
            COLUMN_MODE_UNSPECIFIED = 0,

            /** COLUMN_MODE_SINGLE value */
            COLUMN_MODE_SINGLE = 1,

            /** COLUMN_MODE_DIFFERENTIAL value */
            COLUMN_MODE_DIFFERENTIAL = 2
        }

        /** AdcRange enum. */
        enum AdcRange {

            /** ADC_RANGE_UNSPECIFIED value */
            ADC_RANGE_UNSPECIFIED = 0,

            /** ADC_RANGE_MAC value */
            ADC_RANGE_MAC = 1,

            /** ADC_RANGE_CELL value */
            ADC_RANGE_CELL = 2
        }

        /**
         * Properties of a Window.
         * @deprecated Use spindrift.v1.Window.$Properties instead.
         */
        interface IWindow extends spindrift.v1.Window.$Properties {
        }

        /** Represents a Window. */
        class Window {

            /**
             * Constructs a new Window.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.Window.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Window tile. */
            tile: number;

            /** Window rowFirst. */
            rowFirst: number;

            /** Window rows. */
            rows: number;

            /** Window colFirst. */
            colFirst: number;

            /** Window cols. */
            cols: number;

            /**
             * Creates a new Window instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Window instance
             */
            static create(properties: spindrift.v1.Window.$Shape): spindrift.v1.Window & spindrift.v1.Window.$Shape;
            static create(properties?: spindrift.v1.Window.$Properties): spindrift.v1.Window;

            /**
             * Encodes the specified Window message. Does not implicitly {@link spindrift.v1.Window.verify|verify} messages.
             * @param message Window message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.Window.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Window message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.Window & spindrift.v1.Window.$Shape} Window
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.Window & spindrift.v1.Window.$Shape;
        }

        namespace Window {

            /** Properties of a Window. */
            interface $Properties {

                /** Window tile */
                tile?: (number|null);

                /** Window rowFirst */
                rowFirst?: (number|null);

                /** Window rows */
                rows?: (number|null);

                /** Window colFirst */
                colFirst?: (number|null);

                /** Window cols */
                cols?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Window. */
            type $Shape = spindrift.v1.Window.$Properties;
        }

        /**
         * Properties of a ProgramTile.
         * @deprecated Use spindrift.v1.ProgramTile.$Properties instead.
         */
        interface IProgramTile extends spindrift.v1.ProgramTile.$Properties {
        }

        /** Represents a ProgramTile. */
        class ProgramTile {

            /**
             * Constructs a new ProgramTile.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.ProgramTile.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ProgramTile window. */
            window?: (spindrift.v1.Window.$Properties|null);

            /** ProgramTile format. */
            format: spindrift.v1.CellFormat;

            /** ProgramTile verifyPasses. */
            verifyPasses: number;

            /** ProgramTile dataCrc32. */
            dataCrc32: number;

            /**
             * Creates a new ProgramTile instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ProgramTile instance
             */
            static create(properties: spindrift.v1.ProgramTile.$Shape): spindrift.v1.ProgramTile & spindrift.v1.ProgramTile.$Shape;
            static create(properties?: spindrift.v1.ProgramTile.$Properties): spindrift.v1.ProgramTile;

            /**
             * Encodes the specified ProgramTile message. Does not implicitly {@link spindrift.v1.ProgramTile.verify|verify} messages.
             * @param message ProgramTile message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.ProgramTile.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ProgramTile message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.ProgramTile & spindrift.v1.ProgramTile.$Shape} ProgramTile
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.ProgramTile & spindrift.v1.ProgramTile.$Shape;
        }

        namespace ProgramTile {

            /** Properties of a ProgramTile. */
            interface $Properties {

                /** ProgramTile window */
                window?: (spindrift.v1.Window.$Properties|null);

                /** ProgramTile format */
                format?: (spindrift.v1.CellFormat|null);

                /** ProgramTile verifyPasses */
                verifyPasses?: (number|null);

                /** ProgramTile dataCrc32 */
                dataCrc32?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ProgramTile. */
            type $Shape = spindrift.v1.ProgramTile.$Properties;
        }

        /**
         * Properties of a ProgramTileReply.
         * @deprecated Use spindrift.v1.ProgramTileReply.$Properties instead.
         */
        interface IProgramTileReply extends spindrift.v1.ProgramTileReply.$Properties {
        }

        /** Represents a ProgramTileReply. */
        class ProgramTileReply {

            /**
             * Constructs a new ProgramTileReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.ProgramTileReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ProgramTileReply cellsFailed. */
            cellsFailed: number;

            /** ProgramTileReply writeAttempts. */
            writeAttempts: number;

            /** ProgramTileReply boardTimeUs. */
            boardTimeUs: (number|Long);

            /**
             * Creates a new ProgramTileReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ProgramTileReply instance
             */
            static create(properties: spindrift.v1.ProgramTileReply.$Shape): spindrift.v1.ProgramTileReply & spindrift.v1.ProgramTileReply.$Shape;
            static create(properties?: spindrift.v1.ProgramTileReply.$Properties): spindrift.v1.ProgramTileReply;

            /**
             * Encodes the specified ProgramTileReply message. Does not implicitly {@link spindrift.v1.ProgramTileReply.verify|verify} messages.
             * @param message ProgramTileReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.ProgramTileReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ProgramTileReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.ProgramTileReply & spindrift.v1.ProgramTileReply.$Shape} ProgramTileReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.ProgramTileReply & spindrift.v1.ProgramTileReply.$Shape;
        }

        namespace ProgramTileReply {

            /** Properties of a ProgramTileReply. */
            interface $Properties {

                /** ProgramTileReply cellsFailed */
                cellsFailed?: (number|null);

                /** ProgramTileReply writeAttempts */
                writeAttempts?: (number|null);

                /** ProgramTileReply boardTimeUs */
                boardTimeUs?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ProgramTileReply. */
            type $Shape = spindrift.v1.ProgramTileReply.$Properties;
        }

        /**
         * Properties of a MultiplyPlan.
         * @deprecated Use spindrift.v1.MultiplyPlan.$Properties instead.
         */
        interface IMultiplyPlan extends spindrift.v1.MultiplyPlan.$Properties {
        }

        /** Represents a MultiplyPlan. */
        class MultiplyPlan {

            /**
             * Constructs a new MultiplyPlan.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.MultiplyPlan.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MultiplyPlan window. */
            window?: (spindrift.v1.Window.$Properties|null);

            /** MultiplyPlan inputBits. */
            inputBits: number;

            /** MultiplyPlan columnMode. */
            columnMode: spindrift.v1.ColumnMode;

            /** MultiplyPlan repeats. */
            repeats: number;

            /** MultiplyPlan adcRange. */
            adcRange: spindrift.v1.AdcRange;

            /**
             * Creates a new MultiplyPlan instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MultiplyPlan instance
             */
            static create(properties: spindrift.v1.MultiplyPlan.$Shape): spindrift.v1.MultiplyPlan & spindrift.v1.MultiplyPlan.$Shape;
            static create(properties?: spindrift.v1.MultiplyPlan.$Properties): spindrift.v1.MultiplyPlan;

            /**
             * Encodes the specified MultiplyPlan message. Does not implicitly {@link spindrift.v1.MultiplyPlan.verify|verify} messages.
             * @param message MultiplyPlan message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.MultiplyPlan.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MultiplyPlan message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.MultiplyPlan & spindrift.v1.MultiplyPlan.$Shape} MultiplyPlan
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.MultiplyPlan & spindrift.v1.MultiplyPlan.$Shape;
        }

        namespace MultiplyPlan {

            /** Properties of a MultiplyPlan. */
            interface $Properties {

                /** MultiplyPlan window */
                window?: (spindrift.v1.Window.$Properties|null);

                /** MultiplyPlan inputBits */
                inputBits?: (number|null);

                /** MultiplyPlan columnMode */
                columnMode?: (spindrift.v1.ColumnMode|null);

                /** MultiplyPlan repeats */
                repeats?: (number|null);

                /** MultiplyPlan adcRange */
                adcRange?: (spindrift.v1.AdcRange|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MultiplyPlan. */
            type $Shape = spindrift.v1.MultiplyPlan.$Properties;
        }

        /**
         * Properties of a MultiplyVector.
         * @deprecated Use spindrift.v1.MultiplyVector.$Properties instead.
         */
        interface IMultiplyVector extends spindrift.v1.MultiplyVector.$Properties {
        }

        /** Represents a MultiplyVector. */
        class MultiplyVector {

            /**
             * Constructs a new MultiplyVector.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.MultiplyVector.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MultiplyVector plan. */
            plan?: (spindrift.v1.MultiplyPlan.$Properties|null);

            /** MultiplyVector inputs. */
            inputs: Uint8Array;

            /**
             * Creates a new MultiplyVector instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MultiplyVector instance
             */
            static create(properties: spindrift.v1.MultiplyVector.$Shape): spindrift.v1.MultiplyVector & spindrift.v1.MultiplyVector.$Shape;
            static create(properties?: spindrift.v1.MultiplyVector.$Properties): spindrift.v1.MultiplyVector;

            /**
             * Encodes the specified MultiplyVector message. Does not implicitly {@link spindrift.v1.MultiplyVector.verify|verify} messages.
             * @param message MultiplyVector message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.MultiplyVector.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MultiplyVector message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.MultiplyVector & spindrift.v1.MultiplyVector.$Shape} MultiplyVector
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.MultiplyVector & spindrift.v1.MultiplyVector.$Shape;
        }

        namespace MultiplyVector {

            /** Properties of a MultiplyVector. */
            interface $Properties {

                /** MultiplyVector plan */
                plan?: (spindrift.v1.MultiplyPlan.$Properties|null);

                /** MultiplyVector inputs */
                inputs?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MultiplyVector. */
            type $Shape = spindrift.v1.MultiplyVector.$Properties;
        }

        /**
         * Properties of a MultiplyVectorReply.
         * @deprecated Use spindrift.v1.MultiplyVectorReply.$Properties instead.
         */
        interface IMultiplyVectorReply extends spindrift.v1.MultiplyVectorReply.$Properties {
        }

        /** Represents a MultiplyVectorReply. */
        class MultiplyVectorReply {

            /**
             * Constructs a new MultiplyVectorReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.MultiplyVectorReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MultiplyVectorReply results. */
            results: Uint8Array;

            /** MultiplyVectorReply shift. */
            shift: number;

            /** MultiplyVectorReply clipped. */
            clipped: number;

            /** MultiplyVectorReply boardTimeUs. */
            boardTimeUs: number;

            /**
             * Creates a new MultiplyVectorReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MultiplyVectorReply instance
             */
            static create(properties: spindrift.v1.MultiplyVectorReply.$Shape): spindrift.v1.MultiplyVectorReply & spindrift.v1.MultiplyVectorReply.$Shape;
            static create(properties?: spindrift.v1.MultiplyVectorReply.$Properties): spindrift.v1.MultiplyVectorReply;

            /**
             * Encodes the specified MultiplyVectorReply message. Does not implicitly {@link spindrift.v1.MultiplyVectorReply.verify|verify} messages.
             * @param message MultiplyVectorReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.MultiplyVectorReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MultiplyVectorReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.MultiplyVectorReply & spindrift.v1.MultiplyVectorReply.$Shape} MultiplyVectorReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.MultiplyVectorReply & spindrift.v1.MultiplyVectorReply.$Shape;
        }

        namespace MultiplyVectorReply {

            /** Properties of a MultiplyVectorReply. */
            interface $Properties {

                /** MultiplyVectorReply results */
                results?: (Uint8Array|null);

                /** MultiplyVectorReply shift */
                shift?: (number|null);

                /** MultiplyVectorReply clipped */
                clipped?: (number|null);

                /** MultiplyVectorReply boardTimeUs */
                boardTimeUs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MultiplyVectorReply. */
            type $Shape = spindrift.v1.MultiplyVectorReply.$Properties;
        }

        /**
         * Properties of an OpenMultiply.
         * @deprecated Use spindrift.v1.OpenMultiply.$Properties instead.
         */
        interface IOpenMultiply extends spindrift.v1.OpenMultiply.$Properties {
        }

        /** Represents an OpenMultiply. */
        class OpenMultiply {

            /**
             * Constructs a new OpenMultiply.
             * @param [properties] Properties to set
             */
            constructor(properties?: spindrift.v1.OpenMultiply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** OpenMultiply plan. */
            plan?: (spindrift.v1.MultiplyPlan.$Properties|null);

            /** OpenMultiply count. */
            count: number;

            /**
             * Creates a new OpenMultiply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns OpenMultiply instance
             */
            static create(properties: spindrift.v1.OpenMultiply.$Shape): spindrift.v1.OpenMultiply & spindrift.v1.OpenMultiply.$Shape;
            static create(properties?: spindrift.v1.OpenMultiply.$Properties): spindrift.v1.OpenMultiply;

            /**
             * Encodes the specified OpenMultiply message. Does not implicitly {@link spindrift.v1.OpenMultiply.verify|verify} messages.
             * @param message OpenMultiply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: spindrift.v1.OpenMultiply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an OpenMultiply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {spindrift.v1.OpenMultiply & spindrift.v1.OpenMultiply.$Shape} OpenMultiply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): spindrift.v1.OpenMultiply & spindrift.v1.OpenMultiply.$Shape;
        }

        namespace OpenMultiply {

            /** Properties of an OpenMultiply. */
            interface $Properties {

                /** OpenMultiply plan */
                plan?: (spindrift.v1.MultiplyPlan.$Properties|null);

                /** OpenMultiply count */
                count?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an OpenMultiply. */
            type $Shape = spindrift.v1.OpenMultiply.$Properties;
        }
    }
}
