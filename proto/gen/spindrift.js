/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});

export const spindrift = $root.spindrift = (() => {

    /**
     * Namespace spindrift.
     * @exports spindrift
     * @namespace
     */
    const spindrift = {};

    spindrift.v1 = (function() {

        /**
         * Namespace v1.
         * @memberof spindrift
         * @namespace
         */
        const v1 = {};

        /**
         * Initialise enum.
         * @name spindrift.v1.Initialise
         * @enum {number}
         * @property {number} INITIALISE_UNSPECIFIED=0 INITIALISE_UNSPECIFIED value
         * @property {number} INITIALISE_NONE=1 INITIALISE_NONE value
         * @property {number} INITIALISE_P=2 INITIALISE_P value
         * @property {number} INITIALISE_AP=3 INITIALISE_AP value
         */
        v1.Initialise = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "INITIALISE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "INITIALISE_NONE"] = 1;
            values[valuesById[2] = "INITIALISE_P"] = 2;
            values[valuesById[3] = "INITIALISE_AP"] = 3;
            return values;
        })();

        v1.ShotPlan = (function() {

            /**
             * Properties of a ShotPlan.
             * @typedef {Object} spindrift.v1.ShotPlan.$Properties
             * @property {Uint8Array|null} [rowMask] ShotPlan rowMask
             * @property {Uint8Array|null} [colMask] ShotPlan colMask
             * @property {number|null} [shots] ShotPlan shots
             * @property {number|null} [pulsesPerShot] ShotPlan pulsesPerShot
             * @property {spindrift.v1.Initialise|null} [initialise] ShotPlan initialise
             * @property {number|null} [tile] ShotPlan tile
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ShotPlan.
             * @memberof spindrift.v1
             * @interface IShotPlan
             * @augments spindrift.v1.ShotPlan.$Properties
             * @deprecated Use spindrift.v1.ShotPlan.$Properties instead.
             */

            /**
             * Shape of a ShotPlan.
             * @typedef {spindrift.v1.ShotPlan.$Properties} spindrift.v1.ShotPlan.$Shape
             */

            /**
             * Constructs a new ShotPlan.
             * @memberof spindrift.v1
             * @classdesc Represents a ShotPlan.
             * @constructor
             * @param {spindrift.v1.ShotPlan.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ShotPlan = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ShotPlan rowMask.
             * @member {Uint8Array} rowMask
             * @memberof spindrift.v1.ShotPlan
             * @instance
             */
            ShotPlan.prototype.rowMask = $util.newBuffer([]);

            /**
             * ShotPlan colMask.
             * @member {Uint8Array} colMask
             * @memberof spindrift.v1.ShotPlan
             * @instance
             */
            ShotPlan.prototype.colMask = $util.newBuffer([]);

            /**
             * ShotPlan shots.
             * @member {number} shots
             * @memberof spindrift.v1.ShotPlan
             * @instance
             */
            ShotPlan.prototype.shots = 0;

            /**
             * ShotPlan pulsesPerShot.
             * @member {number} pulsesPerShot
             * @memberof spindrift.v1.ShotPlan
             * @instance
             */
            ShotPlan.prototype.pulsesPerShot = 0;

            /**
             * ShotPlan initialise.
             * @member {spindrift.v1.Initialise} initialise
             * @memberof spindrift.v1.ShotPlan
             * @instance
             */
            ShotPlan.prototype.initialise = 0;

            /**
             * ShotPlan tile.
             * @member {number} tile
             * @memberof spindrift.v1.ShotPlan
             * @instance
             */
            ShotPlan.prototype.tile = 0;

            /**
             * Creates a new ShotPlan instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.ShotPlan
             * @static
             * @param {spindrift.v1.ShotPlan.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.ShotPlan} ShotPlan instance
             * @type {{
             *   (properties: spindrift.v1.ShotPlan.$Shape): spindrift.v1.ShotPlan & spindrift.v1.ShotPlan.$Shape;
             *   (properties?: spindrift.v1.ShotPlan.$Properties): spindrift.v1.ShotPlan;
             * }}
             */
            ShotPlan.create = function(properties) {
                return new ShotPlan(properties);
            };

            /**
             * Encodes the specified ShotPlan message. Does not implicitly {@link spindrift.v1.ShotPlan.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.ShotPlan
             * @static
             * @param {spindrift.v1.ShotPlan.$Properties} message ShotPlan message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ShotPlan.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.rowMask != null && $Object.hasOwnProperty.call(message, "rowMask") && message.rowMask.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.rowMask);
                if (message.colMask != null && $Object.hasOwnProperty.call(message, "colMask") && message.colMask.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.colMask);
                if (message.shots != null && $Object.hasOwnProperty.call(message, "shots") && message.shots !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.shots);
                if (message.pulsesPerShot != null && $Object.hasOwnProperty.call(message, "pulsesPerShot") && message.pulsesPerShot !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.pulsesPerShot);
                if (message.initialise != null && $Object.hasOwnProperty.call(message, "initialise") && message.initialise !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).int32(message.initialise);
                if (message.tile != null && $Object.hasOwnProperty.call(message, "tile") && message.tile !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.tile);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ShotPlan message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.ShotPlan
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.ShotPlan & spindrift.v1.ShotPlan.$Shape} ShotPlan
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ShotPlan.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.ShotPlan();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.rowMask = value;
                            else
                                delete message.rowMask;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.colMask = value;
                            else
                                delete message.colMask;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.shots = value;
                            else
                                delete message.shots;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.pulsesPerShot = value;
                            else
                                delete message.pulsesPerShot;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.initialise = value;
                            else
                                delete message.initialise;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.tile = value;
                            else
                                delete message.tile;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ShotPlan;
        })();

        v1.RunShots = (function() {

            /**
             * Properties of a RunShots.
             * @typedef {Object} spindrift.v1.RunShots.$Properties
             * @property {spindrift.v1.ShotPlan.$Properties|null} [plan] RunShots plan
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RunShots.
             * @memberof spindrift.v1
             * @interface IRunShots
             * @augments spindrift.v1.RunShots.$Properties
             * @deprecated Use spindrift.v1.RunShots.$Properties instead.
             */

            /**
             * Shape of a RunShots.
             * @typedef {spindrift.v1.RunShots.$Properties} spindrift.v1.RunShots.$Shape
             */

            /**
             * Constructs a new RunShots.
             * @memberof spindrift.v1
             * @classdesc Represents a RunShots.
             * @constructor
             * @param {spindrift.v1.RunShots.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RunShots = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RunShots plan.
             * @member {spindrift.v1.ShotPlan.$Properties|null|undefined} plan
             * @memberof spindrift.v1.RunShots
             * @instance
             */
            RunShots.prototype.plan = null;

            /**
             * Creates a new RunShots instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.RunShots
             * @static
             * @param {spindrift.v1.RunShots.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.RunShots} RunShots instance
             * @type {{
             *   (properties: spindrift.v1.RunShots.$Shape): spindrift.v1.RunShots & spindrift.v1.RunShots.$Shape;
             *   (properties?: spindrift.v1.RunShots.$Properties): spindrift.v1.RunShots;
             * }}
             */
            RunShots.create = function(properties) {
                return new RunShots(properties);
            };

            /**
             * Encodes the specified RunShots message. Does not implicitly {@link spindrift.v1.RunShots.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.RunShots
             * @static
             * @param {spindrift.v1.RunShots.$Properties} message RunShots message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RunShots.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.plan != null && $Object.hasOwnProperty.call(message, "plan"))
                    $root.spindrift.v1.ShotPlan.encode(message.plan, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RunShots message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.RunShots
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.RunShots & spindrift.v1.RunShots.$Shape} RunShots
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RunShots.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.RunShots();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.plan = $root.spindrift.v1.ShotPlan.decode(reader, reader.size(), $undefined, _depth + 1, message.plan);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RunShots;
        })();

        v1.RunShotsReply = (function() {

            /**
             * Properties of a RunShotsReply.
             * @typedef {Object} spindrift.v1.RunShotsReply.$Properties
             * @property {Uint8Array|null} [outcomes] RunShotsReply outcomes
             * @property {number|null} [count] RunShotsReply count
             * @property {number|null} [ones] RunShotsReply ones
             * @property {number|null} [boardTimeUs] RunShotsReply boardTimeUs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RunShotsReply.
             * @memberof spindrift.v1
             * @interface IRunShotsReply
             * @augments spindrift.v1.RunShotsReply.$Properties
             * @deprecated Use spindrift.v1.RunShotsReply.$Properties instead.
             */

            /**
             * Shape of a RunShotsReply.
             * @typedef {spindrift.v1.RunShotsReply.$Properties} spindrift.v1.RunShotsReply.$Shape
             */

            /**
             * Constructs a new RunShotsReply.
             * @memberof spindrift.v1
             * @classdesc Represents a RunShotsReply.
             * @constructor
             * @param {spindrift.v1.RunShotsReply.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RunShotsReply = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RunShotsReply outcomes.
             * @member {Uint8Array} outcomes
             * @memberof spindrift.v1.RunShotsReply
             * @instance
             */
            RunShotsReply.prototype.outcomes = $util.newBuffer([]);

            /**
             * RunShotsReply count.
             * @member {number} count
             * @memberof spindrift.v1.RunShotsReply
             * @instance
             */
            RunShotsReply.prototype.count = 0;

            /**
             * RunShotsReply ones.
             * @member {number} ones
             * @memberof spindrift.v1.RunShotsReply
             * @instance
             */
            RunShotsReply.prototype.ones = 0;

            /**
             * RunShotsReply boardTimeUs.
             * @member {number} boardTimeUs
             * @memberof spindrift.v1.RunShotsReply
             * @instance
             */
            RunShotsReply.prototype.boardTimeUs = 0;

            /**
             * Creates a new RunShotsReply instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.RunShotsReply
             * @static
             * @param {spindrift.v1.RunShotsReply.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.RunShotsReply} RunShotsReply instance
             * @type {{
             *   (properties: spindrift.v1.RunShotsReply.$Shape): spindrift.v1.RunShotsReply & spindrift.v1.RunShotsReply.$Shape;
             *   (properties?: spindrift.v1.RunShotsReply.$Properties): spindrift.v1.RunShotsReply;
             * }}
             */
            RunShotsReply.create = function(properties) {
                return new RunShotsReply(properties);
            };

            /**
             * Encodes the specified RunShotsReply message. Does not implicitly {@link spindrift.v1.RunShotsReply.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.RunShotsReply
             * @static
             * @param {spindrift.v1.RunShotsReply.$Properties} message RunShotsReply message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RunShotsReply.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.outcomes != null && $Object.hasOwnProperty.call(message, "outcomes") && message.outcomes.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.outcomes);
                if (message.count != null && $Object.hasOwnProperty.call(message, "count") && message.count !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.count);
                if (message.ones != null && $Object.hasOwnProperty.call(message, "ones") && message.ones !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.ones);
                if (message.boardTimeUs != null && $Object.hasOwnProperty.call(message, "boardTimeUs") && message.boardTimeUs !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.boardTimeUs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RunShotsReply message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.RunShotsReply
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.RunShotsReply & spindrift.v1.RunShotsReply.$Shape} RunShotsReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RunShotsReply.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.RunShotsReply();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.outcomes = value;
                            else
                                delete message.outcomes;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.count = value;
                            else
                                delete message.count;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.ones = value;
                            else
                                delete message.ones;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.boardTimeUs = value;
                            else
                                delete message.boardTimeUs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RunShotsReply;
        })();

        v1.OpenShots = (function() {

            /**
             * Properties of an OpenShots.
             * @typedef {Object} spindrift.v1.OpenShots.$Properties
             * @property {spindrift.v1.ShotPlan.$Properties|null} [plan] OpenShots plan
             * @property {number|null} [blockBytes] OpenShots blockBytes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an OpenShots.
             * @memberof spindrift.v1
             * @interface IOpenShots
             * @augments spindrift.v1.OpenShots.$Properties
             * @deprecated Use spindrift.v1.OpenShots.$Properties instead.
             */

            /**
             * Shape of an OpenShots.
             * @typedef {spindrift.v1.OpenShots.$Properties} spindrift.v1.OpenShots.$Shape
             */

            /**
             * Constructs a new OpenShots.
             * @memberof spindrift.v1
             * @classdesc Represents an OpenShots.
             * @constructor
             * @param {spindrift.v1.OpenShots.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const OpenShots = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * OpenShots plan.
             * @member {spindrift.v1.ShotPlan.$Properties|null|undefined} plan
             * @memberof spindrift.v1.OpenShots
             * @instance
             */
            OpenShots.prototype.plan = null;

            /**
             * OpenShots blockBytes.
             * @member {number} blockBytes
             * @memberof spindrift.v1.OpenShots
             * @instance
             */
            OpenShots.prototype.blockBytes = 0;

            /**
             * Creates a new OpenShots instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.OpenShots
             * @static
             * @param {spindrift.v1.OpenShots.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.OpenShots} OpenShots instance
             * @type {{
             *   (properties: spindrift.v1.OpenShots.$Shape): spindrift.v1.OpenShots & spindrift.v1.OpenShots.$Shape;
             *   (properties?: spindrift.v1.OpenShots.$Properties): spindrift.v1.OpenShots;
             * }}
             */
            OpenShots.create = function(properties) {
                return new OpenShots(properties);
            };

            /**
             * Encodes the specified OpenShots message. Does not implicitly {@link spindrift.v1.OpenShots.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.OpenShots
             * @static
             * @param {spindrift.v1.OpenShots.$Properties} message OpenShots message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            OpenShots.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.plan != null && $Object.hasOwnProperty.call(message, "plan"))
                    $root.spindrift.v1.ShotPlan.encode(message.plan, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.blockBytes != null && $Object.hasOwnProperty.call(message, "blockBytes") && message.blockBytes !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.blockBytes);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an OpenShots message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.OpenShots
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.OpenShots & spindrift.v1.OpenShots.$Shape} OpenShots
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            OpenShots.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.OpenShots();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.plan = $root.spindrift.v1.ShotPlan.decode(reader, reader.size(), $undefined, _depth + 1, message.plan);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.blockBytes = value;
                            else
                                delete message.blockBytes;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return OpenShots;
        })();

        /**
         * BitMode enum.
         * @name spindrift.v1.BitMode
         * @enum {number}
         * @property {number} BIT_MODE_UNSPECIFIED=0 BIT_MODE_UNSPECIFIED value
         * @property {number} BIT_MODE_RAW=1 BIT_MODE_RAW value
         * @property {number} BIT_MODE_VON_NEUMANN=2 BIT_MODE_VON_NEUMANN value
         */
        v1.BitMode = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "BIT_MODE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "BIT_MODE_RAW"] = 1;
            values[valuesById[2] = "BIT_MODE_VON_NEUMANN"] = 2;
            return values;
        })();

        /**
         * Overflow enum.
         * @name spindrift.v1.Overflow
         * @enum {number}
         * @property {number} OVERFLOW_UNSPECIFIED=0 OVERFLOW_UNSPECIFIED value
         * @property {number} OVERFLOW_HOLD=1 OVERFLOW_HOLD value
         * @property {number} OVERFLOW_DROP=2 OVERFLOW_DROP value
         */
        v1.Overflow = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "OVERFLOW_UNSPECIFIED"] = 0;
            values[valuesById[1] = "OVERFLOW_HOLD"] = 1;
            values[valuesById[2] = "OVERFLOW_DROP"] = 2;
            return values;
        })();

        v1.OpenBits = (function() {

            /**
             * Properties of an OpenBits.
             * @typedef {Object} spindrift.v1.OpenBits.$Properties
             * @property {Uint8Array|null} [rowMask] OpenBits rowMask
             * @property {number|null} [xorStages] OpenBits xorStages
             * @property {spindrift.v1.BitMode|null} [mode] OpenBits mode
             * @property {boolean|null} [controller] OpenBits controller
             * @property {number|null} [blockBytes] OpenBits blockBytes
             * @property {number|null} [rateLimit] OpenBits rateLimit
             * @property {number|Long|null} [totalBits] OpenBits totalBits
             * @property {spindrift.v1.Overflow|null} [overflow] OpenBits overflow
             * @property {number|null} [tile] OpenBits tile
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an OpenBits.
             * @memberof spindrift.v1
             * @interface IOpenBits
             * @augments spindrift.v1.OpenBits.$Properties
             * @deprecated Use spindrift.v1.OpenBits.$Properties instead.
             */

            /**
             * Shape of an OpenBits.
             * @typedef {spindrift.v1.OpenBits.$Properties} spindrift.v1.OpenBits.$Shape
             */

            /**
             * Constructs a new OpenBits.
             * @memberof spindrift.v1
             * @classdesc Represents an OpenBits.
             * @constructor
             * @param {spindrift.v1.OpenBits.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const OpenBits = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * OpenBits rowMask.
             * @member {Uint8Array} rowMask
             * @memberof spindrift.v1.OpenBits
             * @instance
             */
            OpenBits.prototype.rowMask = $util.newBuffer([]);

            /**
             * OpenBits xorStages.
             * @member {number} xorStages
             * @memberof spindrift.v1.OpenBits
             * @instance
             */
            OpenBits.prototype.xorStages = 0;

            /**
             * OpenBits mode.
             * @member {spindrift.v1.BitMode} mode
             * @memberof spindrift.v1.OpenBits
             * @instance
             */
            OpenBits.prototype.mode = 0;

            /**
             * OpenBits controller.
             * @member {boolean} controller
             * @memberof spindrift.v1.OpenBits
             * @instance
             */
            OpenBits.prototype.controller = false;

            /**
             * OpenBits blockBytes.
             * @member {number} blockBytes
             * @memberof spindrift.v1.OpenBits
             * @instance
             */
            OpenBits.prototype.blockBytes = 0;

            /**
             * OpenBits rateLimit.
             * @member {number} rateLimit
             * @memberof spindrift.v1.OpenBits
             * @instance
             */
            OpenBits.prototype.rateLimit = 0;

            /**
             * OpenBits totalBits.
             * @member {number|Long} totalBits
             * @memberof spindrift.v1.OpenBits
             * @instance
             */
            OpenBits.prototype.totalBits = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * OpenBits overflow.
             * @member {spindrift.v1.Overflow} overflow
             * @memberof spindrift.v1.OpenBits
             * @instance
             */
            OpenBits.prototype.overflow = 0;

            /**
             * OpenBits tile.
             * @member {number} tile
             * @memberof spindrift.v1.OpenBits
             * @instance
             */
            OpenBits.prototype.tile = 0;

            /**
             * Creates a new OpenBits instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.OpenBits
             * @static
             * @param {spindrift.v1.OpenBits.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.OpenBits} OpenBits instance
             * @type {{
             *   (properties: spindrift.v1.OpenBits.$Shape): spindrift.v1.OpenBits & spindrift.v1.OpenBits.$Shape;
             *   (properties?: spindrift.v1.OpenBits.$Properties): spindrift.v1.OpenBits;
             * }}
             */
            OpenBits.create = function(properties) {
                return new OpenBits(properties);
            };

            /**
             * Encodes the specified OpenBits message. Does not implicitly {@link spindrift.v1.OpenBits.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.OpenBits
             * @static
             * @param {spindrift.v1.OpenBits.$Properties} message OpenBits message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            OpenBits.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.rowMask != null && $Object.hasOwnProperty.call(message, "rowMask") && message.rowMask.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.rowMask);
                if (message.xorStages != null && $Object.hasOwnProperty.call(message, "xorStages") && message.xorStages !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.xorStages);
                if (message.mode != null && $Object.hasOwnProperty.call(message, "mode") && message.mode !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.mode);
                if (message.controller != null && $Object.hasOwnProperty.call(message, "controller") && message.controller !== false)
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.controller);
                if (message.blockBytes != null && $Object.hasOwnProperty.call(message, "blockBytes") && message.blockBytes !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.blockBytes);
                if (message.rateLimit != null && $Object.hasOwnProperty.call(message, "rateLimit") && message.rateLimit !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.rateLimit);
                if (message.totalBits != null && $Object.hasOwnProperty.call(message, "totalBits") && (typeof message.totalBits === "object" ? message.totalBits.low || message.totalBits.high : message.totalBits !== 0))
                    writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.totalBits);
                if (message.overflow != null && $Object.hasOwnProperty.call(message, "overflow") && message.overflow !== 0)
                    writer.uint32(/* id 8, wireType 0 =*/64).int32(message.overflow);
                if (message.tile != null && $Object.hasOwnProperty.call(message, "tile") && message.tile !== 0)
                    writer.uint32(/* id 9, wireType 0 =*/72).uint32(message.tile);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an OpenBits message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.OpenBits
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.OpenBits & spindrift.v1.OpenBits.$Shape} OpenBits
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            OpenBits.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.OpenBits();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.rowMask = value;
                            else
                                delete message.rowMask;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.xorStages = value;
                            else
                                delete message.xorStages;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.mode = value;
                            else
                                delete message.mode;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.controller = value;
                            else
                                delete message.controller;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.blockBytes = value;
                            else
                                delete message.blockBytes;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.rateLimit = value;
                            else
                                delete message.rateLimit;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.totalBits = value;
                            else
                                delete message.totalBits;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.overflow = value;
                            else
                                delete message.overflow;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.tile = value;
                            else
                                delete message.tile;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return OpenBits;
        })();

        /**
         * MapQuantity enum.
         * @name spindrift.v1.MapQuantity
         * @enum {number}
         * @property {number} MAP_QUANTITY_UNSPECIFIED=0 MAP_QUANTITY_UNSPECIFIED value
         * @property {number} MAP_QUANTITY_OHM=1 MAP_QUANTITY_OHM value
         * @property {number} MAP_QUANTITY_CODE=2 MAP_QUANTITY_CODE value
         */
        v1.MapQuantity = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "MAP_QUANTITY_UNSPECIFIED"] = 0;
            values[valuesById[1] = "MAP_QUANTITY_OHM"] = 1;
            values[valuesById[2] = "MAP_QUANTITY_CODE"] = 2;
            return values;
        })();

        v1.OpenReadMap = (function() {

            /**
             * Properties of an OpenReadMap.
             * @typedef {Object} spindrift.v1.OpenReadMap.$Properties
             * @property {Uint8Array|null} [rowMask] OpenReadMap rowMask
             * @property {Uint8Array|null} [colMask] OpenReadMap colMask
             * @property {number|null} [averages] OpenReadMap averages
             * @property {spindrift.v1.MapQuantity|null} [quantity] OpenReadMap quantity
             * @property {number|null} [tile] OpenReadMap tile
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an OpenReadMap.
             * @memberof spindrift.v1
             * @interface IOpenReadMap
             * @augments spindrift.v1.OpenReadMap.$Properties
             * @deprecated Use spindrift.v1.OpenReadMap.$Properties instead.
             */

            /**
             * Shape of an OpenReadMap.
             * @typedef {spindrift.v1.OpenReadMap.$Properties} spindrift.v1.OpenReadMap.$Shape
             */

            /**
             * Constructs a new OpenReadMap.
             * @memberof spindrift.v1
             * @classdesc Represents an OpenReadMap.
             * @constructor
             * @param {spindrift.v1.OpenReadMap.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const OpenReadMap = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * OpenReadMap rowMask.
             * @member {Uint8Array} rowMask
             * @memberof spindrift.v1.OpenReadMap
             * @instance
             */
            OpenReadMap.prototype.rowMask = $util.newBuffer([]);

            /**
             * OpenReadMap colMask.
             * @member {Uint8Array} colMask
             * @memberof spindrift.v1.OpenReadMap
             * @instance
             */
            OpenReadMap.prototype.colMask = $util.newBuffer([]);

            /**
             * OpenReadMap averages.
             * @member {number} averages
             * @memberof spindrift.v1.OpenReadMap
             * @instance
             */
            OpenReadMap.prototype.averages = 0;

            /**
             * OpenReadMap quantity.
             * @member {spindrift.v1.MapQuantity} quantity
             * @memberof spindrift.v1.OpenReadMap
             * @instance
             */
            OpenReadMap.prototype.quantity = 0;

            /**
             * OpenReadMap tile.
             * @member {number} tile
             * @memberof spindrift.v1.OpenReadMap
             * @instance
             */
            OpenReadMap.prototype.tile = 0;

            /**
             * Creates a new OpenReadMap instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.OpenReadMap
             * @static
             * @param {spindrift.v1.OpenReadMap.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.OpenReadMap} OpenReadMap instance
             * @type {{
             *   (properties: spindrift.v1.OpenReadMap.$Shape): spindrift.v1.OpenReadMap & spindrift.v1.OpenReadMap.$Shape;
             *   (properties?: spindrift.v1.OpenReadMap.$Properties): spindrift.v1.OpenReadMap;
             * }}
             */
            OpenReadMap.create = function(properties) {
                return new OpenReadMap(properties);
            };

            /**
             * Encodes the specified OpenReadMap message. Does not implicitly {@link spindrift.v1.OpenReadMap.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.OpenReadMap
             * @static
             * @param {spindrift.v1.OpenReadMap.$Properties} message OpenReadMap message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            OpenReadMap.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.rowMask != null && $Object.hasOwnProperty.call(message, "rowMask") && message.rowMask.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.rowMask);
                if (message.colMask != null && $Object.hasOwnProperty.call(message, "colMask") && message.colMask.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.colMask);
                if (message.averages != null && $Object.hasOwnProperty.call(message, "averages") && message.averages !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.averages);
                if (message.quantity != null && $Object.hasOwnProperty.call(message, "quantity") && message.quantity !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).int32(message.quantity);
                if (message.tile != null && $Object.hasOwnProperty.call(message, "tile") && message.tile !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.tile);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an OpenReadMap message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.OpenReadMap
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.OpenReadMap & spindrift.v1.OpenReadMap.$Shape} OpenReadMap
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            OpenReadMap.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.OpenReadMap();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.rowMask = value;
                            else
                                delete message.rowMask;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.colMask = value;
                            else
                                delete message.colMask;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.averages = value;
                            else
                                delete message.averages;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.quantity = value;
                            else
                                delete message.quantity;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.tile = value;
                            else
                                delete message.tile;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return OpenReadMap;
        })();

        v1.GetIdentity = (function() {

            /**
             * Properties of a GetIdentity.
             * @typedef {Object} spindrift.v1.GetIdentity.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetIdentity.
             * @memberof spindrift.v1
             * @interface IGetIdentity
             * @augments spindrift.v1.GetIdentity.$Properties
             * @deprecated Use spindrift.v1.GetIdentity.$Properties instead.
             */

            /**
             * Shape of a GetIdentity.
             * @typedef {spindrift.v1.GetIdentity.$Properties} spindrift.v1.GetIdentity.$Shape
             */

            /**
             * Constructs a new GetIdentity.
             * @memberof spindrift.v1
             * @classdesc Represents a GetIdentity.
             * @constructor
             * @param {spindrift.v1.GetIdentity.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetIdentity = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Creates a new GetIdentity instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.GetIdentity
             * @static
             * @param {spindrift.v1.GetIdentity.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.GetIdentity} GetIdentity instance
             * @type {{
             *   (properties: spindrift.v1.GetIdentity.$Shape): spindrift.v1.GetIdentity & spindrift.v1.GetIdentity.$Shape;
             *   (properties?: spindrift.v1.GetIdentity.$Properties): spindrift.v1.GetIdentity;
             * }}
             */
            GetIdentity.create = function(properties) {
                return new GetIdentity(properties);
            };

            /**
             * Encodes the specified GetIdentity message. Does not implicitly {@link spindrift.v1.GetIdentity.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.GetIdentity
             * @static
             * @param {spindrift.v1.GetIdentity.$Properties} message GetIdentity message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetIdentity.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetIdentity message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.GetIdentity
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.GetIdentity & spindrift.v1.GetIdentity.$Shape} GetIdentity
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetIdentity.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.GetIdentity();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GetIdentity;
        })();

        v1.GetIdentityReply = (function() {

            /**
             * Properties of a GetIdentityReply.
             * @typedef {Object} spindrift.v1.GetIdentityReply.$Properties
             * @property {spindrift.v1.Identity.$Properties|null} [identity] GetIdentityReply identity
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetIdentityReply.
             * @memberof spindrift.v1
             * @interface IGetIdentityReply
             * @augments spindrift.v1.GetIdentityReply.$Properties
             * @deprecated Use spindrift.v1.GetIdentityReply.$Properties instead.
             */

            /**
             * Shape of a GetIdentityReply.
             * @typedef {spindrift.v1.GetIdentityReply.$Properties} spindrift.v1.GetIdentityReply.$Shape
             */

            /**
             * Constructs a new GetIdentityReply.
             * @memberof spindrift.v1
             * @classdesc Represents a GetIdentityReply.
             * @constructor
             * @param {spindrift.v1.GetIdentityReply.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetIdentityReply = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GetIdentityReply identity.
             * @member {spindrift.v1.Identity.$Properties|null|undefined} identity
             * @memberof spindrift.v1.GetIdentityReply
             * @instance
             */
            GetIdentityReply.prototype.identity = null;

            /**
             * Creates a new GetIdentityReply instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.GetIdentityReply
             * @static
             * @param {spindrift.v1.GetIdentityReply.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.GetIdentityReply} GetIdentityReply instance
             * @type {{
             *   (properties: spindrift.v1.GetIdentityReply.$Shape): spindrift.v1.GetIdentityReply & spindrift.v1.GetIdentityReply.$Shape;
             *   (properties?: spindrift.v1.GetIdentityReply.$Properties): spindrift.v1.GetIdentityReply;
             * }}
             */
            GetIdentityReply.create = function(properties) {
                return new GetIdentityReply(properties);
            };

            /**
             * Encodes the specified GetIdentityReply message. Does not implicitly {@link spindrift.v1.GetIdentityReply.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.GetIdentityReply
             * @static
             * @param {spindrift.v1.GetIdentityReply.$Properties} message GetIdentityReply message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetIdentityReply.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.identity != null && $Object.hasOwnProperty.call(message, "identity"))
                    $root.spindrift.v1.Identity.encode(message.identity, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetIdentityReply message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.GetIdentityReply
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.GetIdentityReply & spindrift.v1.GetIdentityReply.$Shape} GetIdentityReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetIdentityReply.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.GetIdentityReply();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.identity = $root.spindrift.v1.Identity.decode(reader, reader.size(), $undefined, _depth + 1, message.identity);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GetIdentityReply;
        })();

        v1.SignedRange = (function() {

            /**
             * Properties of a SignedRange.
             * @typedef {Object} spindrift.v1.SignedRange.$Properties
             * @property {number|null} [min] SignedRange min
             * @property {number|null} [max] SignedRange max
             * @property {number|null} [step] SignedRange step
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SignedRange.
             * @memberof spindrift.v1
             * @interface ISignedRange
             * @augments spindrift.v1.SignedRange.$Properties
             * @deprecated Use spindrift.v1.SignedRange.$Properties instead.
             */

            /**
             * Shape of a SignedRange.
             * @typedef {spindrift.v1.SignedRange.$Properties} spindrift.v1.SignedRange.$Shape
             */

            /**
             * Constructs a new SignedRange.
             * @memberof spindrift.v1
             * @classdesc Represents a SignedRange.
             * @constructor
             * @param {spindrift.v1.SignedRange.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SignedRange = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SignedRange min.
             * @member {number} min
             * @memberof spindrift.v1.SignedRange
             * @instance
             */
            SignedRange.prototype.min = 0;

            /**
             * SignedRange max.
             * @member {number} max
             * @memberof spindrift.v1.SignedRange
             * @instance
             */
            SignedRange.prototype.max = 0;

            /**
             * SignedRange step.
             * @member {number} step
             * @memberof spindrift.v1.SignedRange
             * @instance
             */
            SignedRange.prototype.step = 0;

            /**
             * Creates a new SignedRange instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.SignedRange
             * @static
             * @param {spindrift.v1.SignedRange.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.SignedRange} SignedRange instance
             * @type {{
             *   (properties: spindrift.v1.SignedRange.$Shape): spindrift.v1.SignedRange & spindrift.v1.SignedRange.$Shape;
             *   (properties?: spindrift.v1.SignedRange.$Properties): spindrift.v1.SignedRange;
             * }}
             */
            SignedRange.create = function(properties) {
                return new SignedRange(properties);
            };

            /**
             * Encodes the specified SignedRange message. Does not implicitly {@link spindrift.v1.SignedRange.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.SignedRange
             * @static
             * @param {spindrift.v1.SignedRange.$Properties} message SignedRange message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SignedRange.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.min != null && $Object.hasOwnProperty.call(message, "min") && message.min !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).sint32(message.min);
                if (message.max != null && $Object.hasOwnProperty.call(message, "max") && message.max !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).sint32(message.max);
                if (message.step != null && $Object.hasOwnProperty.call(message, "step") && message.step !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.step);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SignedRange message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.SignedRange
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.SignedRange & spindrift.v1.SignedRange.$Shape} SignedRange
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SignedRange.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.SignedRange();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.sint32())
                                message.min = value;
                            else
                                delete message.min;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.sint32())
                                message.max = value;
                            else
                                delete message.max;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.step = value;
                            else
                                delete message.step;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SignedRange;
        })();

        v1.UnsignedRange = (function() {

            /**
             * Properties of an UnsignedRange.
             * @typedef {Object} spindrift.v1.UnsignedRange.$Properties
             * @property {number|null} [min] UnsignedRange min
             * @property {number|null} [max] UnsignedRange max
             * @property {number|null} [step] UnsignedRange step
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an UnsignedRange.
             * @memberof spindrift.v1
             * @interface IUnsignedRange
             * @augments spindrift.v1.UnsignedRange.$Properties
             * @deprecated Use spindrift.v1.UnsignedRange.$Properties instead.
             */

            /**
             * Shape of an UnsignedRange.
             * @typedef {spindrift.v1.UnsignedRange.$Properties} spindrift.v1.UnsignedRange.$Shape
             */

            /**
             * Constructs a new UnsignedRange.
             * @memberof spindrift.v1
             * @classdesc Represents an UnsignedRange.
             * @constructor
             * @param {spindrift.v1.UnsignedRange.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const UnsignedRange = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * UnsignedRange min.
             * @member {number} min
             * @memberof spindrift.v1.UnsignedRange
             * @instance
             */
            UnsignedRange.prototype.min = 0;

            /**
             * UnsignedRange max.
             * @member {number} max
             * @memberof spindrift.v1.UnsignedRange
             * @instance
             */
            UnsignedRange.prototype.max = 0;

            /**
             * UnsignedRange step.
             * @member {number} step
             * @memberof spindrift.v1.UnsignedRange
             * @instance
             */
            UnsignedRange.prototype.step = 0;

            /**
             * Creates a new UnsignedRange instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.UnsignedRange
             * @static
             * @param {spindrift.v1.UnsignedRange.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.UnsignedRange} UnsignedRange instance
             * @type {{
             *   (properties: spindrift.v1.UnsignedRange.$Shape): spindrift.v1.UnsignedRange & spindrift.v1.UnsignedRange.$Shape;
             *   (properties?: spindrift.v1.UnsignedRange.$Properties): spindrift.v1.UnsignedRange;
             * }}
             */
            UnsignedRange.create = function(properties) {
                return new UnsignedRange(properties);
            };

            /**
             * Encodes the specified UnsignedRange message. Does not implicitly {@link spindrift.v1.UnsignedRange.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.UnsignedRange
             * @static
             * @param {spindrift.v1.UnsignedRange.$Properties} message UnsignedRange message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            UnsignedRange.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.min != null && $Object.hasOwnProperty.call(message, "min") && message.min !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.min);
                if (message.max != null && $Object.hasOwnProperty.call(message, "max") && message.max !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.max);
                if (message.step != null && $Object.hasOwnProperty.call(message, "step") && message.step !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.step);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an UnsignedRange message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.UnsignedRange
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.UnsignedRange & spindrift.v1.UnsignedRange.$Shape} UnsignedRange
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            UnsignedRange.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.UnsignedRange();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.min = value;
                            else
                                delete message.min;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.max = value;
                            else
                                delete message.max;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.step = value;
                            else
                                delete message.step;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return UnsignedRange;
        })();

        v1.PulseLimit = (function() {

            /**
             * Properties of a PulseLimit.
             * @typedef {Object} spindrift.v1.PulseLimit.$Properties
             * @property {number|null} [widthPs] PulseLimit widthPs
             * @property {number|null} [amplitudeUv] PulseLimit amplitudeUv
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PulseLimit.
             * @memberof spindrift.v1
             * @interface IPulseLimit
             * @augments spindrift.v1.PulseLimit.$Properties
             * @deprecated Use spindrift.v1.PulseLimit.$Properties instead.
             */

            /**
             * Shape of a PulseLimit.
             * @typedef {spindrift.v1.PulseLimit.$Properties} spindrift.v1.PulseLimit.$Shape
             */

            /**
             * Constructs a new PulseLimit.
             * @memberof spindrift.v1
             * @classdesc Represents a PulseLimit.
             * @constructor
             * @param {spindrift.v1.PulseLimit.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PulseLimit = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PulseLimit widthPs.
             * @member {number} widthPs
             * @memberof spindrift.v1.PulseLimit
             * @instance
             */
            PulseLimit.prototype.widthPs = 0;

            /**
             * PulseLimit amplitudeUv.
             * @member {number} amplitudeUv
             * @memberof spindrift.v1.PulseLimit
             * @instance
             */
            PulseLimit.prototype.amplitudeUv = 0;

            /**
             * Creates a new PulseLimit instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.PulseLimit
             * @static
             * @param {spindrift.v1.PulseLimit.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.PulseLimit} PulseLimit instance
             * @type {{
             *   (properties: spindrift.v1.PulseLimit.$Shape): spindrift.v1.PulseLimit & spindrift.v1.PulseLimit.$Shape;
             *   (properties?: spindrift.v1.PulseLimit.$Properties): spindrift.v1.PulseLimit;
             * }}
             */
            PulseLimit.create = function(properties) {
                return new PulseLimit(properties);
            };

            /**
             * Encodes the specified PulseLimit message. Does not implicitly {@link spindrift.v1.PulseLimit.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.PulseLimit
             * @static
             * @param {spindrift.v1.PulseLimit.$Properties} message PulseLimit message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PulseLimit.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.widthPs != null && $Object.hasOwnProperty.call(message, "widthPs") && message.widthPs !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.widthPs);
                if (message.amplitudeUv != null && $Object.hasOwnProperty.call(message, "amplitudeUv") && message.amplitudeUv !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.amplitudeUv);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PulseLimit message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.PulseLimit
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.PulseLimit & spindrift.v1.PulseLimit.$Shape} PulseLimit
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PulseLimit.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.PulseLimit();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.widthPs = value;
                            else
                                delete message.widthPs;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.amplitudeUv = value;
                            else
                                delete message.amplitudeUv;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PulseLimit;
        })();

        v1.GetLimits = (function() {

            /**
             * Properties of a GetLimits.
             * @typedef {Object} spindrift.v1.GetLimits.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetLimits.
             * @memberof spindrift.v1
             * @interface IGetLimits
             * @augments spindrift.v1.GetLimits.$Properties
             * @deprecated Use spindrift.v1.GetLimits.$Properties instead.
             */

            /**
             * Shape of a GetLimits.
             * @typedef {spindrift.v1.GetLimits.$Properties} spindrift.v1.GetLimits.$Shape
             */

            /**
             * Constructs a new GetLimits.
             * @memberof spindrift.v1
             * @classdesc Represents a GetLimits.
             * @constructor
             * @param {spindrift.v1.GetLimits.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetLimits = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Creates a new GetLimits instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.GetLimits
             * @static
             * @param {spindrift.v1.GetLimits.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.GetLimits} GetLimits instance
             * @type {{
             *   (properties: spindrift.v1.GetLimits.$Shape): spindrift.v1.GetLimits & spindrift.v1.GetLimits.$Shape;
             *   (properties?: spindrift.v1.GetLimits.$Properties): spindrift.v1.GetLimits;
             * }}
             */
            GetLimits.create = function(properties) {
                return new GetLimits(properties);
            };

            /**
             * Encodes the specified GetLimits message. Does not implicitly {@link spindrift.v1.GetLimits.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.GetLimits
             * @static
             * @param {spindrift.v1.GetLimits.$Properties} message GetLimits message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetLimits.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetLimits message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.GetLimits
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.GetLimits & spindrift.v1.GetLimits.$Shape} GetLimits
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetLimits.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.GetLimits();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GetLimits;
        })();

        v1.GetLimitsReply = (function() {

            /**
             * Properties of a GetLimitsReply.
             * @typedef {Object} spindrift.v1.GetLimitsReply.$Properties
             * @property {spindrift.v1.UnsignedRange.$Properties|null} [amplitudeUv] GetLimitsReply amplitudeUv
             * @property {boolean|null} [bipolar] GetLimitsReply bipolar
             * @property {spindrift.v1.UnsignedRange.$Properties|null} [widthPs] GetLimitsReply widthPs
             * @property {Array.<spindrift.v1.PulseLimit.$Properties>|null} [pulseLimits] GetLimitsReply pulseLimits
             * @property {spindrift.v1.SignedRange.$Properties|null} [biasUv] GetLimitsReply biasUv
             * @property {spindrift.v1.UnsignedRange.$Properties|null} [readUv] GetLimitsReply readUv
             * @property {spindrift.v1.UnsignedRange.$Properties|null} [readNs] GetLimitsReply readNs
             * @property {spindrift.v1.UnsignedRange.$Properties|null} [settleNs] GetLimitsReply settleNs
             * @property {spindrift.v1.SignedRange.$Properties|null} [fieldUt] GetLimitsReply fieldUt
             * @property {number|null} [maxShots] GetLimitsReply maxShots
             * @property {number|null} [maxPulsesPerShot] GetLimitsReply maxPulsesPerShot
             * @property {number|null} [maxPulsesPerSecond] GetLimitsReply maxPulsesPerSecond
             * @property {number|null} [maxDutyPpm] GetLimitsReply maxDutyPpm
             * @property {number|null} [maxInputBits] GetLimitsReply maxInputBits
             * @property {number|null} [maxRepeats] GetLimitsReply maxRepeats
             * @property {number|null} [maxVerifyPasses] GetLimitsReply maxVerifyPasses
             * @property {number|null} [maxBlockBytes] GetLimitsReply maxBlockBytes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetLimitsReply.
             * @memberof spindrift.v1
             * @interface IGetLimitsReply
             * @augments spindrift.v1.GetLimitsReply.$Properties
             * @deprecated Use spindrift.v1.GetLimitsReply.$Properties instead.
             */

            /**
             * Shape of a GetLimitsReply.
             * @typedef {spindrift.v1.GetLimitsReply.$Properties} spindrift.v1.GetLimitsReply.$Shape
             */

            /**
             * Constructs a new GetLimitsReply.
             * @memberof spindrift.v1
             * @classdesc Represents a GetLimitsReply.
             * @constructor
             * @param {spindrift.v1.GetLimitsReply.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetLimitsReply = function (properties) {
                this.pulseLimits = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GetLimitsReply amplitudeUv.
             * @member {spindrift.v1.UnsignedRange.$Properties|null|undefined} amplitudeUv
             * @memberof spindrift.v1.GetLimitsReply
             * @instance
             */
            GetLimitsReply.prototype.amplitudeUv = null;

            /**
             * GetLimitsReply bipolar.
             * @member {boolean} bipolar
             * @memberof spindrift.v1.GetLimitsReply
             * @instance
             */
            GetLimitsReply.prototype.bipolar = false;

            /**
             * GetLimitsReply widthPs.
             * @member {spindrift.v1.UnsignedRange.$Properties|null|undefined} widthPs
             * @memberof spindrift.v1.GetLimitsReply
             * @instance
             */
            GetLimitsReply.prototype.widthPs = null;

            /**
             * GetLimitsReply pulseLimits.
             * @member {Array.<spindrift.v1.PulseLimit.$Properties>} pulseLimits
             * @memberof spindrift.v1.GetLimitsReply
             * @instance
             */
            GetLimitsReply.prototype.pulseLimits = $util.emptyArray;

            /**
             * GetLimitsReply biasUv.
             * @member {spindrift.v1.SignedRange.$Properties|null|undefined} biasUv
             * @memberof spindrift.v1.GetLimitsReply
             * @instance
             */
            GetLimitsReply.prototype.biasUv = null;

            /**
             * GetLimitsReply readUv.
             * @member {spindrift.v1.UnsignedRange.$Properties|null|undefined} readUv
             * @memberof spindrift.v1.GetLimitsReply
             * @instance
             */
            GetLimitsReply.prototype.readUv = null;

            /**
             * GetLimitsReply readNs.
             * @member {spindrift.v1.UnsignedRange.$Properties|null|undefined} readNs
             * @memberof spindrift.v1.GetLimitsReply
             * @instance
             */
            GetLimitsReply.prototype.readNs = null;

            /**
             * GetLimitsReply settleNs.
             * @member {spindrift.v1.UnsignedRange.$Properties|null|undefined} settleNs
             * @memberof spindrift.v1.GetLimitsReply
             * @instance
             */
            GetLimitsReply.prototype.settleNs = null;

            /**
             * GetLimitsReply fieldUt.
             * @member {spindrift.v1.SignedRange.$Properties|null|undefined} fieldUt
             * @memberof spindrift.v1.GetLimitsReply
             * @instance
             */
            GetLimitsReply.prototype.fieldUt = null;

            /**
             * GetLimitsReply maxShots.
             * @member {number} maxShots
             * @memberof spindrift.v1.GetLimitsReply
             * @instance
             */
            GetLimitsReply.prototype.maxShots = 0;

            /**
             * GetLimitsReply maxPulsesPerShot.
             * @member {number} maxPulsesPerShot
             * @memberof spindrift.v1.GetLimitsReply
             * @instance
             */
            GetLimitsReply.prototype.maxPulsesPerShot = 0;

            /**
             * GetLimitsReply maxPulsesPerSecond.
             * @member {number} maxPulsesPerSecond
             * @memberof spindrift.v1.GetLimitsReply
             * @instance
             */
            GetLimitsReply.prototype.maxPulsesPerSecond = 0;

            /**
             * GetLimitsReply maxDutyPpm.
             * @member {number} maxDutyPpm
             * @memberof spindrift.v1.GetLimitsReply
             * @instance
             */
            GetLimitsReply.prototype.maxDutyPpm = 0;

            /**
             * GetLimitsReply maxInputBits.
             * @member {number} maxInputBits
             * @memberof spindrift.v1.GetLimitsReply
             * @instance
             */
            GetLimitsReply.prototype.maxInputBits = 0;

            /**
             * GetLimitsReply maxRepeats.
             * @member {number} maxRepeats
             * @memberof spindrift.v1.GetLimitsReply
             * @instance
             */
            GetLimitsReply.prototype.maxRepeats = 0;

            /**
             * GetLimitsReply maxVerifyPasses.
             * @member {number} maxVerifyPasses
             * @memberof spindrift.v1.GetLimitsReply
             * @instance
             */
            GetLimitsReply.prototype.maxVerifyPasses = 0;

            /**
             * GetLimitsReply maxBlockBytes.
             * @member {number} maxBlockBytes
             * @memberof spindrift.v1.GetLimitsReply
             * @instance
             */
            GetLimitsReply.prototype.maxBlockBytes = 0;

            /**
             * Creates a new GetLimitsReply instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.GetLimitsReply
             * @static
             * @param {spindrift.v1.GetLimitsReply.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.GetLimitsReply} GetLimitsReply instance
             * @type {{
             *   (properties: spindrift.v1.GetLimitsReply.$Shape): spindrift.v1.GetLimitsReply & spindrift.v1.GetLimitsReply.$Shape;
             *   (properties?: spindrift.v1.GetLimitsReply.$Properties): spindrift.v1.GetLimitsReply;
             * }}
             */
            GetLimitsReply.create = function(properties) {
                return new GetLimitsReply(properties);
            };

            /**
             * Encodes the specified GetLimitsReply message. Does not implicitly {@link spindrift.v1.GetLimitsReply.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.GetLimitsReply
             * @static
             * @param {spindrift.v1.GetLimitsReply.$Properties} message GetLimitsReply message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetLimitsReply.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.amplitudeUv != null && $Object.hasOwnProperty.call(message, "amplitudeUv"))
                    $root.spindrift.v1.UnsignedRange.encode(message.amplitudeUv, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.bipolar != null && $Object.hasOwnProperty.call(message, "bipolar") && message.bipolar !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.bipolar);
                if (message.widthPs != null && $Object.hasOwnProperty.call(message, "widthPs"))
                    $root.spindrift.v1.UnsignedRange.encode(message.widthPs, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.pulseLimits != null && message.pulseLimits.length)
                    for (let i = 0; i < message.pulseLimits.length; ++i)
                        $root.spindrift.v1.PulseLimit.encode(message.pulseLimits[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.biasUv != null && $Object.hasOwnProperty.call(message, "biasUv"))
                    $root.spindrift.v1.SignedRange.encode(message.biasUv, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.readUv != null && $Object.hasOwnProperty.call(message, "readUv"))
                    $root.spindrift.v1.UnsignedRange.encode(message.readUv, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.readNs != null && $Object.hasOwnProperty.call(message, "readNs"))
                    $root.spindrift.v1.UnsignedRange.encode(message.readNs, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.settleNs != null && $Object.hasOwnProperty.call(message, "settleNs"))
                    $root.spindrift.v1.UnsignedRange.encode(message.settleNs, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.fieldUt != null && $Object.hasOwnProperty.call(message, "fieldUt"))
                    $root.spindrift.v1.SignedRange.encode(message.fieldUt, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.maxShots != null && $Object.hasOwnProperty.call(message, "maxShots") && message.maxShots !== 0)
                    writer.uint32(/* id 10, wireType 0 =*/80).uint32(message.maxShots);
                if (message.maxPulsesPerShot != null && $Object.hasOwnProperty.call(message, "maxPulsesPerShot") && message.maxPulsesPerShot !== 0)
                    writer.uint32(/* id 11, wireType 0 =*/88).uint32(message.maxPulsesPerShot);
                if (message.maxPulsesPerSecond != null && $Object.hasOwnProperty.call(message, "maxPulsesPerSecond") && message.maxPulsesPerSecond !== 0)
                    writer.uint32(/* id 12, wireType 0 =*/96).uint32(message.maxPulsesPerSecond);
                if (message.maxDutyPpm != null && $Object.hasOwnProperty.call(message, "maxDutyPpm") && message.maxDutyPpm !== 0)
                    writer.uint32(/* id 13, wireType 0 =*/104).uint32(message.maxDutyPpm);
                if (message.maxInputBits != null && $Object.hasOwnProperty.call(message, "maxInputBits") && message.maxInputBits !== 0)
                    writer.uint32(/* id 14, wireType 0 =*/112).uint32(message.maxInputBits);
                if (message.maxRepeats != null && $Object.hasOwnProperty.call(message, "maxRepeats") && message.maxRepeats !== 0)
                    writer.uint32(/* id 15, wireType 0 =*/120).uint32(message.maxRepeats);
                if (message.maxVerifyPasses != null && $Object.hasOwnProperty.call(message, "maxVerifyPasses") && message.maxVerifyPasses !== 0)
                    writer.uint32(/* id 16, wireType 0 =*/128).uint32(message.maxVerifyPasses);
                if (message.maxBlockBytes != null && $Object.hasOwnProperty.call(message, "maxBlockBytes") && message.maxBlockBytes !== 0)
                    writer.uint32(/* id 17, wireType 0 =*/136).uint32(message.maxBlockBytes);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetLimitsReply message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.GetLimitsReply
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.GetLimitsReply & spindrift.v1.GetLimitsReply.$Shape} GetLimitsReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetLimitsReply.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.GetLimitsReply();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.amplitudeUv = $root.spindrift.v1.UnsignedRange.decode(reader, reader.size(), $undefined, _depth + 1, message.amplitudeUv);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.bipolar = value;
                            else
                                delete message.bipolar;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.widthPs = $root.spindrift.v1.UnsignedRange.decode(reader, reader.size(), $undefined, _depth + 1, message.widthPs);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.pulseLimits && message.pulseLimits.length))
                                message.pulseLimits = [];
                            message.pulseLimits.push($root.spindrift.v1.PulseLimit.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.biasUv = $root.spindrift.v1.SignedRange.decode(reader, reader.size(), $undefined, _depth + 1, message.biasUv);
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.readUv = $root.spindrift.v1.UnsignedRange.decode(reader, reader.size(), $undefined, _depth + 1, message.readUv);
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.readNs = $root.spindrift.v1.UnsignedRange.decode(reader, reader.size(), $undefined, _depth + 1, message.readNs);
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.settleNs = $root.spindrift.v1.UnsignedRange.decode(reader, reader.size(), $undefined, _depth + 1, message.settleNs);
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.fieldUt = $root.spindrift.v1.SignedRange.decode(reader, reader.size(), $undefined, _depth + 1, message.fieldUt);
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.maxShots = value;
                            else
                                delete message.maxShots;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.maxPulsesPerShot = value;
                            else
                                delete message.maxPulsesPerShot;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.maxPulsesPerSecond = value;
                            else
                                delete message.maxPulsesPerSecond;
                            continue;
                        }
                    case 13: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.maxDutyPpm = value;
                            else
                                delete message.maxDutyPpm;
                            continue;
                        }
                    case 14: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.maxInputBits = value;
                            else
                                delete message.maxInputBits;
                            continue;
                        }
                    case 15: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.maxRepeats = value;
                            else
                                delete message.maxRepeats;
                            continue;
                        }
                    case 16: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.maxVerifyPasses = value;
                            else
                                delete message.maxVerifyPasses;
                            continue;
                        }
                    case 17: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.maxBlockBytes = value;
                            else
                                delete message.maxBlockBytes;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GetLimitsReply;
        })();

        v1.DriveConfig = (function() {

            /**
             * Properties of a DriveConfig.
             * @typedef {Object} spindrift.v1.DriveConfig.$Properties
             * @property {number|null} [biasUv] DriveConfig biasUv
             * @property {number|null} [amplitudeUv] DriveConfig amplitudeUv
             * @property {number|null} [widthPs] DriveConfig widthPs
             * @property {number|null} [settleNs] DriveConfig settleNs
             * @property {number|null} [readUv] DriveConfig readUv
             * @property {number|null} [readNs] DriveConfig readNs
             * @property {number|null} [fieldUt] DriveConfig fieldUt
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DriveConfig.
             * @memberof spindrift.v1
             * @interface IDriveConfig
             * @augments spindrift.v1.DriveConfig.$Properties
             * @deprecated Use spindrift.v1.DriveConfig.$Properties instead.
             */

            /**
             * Shape of a DriveConfig.
             * @typedef {spindrift.v1.DriveConfig.$Properties} spindrift.v1.DriveConfig.$Shape
             */

            /**
             * Constructs a new DriveConfig.
             * @memberof spindrift.v1
             * @classdesc Represents a DriveConfig.
             * @constructor
             * @param {spindrift.v1.DriveConfig.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DriveConfig = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * DriveConfig biasUv.
             * @member {number} biasUv
             * @memberof spindrift.v1.DriveConfig
             * @instance
             */
            DriveConfig.prototype.biasUv = 0;

            /**
             * DriveConfig amplitudeUv.
             * @member {number} amplitudeUv
             * @memberof spindrift.v1.DriveConfig
             * @instance
             */
            DriveConfig.prototype.amplitudeUv = 0;

            /**
             * DriveConfig widthPs.
             * @member {number} widthPs
             * @memberof spindrift.v1.DriveConfig
             * @instance
             */
            DriveConfig.prototype.widthPs = 0;

            /**
             * DriveConfig settleNs.
             * @member {number} settleNs
             * @memberof spindrift.v1.DriveConfig
             * @instance
             */
            DriveConfig.prototype.settleNs = 0;

            /**
             * DriveConfig readUv.
             * @member {number} readUv
             * @memberof spindrift.v1.DriveConfig
             * @instance
             */
            DriveConfig.prototype.readUv = 0;

            /**
             * DriveConfig readNs.
             * @member {number} readNs
             * @memberof spindrift.v1.DriveConfig
             * @instance
             */
            DriveConfig.prototype.readNs = 0;

            /**
             * DriveConfig fieldUt.
             * @member {number} fieldUt
             * @memberof spindrift.v1.DriveConfig
             * @instance
             */
            DriveConfig.prototype.fieldUt = 0;

            /**
             * Creates a new DriveConfig instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.DriveConfig
             * @static
             * @param {spindrift.v1.DriveConfig.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.DriveConfig} DriveConfig instance
             * @type {{
             *   (properties: spindrift.v1.DriveConfig.$Shape): spindrift.v1.DriveConfig & spindrift.v1.DriveConfig.$Shape;
             *   (properties?: spindrift.v1.DriveConfig.$Properties): spindrift.v1.DriveConfig;
             * }}
             */
            DriveConfig.create = function(properties) {
                return new DriveConfig(properties);
            };

            /**
             * Encodes the specified DriveConfig message. Does not implicitly {@link spindrift.v1.DriveConfig.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.DriveConfig
             * @static
             * @param {spindrift.v1.DriveConfig.$Properties} message DriveConfig message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DriveConfig.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.biasUv != null && $Object.hasOwnProperty.call(message, "biasUv") && message.biasUv !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).sint32(message.biasUv);
                if (message.amplitudeUv != null && $Object.hasOwnProperty.call(message, "amplitudeUv") && message.amplitudeUv !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).sint32(message.amplitudeUv);
                if (message.widthPs != null && $Object.hasOwnProperty.call(message, "widthPs") && message.widthPs !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.widthPs);
                if (message.settleNs != null && $Object.hasOwnProperty.call(message, "settleNs") && message.settleNs !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.settleNs);
                if (message.readUv != null && $Object.hasOwnProperty.call(message, "readUv") && message.readUv !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.readUv);
                if (message.readNs != null && $Object.hasOwnProperty.call(message, "readNs") && message.readNs !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.readNs);
                if (message.fieldUt != null && $Object.hasOwnProperty.call(message, "fieldUt") && message.fieldUt !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).sint32(message.fieldUt);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a DriveConfig message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.DriveConfig
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.DriveConfig & spindrift.v1.DriveConfig.$Shape} DriveConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DriveConfig.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.DriveConfig();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.sint32())
                                message.biasUv = value;
                            else
                                delete message.biasUv;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.sint32())
                                message.amplitudeUv = value;
                            else
                                delete message.amplitudeUv;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.widthPs = value;
                            else
                                delete message.widthPs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.settleNs = value;
                            else
                                delete message.settleNs;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.readUv = value;
                            else
                                delete message.readUv;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.readNs = value;
                            else
                                delete message.readNs;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.sint32())
                                message.fieldUt = value;
                            else
                                delete message.fieldUt;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return DriveConfig;
        })();

        v1.SetConfig = (function() {

            /**
             * Properties of a SetConfig.
             * @typedef {Object} spindrift.v1.SetConfig.$Properties
             * @property {spindrift.v1.DriveConfig.$Properties|null} [config] SetConfig config
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SetConfig.
             * @memberof spindrift.v1
             * @interface ISetConfig
             * @augments spindrift.v1.SetConfig.$Properties
             * @deprecated Use spindrift.v1.SetConfig.$Properties instead.
             */

            /**
             * Shape of a SetConfig.
             * @typedef {spindrift.v1.SetConfig.$Properties} spindrift.v1.SetConfig.$Shape
             */

            /**
             * Constructs a new SetConfig.
             * @memberof spindrift.v1
             * @classdesc Represents a SetConfig.
             * @constructor
             * @param {spindrift.v1.SetConfig.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SetConfig = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SetConfig config.
             * @member {spindrift.v1.DriveConfig.$Properties|null|undefined} config
             * @memberof spindrift.v1.SetConfig
             * @instance
             */
            SetConfig.prototype.config = null;

            /**
             * Creates a new SetConfig instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.SetConfig
             * @static
             * @param {spindrift.v1.SetConfig.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.SetConfig} SetConfig instance
             * @type {{
             *   (properties: spindrift.v1.SetConfig.$Shape): spindrift.v1.SetConfig & spindrift.v1.SetConfig.$Shape;
             *   (properties?: spindrift.v1.SetConfig.$Properties): spindrift.v1.SetConfig;
             * }}
             */
            SetConfig.create = function(properties) {
                return new SetConfig(properties);
            };

            /**
             * Encodes the specified SetConfig message. Does not implicitly {@link spindrift.v1.SetConfig.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.SetConfig
             * @static
             * @param {spindrift.v1.SetConfig.$Properties} message SetConfig message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SetConfig.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.config != null && $Object.hasOwnProperty.call(message, "config"))
                    $root.spindrift.v1.DriveConfig.encode(message.config, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SetConfig message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.SetConfig
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.SetConfig & spindrift.v1.SetConfig.$Shape} SetConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SetConfig.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.SetConfig();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.config = $root.spindrift.v1.DriveConfig.decode(reader, reader.size(), $undefined, _depth + 1, message.config);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SetConfig;
        })();

        v1.SetConfigReply = (function() {

            /**
             * Properties of a SetConfigReply.
             * @typedef {Object} spindrift.v1.SetConfigReply.$Properties
             * @property {spindrift.v1.DriveConfig.$Properties|null} [actual] SetConfigReply actual
             * @property {number|null} [configHash] SetConfigReply configHash
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SetConfigReply.
             * @memberof spindrift.v1
             * @interface ISetConfigReply
             * @augments spindrift.v1.SetConfigReply.$Properties
             * @deprecated Use spindrift.v1.SetConfigReply.$Properties instead.
             */

            /**
             * Shape of a SetConfigReply.
             * @typedef {spindrift.v1.SetConfigReply.$Properties} spindrift.v1.SetConfigReply.$Shape
             */

            /**
             * Constructs a new SetConfigReply.
             * @memberof spindrift.v1
             * @classdesc Represents a SetConfigReply.
             * @constructor
             * @param {spindrift.v1.SetConfigReply.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SetConfigReply = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SetConfigReply actual.
             * @member {spindrift.v1.DriveConfig.$Properties|null|undefined} actual
             * @memberof spindrift.v1.SetConfigReply
             * @instance
             */
            SetConfigReply.prototype.actual = null;

            /**
             * SetConfigReply configHash.
             * @member {number} configHash
             * @memberof spindrift.v1.SetConfigReply
             * @instance
             */
            SetConfigReply.prototype.configHash = 0;

            /**
             * Creates a new SetConfigReply instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.SetConfigReply
             * @static
             * @param {spindrift.v1.SetConfigReply.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.SetConfigReply} SetConfigReply instance
             * @type {{
             *   (properties: spindrift.v1.SetConfigReply.$Shape): spindrift.v1.SetConfigReply & spindrift.v1.SetConfigReply.$Shape;
             *   (properties?: spindrift.v1.SetConfigReply.$Properties): spindrift.v1.SetConfigReply;
             * }}
             */
            SetConfigReply.create = function(properties) {
                return new SetConfigReply(properties);
            };

            /**
             * Encodes the specified SetConfigReply message. Does not implicitly {@link spindrift.v1.SetConfigReply.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.SetConfigReply
             * @static
             * @param {spindrift.v1.SetConfigReply.$Properties} message SetConfigReply message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SetConfigReply.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.actual != null && $Object.hasOwnProperty.call(message, "actual"))
                    $root.spindrift.v1.DriveConfig.encode(message.actual, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.configHash != null && $Object.hasOwnProperty.call(message, "configHash") && message.configHash !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.configHash);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SetConfigReply message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.SetConfigReply
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.SetConfigReply & spindrift.v1.SetConfigReply.$Shape} SetConfigReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SetConfigReply.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.SetConfigReply();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.actual = $root.spindrift.v1.DriveConfig.decode(reader, reader.size(), $undefined, _depth + 1, message.actual);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.configHash = value;
                            else
                                delete message.configHash;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SetConfigReply;
        })();

        v1.GetState = (function() {

            /**
             * Properties of a GetState.
             * @typedef {Object} spindrift.v1.GetState.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetState.
             * @memberof spindrift.v1
             * @interface IGetState
             * @augments spindrift.v1.GetState.$Properties
             * @deprecated Use spindrift.v1.GetState.$Properties instead.
             */

            /**
             * Shape of a GetState.
             * @typedef {spindrift.v1.GetState.$Properties} spindrift.v1.GetState.$Shape
             */

            /**
             * Constructs a new GetState.
             * @memberof spindrift.v1
             * @classdesc Represents a GetState.
             * @constructor
             * @param {spindrift.v1.GetState.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetState = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Creates a new GetState instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.GetState
             * @static
             * @param {spindrift.v1.GetState.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.GetState} GetState instance
             * @type {{
             *   (properties: spindrift.v1.GetState.$Shape): spindrift.v1.GetState & spindrift.v1.GetState.$Shape;
             *   (properties?: spindrift.v1.GetState.$Properties): spindrift.v1.GetState;
             * }}
             */
            GetState.create = function(properties) {
                return new GetState(properties);
            };

            /**
             * Encodes the specified GetState message. Does not implicitly {@link spindrift.v1.GetState.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.GetState
             * @static
             * @param {spindrift.v1.GetState.$Properties} message GetState message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetState.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetState message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.GetState
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.GetState & spindrift.v1.GetState.$Shape} GetState
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetState.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.GetState();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GetState;
        })();

        v1.GetStateReply = (function() {

            /**
             * Properties of a GetStateReply.
             * @typedef {Object} spindrift.v1.GetStateReply.$Properties
             * @property {spindrift.v1.BoardState|null} [state] GetStateReply state
             * @property {spindrift.v1.FaultCode|null} [fault] GetStateReply fault
             * @property {boolean|null} [interlockClosed] GetStateReply interlockClosed
             * @property {spindrift.v1.DriveConfig.$Properties|null} [config] GetStateReply config
             * @property {number|null} [configHash] GetStateReply configHash
             * @property {number|null} [calibrationHash] GetStateReply calibrationHash
             * @property {number|Long|null} [uptimeUs] GetStateReply uptimeUs
             * @property {number|null} [bootId] GetStateReply bootId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetStateReply.
             * @memberof spindrift.v1
             * @interface IGetStateReply
             * @augments spindrift.v1.GetStateReply.$Properties
             * @deprecated Use spindrift.v1.GetStateReply.$Properties instead.
             */

            /**
             * Shape of a GetStateReply.
             * @typedef {spindrift.v1.GetStateReply.$Properties} spindrift.v1.GetStateReply.$Shape
             */

            /**
             * Constructs a new GetStateReply.
             * @memberof spindrift.v1
             * @classdesc Represents a GetStateReply.
             * @constructor
             * @param {spindrift.v1.GetStateReply.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetStateReply = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GetStateReply state.
             * @member {spindrift.v1.BoardState} state
             * @memberof spindrift.v1.GetStateReply
             * @instance
             */
            GetStateReply.prototype.state = 0;

            /**
             * GetStateReply fault.
             * @member {spindrift.v1.FaultCode} fault
             * @memberof spindrift.v1.GetStateReply
             * @instance
             */
            GetStateReply.prototype.fault = 0;

            /**
             * GetStateReply interlockClosed.
             * @member {boolean} interlockClosed
             * @memberof spindrift.v1.GetStateReply
             * @instance
             */
            GetStateReply.prototype.interlockClosed = false;

            /**
             * GetStateReply config.
             * @member {spindrift.v1.DriveConfig.$Properties|null|undefined} config
             * @memberof spindrift.v1.GetStateReply
             * @instance
             */
            GetStateReply.prototype.config = null;

            /**
             * GetStateReply configHash.
             * @member {number} configHash
             * @memberof spindrift.v1.GetStateReply
             * @instance
             */
            GetStateReply.prototype.configHash = 0;

            /**
             * GetStateReply calibrationHash.
             * @member {number} calibrationHash
             * @memberof spindrift.v1.GetStateReply
             * @instance
             */
            GetStateReply.prototype.calibrationHash = 0;

            /**
             * GetStateReply uptimeUs.
             * @member {number|Long} uptimeUs
             * @memberof spindrift.v1.GetStateReply
             * @instance
             */
            GetStateReply.prototype.uptimeUs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * GetStateReply bootId.
             * @member {number} bootId
             * @memberof spindrift.v1.GetStateReply
             * @instance
             */
            GetStateReply.prototype.bootId = 0;

            /**
             * Creates a new GetStateReply instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.GetStateReply
             * @static
             * @param {spindrift.v1.GetStateReply.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.GetStateReply} GetStateReply instance
             * @type {{
             *   (properties: spindrift.v1.GetStateReply.$Shape): spindrift.v1.GetStateReply & spindrift.v1.GetStateReply.$Shape;
             *   (properties?: spindrift.v1.GetStateReply.$Properties): spindrift.v1.GetStateReply;
             * }}
             */
            GetStateReply.create = function(properties) {
                return new GetStateReply(properties);
            };

            /**
             * Encodes the specified GetStateReply message. Does not implicitly {@link spindrift.v1.GetStateReply.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.GetStateReply
             * @static
             * @param {spindrift.v1.GetStateReply.$Properties} message GetStateReply message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetStateReply.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.state);
                if (message.fault != null && $Object.hasOwnProperty.call(message, "fault") && message.fault !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.fault);
                if (message.interlockClosed != null && $Object.hasOwnProperty.call(message, "interlockClosed") && message.interlockClosed !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.interlockClosed);
                if (message.config != null && $Object.hasOwnProperty.call(message, "config"))
                    $root.spindrift.v1.DriveConfig.encode(message.config, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.configHash != null && $Object.hasOwnProperty.call(message, "configHash") && message.configHash !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.configHash);
                if (message.calibrationHash != null && $Object.hasOwnProperty.call(message, "calibrationHash") && message.calibrationHash !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.calibrationHash);
                if (message.uptimeUs != null && $Object.hasOwnProperty.call(message, "uptimeUs") && (typeof message.uptimeUs === "object" ? message.uptimeUs.low || message.uptimeUs.high : message.uptimeUs !== 0))
                    writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.uptimeUs);
                if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId") && message.bootId !== 0)
                    writer.uint32(/* id 8, wireType 0 =*/64).uint32(message.bootId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetStateReply message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.GetStateReply
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.GetStateReply & spindrift.v1.GetStateReply.$Shape} GetStateReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetStateReply.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.GetStateReply();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.state = value;
                            else
                                delete message.state;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.fault = value;
                            else
                                delete message.fault;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.interlockClosed = value;
                            else
                                delete message.interlockClosed;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.config = $root.spindrift.v1.DriveConfig.decode(reader, reader.size(), $undefined, _depth + 1, message.config);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.configHash = value;
                            else
                                delete message.configHash;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.calibrationHash = value;
                            else
                                delete message.calibrationHash;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.uptimeUs = value;
                            else
                                delete message.uptimeUs;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.bootId = value;
                            else
                                delete message.bootId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GetStateReply;
        })();

        v1.Arm = (function() {

            /**
             * Properties of an Arm.
             * @typedef {Object} spindrift.v1.Arm.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Arm.
             * @memberof spindrift.v1
             * @interface IArm
             * @augments spindrift.v1.Arm.$Properties
             * @deprecated Use spindrift.v1.Arm.$Properties instead.
             */

            /**
             * Shape of an Arm.
             * @typedef {spindrift.v1.Arm.$Properties} spindrift.v1.Arm.$Shape
             */

            /**
             * Constructs a new Arm.
             * @memberof spindrift.v1
             * @classdesc Represents an Arm.
             * @constructor
             * @param {spindrift.v1.Arm.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Arm = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Creates a new Arm instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.Arm
             * @static
             * @param {spindrift.v1.Arm.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.Arm} Arm instance
             * @type {{
             *   (properties: spindrift.v1.Arm.$Shape): spindrift.v1.Arm & spindrift.v1.Arm.$Shape;
             *   (properties?: spindrift.v1.Arm.$Properties): spindrift.v1.Arm;
             * }}
             */
            Arm.create = function(properties) {
                return new Arm(properties);
            };

            /**
             * Encodes the specified Arm message. Does not implicitly {@link spindrift.v1.Arm.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.Arm
             * @static
             * @param {spindrift.v1.Arm.$Properties} message Arm message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Arm.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Arm message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.Arm
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.Arm & spindrift.v1.Arm.$Shape} Arm
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Arm.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.Arm();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Arm;
        })();

        v1.MakeSafe = (function() {

            /**
             * Properties of a MakeSafe.
             * @typedef {Object} spindrift.v1.MakeSafe.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a MakeSafe.
             * @memberof spindrift.v1
             * @interface IMakeSafe
             * @augments spindrift.v1.MakeSafe.$Properties
             * @deprecated Use spindrift.v1.MakeSafe.$Properties instead.
             */

            /**
             * Shape of a MakeSafe.
             * @typedef {spindrift.v1.MakeSafe.$Properties} spindrift.v1.MakeSafe.$Shape
             */

            /**
             * Constructs a new MakeSafe.
             * @memberof spindrift.v1
             * @classdesc Represents a MakeSafe.
             * @constructor
             * @param {spindrift.v1.MakeSafe.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const MakeSafe = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Creates a new MakeSafe instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.MakeSafe
             * @static
             * @param {spindrift.v1.MakeSafe.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.MakeSafe} MakeSafe instance
             * @type {{
             *   (properties: spindrift.v1.MakeSafe.$Shape): spindrift.v1.MakeSafe & spindrift.v1.MakeSafe.$Shape;
             *   (properties?: spindrift.v1.MakeSafe.$Properties): spindrift.v1.MakeSafe;
             * }}
             */
            MakeSafe.create = function(properties) {
                return new MakeSafe(properties);
            };

            /**
             * Encodes the specified MakeSafe message. Does not implicitly {@link spindrift.v1.MakeSafe.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.MakeSafe
             * @static
             * @param {spindrift.v1.MakeSafe.$Properties} message MakeSafe message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            MakeSafe.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a MakeSafe message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.MakeSafe
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.MakeSafe & spindrift.v1.MakeSafe.$Shape} MakeSafe
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            MakeSafe.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.MakeSafe();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return MakeSafe;
        })();

        v1.ClearFault = (function() {

            /**
             * Properties of a ClearFault.
             * @typedef {Object} spindrift.v1.ClearFault.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ClearFault.
             * @memberof spindrift.v1
             * @interface IClearFault
             * @augments spindrift.v1.ClearFault.$Properties
             * @deprecated Use spindrift.v1.ClearFault.$Properties instead.
             */

            /**
             * Shape of a ClearFault.
             * @typedef {spindrift.v1.ClearFault.$Properties} spindrift.v1.ClearFault.$Shape
             */

            /**
             * Constructs a new ClearFault.
             * @memberof spindrift.v1
             * @classdesc Represents a ClearFault.
             * @constructor
             * @param {spindrift.v1.ClearFault.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ClearFault = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Creates a new ClearFault instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.ClearFault
             * @static
             * @param {spindrift.v1.ClearFault.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.ClearFault} ClearFault instance
             * @type {{
             *   (properties: spindrift.v1.ClearFault.$Shape): spindrift.v1.ClearFault & spindrift.v1.ClearFault.$Shape;
             *   (properties?: spindrift.v1.ClearFault.$Properties): spindrift.v1.ClearFault;
             * }}
             */
            ClearFault.create = function(properties) {
                return new ClearFault(properties);
            };

            /**
             * Encodes the specified ClearFault message. Does not implicitly {@link spindrift.v1.ClearFault.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.ClearFault
             * @static
             * @param {spindrift.v1.ClearFault.$Properties} message ClearFault message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ClearFault.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ClearFault message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.ClearFault
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.ClearFault & spindrift.v1.ClearFault.$Shape} ClearFault
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ClearFault.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.ClearFault();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ClearFault;
        })();

        v1.StateReply = (function() {

            /**
             * Properties of a StateReply.
             * @typedef {Object} spindrift.v1.StateReply.$Properties
             * @property {spindrift.v1.BoardState|null} [state] StateReply state
             * @property {spindrift.v1.FaultCode|null} [fault] StateReply fault
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a StateReply.
             * @memberof spindrift.v1
             * @interface IStateReply
             * @augments spindrift.v1.StateReply.$Properties
             * @deprecated Use spindrift.v1.StateReply.$Properties instead.
             */

            /**
             * Shape of a StateReply.
             * @typedef {spindrift.v1.StateReply.$Properties} spindrift.v1.StateReply.$Shape
             */

            /**
             * Constructs a new StateReply.
             * @memberof spindrift.v1
             * @classdesc Represents a StateReply.
             * @constructor
             * @param {spindrift.v1.StateReply.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const StateReply = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * StateReply state.
             * @member {spindrift.v1.BoardState} state
             * @memberof spindrift.v1.StateReply
             * @instance
             */
            StateReply.prototype.state = 0;

            /**
             * StateReply fault.
             * @member {spindrift.v1.FaultCode} fault
             * @memberof spindrift.v1.StateReply
             * @instance
             */
            StateReply.prototype.fault = 0;

            /**
             * Creates a new StateReply instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.StateReply
             * @static
             * @param {spindrift.v1.StateReply.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.StateReply} StateReply instance
             * @type {{
             *   (properties: spindrift.v1.StateReply.$Shape): spindrift.v1.StateReply & spindrift.v1.StateReply.$Shape;
             *   (properties?: spindrift.v1.StateReply.$Properties): spindrift.v1.StateReply;
             * }}
             */
            StateReply.create = function(properties) {
                return new StateReply(properties);
            };

            /**
             * Encodes the specified StateReply message. Does not implicitly {@link spindrift.v1.StateReply.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.StateReply
             * @static
             * @param {spindrift.v1.StateReply.$Properties} message StateReply message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            StateReply.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.state);
                if (message.fault != null && $Object.hasOwnProperty.call(message, "fault") && message.fault !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.fault);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a StateReply message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.StateReply
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.StateReply & spindrift.v1.StateReply.$Shape} StateReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            StateReply.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.StateReply();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.state = value;
                            else
                                delete message.state;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.fault = value;
                            else
                                delete message.fault;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return StateReply;
        })();

        v1.OpenTelemetry = (function() {

            /**
             * Properties of an OpenTelemetry.
             * @typedef {Object} spindrift.v1.OpenTelemetry.$Properties
             * @property {number|null} [periodMs] OpenTelemetry periodMs
             * @property {number|null} [count] OpenTelemetry count
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an OpenTelemetry.
             * @memberof spindrift.v1
             * @interface IOpenTelemetry
             * @augments spindrift.v1.OpenTelemetry.$Properties
             * @deprecated Use spindrift.v1.OpenTelemetry.$Properties instead.
             */

            /**
             * Shape of an OpenTelemetry.
             * @typedef {spindrift.v1.OpenTelemetry.$Properties} spindrift.v1.OpenTelemetry.$Shape
             */

            /**
             * Constructs a new OpenTelemetry.
             * @memberof spindrift.v1
             * @classdesc Represents an OpenTelemetry.
             * @constructor
             * @param {spindrift.v1.OpenTelemetry.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const OpenTelemetry = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * OpenTelemetry periodMs.
             * @member {number} periodMs
             * @memberof spindrift.v1.OpenTelemetry
             * @instance
             */
            OpenTelemetry.prototype.periodMs = 0;

            /**
             * OpenTelemetry count.
             * @member {number} count
             * @memberof spindrift.v1.OpenTelemetry
             * @instance
             */
            OpenTelemetry.prototype.count = 0;

            /**
             * Creates a new OpenTelemetry instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.OpenTelemetry
             * @static
             * @param {spindrift.v1.OpenTelemetry.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.OpenTelemetry} OpenTelemetry instance
             * @type {{
             *   (properties: spindrift.v1.OpenTelemetry.$Shape): spindrift.v1.OpenTelemetry & spindrift.v1.OpenTelemetry.$Shape;
             *   (properties?: spindrift.v1.OpenTelemetry.$Properties): spindrift.v1.OpenTelemetry;
             * }}
             */
            OpenTelemetry.create = function(properties) {
                return new OpenTelemetry(properties);
            };

            /**
             * Encodes the specified OpenTelemetry message. Does not implicitly {@link spindrift.v1.OpenTelemetry.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.OpenTelemetry
             * @static
             * @param {spindrift.v1.OpenTelemetry.$Properties} message OpenTelemetry message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            OpenTelemetry.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.periodMs != null && $Object.hasOwnProperty.call(message, "periodMs") && message.periodMs !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.periodMs);
                if (message.count != null && $Object.hasOwnProperty.call(message, "count") && message.count !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.count);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an OpenTelemetry message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.OpenTelemetry
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.OpenTelemetry & spindrift.v1.OpenTelemetry.$Shape} OpenTelemetry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            OpenTelemetry.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.OpenTelemetry();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.periodMs = value;
                            else
                                delete message.periodMs;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.count = value;
                            else
                                delete message.count;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return OpenTelemetry;
        })();

        v1.RailReading = (function() {

            /**
             * Properties of a RailReading.
             * @typedef {Object} spindrift.v1.RailReading.$Properties
             * @property {string|null} [name] RailReading name
             * @property {number|null} [busCode] RailReading busCode
             * @property {number|null} [busLsbPv] RailReading busLsbPv
             * @property {number|null} [currentCode] RailReading currentCode
             * @property {number|null} [currentLsbPa] RailReading currentLsbPa
             * @property {number|null} [powerCode] RailReading powerCode
             * @property {number|null} [powerLsbPw] RailReading powerLsbPw
             * @property {number|Long|null} [energyCode] RailReading energyCode
             * @property {number|null} [energyLsbNj] RailReading energyLsbNj
             * @property {number|Long|null} [chargeCode] RailReading chargeCode
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RailReading.
             * @memberof spindrift.v1
             * @interface IRailReading
             * @augments spindrift.v1.RailReading.$Properties
             * @deprecated Use spindrift.v1.RailReading.$Properties instead.
             */

            /**
             * Shape of a RailReading.
             * @typedef {spindrift.v1.RailReading.$Properties} spindrift.v1.RailReading.$Shape
             */

            /**
             * Constructs a new RailReading.
             * @memberof spindrift.v1
             * @classdesc Represents a RailReading.
             * @constructor
             * @param {spindrift.v1.RailReading.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RailReading = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RailReading name.
             * @member {string} name
             * @memberof spindrift.v1.RailReading
             * @instance
             */
            RailReading.prototype.name = "";

            /**
             * RailReading busCode.
             * @member {number} busCode
             * @memberof spindrift.v1.RailReading
             * @instance
             */
            RailReading.prototype.busCode = 0;

            /**
             * RailReading busLsbPv.
             * @member {number} busLsbPv
             * @memberof spindrift.v1.RailReading
             * @instance
             */
            RailReading.prototype.busLsbPv = 0;

            /**
             * RailReading currentCode.
             * @member {number} currentCode
             * @memberof spindrift.v1.RailReading
             * @instance
             */
            RailReading.prototype.currentCode = 0;

            /**
             * RailReading currentLsbPa.
             * @member {number} currentLsbPa
             * @memberof spindrift.v1.RailReading
             * @instance
             */
            RailReading.prototype.currentLsbPa = 0;

            /**
             * RailReading powerCode.
             * @member {number} powerCode
             * @memberof spindrift.v1.RailReading
             * @instance
             */
            RailReading.prototype.powerCode = 0;

            /**
             * RailReading powerLsbPw.
             * @member {number} powerLsbPw
             * @memberof spindrift.v1.RailReading
             * @instance
             */
            RailReading.prototype.powerLsbPw = 0;

            /**
             * RailReading energyCode.
             * @member {number|Long} energyCode
             * @memberof spindrift.v1.RailReading
             * @instance
             */
            RailReading.prototype.energyCode = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * RailReading energyLsbNj.
             * @member {number} energyLsbNj
             * @memberof spindrift.v1.RailReading
             * @instance
             */
            RailReading.prototype.energyLsbNj = 0;

            /**
             * RailReading chargeCode.
             * @member {number|Long} chargeCode
             * @memberof spindrift.v1.RailReading
             * @instance
             */
            RailReading.prototype.chargeCode = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

            /**
             * Creates a new RailReading instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.RailReading
             * @static
             * @param {spindrift.v1.RailReading.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.RailReading} RailReading instance
             * @type {{
             *   (properties: spindrift.v1.RailReading.$Shape): spindrift.v1.RailReading & spindrift.v1.RailReading.$Shape;
             *   (properties?: spindrift.v1.RailReading.$Properties): spindrift.v1.RailReading;
             * }}
             */
            RailReading.create = function(properties) {
                return new RailReading(properties);
            };

            /**
             * Encodes the specified RailReading message. Does not implicitly {@link spindrift.v1.RailReading.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.RailReading
             * @static
             * @param {spindrift.v1.RailReading.$Properties} message RailReading message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RailReading.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                if (message.busCode != null && $Object.hasOwnProperty.call(message, "busCode") && message.busCode !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.busCode);
                if (message.busLsbPv != null && $Object.hasOwnProperty.call(message, "busLsbPv") && message.busLsbPv !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.busLsbPv);
                if (message.currentCode != null && $Object.hasOwnProperty.call(message, "currentCode") && message.currentCode !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).sint32(message.currentCode);
                if (message.currentLsbPa != null && $Object.hasOwnProperty.call(message, "currentLsbPa") && message.currentLsbPa !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.currentLsbPa);
                if (message.powerCode != null && $Object.hasOwnProperty.call(message, "powerCode") && message.powerCode !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.powerCode);
                if (message.powerLsbPw != null && $Object.hasOwnProperty.call(message, "powerLsbPw") && message.powerLsbPw !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.powerLsbPw);
                if (message.energyCode != null && $Object.hasOwnProperty.call(message, "energyCode") && (typeof message.energyCode === "object" ? message.energyCode.low || message.energyCode.high : message.energyCode !== 0))
                    writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.energyCode);
                if (message.energyLsbNj != null && $Object.hasOwnProperty.call(message, "energyLsbNj") && message.energyLsbNj !== 0)
                    writer.uint32(/* id 9, wireType 0 =*/72).uint32(message.energyLsbNj);
                if (message.chargeCode != null && $Object.hasOwnProperty.call(message, "chargeCode") && (typeof message.chargeCode === "object" ? message.chargeCode.low || message.chargeCode.high : message.chargeCode !== 0))
                    writer.uint32(/* id 10, wireType 0 =*/80).sint64(message.chargeCode);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RailReading message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.RailReading
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.RailReading & spindrift.v1.RailReading.$Shape} RailReading
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RailReading.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.RailReading();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.busCode = value;
                            else
                                delete message.busCode;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.busLsbPv = value;
                            else
                                delete message.busLsbPv;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.sint32())
                                message.currentCode = value;
                            else
                                delete message.currentCode;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.currentLsbPa = value;
                            else
                                delete message.currentLsbPa;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.powerCode = value;
                            else
                                delete message.powerCode;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.powerLsbPw = value;
                            else
                                delete message.powerLsbPw;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.energyCode = value;
                            else
                                delete message.energyCode;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.energyLsbNj = value;
                            else
                                delete message.energyLsbNj;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.sint64()) === "object" ? value.low || value.high : value !== 0)
                                message.chargeCode = value;
                            else
                                delete message.chargeCode;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RailReading;
        })();

        v1.EventCounters = (function() {

            /**
             * Properties of an EventCounters.
             * @typedef {Object} spindrift.v1.EventCounters.$Properties
             * @property {number|Long|null} [cellPulses] EventCounters cellPulses
             * @property {number|Long|null} [rowPulses] EventCounters rowPulses
             * @property {number|Long|null} [cellReads] EventCounters cellReads
             * @property {number|Long|null} [comparatorReads] EventCounters comparatorReads
             * @property {number|Long|null} [adcConversions] EventCounters adcConversions
             * @property {number|Long|null} [planes] EventCounters planes
             * @property {number|Long|null} [mvms] EventCounters mvms
             * @property {number|Long|null} [cellWrites] EventCounters cellWrites
             * @property {number|Long|null} [writeAttempts] EventCounters writeAttempts
             * @property {number|Long|null} [bitsOut] EventCounters bitsOut
             * @property {number|Long|null} [bytesIn] EventCounters bytesIn
             * @property {number|Long|null} [bytesOut] EventCounters bytesOut
             * @property {number|Long|null} [clipped] EventCounters clipped
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EventCounters.
             * @memberof spindrift.v1
             * @interface IEventCounters
             * @augments spindrift.v1.EventCounters.$Properties
             * @deprecated Use spindrift.v1.EventCounters.$Properties instead.
             */

            /**
             * Shape of an EventCounters.
             * @typedef {spindrift.v1.EventCounters.$Properties} spindrift.v1.EventCounters.$Shape
             */

            /**
             * Constructs a new EventCounters.
             * @memberof spindrift.v1
             * @classdesc Represents an EventCounters.
             * @constructor
             * @param {spindrift.v1.EventCounters.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EventCounters = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EventCounters cellPulses.
             * @member {number|Long} cellPulses
             * @memberof spindrift.v1.EventCounters
             * @instance
             */
            EventCounters.prototype.cellPulses = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * EventCounters rowPulses.
             * @member {number|Long} rowPulses
             * @memberof spindrift.v1.EventCounters
             * @instance
             */
            EventCounters.prototype.rowPulses = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * EventCounters cellReads.
             * @member {number|Long} cellReads
             * @memberof spindrift.v1.EventCounters
             * @instance
             */
            EventCounters.prototype.cellReads = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * EventCounters comparatorReads.
             * @member {number|Long} comparatorReads
             * @memberof spindrift.v1.EventCounters
             * @instance
             */
            EventCounters.prototype.comparatorReads = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * EventCounters adcConversions.
             * @member {number|Long} adcConversions
             * @memberof spindrift.v1.EventCounters
             * @instance
             */
            EventCounters.prototype.adcConversions = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * EventCounters planes.
             * @member {number|Long} planes
             * @memberof spindrift.v1.EventCounters
             * @instance
             */
            EventCounters.prototype.planes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * EventCounters mvms.
             * @member {number|Long} mvms
             * @memberof spindrift.v1.EventCounters
             * @instance
             */
            EventCounters.prototype.mvms = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * EventCounters cellWrites.
             * @member {number|Long} cellWrites
             * @memberof spindrift.v1.EventCounters
             * @instance
             */
            EventCounters.prototype.cellWrites = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * EventCounters writeAttempts.
             * @member {number|Long} writeAttempts
             * @memberof spindrift.v1.EventCounters
             * @instance
             */
            EventCounters.prototype.writeAttempts = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * EventCounters bitsOut.
             * @member {number|Long} bitsOut
             * @memberof spindrift.v1.EventCounters
             * @instance
             */
            EventCounters.prototype.bitsOut = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * EventCounters bytesIn.
             * @member {number|Long} bytesIn
             * @memberof spindrift.v1.EventCounters
             * @instance
             */
            EventCounters.prototype.bytesIn = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * EventCounters bytesOut.
             * @member {number|Long} bytesOut
             * @memberof spindrift.v1.EventCounters
             * @instance
             */
            EventCounters.prototype.bytesOut = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * EventCounters clipped.
             * @member {number|Long} clipped
             * @memberof spindrift.v1.EventCounters
             * @instance
             */
            EventCounters.prototype.clipped = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new EventCounters instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.EventCounters
             * @static
             * @param {spindrift.v1.EventCounters.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.EventCounters} EventCounters instance
             * @type {{
             *   (properties: spindrift.v1.EventCounters.$Shape): spindrift.v1.EventCounters & spindrift.v1.EventCounters.$Shape;
             *   (properties?: spindrift.v1.EventCounters.$Properties): spindrift.v1.EventCounters;
             * }}
             */
            EventCounters.create = function(properties) {
                return new EventCounters(properties);
            };

            /**
             * Encodes the specified EventCounters message. Does not implicitly {@link spindrift.v1.EventCounters.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.EventCounters
             * @static
             * @param {spindrift.v1.EventCounters.$Properties} message EventCounters message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EventCounters.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.cellPulses != null && $Object.hasOwnProperty.call(message, "cellPulses") && (typeof message.cellPulses === "object" ? message.cellPulses.low || message.cellPulses.high : message.cellPulses !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.cellPulses);
                if (message.rowPulses != null && $Object.hasOwnProperty.call(message, "rowPulses") && (typeof message.rowPulses === "object" ? message.rowPulses.low || message.rowPulses.high : message.rowPulses !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.rowPulses);
                if (message.cellReads != null && $Object.hasOwnProperty.call(message, "cellReads") && (typeof message.cellReads === "object" ? message.cellReads.low || message.cellReads.high : message.cellReads !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.cellReads);
                if (message.comparatorReads != null && $Object.hasOwnProperty.call(message, "comparatorReads") && (typeof message.comparatorReads === "object" ? message.comparatorReads.low || message.comparatorReads.high : message.comparatorReads !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.comparatorReads);
                if (message.adcConversions != null && $Object.hasOwnProperty.call(message, "adcConversions") && (typeof message.adcConversions === "object" ? message.adcConversions.low || message.adcConversions.high : message.adcConversions !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.adcConversions);
                if (message.planes != null && $Object.hasOwnProperty.call(message, "planes") && (typeof message.planes === "object" ? message.planes.low || message.planes.high : message.planes !== 0))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.planes);
                if (message.mvms != null && $Object.hasOwnProperty.call(message, "mvms") && (typeof message.mvms === "object" ? message.mvms.low || message.mvms.high : message.mvms !== 0))
                    writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.mvms);
                if (message.cellWrites != null && $Object.hasOwnProperty.call(message, "cellWrites") && (typeof message.cellWrites === "object" ? message.cellWrites.low || message.cellWrites.high : message.cellWrites !== 0))
                    writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.cellWrites);
                if (message.writeAttempts != null && $Object.hasOwnProperty.call(message, "writeAttempts") && (typeof message.writeAttempts === "object" ? message.writeAttempts.low || message.writeAttempts.high : message.writeAttempts !== 0))
                    writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.writeAttempts);
                if (message.bitsOut != null && $Object.hasOwnProperty.call(message, "bitsOut") && (typeof message.bitsOut === "object" ? message.bitsOut.low || message.bitsOut.high : message.bitsOut !== 0))
                    writer.uint32(/* id 10, wireType 0 =*/80).uint64(message.bitsOut);
                if (message.bytesIn != null && $Object.hasOwnProperty.call(message, "bytesIn") && (typeof message.bytesIn === "object" ? message.bytesIn.low || message.bytesIn.high : message.bytesIn !== 0))
                    writer.uint32(/* id 11, wireType 0 =*/88).uint64(message.bytesIn);
                if (message.bytesOut != null && $Object.hasOwnProperty.call(message, "bytesOut") && (typeof message.bytesOut === "object" ? message.bytesOut.low || message.bytesOut.high : message.bytesOut !== 0))
                    writer.uint32(/* id 12, wireType 0 =*/96).uint64(message.bytesOut);
                if (message.clipped != null && $Object.hasOwnProperty.call(message, "clipped") && (typeof message.clipped === "object" ? message.clipped.low || message.clipped.high : message.clipped !== 0))
                    writer.uint32(/* id 13, wireType 0 =*/104).uint64(message.clipped);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EventCounters message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.EventCounters
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.EventCounters & spindrift.v1.EventCounters.$Shape} EventCounters
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EventCounters.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.EventCounters();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.cellPulses = value;
                            else
                                delete message.cellPulses;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.rowPulses = value;
                            else
                                delete message.rowPulses;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.cellReads = value;
                            else
                                delete message.cellReads;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.comparatorReads = value;
                            else
                                delete message.comparatorReads;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.adcConversions = value;
                            else
                                delete message.adcConversions;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.planes = value;
                            else
                                delete message.planes;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.mvms = value;
                            else
                                delete message.mvms;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.cellWrites = value;
                            else
                                delete message.cellWrites;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.writeAttempts = value;
                            else
                                delete message.writeAttempts;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.bitsOut = value;
                            else
                                delete message.bitsOut;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.bytesIn = value;
                            else
                                delete message.bytesIn;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.bytesOut = value;
                            else
                                delete message.bytesOut;
                            continue;
                        }
                    case 13: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.clipped = value;
                            else
                                delete message.clipped;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return EventCounters;
        })();

        v1.EnergySum = (function() {

            /**
             * Properties of an EnergySum.
             * @typedef {Object} spindrift.v1.EnergySum.$Properties
             * @property {number|null} [joules] EnergySum joules
             * @property {number|Long|null} [attojoules] EnergySum attojoules
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EnergySum.
             * @memberof spindrift.v1
             * @interface IEnergySum
             * @augments spindrift.v1.EnergySum.$Properties
             * @deprecated Use spindrift.v1.EnergySum.$Properties instead.
             */

            /**
             * Shape of an EnergySum.
             * @typedef {spindrift.v1.EnergySum.$Properties} spindrift.v1.EnergySum.$Shape
             */

            /**
             * Constructs a new EnergySum.
             * @memberof spindrift.v1
             * @classdesc Represents an EnergySum.
             * @constructor
             * @param {spindrift.v1.EnergySum.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EnergySum = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EnergySum joules.
             * @member {number} joules
             * @memberof spindrift.v1.EnergySum
             * @instance
             */
            EnergySum.prototype.joules = 0;

            /**
             * EnergySum attojoules.
             * @member {number|Long} attojoules
             * @memberof spindrift.v1.EnergySum
             * @instance
             */
            EnergySum.prototype.attojoules = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new EnergySum instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.EnergySum
             * @static
             * @param {spindrift.v1.EnergySum.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.EnergySum} EnergySum instance
             * @type {{
             *   (properties: spindrift.v1.EnergySum.$Shape): spindrift.v1.EnergySum & spindrift.v1.EnergySum.$Shape;
             *   (properties?: spindrift.v1.EnergySum.$Properties): spindrift.v1.EnergySum;
             * }}
             */
            EnergySum.create = function(properties) {
                return new EnergySum(properties);
            };

            /**
             * Encodes the specified EnergySum message. Does not implicitly {@link spindrift.v1.EnergySum.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.EnergySum
             * @static
             * @param {spindrift.v1.EnergySum.$Properties} message EnergySum message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EnergySum.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.joules != null && $Object.hasOwnProperty.call(message, "joules") && message.joules !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.joules);
                if (message.attojoules != null && $Object.hasOwnProperty.call(message, "attojoules") && (typeof message.attojoules === "object" ? message.attojoules.low || message.attojoules.high : message.attojoules !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.attojoules);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EnergySum message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.EnergySum
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.EnergySum & spindrift.v1.EnergySum.$Shape} EnergySum
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EnergySum.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.EnergySum();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.joules = value;
                            else
                                delete message.joules;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.attojoules = value;
                            else
                                delete message.attojoules;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return EnergySum;
        })();

        v1.ModelledEnergy = (function() {

            /**
             * Properties of a ModelledEnergy.
             * @typedef {Object} spindrift.v1.ModelledEnergy.$Properties
             * @property {spindrift.v1.EnergySum.$Properties|null} [pulseCharge] ModelledEnergy pulseCharge
             * @property {spindrift.v1.EnergySum.$Properties|null} [pulseJoule] ModelledEnergy pulseJoule
             * @property {spindrift.v1.EnergySum.$Properties|null} [read] ModelledEnergy read
             * @property {spindrift.v1.EnergySum.$Properties|null} [mvmStatic] ModelledEnergy mvmStatic
             * @property {spindrift.v1.EnergySum.$Properties|null} [write] ModelledEnergy write
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ModelledEnergy.
             * @memberof spindrift.v1
             * @interface IModelledEnergy
             * @augments spindrift.v1.ModelledEnergy.$Properties
             * @deprecated Use spindrift.v1.ModelledEnergy.$Properties instead.
             */

            /**
             * Shape of a ModelledEnergy.
             * @typedef {spindrift.v1.ModelledEnergy.$Properties} spindrift.v1.ModelledEnergy.$Shape
             */

            /**
             * Constructs a new ModelledEnergy.
             * @memberof spindrift.v1
             * @classdesc Represents a ModelledEnergy.
             * @constructor
             * @param {spindrift.v1.ModelledEnergy.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ModelledEnergy = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ModelledEnergy pulseCharge.
             * @member {spindrift.v1.EnergySum.$Properties|null|undefined} pulseCharge
             * @memberof spindrift.v1.ModelledEnergy
             * @instance
             */
            ModelledEnergy.prototype.pulseCharge = null;

            /**
             * ModelledEnergy pulseJoule.
             * @member {spindrift.v1.EnergySum.$Properties|null|undefined} pulseJoule
             * @memberof spindrift.v1.ModelledEnergy
             * @instance
             */
            ModelledEnergy.prototype.pulseJoule = null;

            /**
             * ModelledEnergy read.
             * @member {spindrift.v1.EnergySum.$Properties|null|undefined} read
             * @memberof spindrift.v1.ModelledEnergy
             * @instance
             */
            ModelledEnergy.prototype.read = null;

            /**
             * ModelledEnergy mvmStatic.
             * @member {spindrift.v1.EnergySum.$Properties|null|undefined} mvmStatic
             * @memberof spindrift.v1.ModelledEnergy
             * @instance
             */
            ModelledEnergy.prototype.mvmStatic = null;

            /**
             * ModelledEnergy write.
             * @member {spindrift.v1.EnergySum.$Properties|null|undefined} write
             * @memberof spindrift.v1.ModelledEnergy
             * @instance
             */
            ModelledEnergy.prototype.write = null;

            /**
             * Creates a new ModelledEnergy instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.ModelledEnergy
             * @static
             * @param {spindrift.v1.ModelledEnergy.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.ModelledEnergy} ModelledEnergy instance
             * @type {{
             *   (properties: spindrift.v1.ModelledEnergy.$Shape): spindrift.v1.ModelledEnergy & spindrift.v1.ModelledEnergy.$Shape;
             *   (properties?: spindrift.v1.ModelledEnergy.$Properties): spindrift.v1.ModelledEnergy;
             * }}
             */
            ModelledEnergy.create = function(properties) {
                return new ModelledEnergy(properties);
            };

            /**
             * Encodes the specified ModelledEnergy message. Does not implicitly {@link spindrift.v1.ModelledEnergy.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.ModelledEnergy
             * @static
             * @param {spindrift.v1.ModelledEnergy.$Properties} message ModelledEnergy message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ModelledEnergy.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.pulseCharge != null && $Object.hasOwnProperty.call(message, "pulseCharge"))
                    $root.spindrift.v1.EnergySum.encode(message.pulseCharge, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.pulseJoule != null && $Object.hasOwnProperty.call(message, "pulseJoule"))
                    $root.spindrift.v1.EnergySum.encode(message.pulseJoule, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.read != null && $Object.hasOwnProperty.call(message, "read"))
                    $root.spindrift.v1.EnergySum.encode(message.read, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.mvmStatic != null && $Object.hasOwnProperty.call(message, "mvmStatic"))
                    $root.spindrift.v1.EnergySum.encode(message.mvmStatic, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.write != null && $Object.hasOwnProperty.call(message, "write"))
                    $root.spindrift.v1.EnergySum.encode(message.write, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ModelledEnergy message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.ModelledEnergy
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.ModelledEnergy & spindrift.v1.ModelledEnergy.$Shape} ModelledEnergy
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ModelledEnergy.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.ModelledEnergy();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.pulseCharge = $root.spindrift.v1.EnergySum.decode(reader, reader.size(), $undefined, _depth + 1, message.pulseCharge);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.pulseJoule = $root.spindrift.v1.EnergySum.decode(reader, reader.size(), $undefined, _depth + 1, message.pulseJoule);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.read = $root.spindrift.v1.EnergySum.decode(reader, reader.size(), $undefined, _depth + 1, message.read);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.mvmStatic = $root.spindrift.v1.EnergySum.decode(reader, reader.size(), $undefined, _depth + 1, message.mvmStatic);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.write = $root.spindrift.v1.EnergySum.decode(reader, reader.size(), $undefined, _depth + 1, message.write);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ModelledEnergy;
        })();

        v1.Environment = (function() {

            /**
             * Properties of an Environment.
             * @typedef {Object} spindrift.v1.Environment.$Properties
             * @property {number|null} [arrayMdegc] Environment arrayMdegc
             * @property {number|null} [dieMdegc] Environment dieMdegc
             * @property {number|null} [fieldUt] Environment fieldUt
             * @property {boolean|null} [arrayValid] Environment arrayValid
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Environment.
             * @memberof spindrift.v1
             * @interface IEnvironment
             * @augments spindrift.v1.Environment.$Properties
             * @deprecated Use spindrift.v1.Environment.$Properties instead.
             */

            /**
             * Shape of an Environment.
             * @typedef {spindrift.v1.Environment.$Properties} spindrift.v1.Environment.$Shape
             */

            /**
             * Constructs a new Environment.
             * @memberof spindrift.v1
             * @classdesc Represents an Environment.
             * @constructor
             * @param {spindrift.v1.Environment.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Environment = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Environment arrayMdegc.
             * @member {number} arrayMdegc
             * @memberof spindrift.v1.Environment
             * @instance
             */
            Environment.prototype.arrayMdegc = 0;

            /**
             * Environment dieMdegc.
             * @member {number} dieMdegc
             * @memberof spindrift.v1.Environment
             * @instance
             */
            Environment.prototype.dieMdegc = 0;

            /**
             * Environment fieldUt.
             * @member {number} fieldUt
             * @memberof spindrift.v1.Environment
             * @instance
             */
            Environment.prototype.fieldUt = 0;

            /**
             * Environment arrayValid.
             * @member {boolean} arrayValid
             * @memberof spindrift.v1.Environment
             * @instance
             */
            Environment.prototype.arrayValid = false;

            /**
             * Creates a new Environment instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.Environment
             * @static
             * @param {spindrift.v1.Environment.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.Environment} Environment instance
             * @type {{
             *   (properties: spindrift.v1.Environment.$Shape): spindrift.v1.Environment & spindrift.v1.Environment.$Shape;
             *   (properties?: spindrift.v1.Environment.$Properties): spindrift.v1.Environment;
             * }}
             */
            Environment.create = function(properties) {
                return new Environment(properties);
            };

            /**
             * Encodes the specified Environment message. Does not implicitly {@link spindrift.v1.Environment.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.Environment
             * @static
             * @param {spindrift.v1.Environment.$Properties} message Environment message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Environment.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.arrayMdegc != null && $Object.hasOwnProperty.call(message, "arrayMdegc") && message.arrayMdegc !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).sint32(message.arrayMdegc);
                if (message.dieMdegc != null && $Object.hasOwnProperty.call(message, "dieMdegc") && message.dieMdegc !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).sint32(message.dieMdegc);
                if (message.fieldUt != null && $Object.hasOwnProperty.call(message, "fieldUt") && message.fieldUt !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).sint32(message.fieldUt);
                if (message.arrayValid != null && $Object.hasOwnProperty.call(message, "arrayValid") && message.arrayValid !== false)
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.arrayValid);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Environment message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.Environment
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.Environment & spindrift.v1.Environment.$Shape} Environment
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Environment.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.Environment();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.sint32())
                                message.arrayMdegc = value;
                            else
                                delete message.arrayMdegc;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.sint32())
                                message.dieMdegc = value;
                            else
                                delete message.dieMdegc;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.sint32())
                                message.fieldUt = value;
                            else
                                delete message.fieldUt;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.arrayValid = value;
                            else
                                delete message.arrayValid;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Environment;
        })();

        v1.HealthSummary = (function() {

            /**
             * Properties of a HealthSummary.
             * @typedef {Object} spindrift.v1.HealthSummary.$Properties
             * @property {boolean|null} [ok] HealthSummary ok
             * @property {number|null} [repetitionCountFailures] HealthSummary repetitionCountFailures
             * @property {number|null} [adaptiveProportionFailures] HealthSummary adaptiveProportionFailures
             * @property {number|null} [onesPpm] HealthSummary onesPpm
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a HealthSummary.
             * @memberof spindrift.v1
             * @interface IHealthSummary
             * @augments spindrift.v1.HealthSummary.$Properties
             * @deprecated Use spindrift.v1.HealthSummary.$Properties instead.
             */

            /**
             * Shape of a HealthSummary.
             * @typedef {spindrift.v1.HealthSummary.$Properties} spindrift.v1.HealthSummary.$Shape
             */

            /**
             * Constructs a new HealthSummary.
             * @memberof spindrift.v1
             * @classdesc Represents a HealthSummary.
             * @constructor
             * @param {spindrift.v1.HealthSummary.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const HealthSummary = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * HealthSummary ok.
             * @member {boolean} ok
             * @memberof spindrift.v1.HealthSummary
             * @instance
             */
            HealthSummary.prototype.ok = false;

            /**
             * HealthSummary repetitionCountFailures.
             * @member {number} repetitionCountFailures
             * @memberof spindrift.v1.HealthSummary
             * @instance
             */
            HealthSummary.prototype.repetitionCountFailures = 0;

            /**
             * HealthSummary adaptiveProportionFailures.
             * @member {number} adaptiveProportionFailures
             * @memberof spindrift.v1.HealthSummary
             * @instance
             */
            HealthSummary.prototype.adaptiveProportionFailures = 0;

            /**
             * HealthSummary onesPpm.
             * @member {number} onesPpm
             * @memberof spindrift.v1.HealthSummary
             * @instance
             */
            HealthSummary.prototype.onesPpm = 0;

            /**
             * Creates a new HealthSummary instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.HealthSummary
             * @static
             * @param {spindrift.v1.HealthSummary.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.HealthSummary} HealthSummary instance
             * @type {{
             *   (properties: spindrift.v1.HealthSummary.$Shape): spindrift.v1.HealthSummary & spindrift.v1.HealthSummary.$Shape;
             *   (properties?: spindrift.v1.HealthSummary.$Properties): spindrift.v1.HealthSummary;
             * }}
             */
            HealthSummary.create = function(properties) {
                return new HealthSummary(properties);
            };

            /**
             * Encodes the specified HealthSummary message. Does not implicitly {@link spindrift.v1.HealthSummary.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.HealthSummary
             * @static
             * @param {spindrift.v1.HealthSummary.$Properties} message HealthSummary message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            HealthSummary.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.ok != null && $Object.hasOwnProperty.call(message, "ok") && message.ok !== false)
                    writer.uint32(/* id 1, wireType 0 =*/8).bool(message.ok);
                if (message.repetitionCountFailures != null && $Object.hasOwnProperty.call(message, "repetitionCountFailures") && message.repetitionCountFailures !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.repetitionCountFailures);
                if (message.adaptiveProportionFailures != null && $Object.hasOwnProperty.call(message, "adaptiveProportionFailures") && message.adaptiveProportionFailures !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.adaptiveProportionFailures);
                if (message.onesPpm != null && $Object.hasOwnProperty.call(message, "onesPpm") && message.onesPpm !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.onesPpm);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a HealthSummary message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.HealthSummary
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.HealthSummary & spindrift.v1.HealthSummary.$Shape} HealthSummary
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            HealthSummary.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.HealthSummary();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.ok = value;
                            else
                                delete message.ok;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.repetitionCountFailures = value;
                            else
                                delete message.repetitionCountFailures;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.adaptiveProportionFailures = value;
                            else
                                delete message.adaptiveProportionFailures;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.onesPpm = value;
                            else
                                delete message.onesPpm;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return HealthSummary;
        })();

        v1.LinkCounters = (function() {

            /**
             * Properties of a LinkCounters.
             * @typedef {Object} spindrift.v1.LinkCounters.$Properties
             * @property {number|Long|null} [framesIn] LinkCounters framesIn
             * @property {number|Long|null} [framesOut] LinkCounters framesOut
             * @property {number|null} [badFrames] LinkCounters badFrames
             * @property {number|Long|null} [blocksDropped] LinkCounters blocksDropped
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LinkCounters.
             * @memberof spindrift.v1
             * @interface ILinkCounters
             * @augments spindrift.v1.LinkCounters.$Properties
             * @deprecated Use spindrift.v1.LinkCounters.$Properties instead.
             */

            /**
             * Shape of a LinkCounters.
             * @typedef {spindrift.v1.LinkCounters.$Properties} spindrift.v1.LinkCounters.$Shape
             */

            /**
             * Constructs a new LinkCounters.
             * @memberof spindrift.v1
             * @classdesc Represents a LinkCounters.
             * @constructor
             * @param {spindrift.v1.LinkCounters.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LinkCounters = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LinkCounters framesIn.
             * @member {number|Long} framesIn
             * @memberof spindrift.v1.LinkCounters
             * @instance
             */
            LinkCounters.prototype.framesIn = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * LinkCounters framesOut.
             * @member {number|Long} framesOut
             * @memberof spindrift.v1.LinkCounters
             * @instance
             */
            LinkCounters.prototype.framesOut = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * LinkCounters badFrames.
             * @member {number} badFrames
             * @memberof spindrift.v1.LinkCounters
             * @instance
             */
            LinkCounters.prototype.badFrames = 0;

            /**
             * LinkCounters blocksDropped.
             * @member {number|Long} blocksDropped
             * @memberof spindrift.v1.LinkCounters
             * @instance
             */
            LinkCounters.prototype.blocksDropped = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new LinkCounters instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.LinkCounters
             * @static
             * @param {spindrift.v1.LinkCounters.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.LinkCounters} LinkCounters instance
             * @type {{
             *   (properties: spindrift.v1.LinkCounters.$Shape): spindrift.v1.LinkCounters & spindrift.v1.LinkCounters.$Shape;
             *   (properties?: spindrift.v1.LinkCounters.$Properties): spindrift.v1.LinkCounters;
             * }}
             */
            LinkCounters.create = function(properties) {
                return new LinkCounters(properties);
            };

            /**
             * Encodes the specified LinkCounters message. Does not implicitly {@link spindrift.v1.LinkCounters.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.LinkCounters
             * @static
             * @param {spindrift.v1.LinkCounters.$Properties} message LinkCounters message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LinkCounters.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.framesIn != null && $Object.hasOwnProperty.call(message, "framesIn") && (typeof message.framesIn === "object" ? message.framesIn.low || message.framesIn.high : message.framesIn !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.framesIn);
                if (message.framesOut != null && $Object.hasOwnProperty.call(message, "framesOut") && (typeof message.framesOut === "object" ? message.framesOut.low || message.framesOut.high : message.framesOut !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.framesOut);
                if (message.badFrames != null && $Object.hasOwnProperty.call(message, "badFrames") && message.badFrames !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.badFrames);
                if (message.blocksDropped != null && $Object.hasOwnProperty.call(message, "blocksDropped") && (typeof message.blocksDropped === "object" ? message.blocksDropped.low || message.blocksDropped.high : message.blocksDropped !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.blocksDropped);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LinkCounters message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.LinkCounters
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.LinkCounters & spindrift.v1.LinkCounters.$Shape} LinkCounters
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LinkCounters.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.LinkCounters();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.framesIn = value;
                            else
                                delete message.framesIn;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.framesOut = value;
                            else
                                delete message.framesOut;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.badFrames = value;
                            else
                                delete message.badFrames;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.blocksDropped = value;
                            else
                                delete message.blocksDropped;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return LinkCounters;
        })();

        v1.Telemetry = (function() {

            /**
             * Properties of a Telemetry.
             * @typedef {Object} spindrift.v1.Telemetry.$Properties
             * @property {number|null} [seq] Telemetry seq
             * @property {number|Long|null} [boardTimeUs] Telemetry boardTimeUs
             * @property {spindrift.v1.BoardState|null} [state] Telemetry state
             * @property {Array.<spindrift.v1.RailReading.$Properties>|null} [rails] Telemetry rails
             * @property {spindrift.v1.Environment.$Properties|null} [environment] Telemetry environment
             * @property {spindrift.v1.EventCounters.$Properties|null} [counters] Telemetry counters
             * @property {spindrift.v1.ModelledEnergy.$Properties|null} [modelled] Telemetry modelled
             * @property {spindrift.v1.HealthSummary.$Properties|null} [health] Telemetry health
             * @property {spindrift.v1.LinkCounters.$Properties|null} [link] Telemetry link
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Telemetry.
             * @memberof spindrift.v1
             * @interface ITelemetry
             * @augments spindrift.v1.Telemetry.$Properties
             * @deprecated Use spindrift.v1.Telemetry.$Properties instead.
             */

            /**
             * Shape of a Telemetry.
             * @typedef {spindrift.v1.Telemetry.$Properties} spindrift.v1.Telemetry.$Shape
             */

            /**
             * Constructs a new Telemetry.
             * @memberof spindrift.v1
             * @classdesc Represents a Telemetry.
             * @constructor
             * @param {spindrift.v1.Telemetry.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Telemetry = function (properties) {
                this.rails = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Telemetry seq.
             * @member {number} seq
             * @memberof spindrift.v1.Telemetry
             * @instance
             */
            Telemetry.prototype.seq = 0;

            /**
             * Telemetry boardTimeUs.
             * @member {number|Long} boardTimeUs
             * @memberof spindrift.v1.Telemetry
             * @instance
             */
            Telemetry.prototype.boardTimeUs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Telemetry state.
             * @member {spindrift.v1.BoardState} state
             * @memberof spindrift.v1.Telemetry
             * @instance
             */
            Telemetry.prototype.state = 0;

            /**
             * Telemetry rails.
             * @member {Array.<spindrift.v1.RailReading.$Properties>} rails
             * @memberof spindrift.v1.Telemetry
             * @instance
             */
            Telemetry.prototype.rails = $util.emptyArray;

            /**
             * Telemetry environment.
             * @member {spindrift.v1.Environment.$Properties|null|undefined} environment
             * @memberof spindrift.v1.Telemetry
             * @instance
             */
            Telemetry.prototype.environment = null;

            /**
             * Telemetry counters.
             * @member {spindrift.v1.EventCounters.$Properties|null|undefined} counters
             * @memberof spindrift.v1.Telemetry
             * @instance
             */
            Telemetry.prototype.counters = null;

            /**
             * Telemetry modelled.
             * @member {spindrift.v1.ModelledEnergy.$Properties|null|undefined} modelled
             * @memberof spindrift.v1.Telemetry
             * @instance
             */
            Telemetry.prototype.modelled = null;

            /**
             * Telemetry health.
             * @member {spindrift.v1.HealthSummary.$Properties|null|undefined} health
             * @memberof spindrift.v1.Telemetry
             * @instance
             */
            Telemetry.prototype.health = null;

            /**
             * Telemetry link.
             * @member {spindrift.v1.LinkCounters.$Properties|null|undefined} link
             * @memberof spindrift.v1.Telemetry
             * @instance
             */
            Telemetry.prototype.link = null;

            /**
             * Creates a new Telemetry instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.Telemetry
             * @static
             * @param {spindrift.v1.Telemetry.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.Telemetry} Telemetry instance
             * @type {{
             *   (properties: spindrift.v1.Telemetry.$Shape): spindrift.v1.Telemetry & spindrift.v1.Telemetry.$Shape;
             *   (properties?: spindrift.v1.Telemetry.$Properties): spindrift.v1.Telemetry;
             * }}
             */
            Telemetry.create = function(properties) {
                return new Telemetry(properties);
            };

            /**
             * Encodes the specified Telemetry message. Does not implicitly {@link spindrift.v1.Telemetry.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.Telemetry
             * @static
             * @param {spindrift.v1.Telemetry.$Properties} message Telemetry message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Telemetry.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq") && message.seq !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.seq);
                if (message.boardTimeUs != null && $Object.hasOwnProperty.call(message, "boardTimeUs") && (typeof message.boardTimeUs === "object" ? message.boardTimeUs.low || message.boardTimeUs.high : message.boardTimeUs !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.boardTimeUs);
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.state);
                if (message.rails != null && message.rails.length)
                    for (let i = 0; i < message.rails.length; ++i)
                        $root.spindrift.v1.RailReading.encode(message.rails[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.environment != null && $Object.hasOwnProperty.call(message, "environment"))
                    $root.spindrift.v1.Environment.encode(message.environment, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.counters != null && $Object.hasOwnProperty.call(message, "counters"))
                    $root.spindrift.v1.EventCounters.encode(message.counters, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.modelled != null && $Object.hasOwnProperty.call(message, "modelled"))
                    $root.spindrift.v1.ModelledEnergy.encode(message.modelled, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.health != null && $Object.hasOwnProperty.call(message, "health"))
                    $root.spindrift.v1.HealthSummary.encode(message.health, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.link != null && $Object.hasOwnProperty.call(message, "link"))
                    $root.spindrift.v1.LinkCounters.encode(message.link, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Telemetry message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.Telemetry
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.Telemetry & spindrift.v1.Telemetry.$Shape} Telemetry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Telemetry.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.Telemetry();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.seq = value;
                            else
                                delete message.seq;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.boardTimeUs = value;
                            else
                                delete message.boardTimeUs;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.state = value;
                            else
                                delete message.state;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.rails && message.rails.length))
                                message.rails = [];
                            message.rails.push($root.spindrift.v1.RailReading.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.environment = $root.spindrift.v1.Environment.decode(reader, reader.size(), $undefined, _depth + 1, message.environment);
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.counters = $root.spindrift.v1.EventCounters.decode(reader, reader.size(), $undefined, _depth + 1, message.counters);
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.modelled = $root.spindrift.v1.ModelledEnergy.decode(reader, reader.size(), $undefined, _depth + 1, message.modelled);
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.health = $root.spindrift.v1.HealthSummary.decode(reader, reader.size(), $undefined, _depth + 1, message.health);
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.link = $root.spindrift.v1.LinkCounters.decode(reader, reader.size(), $undefined, _depth + 1, message.link);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Telemetry;
        })();

        v1.SelfTest = (function() {

            /**
             * Properties of a SelfTest.
             * @typedef {Object} spindrift.v1.SelfTest.$Properties
             * @property {number|null} [mask] SelfTest mask
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SelfTest.
             * @memberof spindrift.v1
             * @interface ISelfTest
             * @augments spindrift.v1.SelfTest.$Properties
             * @deprecated Use spindrift.v1.SelfTest.$Properties instead.
             */

            /**
             * Shape of a SelfTest.
             * @typedef {spindrift.v1.SelfTest.$Properties} spindrift.v1.SelfTest.$Shape
             */

            /**
             * Constructs a new SelfTest.
             * @memberof spindrift.v1
             * @classdesc Represents a SelfTest.
             * @constructor
             * @param {spindrift.v1.SelfTest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SelfTest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SelfTest mask.
             * @member {number} mask
             * @memberof spindrift.v1.SelfTest
             * @instance
             */
            SelfTest.prototype.mask = 0;

            /**
             * Creates a new SelfTest instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.SelfTest
             * @static
             * @param {spindrift.v1.SelfTest.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.SelfTest} SelfTest instance
             * @type {{
             *   (properties: spindrift.v1.SelfTest.$Shape): spindrift.v1.SelfTest & spindrift.v1.SelfTest.$Shape;
             *   (properties?: spindrift.v1.SelfTest.$Properties): spindrift.v1.SelfTest;
             * }}
             */
            SelfTest.create = function(properties) {
                return new SelfTest(properties);
            };

            /**
             * Encodes the specified SelfTest message. Does not implicitly {@link spindrift.v1.SelfTest.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.SelfTest
             * @static
             * @param {spindrift.v1.SelfTest.$Properties} message SelfTest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SelfTest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.mask != null && $Object.hasOwnProperty.call(message, "mask") && message.mask !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.mask);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SelfTest message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.SelfTest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.SelfTest & spindrift.v1.SelfTest.$Shape} SelfTest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SelfTest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.SelfTest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.mask = value;
                            else
                                delete message.mask;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SelfTest;
        })();

        v1.SelfTestResult = (function() {

            /**
             * Properties of a SelfTestResult.
             * @typedef {Object} spindrift.v1.SelfTestResult.$Properties
             * @property {number|null} [testId] SelfTestResult testId
             * @property {string|null} [name] SelfTestResult name
             * @property {boolean|null} [pass] SelfTestResult pass
             * @property {number|null} [measured] SelfTestResult measured
             * @property {number|null} [low] SelfTestResult low
             * @property {number|null} [high] SelfTestResult high
             * @property {string|null} [unit] SelfTestResult unit
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SelfTestResult.
             * @memberof spindrift.v1
             * @interface ISelfTestResult
             * @augments spindrift.v1.SelfTestResult.$Properties
             * @deprecated Use spindrift.v1.SelfTestResult.$Properties instead.
             */

            /**
             * Shape of a SelfTestResult.
             * @typedef {spindrift.v1.SelfTestResult.$Properties} spindrift.v1.SelfTestResult.$Shape
             */

            /**
             * Constructs a new SelfTestResult.
             * @memberof spindrift.v1
             * @classdesc Represents a SelfTestResult.
             * @constructor
             * @param {spindrift.v1.SelfTestResult.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SelfTestResult = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SelfTestResult testId.
             * @member {number} testId
             * @memberof spindrift.v1.SelfTestResult
             * @instance
             */
            SelfTestResult.prototype.testId = 0;

            /**
             * SelfTestResult name.
             * @member {string} name
             * @memberof spindrift.v1.SelfTestResult
             * @instance
             */
            SelfTestResult.prototype.name = "";

            /**
             * SelfTestResult pass.
             * @member {boolean} pass
             * @memberof spindrift.v1.SelfTestResult
             * @instance
             */
            SelfTestResult.prototype.pass = false;

            /**
             * SelfTestResult measured.
             * @member {number} measured
             * @memberof spindrift.v1.SelfTestResult
             * @instance
             */
            SelfTestResult.prototype.measured = 0;

            /**
             * SelfTestResult low.
             * @member {number} low
             * @memberof spindrift.v1.SelfTestResult
             * @instance
             */
            SelfTestResult.prototype.low = 0;

            /**
             * SelfTestResult high.
             * @member {number} high
             * @memberof spindrift.v1.SelfTestResult
             * @instance
             */
            SelfTestResult.prototype.high = 0;

            /**
             * SelfTestResult unit.
             * @member {string} unit
             * @memberof spindrift.v1.SelfTestResult
             * @instance
             */
            SelfTestResult.prototype.unit = "";

            /**
             * Creates a new SelfTestResult instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.SelfTestResult
             * @static
             * @param {spindrift.v1.SelfTestResult.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.SelfTestResult} SelfTestResult instance
             * @type {{
             *   (properties: spindrift.v1.SelfTestResult.$Shape): spindrift.v1.SelfTestResult & spindrift.v1.SelfTestResult.$Shape;
             *   (properties?: spindrift.v1.SelfTestResult.$Properties): spindrift.v1.SelfTestResult;
             * }}
             */
            SelfTestResult.create = function(properties) {
                return new SelfTestResult(properties);
            };

            /**
             * Encodes the specified SelfTestResult message. Does not implicitly {@link spindrift.v1.SelfTestResult.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.SelfTestResult
             * @static
             * @param {spindrift.v1.SelfTestResult.$Properties} message SelfTestResult message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SelfTestResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.testId != null && $Object.hasOwnProperty.call(message, "testId") && message.testId !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.testId);
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.name);
                if (message.pass != null && $Object.hasOwnProperty.call(message, "pass") && message.pass !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.pass);
                if (message.measured != null && $Object.hasOwnProperty.call(message, "measured") && message.measured !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).sint32(message.measured);
                if (message.low != null && $Object.hasOwnProperty.call(message, "low") && message.low !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).sint32(message.low);
                if (message.high != null && $Object.hasOwnProperty.call(message, "high") && message.high !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).sint32(message.high);
                if (message.unit != null && $Object.hasOwnProperty.call(message, "unit") && message.unit !== "")
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.unit);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SelfTestResult message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.SelfTestResult
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.SelfTestResult & spindrift.v1.SelfTestResult.$Shape} SelfTestResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SelfTestResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.SelfTestResult();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.testId = value;
                            else
                                delete message.testId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.pass = value;
                            else
                                delete message.pass;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.sint32())
                                message.measured = value;
                            else
                                delete message.measured;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.sint32())
                                message.low = value;
                            else
                                delete message.low;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.sint32())
                                message.high = value;
                            else
                                delete message.high;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.unit = value;
                            else
                                delete message.unit;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SelfTestResult;
        })();

        v1.SelfTestReply = (function() {

            /**
             * Properties of a SelfTestReply.
             * @typedef {Object} spindrift.v1.SelfTestReply.$Properties
             * @property {spindrift.v1.SelfTestResult.$Properties|null} [result] SelfTestReply result
             * @property {number|null} [testsRun] SelfTestReply testsRun
             * @property {number|null} [testsFailed] SelfTestReply testsFailed
             * @property {number|null} [testsTotal] SelfTestReply testsTotal
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SelfTestReply.
             * @memberof spindrift.v1
             * @interface ISelfTestReply
             * @augments spindrift.v1.SelfTestReply.$Properties
             * @deprecated Use spindrift.v1.SelfTestReply.$Properties instead.
             */

            /**
             * Shape of a SelfTestReply.
             * @typedef {spindrift.v1.SelfTestReply.$Properties} spindrift.v1.SelfTestReply.$Shape
             */

            /**
             * Constructs a new SelfTestReply.
             * @memberof spindrift.v1
             * @classdesc Represents a SelfTestReply.
             * @constructor
             * @param {spindrift.v1.SelfTestReply.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SelfTestReply = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SelfTestReply result.
             * @member {spindrift.v1.SelfTestResult.$Properties|null|undefined} result
             * @memberof spindrift.v1.SelfTestReply
             * @instance
             */
            SelfTestReply.prototype.result = null;

            /**
             * SelfTestReply testsRun.
             * @member {number} testsRun
             * @memberof spindrift.v1.SelfTestReply
             * @instance
             */
            SelfTestReply.prototype.testsRun = 0;

            /**
             * SelfTestReply testsFailed.
             * @member {number} testsFailed
             * @memberof spindrift.v1.SelfTestReply
             * @instance
             */
            SelfTestReply.prototype.testsFailed = 0;

            /**
             * SelfTestReply testsTotal.
             * @member {number} testsTotal
             * @memberof spindrift.v1.SelfTestReply
             * @instance
             */
            SelfTestReply.prototype.testsTotal = 0;

            /**
             * Creates a new SelfTestReply instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.SelfTestReply
             * @static
             * @param {spindrift.v1.SelfTestReply.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.SelfTestReply} SelfTestReply instance
             * @type {{
             *   (properties: spindrift.v1.SelfTestReply.$Shape): spindrift.v1.SelfTestReply & spindrift.v1.SelfTestReply.$Shape;
             *   (properties?: spindrift.v1.SelfTestReply.$Properties): spindrift.v1.SelfTestReply;
             * }}
             */
            SelfTestReply.create = function(properties) {
                return new SelfTestReply(properties);
            };

            /**
             * Encodes the specified SelfTestReply message. Does not implicitly {@link spindrift.v1.SelfTestReply.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.SelfTestReply
             * @static
             * @param {spindrift.v1.SelfTestReply.$Properties} message SelfTestReply message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SelfTestReply.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.result != null && $Object.hasOwnProperty.call(message, "result"))
                    $root.spindrift.v1.SelfTestResult.encode(message.result, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.testsRun != null && $Object.hasOwnProperty.call(message, "testsRun") && message.testsRun !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.testsRun);
                if (message.testsFailed != null && $Object.hasOwnProperty.call(message, "testsFailed") && message.testsFailed !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.testsFailed);
                if (message.testsTotal != null && $Object.hasOwnProperty.call(message, "testsTotal") && message.testsTotal !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.testsTotal);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SelfTestReply message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.SelfTestReply
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.SelfTestReply & spindrift.v1.SelfTestReply.$Shape} SelfTestReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SelfTestReply.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.SelfTestReply();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.result = $root.spindrift.v1.SelfTestResult.decode(reader, reader.size(), $undefined, _depth + 1, message.result);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.testsRun = value;
                            else
                                delete message.testsRun;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.testsFailed = value;
                            else
                                delete message.testsFailed;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.testsTotal = value;
                            else
                                delete message.testsTotal;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SelfTestReply;
        })();

        /**
         * RebootTarget enum.
         * @name spindrift.v1.RebootTarget
         * @enum {number}
         * @property {number} REBOOT_TARGET_UNSPECIFIED=0 REBOOT_TARGET_UNSPECIFIED value
         * @property {number} REBOOT_TARGET_APP=1 REBOOT_TARGET_APP value
         * @property {number} REBOOT_TARGET_BOOTLOADER=2 REBOOT_TARGET_BOOTLOADER value
         */
        v1.RebootTarget = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "REBOOT_TARGET_UNSPECIFIED"] = 0;
            values[valuesById[1] = "REBOOT_TARGET_APP"] = 1;
            values[valuesById[2] = "REBOOT_TARGET_BOOTLOADER"] = 2;
            return values;
        })();

        v1.Reboot = (function() {

            /**
             * Properties of a Reboot.
             * @typedef {Object} spindrift.v1.Reboot.$Properties
             * @property {spindrift.v1.RebootTarget|null} [target] Reboot target
             * @property {number|null} [confirm] Reboot confirm
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Reboot.
             * @memberof spindrift.v1
             * @interface IReboot
             * @augments spindrift.v1.Reboot.$Properties
             * @deprecated Use spindrift.v1.Reboot.$Properties instead.
             */

            /**
             * Shape of a Reboot.
             * @typedef {spindrift.v1.Reboot.$Properties} spindrift.v1.Reboot.$Shape
             */

            /**
             * Constructs a new Reboot.
             * @memberof spindrift.v1
             * @classdesc Represents a Reboot.
             * @constructor
             * @param {spindrift.v1.Reboot.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Reboot = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Reboot target.
             * @member {spindrift.v1.RebootTarget} target
             * @memberof spindrift.v1.Reboot
             * @instance
             */
            Reboot.prototype.target = 0;

            /**
             * Reboot confirm.
             * @member {number} confirm
             * @memberof spindrift.v1.Reboot
             * @instance
             */
            Reboot.prototype.confirm = 0;

            /**
             * Creates a new Reboot instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.Reboot
             * @static
             * @param {spindrift.v1.Reboot.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.Reboot} Reboot instance
             * @type {{
             *   (properties: spindrift.v1.Reboot.$Shape): spindrift.v1.Reboot & spindrift.v1.Reboot.$Shape;
             *   (properties?: spindrift.v1.Reboot.$Properties): spindrift.v1.Reboot;
             * }}
             */
            Reboot.create = function(properties) {
                return new Reboot(properties);
            };

            /**
             * Encodes the specified Reboot message. Does not implicitly {@link spindrift.v1.Reboot.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.Reboot
             * @static
             * @param {spindrift.v1.Reboot.$Properties} message Reboot message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Reboot.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.target != null && $Object.hasOwnProperty.call(message, "target") && message.target !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.target);
                if (message.confirm != null && $Object.hasOwnProperty.call(message, "confirm") && message.confirm !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.confirm);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Reboot message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.Reboot
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.Reboot & spindrift.v1.Reboot.$Shape} Reboot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Reboot.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.Reboot();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.target = value;
                            else
                                delete message.target;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.confirm = value;
                            else
                                delete message.confirm;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Reboot;
        })();

        v1.RebootReply = (function() {

            /**
             * Properties of a RebootReply.
             * @typedef {Object} spindrift.v1.RebootReply.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RebootReply.
             * @memberof spindrift.v1
             * @interface IRebootReply
             * @augments spindrift.v1.RebootReply.$Properties
             * @deprecated Use spindrift.v1.RebootReply.$Properties instead.
             */

            /**
             * Shape of a RebootReply.
             * @typedef {spindrift.v1.RebootReply.$Properties} spindrift.v1.RebootReply.$Shape
             */

            /**
             * Constructs a new RebootReply.
             * @memberof spindrift.v1
             * @classdesc Represents a RebootReply.
             * @constructor
             * @param {spindrift.v1.RebootReply.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RebootReply = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Creates a new RebootReply instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.RebootReply
             * @static
             * @param {spindrift.v1.RebootReply.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.RebootReply} RebootReply instance
             * @type {{
             *   (properties: spindrift.v1.RebootReply.$Shape): spindrift.v1.RebootReply & spindrift.v1.RebootReply.$Shape;
             *   (properties?: spindrift.v1.RebootReply.$Properties): spindrift.v1.RebootReply;
             * }}
             */
            RebootReply.create = function(properties) {
                return new RebootReply(properties);
            };

            /**
             * Encodes the specified RebootReply message. Does not implicitly {@link spindrift.v1.RebootReply.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.RebootReply
             * @static
             * @param {spindrift.v1.RebootReply.$Properties} message RebootReply message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RebootReply.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RebootReply message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.RebootReply
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.RebootReply & spindrift.v1.RebootReply.$Shape} RebootReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RebootReply.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.RebootReply();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RebootReply;
        })();

        /**
         * Status enum.
         * @name spindrift.v1.Status
         * @enum {number}
         * @property {number} STATUS_UNSPECIFIED=0 STATUS_UNSPECIFIED value
         * @property {number} STATUS_OK=1 STATUS_OK value
         * @property {number} STATUS_CANCELLED=2 STATUS_CANCELLED value
         * @property {number} STATUS_DEADLINE_EXCEEDED=3 STATUS_DEADLINE_EXCEEDED value
         * @property {number} STATUS_INVALID_ARGUMENT=4 STATUS_INVALID_ARGUMENT value
         * @property {number} STATUS_OUT_OF_RANGE=5 STATUS_OUT_OF_RANGE value
         * @property {number} STATUS_NOT_IMPLEMENTED=6 STATUS_NOT_IMPLEMENTED value
         * @property {number} STATUS_BUSY=7 STATUS_BUSY value
         * @property {number} STATUS_FAILED_PRECONDITION=8 STATUS_FAILED_PRECONDITION value
         * @property {number} STATUS_RESOURCE_EXHAUSTED=9 STATUS_RESOURCE_EXHAUSTED value
         * @property {number} STATUS_DATA_LOSS=10 STATUS_DATA_LOSS value
         * @property {number} STATUS_HARDWARE_FAULT=11 STATUS_HARDWARE_FAULT value
         * @property {number} STATUS_INTERLOCK=12 STATUS_INTERLOCK value
         * @property {number} STATUS_DECODE=13 STATUS_DECODE value
         * @property {number} STATUS_STALE_CONFIG=14 STATUS_STALE_CONFIG value
         * @property {number} STATUS_UNHEALTHY=15 STATUS_UNHEALTHY value
         */
        v1.Status = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "STATUS_UNSPECIFIED"] = 0;
            values[valuesById[1] = "STATUS_OK"] = 1;
            values[valuesById[2] = "STATUS_CANCELLED"] = 2;
            values[valuesById[3] = "STATUS_DEADLINE_EXCEEDED"] = 3;
            values[valuesById[4] = "STATUS_INVALID_ARGUMENT"] = 4;
            values[valuesById[5] = "STATUS_OUT_OF_RANGE"] = 5;
            values[valuesById[6] = "STATUS_NOT_IMPLEMENTED"] = 6;
            values[valuesById[7] = "STATUS_BUSY"] = 7;
            values[valuesById[8] = "STATUS_FAILED_PRECONDITION"] = 8;
            values[valuesById[9] = "STATUS_RESOURCE_EXHAUSTED"] = 9;
            values[valuesById[10] = "STATUS_DATA_LOSS"] = 10;
            values[valuesById[11] = "STATUS_HARDWARE_FAULT"] = 11;
            values[valuesById[12] = "STATUS_INTERLOCK"] = 12;
            values[valuesById[13] = "STATUS_DECODE"] = 13;
            values[valuesById[14] = "STATUS_STALE_CONFIG"] = 14;
            values[valuesById[15] = "STATUS_UNHEALTHY"] = 15;
            return values;
        })();

        /**
         * BoardKind enum.
         * @name spindrift.v1.BoardKind
         * @enum {number}
         * @property {number} BOARD_KIND_UNSPECIFIED=0 BOARD_KIND_UNSPECIFIED value
         * @property {number} BOARD_KIND_REAL=1 BOARD_KIND_REAL value
         * @property {number} BOARD_KIND_EMULATED=2 BOARD_KIND_EMULATED value
         * @property {number} BOARD_KIND_SIMULATED=3 BOARD_KIND_SIMULATED value
         * @property {number} BOARD_KIND_REPLAYED=4 BOARD_KIND_REPLAYED value
         */
        v1.BoardKind = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "BOARD_KIND_UNSPECIFIED"] = 0;
            values[valuesById[1] = "BOARD_KIND_REAL"] = 1;
            values[valuesById[2] = "BOARD_KIND_EMULATED"] = 2;
            values[valuesById[3] = "BOARD_KIND_SIMULATED"] = 3;
            values[valuesById[4] = "BOARD_KIND_REPLAYED"] = 4;
            return values;
        })();

        /**
         * Feature enum.
         * @name spindrift.v1.Feature
         * @enum {number}
         * @property {number} FEATURE_UNSPECIFIED=0 FEATURE_UNSPECIFIED value
         * @property {number} FEATURE_SHOTS=1 FEATURE_SHOTS value
         * @property {number} FEATURE_SHOT_STREAM=2 FEATURE_SHOT_STREAM value
         * @property {number} FEATURE_BITS=3 FEATURE_BITS value
         * @property {number} FEATURE_VON_NEUMANN=4 FEATURE_VON_NEUMANN value
         * @property {number} FEATURE_XOR_FOLD=5 FEATURE_XOR_FOLD value
         * @property {number} FEATURE_BIAS_CONTROLLER=6 FEATURE_BIAS_CONTROLLER value
         * @property {number} FEATURE_READ_MAP=7 FEATURE_READ_MAP value
         * @property {number} FEATURE_PROGRAM_TILE=8 FEATURE_PROGRAM_TILE value
         * @property {number} FEATURE_MULTIPLY_VECTOR=9 FEATURE_MULTIPLY_VECTOR value
         * @property {number} FEATURE_MULTIPLY_STREAM=10 FEATURE_MULTIPLY_STREAM value
         * @property {number} FEATURE_CALIBRATE=11 FEATURE_CALIBRATE value
         * @property {number} FEATURE_CALIBRATION_BLOB=12 FEATURE_CALIBRATION_BLOB value
         * @property {number} FEATURE_TELEMETRY=13 FEATURE_TELEMETRY value
         * @property {number} FEATURE_MODELLED_ENERGY=14 FEATURE_MODELLED_ENERGY value
         * @property {number} FEATURE_SELF_TEST=15 FEATURE_SELF_TEST value
         * @property {number} FEATURE_REBOOT=16 FEATURE_REBOOT value
         * @property {number} FEATURE_BOOTLOADER=17 FEATURE_BOOTLOADER value
         * @property {number} FEATURE_COIL=18 FEATURE_COIL value
         * @property {number} FEATURE_PINS=19 FEATURE_PINS value
         * @property {number} FEATURE_PIN_WATCH=20 FEATURE_PIN_WATCH value
         * @property {number} FEATURE_I2C=21 FEATURE_I2C value
         * @property {number} FEATURE_LOG=22 FEATURE_LOG value
         */
        v1.Feature = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "FEATURE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "FEATURE_SHOTS"] = 1;
            values[valuesById[2] = "FEATURE_SHOT_STREAM"] = 2;
            values[valuesById[3] = "FEATURE_BITS"] = 3;
            values[valuesById[4] = "FEATURE_VON_NEUMANN"] = 4;
            values[valuesById[5] = "FEATURE_XOR_FOLD"] = 5;
            values[valuesById[6] = "FEATURE_BIAS_CONTROLLER"] = 6;
            values[valuesById[7] = "FEATURE_READ_MAP"] = 7;
            values[valuesById[8] = "FEATURE_PROGRAM_TILE"] = 8;
            values[valuesById[9] = "FEATURE_MULTIPLY_VECTOR"] = 9;
            values[valuesById[10] = "FEATURE_MULTIPLY_STREAM"] = 10;
            values[valuesById[11] = "FEATURE_CALIBRATE"] = 11;
            values[valuesById[12] = "FEATURE_CALIBRATION_BLOB"] = 12;
            values[valuesById[13] = "FEATURE_TELEMETRY"] = 13;
            values[valuesById[14] = "FEATURE_MODELLED_ENERGY"] = 14;
            values[valuesById[15] = "FEATURE_SELF_TEST"] = 15;
            values[valuesById[16] = "FEATURE_REBOOT"] = 16;
            values[valuesById[17] = "FEATURE_BOOTLOADER"] = 17;
            values[valuesById[18] = "FEATURE_COIL"] = 18;
            values[valuesById[19] = "FEATURE_PINS"] = 19;
            values[valuesById[20] = "FEATURE_PIN_WATCH"] = 20;
            values[valuesById[21] = "FEATURE_I2C"] = 21;
            values[valuesById[22] = "FEATURE_LOG"] = 22;
            return values;
        })();

        /**
         * BoardState enum.
         * @name spindrift.v1.BoardState
         * @enum {number}
         * @property {number} BOARD_STATE_UNSPECIFIED=0 BOARD_STATE_UNSPECIFIED value
         * @property {number} BOARD_STATE_SAFE=1 BOARD_STATE_SAFE value
         * @property {number} BOARD_STATE_ARMED=2 BOARD_STATE_ARMED value
         * @property {number} BOARD_STATE_RUNNING=3 BOARD_STATE_RUNNING value
         */
        v1.BoardState = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "BOARD_STATE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "BOARD_STATE_SAFE"] = 1;
            values[valuesById[2] = "BOARD_STATE_ARMED"] = 2;
            values[valuesById[3] = "BOARD_STATE_RUNNING"] = 3;
            return values;
        })();

        /**
         * DataFormat enum.
         * @name spindrift.v1.DataFormat
         * @enum {number}
         * @property {number} DATA_FORMAT_UNSPECIFIED=0 DATA_FORMAT_UNSPECIFIED value
         * @property {number} DATA_FORMAT_BITS_LSB=1 DATA_FORMAT_BITS_LSB value
         * @property {number} DATA_FORMAT_U8=2 DATA_FORMAT_U8 value
         * @property {number} DATA_FORMAT_I8=3 DATA_FORMAT_I8 value
         * @property {number} DATA_FORMAT_U16LE=4 DATA_FORMAT_U16LE value
         * @property {number} DATA_FORMAT_I16LE=5 DATA_FORMAT_I16LE value
         * @property {number} DATA_FORMAT_F32LE=6 DATA_FORMAT_F32LE value
         */
        v1.DataFormat = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "DATA_FORMAT_UNSPECIFIED"] = 0;
            values[valuesById[1] = "DATA_FORMAT_BITS_LSB"] = 1;
            values[valuesById[2] = "DATA_FORMAT_U8"] = 2;
            values[valuesById[3] = "DATA_FORMAT_I8"] = 3;
            values[valuesById[4] = "DATA_FORMAT_U16LE"] = 4;
            values[valuesById[5] = "DATA_FORMAT_I16LE"] = 5;
            values[valuesById[6] = "DATA_FORMAT_F32LE"] = 6;
            return values;
        })();

        /**
         * Severity enum.
         * @name spindrift.v1.Severity
         * @enum {number}
         * @property {number} SEVERITY_UNSPECIFIED=0 SEVERITY_UNSPECIFIED value
         * @property {number} SEVERITY_DEBUG=1 SEVERITY_DEBUG value
         * @property {number} SEVERITY_INFO=2 SEVERITY_INFO value
         * @property {number} SEVERITY_WARNING=3 SEVERITY_WARNING value
         * @property {number} SEVERITY_ERROR=4 SEVERITY_ERROR value
         */
        v1.Severity = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "SEVERITY_UNSPECIFIED"] = 0;
            values[valuesById[1] = "SEVERITY_DEBUG"] = 1;
            values[valuesById[2] = "SEVERITY_INFO"] = 2;
            values[valuesById[3] = "SEVERITY_WARNING"] = 3;
            values[valuesById[4] = "SEVERITY_ERROR"] = 4;
            return values;
        })();

        /**
         * FaultCode enum.
         * @name spindrift.v1.FaultCode
         * @enum {number}
         * @property {number} FAULT_CODE_UNSPECIFIED=0 FAULT_CODE_UNSPECIFIED value
         * @property {number} FAULT_CODE_INTERLOCK=1 FAULT_CODE_INTERLOCK value
         * @property {number} FAULT_CODE_OVER_TEMPERATURE=2 FAULT_CODE_OVER_TEMPERATURE value
         * @property {number} FAULT_CODE_OVER_CURRENT=3 FAULT_CODE_OVER_CURRENT value
         * @property {number} FAULT_CODE_HOST_SILENCE=4 FAULT_CODE_HOST_SILENCE value
         * @property {number} FAULT_CODE_WATCHDOG=5 FAULT_CODE_WATCHDOG value
         * @property {number} FAULT_CODE_SUPPLY=6 FAULT_CODE_SUPPLY value
         * @property {number} FAULT_CODE_AMPLITUDE_READBACK=7 FAULT_CODE_AMPLITUDE_READBACK value
         * @property {number} FAULT_CODE_BREAKDOWN=8 FAULT_CODE_BREAKDOWN value
         * @property {number} FAULT_CODE_SENSOR_SILENT=9 FAULT_CODE_SENSOR_SILENT value
         * @property {number} FAULT_CODE_DUTY=10 FAULT_CODE_DUTY value
         * @property {number} FAULT_CODE_SELF_TEST=11 FAULT_CODE_SELF_TEST value
         * @property {number} FAULT_CODE_HEALTH=12 FAULT_CODE_HEALTH value
         * @property {number} FAULT_CODE_HARDWARE=13 FAULT_CODE_HARDWARE value
         */
        v1.FaultCode = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "FAULT_CODE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "FAULT_CODE_INTERLOCK"] = 1;
            values[valuesById[2] = "FAULT_CODE_OVER_TEMPERATURE"] = 2;
            values[valuesById[3] = "FAULT_CODE_OVER_CURRENT"] = 3;
            values[valuesById[4] = "FAULT_CODE_HOST_SILENCE"] = 4;
            values[valuesById[5] = "FAULT_CODE_WATCHDOG"] = 5;
            values[valuesById[6] = "FAULT_CODE_SUPPLY"] = 6;
            values[valuesById[7] = "FAULT_CODE_AMPLITUDE_READBACK"] = 7;
            values[valuesById[8] = "FAULT_CODE_BREAKDOWN"] = 8;
            values[valuesById[9] = "FAULT_CODE_SENSOR_SILENT"] = 9;
            values[valuesById[10] = "FAULT_CODE_DUTY"] = 10;
            values[valuesById[11] = "FAULT_CODE_SELF_TEST"] = 11;
            values[valuesById[12] = "FAULT_CODE_HEALTH"] = 12;
            values[valuesById[13] = "FAULT_CODE_HARDWARE"] = 13;
            return values;
        })();

        v1.Geometry = (function() {

            /**
             * Properties of a Geometry.
             * @typedef {Object} spindrift.v1.Geometry.$Properties
             * @property {number|null} [rows] Geometry rows
             * @property {number|null} [cols] Geometry cols
             * @property {number|null} [tiles] Geometry tiles
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Geometry.
             * @memberof spindrift.v1
             * @interface IGeometry
             * @augments spindrift.v1.Geometry.$Properties
             * @deprecated Use spindrift.v1.Geometry.$Properties instead.
             */

            /**
             * Shape of a Geometry.
             * @typedef {spindrift.v1.Geometry.$Properties} spindrift.v1.Geometry.$Shape
             */

            /**
             * Constructs a new Geometry.
             * @memberof spindrift.v1
             * @classdesc Represents a Geometry.
             * @constructor
             * @param {spindrift.v1.Geometry.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Geometry = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Geometry rows.
             * @member {number} rows
             * @memberof spindrift.v1.Geometry
             * @instance
             */
            Geometry.prototype.rows = 0;

            /**
             * Geometry cols.
             * @member {number} cols
             * @memberof spindrift.v1.Geometry
             * @instance
             */
            Geometry.prototype.cols = 0;

            /**
             * Geometry tiles.
             * @member {number} tiles
             * @memberof spindrift.v1.Geometry
             * @instance
             */
            Geometry.prototype.tiles = 0;

            /**
             * Creates a new Geometry instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.Geometry
             * @static
             * @param {spindrift.v1.Geometry.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.Geometry} Geometry instance
             * @type {{
             *   (properties: spindrift.v1.Geometry.$Shape): spindrift.v1.Geometry & spindrift.v1.Geometry.$Shape;
             *   (properties?: spindrift.v1.Geometry.$Properties): spindrift.v1.Geometry;
             * }}
             */
            Geometry.create = function(properties) {
                return new Geometry(properties);
            };

            /**
             * Encodes the specified Geometry message. Does not implicitly {@link spindrift.v1.Geometry.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.Geometry
             * @static
             * @param {spindrift.v1.Geometry.$Properties} message Geometry message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Geometry.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.rows != null && $Object.hasOwnProperty.call(message, "rows") && message.rows !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.rows);
                if (message.cols != null && $Object.hasOwnProperty.call(message, "cols") && message.cols !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.cols);
                if (message.tiles != null && $Object.hasOwnProperty.call(message, "tiles") && message.tiles !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.tiles);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Geometry message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.Geometry
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.Geometry & spindrift.v1.Geometry.$Shape} Geometry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Geometry.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.Geometry();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.rows = value;
                            else
                                delete message.rows;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.cols = value;
                            else
                                delete message.cols;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.tiles = value;
                            else
                                delete message.tiles;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Geometry;
        })();

        v1.Identity = (function() {

            /**
             * Properties of an Identity.
             * @typedef {Object} spindrift.v1.Identity.$Properties
             * @property {spindrift.v1.BoardKind|null} [kind] Identity kind
             * @property {string|null} [model] Identity model
             * @property {string|null} [serial] Identity serial
             * @property {number|null} [revision] Identity revision
             * @property {string|null} [arrayId] Identity arrayId
             * @property {spindrift.v1.Geometry.$Properties|null} [geometry] Identity geometry
             * @property {string|null} [firmware] Identity firmware
             * @property {string|null} [gitHash] Identity gitHash
             * @property {string|null} [buildFlags] Identity buildFlags
             * @property {string|null} [name] Identity name
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Identity.
             * @memberof spindrift.v1
             * @interface IIdentity
             * @augments spindrift.v1.Identity.$Properties
             * @deprecated Use spindrift.v1.Identity.$Properties instead.
             */

            /**
             * Shape of an Identity.
             * @typedef {spindrift.v1.Identity.$Properties} spindrift.v1.Identity.$Shape
             */

            /**
             * Constructs a new Identity.
             * @memberof spindrift.v1
             * @classdesc Represents an Identity.
             * @constructor
             * @param {spindrift.v1.Identity.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Identity = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Identity kind.
             * @member {spindrift.v1.BoardKind} kind
             * @memberof spindrift.v1.Identity
             * @instance
             */
            Identity.prototype.kind = 0;

            /**
             * Identity model.
             * @member {string} model
             * @memberof spindrift.v1.Identity
             * @instance
             */
            Identity.prototype.model = "";

            /**
             * Identity serial.
             * @member {string} serial
             * @memberof spindrift.v1.Identity
             * @instance
             */
            Identity.prototype.serial = "";

            /**
             * Identity revision.
             * @member {number} revision
             * @memberof spindrift.v1.Identity
             * @instance
             */
            Identity.prototype.revision = 0;

            /**
             * Identity arrayId.
             * @member {string} arrayId
             * @memberof spindrift.v1.Identity
             * @instance
             */
            Identity.prototype.arrayId = "";

            /**
             * Identity geometry.
             * @member {spindrift.v1.Geometry.$Properties|null|undefined} geometry
             * @memberof spindrift.v1.Identity
             * @instance
             */
            Identity.prototype.geometry = null;

            /**
             * Identity firmware.
             * @member {string} firmware
             * @memberof spindrift.v1.Identity
             * @instance
             */
            Identity.prototype.firmware = "";

            /**
             * Identity gitHash.
             * @member {string} gitHash
             * @memberof spindrift.v1.Identity
             * @instance
             */
            Identity.prototype.gitHash = "";

            /**
             * Identity buildFlags.
             * @member {string} buildFlags
             * @memberof spindrift.v1.Identity
             * @instance
             */
            Identity.prototype.buildFlags = "";

            /**
             * Identity name.
             * @member {string} name
             * @memberof spindrift.v1.Identity
             * @instance
             */
            Identity.prototype.name = "";

            /**
             * Creates a new Identity instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.Identity
             * @static
             * @param {spindrift.v1.Identity.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.Identity} Identity instance
             * @type {{
             *   (properties: spindrift.v1.Identity.$Shape): spindrift.v1.Identity & spindrift.v1.Identity.$Shape;
             *   (properties?: spindrift.v1.Identity.$Properties): spindrift.v1.Identity;
             * }}
             */
            Identity.create = function(properties) {
                return new Identity(properties);
            };

            /**
             * Encodes the specified Identity message. Does not implicitly {@link spindrift.v1.Identity.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.Identity
             * @static
             * @param {spindrift.v1.Identity.$Properties} message Identity message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Identity.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.kind);
                if (message.model != null && $Object.hasOwnProperty.call(message, "model") && message.model !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.model);
                if (message.serial != null && $Object.hasOwnProperty.call(message, "serial") && message.serial !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.serial);
                if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && message.revision !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.revision);
                if (message.arrayId != null && $Object.hasOwnProperty.call(message, "arrayId") && message.arrayId !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.arrayId);
                if (message.geometry != null && $Object.hasOwnProperty.call(message, "geometry"))
                    $root.spindrift.v1.Geometry.encode(message.geometry, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.firmware != null && $Object.hasOwnProperty.call(message, "firmware") && message.firmware !== "")
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.firmware);
                if (message.gitHash != null && $Object.hasOwnProperty.call(message, "gitHash") && message.gitHash !== "")
                    writer.uint32(/* id 8, wireType 2 =*/66).string(message.gitHash);
                if (message.buildFlags != null && $Object.hasOwnProperty.call(message, "buildFlags") && message.buildFlags !== "")
                    writer.uint32(/* id 9, wireType 2 =*/74).string(message.buildFlags);
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 10, wireType 2 =*/82).string(message.name);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Identity message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.Identity
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.Identity & spindrift.v1.Identity.$Shape} Identity
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Identity.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.Identity();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.kind = value;
                            else
                                delete message.kind;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.model = value;
                            else
                                delete message.model;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.serial = value;
                            else
                                delete message.serial;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.revision = value;
                            else
                                delete message.revision;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.arrayId = value;
                            else
                                delete message.arrayId;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.geometry = $root.spindrift.v1.Geometry.decode(reader, reader.size(), $undefined, _depth + 1, message.geometry);
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.firmware = value;
                            else
                                delete message.firmware;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.gitHash = value;
                            else
                                delete message.gitHash;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.buildFlags = value;
                            else
                                delete message.buildFlags;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Identity;
        })();

        v1.SessionLimits = (function() {

            /**
             * Properties of a SessionLimits.
             * @typedef {Object} spindrift.v1.SessionLimits.$Properties
             * @property {number|null} [maxControlBytes] SessionLimits maxControlBytes
             * @property {number|null} [maxRxFrame] SessionLimits maxRxFrame
             * @property {number|null} [maxInflight] SessionLimits maxInflight
             * @property {number|null} [maxStreams] SessionLimits maxStreams
             * @property {number|null} [inlineBits] SessionLimits inlineBits
             * @property {number|null} [rxCredit] SessionLimits rxCredit
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SessionLimits.
             * @memberof spindrift.v1
             * @interface ISessionLimits
             * @augments spindrift.v1.SessionLimits.$Properties
             * @deprecated Use spindrift.v1.SessionLimits.$Properties instead.
             */

            /**
             * Shape of a SessionLimits.
             * @typedef {spindrift.v1.SessionLimits.$Properties} spindrift.v1.SessionLimits.$Shape
             */

            /**
             * Constructs a new SessionLimits.
             * @memberof spindrift.v1
             * @classdesc Represents a SessionLimits.
             * @constructor
             * @param {spindrift.v1.SessionLimits.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SessionLimits = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SessionLimits maxControlBytes.
             * @member {number} maxControlBytes
             * @memberof spindrift.v1.SessionLimits
             * @instance
             */
            SessionLimits.prototype.maxControlBytes = 0;

            /**
             * SessionLimits maxRxFrame.
             * @member {number} maxRxFrame
             * @memberof spindrift.v1.SessionLimits
             * @instance
             */
            SessionLimits.prototype.maxRxFrame = 0;

            /**
             * SessionLimits maxInflight.
             * @member {number} maxInflight
             * @memberof spindrift.v1.SessionLimits
             * @instance
             */
            SessionLimits.prototype.maxInflight = 0;

            /**
             * SessionLimits maxStreams.
             * @member {number} maxStreams
             * @memberof spindrift.v1.SessionLimits
             * @instance
             */
            SessionLimits.prototype.maxStreams = 0;

            /**
             * SessionLimits inlineBits.
             * @member {number} inlineBits
             * @memberof spindrift.v1.SessionLimits
             * @instance
             */
            SessionLimits.prototype.inlineBits = 0;

            /**
             * SessionLimits rxCredit.
             * @member {number} rxCredit
             * @memberof spindrift.v1.SessionLimits
             * @instance
             */
            SessionLimits.prototype.rxCredit = 0;

            /**
             * Creates a new SessionLimits instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.SessionLimits
             * @static
             * @param {spindrift.v1.SessionLimits.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.SessionLimits} SessionLimits instance
             * @type {{
             *   (properties: spindrift.v1.SessionLimits.$Shape): spindrift.v1.SessionLimits & spindrift.v1.SessionLimits.$Shape;
             *   (properties?: spindrift.v1.SessionLimits.$Properties): spindrift.v1.SessionLimits;
             * }}
             */
            SessionLimits.create = function(properties) {
                return new SessionLimits(properties);
            };

            /**
             * Encodes the specified SessionLimits message. Does not implicitly {@link spindrift.v1.SessionLimits.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.SessionLimits
             * @static
             * @param {spindrift.v1.SessionLimits.$Properties} message SessionLimits message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SessionLimits.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.maxControlBytes != null && $Object.hasOwnProperty.call(message, "maxControlBytes") && message.maxControlBytes !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.maxControlBytes);
                if (message.maxRxFrame != null && $Object.hasOwnProperty.call(message, "maxRxFrame") && message.maxRxFrame !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.maxRxFrame);
                if (message.maxInflight != null && $Object.hasOwnProperty.call(message, "maxInflight") && message.maxInflight !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.maxInflight);
                if (message.maxStreams != null && $Object.hasOwnProperty.call(message, "maxStreams") && message.maxStreams !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.maxStreams);
                if (message.inlineBits != null && $Object.hasOwnProperty.call(message, "inlineBits") && message.inlineBits !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.inlineBits);
                if (message.rxCredit != null && $Object.hasOwnProperty.call(message, "rxCredit") && message.rxCredit !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.rxCredit);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SessionLimits message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.SessionLimits
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.SessionLimits & spindrift.v1.SessionLimits.$Shape} SessionLimits
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SessionLimits.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.SessionLimits();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.maxControlBytes = value;
                            else
                                delete message.maxControlBytes;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.maxRxFrame = value;
                            else
                                delete message.maxRxFrame;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.maxInflight = value;
                            else
                                delete message.maxInflight;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.maxStreams = value;
                            else
                                delete message.maxStreams;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.inlineBits = value;
                            else
                                delete message.inlineBits;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.rxCredit = value;
                            else
                                delete message.rxCredit;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SessionLimits;
        })();

        v1.Hello = (function() {

            /**
             * Properties of a Hello.
             * @typedef {Object} spindrift.v1.Hello.$Properties
             * @property {number|null} [protocolMajor] Hello protocolMajor
             * @property {number|null} [protocolMinor] Hello protocolMinor
             * @property {number|null} [minPeerMinor] Hello minPeerMinor
             * @property {number|null} [nonce] Hello nonce
             * @property {number|null} [hostSilenceMs] Hello hostSilenceMs
             * @property {string|null} [hostName] Hello hostName
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Hello.
             * @memberof spindrift.v1
             * @interface IHello
             * @augments spindrift.v1.Hello.$Properties
             * @deprecated Use spindrift.v1.Hello.$Properties instead.
             */

            /**
             * Shape of a Hello.
             * @typedef {spindrift.v1.Hello.$Properties} spindrift.v1.Hello.$Shape
             */

            /**
             * Constructs a new Hello.
             * @memberof spindrift.v1
             * @classdesc Represents a Hello.
             * @constructor
             * @param {spindrift.v1.Hello.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Hello = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Hello protocolMajor.
             * @member {number} protocolMajor
             * @memberof spindrift.v1.Hello
             * @instance
             */
            Hello.prototype.protocolMajor = 0;

            /**
             * Hello protocolMinor.
             * @member {number} protocolMinor
             * @memberof spindrift.v1.Hello
             * @instance
             */
            Hello.prototype.protocolMinor = 0;

            /**
             * Hello minPeerMinor.
             * @member {number} minPeerMinor
             * @memberof spindrift.v1.Hello
             * @instance
             */
            Hello.prototype.minPeerMinor = 0;

            /**
             * Hello nonce.
             * @member {number} nonce
             * @memberof spindrift.v1.Hello
             * @instance
             */
            Hello.prototype.nonce = 0;

            /**
             * Hello hostSilenceMs.
             * @member {number} hostSilenceMs
             * @memberof spindrift.v1.Hello
             * @instance
             */
            Hello.prototype.hostSilenceMs = 0;

            /**
             * Hello hostName.
             * @member {string} hostName
             * @memberof spindrift.v1.Hello
             * @instance
             */
            Hello.prototype.hostName = "";

            /**
             * Creates a new Hello instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.Hello
             * @static
             * @param {spindrift.v1.Hello.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.Hello} Hello instance
             * @type {{
             *   (properties: spindrift.v1.Hello.$Shape): spindrift.v1.Hello & spindrift.v1.Hello.$Shape;
             *   (properties?: spindrift.v1.Hello.$Properties): spindrift.v1.Hello;
             * }}
             */
            Hello.create = function(properties) {
                return new Hello(properties);
            };

            /**
             * Encodes the specified Hello message. Does not implicitly {@link spindrift.v1.Hello.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.Hello
             * @static
             * @param {spindrift.v1.Hello.$Properties} message Hello message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Hello.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.protocolMajor != null && $Object.hasOwnProperty.call(message, "protocolMajor") && message.protocolMajor !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.protocolMajor);
                if (message.protocolMinor != null && $Object.hasOwnProperty.call(message, "protocolMinor") && message.protocolMinor !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.protocolMinor);
                if (message.minPeerMinor != null && $Object.hasOwnProperty.call(message, "minPeerMinor") && message.minPeerMinor !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.minPeerMinor);
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.nonce);
                if (message.hostSilenceMs != null && $Object.hasOwnProperty.call(message, "hostSilenceMs") && message.hostSilenceMs !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.hostSilenceMs);
                if (message.hostName != null && $Object.hasOwnProperty.call(message, "hostName") && message.hostName !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.hostName);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Hello message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.Hello
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.Hello & spindrift.v1.Hello.$Shape} Hello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Hello.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.Hello();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.protocolMajor = value;
                            else
                                delete message.protocolMajor;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.protocolMinor = value;
                            else
                                delete message.protocolMinor;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.minPeerMinor = value;
                            else
                                delete message.minPeerMinor;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.nonce = value;
                            else
                                delete message.nonce;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.hostSilenceMs = value;
                            else
                                delete message.hostSilenceMs;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.hostName = value;
                            else
                                delete message.hostName;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Hello;
        })();

        v1.HelloReply = (function() {

            /**
             * Properties of a HelloReply.
             * @typedef {Object} spindrift.v1.HelloReply.$Properties
             * @property {number|null} [nonce] HelloReply nonce
             * @property {number|null} [protocolMajor] HelloReply protocolMajor
             * @property {number|null} [protocolMinor] HelloReply protocolMinor
             * @property {number|null} [minPeerMinor] HelloReply minPeerMinor
             * @property {number|null} [bootId] HelloReply bootId
             * @property {number|null} [schemaHash] HelloReply schemaHash
             * @property {spindrift.v1.Identity.$Properties|null} [identity] HelloReply identity
             * @property {Array.<spindrift.v1.Feature>|null} [features] HelloReply features
             * @property {spindrift.v1.SessionLimits.$Properties|null} [limits] HelloReply limits
             * @property {number|null} [calibrationHash] HelloReply calibrationHash
             * @property {number|null} [configHash] HelloReply configHash
             * @property {number|null} [hostSilenceMs] HelloReply hostSilenceMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a HelloReply.
             * @memberof spindrift.v1
             * @interface IHelloReply
             * @augments spindrift.v1.HelloReply.$Properties
             * @deprecated Use spindrift.v1.HelloReply.$Properties instead.
             */

            /**
             * Shape of a HelloReply.
             * @typedef {spindrift.v1.HelloReply.$Properties} spindrift.v1.HelloReply.$Shape
             */

            /**
             * Constructs a new HelloReply.
             * @memberof spindrift.v1
             * @classdesc Represents a HelloReply.
             * @constructor
             * @param {spindrift.v1.HelloReply.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const HelloReply = function (properties) {
                this.features = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * HelloReply nonce.
             * @member {number} nonce
             * @memberof spindrift.v1.HelloReply
             * @instance
             */
            HelloReply.prototype.nonce = 0;

            /**
             * HelloReply protocolMajor.
             * @member {number} protocolMajor
             * @memberof spindrift.v1.HelloReply
             * @instance
             */
            HelloReply.prototype.protocolMajor = 0;

            /**
             * HelloReply protocolMinor.
             * @member {number} protocolMinor
             * @memberof spindrift.v1.HelloReply
             * @instance
             */
            HelloReply.prototype.protocolMinor = 0;

            /**
             * HelloReply minPeerMinor.
             * @member {number} minPeerMinor
             * @memberof spindrift.v1.HelloReply
             * @instance
             */
            HelloReply.prototype.minPeerMinor = 0;

            /**
             * HelloReply bootId.
             * @member {number} bootId
             * @memberof spindrift.v1.HelloReply
             * @instance
             */
            HelloReply.prototype.bootId = 0;

            /**
             * HelloReply schemaHash.
             * @member {number} schemaHash
             * @memberof spindrift.v1.HelloReply
             * @instance
             */
            HelloReply.prototype.schemaHash = 0;

            /**
             * HelloReply identity.
             * @member {spindrift.v1.Identity.$Properties|null|undefined} identity
             * @memberof spindrift.v1.HelloReply
             * @instance
             */
            HelloReply.prototype.identity = null;

            /**
             * HelloReply features.
             * @member {Array.<spindrift.v1.Feature>} features
             * @memberof spindrift.v1.HelloReply
             * @instance
             */
            HelloReply.prototype.features = $util.emptyArray;

            /**
             * HelloReply limits.
             * @member {spindrift.v1.SessionLimits.$Properties|null|undefined} limits
             * @memberof spindrift.v1.HelloReply
             * @instance
             */
            HelloReply.prototype.limits = null;

            /**
             * HelloReply calibrationHash.
             * @member {number} calibrationHash
             * @memberof spindrift.v1.HelloReply
             * @instance
             */
            HelloReply.prototype.calibrationHash = 0;

            /**
             * HelloReply configHash.
             * @member {number} configHash
             * @memberof spindrift.v1.HelloReply
             * @instance
             */
            HelloReply.prototype.configHash = 0;

            /**
             * HelloReply hostSilenceMs.
             * @member {number} hostSilenceMs
             * @memberof spindrift.v1.HelloReply
             * @instance
             */
            HelloReply.prototype.hostSilenceMs = 0;

            /**
             * Creates a new HelloReply instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.HelloReply
             * @static
             * @param {spindrift.v1.HelloReply.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.HelloReply} HelloReply instance
             * @type {{
             *   (properties: spindrift.v1.HelloReply.$Shape): spindrift.v1.HelloReply & spindrift.v1.HelloReply.$Shape;
             *   (properties?: spindrift.v1.HelloReply.$Properties): spindrift.v1.HelloReply;
             * }}
             */
            HelloReply.create = function(properties) {
                return new HelloReply(properties);
            };

            /**
             * Encodes the specified HelloReply message. Does not implicitly {@link spindrift.v1.HelloReply.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.HelloReply
             * @static
             * @param {spindrift.v1.HelloReply.$Properties} message HelloReply message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            HelloReply.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.nonce);
                if (message.protocolMajor != null && $Object.hasOwnProperty.call(message, "protocolMajor") && message.protocolMajor !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.protocolMajor);
                if (message.protocolMinor != null && $Object.hasOwnProperty.call(message, "protocolMinor") && message.protocolMinor !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.protocolMinor);
                if (message.minPeerMinor != null && $Object.hasOwnProperty.call(message, "minPeerMinor") && message.minPeerMinor !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.minPeerMinor);
                if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId") && message.bootId !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.bootId);
                if (message.schemaHash != null && $Object.hasOwnProperty.call(message, "schemaHash") && message.schemaHash !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.schemaHash);
                if (message.identity != null && $Object.hasOwnProperty.call(message, "identity"))
                    $root.spindrift.v1.Identity.encode(message.identity, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.features != null && message.features.length)
                    writer.uint32(/* id 8, wireType 2 =*/66).int32s(message.features);
                if (message.limits != null && $Object.hasOwnProperty.call(message, "limits"))
                    $root.spindrift.v1.SessionLimits.encode(message.limits, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.calibrationHash != null && $Object.hasOwnProperty.call(message, "calibrationHash") && message.calibrationHash !== 0)
                    writer.uint32(/* id 10, wireType 0 =*/80).uint32(message.calibrationHash);
                if (message.configHash != null && $Object.hasOwnProperty.call(message, "configHash") && message.configHash !== 0)
                    writer.uint32(/* id 11, wireType 0 =*/88).uint32(message.configHash);
                if (message.hostSilenceMs != null && $Object.hasOwnProperty.call(message, "hostSilenceMs") && message.hostSilenceMs !== 0)
                    writer.uint32(/* id 12, wireType 0 =*/96).uint32(message.hostSilenceMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a HelloReply message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.HelloReply
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.HelloReply & spindrift.v1.HelloReply.$Shape} HelloReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            HelloReply.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.HelloReply();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.nonce = value;
                            else
                                delete message.nonce;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.protocolMajor = value;
                            else
                                delete message.protocolMajor;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.protocolMinor = value;
                            else
                                delete message.protocolMinor;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.minPeerMinor = value;
                            else
                                delete message.minPeerMinor;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.bootId = value;
                            else
                                delete message.bootId;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.schemaHash = value;
                            else
                                delete message.schemaHash;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.identity = $root.spindrift.v1.Identity.decode(reader, reader.size(), $undefined, _depth + 1, message.identity);
                            continue;
                        }
                    case 8: {
                            if (wireType === 2) {
                                if (!(message.features && message.features.length))
                                    message.features = [];
                                reader.int32s(message.features);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.features && message.features.length))
                                message.features = [];
                            message.features.push(reader.int32());
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.limits = $root.spindrift.v1.SessionLimits.decode(reader, reader.size(), $undefined, _depth + 1, message.limits);
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.calibrationHash = value;
                            else
                                delete message.calibrationHash;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.configHash = value;
                            else
                                delete message.configHash;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.hostSilenceMs = value;
                            else
                                delete message.hostSilenceMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return HelloReply;
        })();

        v1.Heartbeat = (function() {

            /**
             * Properties of a Heartbeat.
             * @typedef {Object} spindrift.v1.Heartbeat.$Properties
             * @property {number|null} [bootId] Heartbeat bootId
             * @property {number|Long|null} [uptimeUs] Heartbeat uptimeUs
             * @property {spindrift.v1.BoardState|null} [state] Heartbeat state
             * @property {number|null} [rxFree] Heartbeat rxFree
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Heartbeat.
             * @memberof spindrift.v1
             * @interface IHeartbeat
             * @augments spindrift.v1.Heartbeat.$Properties
             * @deprecated Use spindrift.v1.Heartbeat.$Properties instead.
             */

            /**
             * Shape of a Heartbeat.
             * @typedef {spindrift.v1.Heartbeat.$Properties} spindrift.v1.Heartbeat.$Shape
             */

            /**
             * Constructs a new Heartbeat.
             * @memberof spindrift.v1
             * @classdesc Represents a Heartbeat.
             * @constructor
             * @param {spindrift.v1.Heartbeat.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Heartbeat = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Heartbeat bootId.
             * @member {number} bootId
             * @memberof spindrift.v1.Heartbeat
             * @instance
             */
            Heartbeat.prototype.bootId = 0;

            /**
             * Heartbeat uptimeUs.
             * @member {number|Long} uptimeUs
             * @memberof spindrift.v1.Heartbeat
             * @instance
             */
            Heartbeat.prototype.uptimeUs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Heartbeat state.
             * @member {spindrift.v1.BoardState} state
             * @memberof spindrift.v1.Heartbeat
             * @instance
             */
            Heartbeat.prototype.state = 0;

            /**
             * Heartbeat rxFree.
             * @member {number} rxFree
             * @memberof spindrift.v1.Heartbeat
             * @instance
             */
            Heartbeat.prototype.rxFree = 0;

            /**
             * Creates a new Heartbeat instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.Heartbeat
             * @static
             * @param {spindrift.v1.Heartbeat.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.Heartbeat} Heartbeat instance
             * @type {{
             *   (properties: spindrift.v1.Heartbeat.$Shape): spindrift.v1.Heartbeat & spindrift.v1.Heartbeat.$Shape;
             *   (properties?: spindrift.v1.Heartbeat.$Properties): spindrift.v1.Heartbeat;
             * }}
             */
            Heartbeat.create = function(properties) {
                return new Heartbeat(properties);
            };

            /**
             * Encodes the specified Heartbeat message. Does not implicitly {@link spindrift.v1.Heartbeat.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.Heartbeat
             * @static
             * @param {spindrift.v1.Heartbeat.$Properties} message Heartbeat message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Heartbeat.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId") && message.bootId !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.bootId);
                if (message.uptimeUs != null && $Object.hasOwnProperty.call(message, "uptimeUs") && (typeof message.uptimeUs === "object" ? message.uptimeUs.low || message.uptimeUs.high : message.uptimeUs !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.uptimeUs);
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.state);
                if (message.rxFree != null && $Object.hasOwnProperty.call(message, "rxFree") && message.rxFree !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.rxFree);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Heartbeat message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.Heartbeat
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.Heartbeat & spindrift.v1.Heartbeat.$Shape} Heartbeat
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Heartbeat.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.Heartbeat();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.bootId = value;
                            else
                                delete message.bootId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.uptimeUs = value;
                            else
                                delete message.uptimeUs;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.state = value;
                            else
                                delete message.state;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.rxFree = value;
                            else
                                delete message.rxFree;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Heartbeat;
        })();

        v1.Cancel = (function() {

            /**
             * Properties of a Cancel.
             * @typedef {Object} spindrift.v1.Cancel.$Properties
             * @property {number|null} [targetId] Cancel targetId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Cancel.
             * @memberof spindrift.v1
             * @interface ICancel
             * @augments spindrift.v1.Cancel.$Properties
             * @deprecated Use spindrift.v1.Cancel.$Properties instead.
             */

            /**
             * Shape of a Cancel.
             * @typedef {spindrift.v1.Cancel.$Properties} spindrift.v1.Cancel.$Shape
             */

            /**
             * Constructs a new Cancel.
             * @memberof spindrift.v1
             * @classdesc Represents a Cancel.
             * @constructor
             * @param {spindrift.v1.Cancel.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Cancel = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Cancel targetId.
             * @member {number} targetId
             * @memberof spindrift.v1.Cancel
             * @instance
             */
            Cancel.prototype.targetId = 0;

            /**
             * Creates a new Cancel instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.Cancel
             * @static
             * @param {spindrift.v1.Cancel.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.Cancel} Cancel instance
             * @type {{
             *   (properties: spindrift.v1.Cancel.$Shape): spindrift.v1.Cancel & spindrift.v1.Cancel.$Shape;
             *   (properties?: spindrift.v1.Cancel.$Properties): spindrift.v1.Cancel;
             * }}
             */
            Cancel.create = function(properties) {
                return new Cancel(properties);
            };

            /**
             * Encodes the specified Cancel message. Does not implicitly {@link spindrift.v1.Cancel.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.Cancel
             * @static
             * @param {spindrift.v1.Cancel.$Properties} message Cancel message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Cancel.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.targetId != null && $Object.hasOwnProperty.call(message, "targetId") && message.targetId !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.targetId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Cancel message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.Cancel
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.Cancel & spindrift.v1.Cancel.$Shape} Cancel
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Cancel.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.Cancel();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.targetId = value;
                            else
                                delete message.targetId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Cancel;
        })();

        v1.StreamCredit = (function() {

            /**
             * Properties of a StreamCredit.
             * @typedef {Object} spindrift.v1.StreamCredit.$Properties
             * @property {number|null} [streamId] StreamCredit streamId
             * @property {number|null} [blocks] StreamCredit blocks
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a StreamCredit.
             * @memberof spindrift.v1
             * @interface IStreamCredit
             * @augments spindrift.v1.StreamCredit.$Properties
             * @deprecated Use spindrift.v1.StreamCredit.$Properties instead.
             */

            /**
             * Shape of a StreamCredit.
             * @typedef {spindrift.v1.StreamCredit.$Properties} spindrift.v1.StreamCredit.$Shape
             */

            /**
             * Constructs a new StreamCredit.
             * @memberof spindrift.v1
             * @classdesc Represents a StreamCredit.
             * @constructor
             * @param {spindrift.v1.StreamCredit.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const StreamCredit = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * StreamCredit streamId.
             * @member {number} streamId
             * @memberof spindrift.v1.StreamCredit
             * @instance
             */
            StreamCredit.prototype.streamId = 0;

            /**
             * StreamCredit blocks.
             * @member {number} blocks
             * @memberof spindrift.v1.StreamCredit
             * @instance
             */
            StreamCredit.prototype.blocks = 0;

            /**
             * Creates a new StreamCredit instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.StreamCredit
             * @static
             * @param {spindrift.v1.StreamCredit.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.StreamCredit} StreamCredit instance
             * @type {{
             *   (properties: spindrift.v1.StreamCredit.$Shape): spindrift.v1.StreamCredit & spindrift.v1.StreamCredit.$Shape;
             *   (properties?: spindrift.v1.StreamCredit.$Properties): spindrift.v1.StreamCredit;
             * }}
             */
            StreamCredit.create = function(properties) {
                return new StreamCredit(properties);
            };

            /**
             * Encodes the specified StreamCredit message. Does not implicitly {@link spindrift.v1.StreamCredit.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.StreamCredit
             * @static
             * @param {spindrift.v1.StreamCredit.$Properties} message StreamCredit message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            StreamCredit.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.streamId != null && $Object.hasOwnProperty.call(message, "streamId") && message.streamId !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.streamId);
                if (message.blocks != null && $Object.hasOwnProperty.call(message, "blocks") && message.blocks !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.blocks);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a StreamCredit message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.StreamCredit
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.StreamCredit & spindrift.v1.StreamCredit.$Shape} StreamCredit
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            StreamCredit.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.StreamCredit();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.streamId = value;
                            else
                                delete message.streamId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.blocks = value;
                            else
                                delete message.blocks;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return StreamCredit;
        })();

        v1.StreamClose = (function() {

            /**
             * Properties of a StreamClose.
             * @typedef {Object} spindrift.v1.StreamClose.$Properties
             * @property {number|null} [streamId] StreamClose streamId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a StreamClose.
             * @memberof spindrift.v1
             * @interface IStreamClose
             * @augments spindrift.v1.StreamClose.$Properties
             * @deprecated Use spindrift.v1.StreamClose.$Properties instead.
             */

            /**
             * Shape of a StreamClose.
             * @typedef {spindrift.v1.StreamClose.$Properties} spindrift.v1.StreamClose.$Shape
             */

            /**
             * Constructs a new StreamClose.
             * @memberof spindrift.v1
             * @classdesc Represents a StreamClose.
             * @constructor
             * @param {spindrift.v1.StreamClose.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const StreamClose = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * StreamClose streamId.
             * @member {number} streamId
             * @memberof spindrift.v1.StreamClose
             * @instance
             */
            StreamClose.prototype.streamId = 0;

            /**
             * Creates a new StreamClose instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.StreamClose
             * @static
             * @param {spindrift.v1.StreamClose.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.StreamClose} StreamClose instance
             * @type {{
             *   (properties: spindrift.v1.StreamClose.$Shape): spindrift.v1.StreamClose & spindrift.v1.StreamClose.$Shape;
             *   (properties?: spindrift.v1.StreamClose.$Properties): spindrift.v1.StreamClose;
             * }}
             */
            StreamClose.create = function(properties) {
                return new StreamClose(properties);
            };

            /**
             * Encodes the specified StreamClose message. Does not implicitly {@link spindrift.v1.StreamClose.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.StreamClose
             * @static
             * @param {spindrift.v1.StreamClose.$Properties} message StreamClose message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            StreamClose.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.streamId != null && $Object.hasOwnProperty.call(message, "streamId") && message.streamId !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.streamId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a StreamClose message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.StreamClose
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.StreamClose & spindrift.v1.StreamClose.$Shape} StreamClose
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            StreamClose.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.StreamClose();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.streamId = value;
                            else
                                delete message.streamId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return StreamClose;
        })();

        v1.StreamOpened = (function() {

            /**
             * Properties of a StreamOpened.
             * @typedef {Object} spindrift.v1.StreamOpened.$Properties
             * @property {number|null} [blockBytes] StreamOpened blockBytes
             * @property {spindrift.v1.DataFormat|null} [format] StreamOpened format
             * @property {number|null} [rate] StreamOpened rate
             * @property {number|Long|null} [totalBytes] StreamOpened totalBytes
             * @property {number|null} [upBlockBytes] StreamOpened upBlockBytes
             * @property {number|Long|null} [upTotalBytes] StreamOpened upTotalBytes
             * @property {boolean|null} [lossless] StreamOpened lossless
             * @property {number|null} [shift] StreamOpened shift
             * @property {number|null} [valuesPerItem] StreamOpened valuesPerItem
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a StreamOpened.
             * @memberof spindrift.v1
             * @interface IStreamOpened
             * @augments spindrift.v1.StreamOpened.$Properties
             * @deprecated Use spindrift.v1.StreamOpened.$Properties instead.
             */

            /**
             * Shape of a StreamOpened.
             * @typedef {spindrift.v1.StreamOpened.$Properties} spindrift.v1.StreamOpened.$Shape
             */

            /**
             * Constructs a new StreamOpened.
             * @memberof spindrift.v1
             * @classdesc Represents a StreamOpened.
             * @constructor
             * @param {spindrift.v1.StreamOpened.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const StreamOpened = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * StreamOpened blockBytes.
             * @member {number} blockBytes
             * @memberof spindrift.v1.StreamOpened
             * @instance
             */
            StreamOpened.prototype.blockBytes = 0;

            /**
             * StreamOpened format.
             * @member {spindrift.v1.DataFormat} format
             * @memberof spindrift.v1.StreamOpened
             * @instance
             */
            StreamOpened.prototype.format = 0;

            /**
             * StreamOpened rate.
             * @member {number} rate
             * @memberof spindrift.v1.StreamOpened
             * @instance
             */
            StreamOpened.prototype.rate = 0;

            /**
             * StreamOpened totalBytes.
             * @member {number|Long} totalBytes
             * @memberof spindrift.v1.StreamOpened
             * @instance
             */
            StreamOpened.prototype.totalBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * StreamOpened upBlockBytes.
             * @member {number} upBlockBytes
             * @memberof spindrift.v1.StreamOpened
             * @instance
             */
            StreamOpened.prototype.upBlockBytes = 0;

            /**
             * StreamOpened upTotalBytes.
             * @member {number|Long} upTotalBytes
             * @memberof spindrift.v1.StreamOpened
             * @instance
             */
            StreamOpened.prototype.upTotalBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * StreamOpened lossless.
             * @member {boolean} lossless
             * @memberof spindrift.v1.StreamOpened
             * @instance
             */
            StreamOpened.prototype.lossless = false;

            /**
             * StreamOpened shift.
             * @member {number} shift
             * @memberof spindrift.v1.StreamOpened
             * @instance
             */
            StreamOpened.prototype.shift = 0;

            /**
             * StreamOpened valuesPerItem.
             * @member {number} valuesPerItem
             * @memberof spindrift.v1.StreamOpened
             * @instance
             */
            StreamOpened.prototype.valuesPerItem = 0;

            /**
             * Creates a new StreamOpened instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.StreamOpened
             * @static
             * @param {spindrift.v1.StreamOpened.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.StreamOpened} StreamOpened instance
             * @type {{
             *   (properties: spindrift.v1.StreamOpened.$Shape): spindrift.v1.StreamOpened & spindrift.v1.StreamOpened.$Shape;
             *   (properties?: spindrift.v1.StreamOpened.$Properties): spindrift.v1.StreamOpened;
             * }}
             */
            StreamOpened.create = function(properties) {
                return new StreamOpened(properties);
            };

            /**
             * Encodes the specified StreamOpened message. Does not implicitly {@link spindrift.v1.StreamOpened.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.StreamOpened
             * @static
             * @param {spindrift.v1.StreamOpened.$Properties} message StreamOpened message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            StreamOpened.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.blockBytes != null && $Object.hasOwnProperty.call(message, "blockBytes") && message.blockBytes !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.blockBytes);
                if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.format);
                if (message.rate != null && $Object.hasOwnProperty.call(message, "rate") && message.rate !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.rate);
                if (message.totalBytes != null && $Object.hasOwnProperty.call(message, "totalBytes") && (typeof message.totalBytes === "object" ? message.totalBytes.low || message.totalBytes.high : message.totalBytes !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.totalBytes);
                if (message.upBlockBytes != null && $Object.hasOwnProperty.call(message, "upBlockBytes") && message.upBlockBytes !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.upBlockBytes);
                if (message.upTotalBytes != null && $Object.hasOwnProperty.call(message, "upTotalBytes") && (typeof message.upTotalBytes === "object" ? message.upTotalBytes.low || message.upTotalBytes.high : message.upTotalBytes !== 0))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.upTotalBytes);
                if (message.lossless != null && $Object.hasOwnProperty.call(message, "lossless") && message.lossless !== false)
                    writer.uint32(/* id 7, wireType 0 =*/56).bool(message.lossless);
                if (message.shift != null && $Object.hasOwnProperty.call(message, "shift") && message.shift !== 0)
                    writer.uint32(/* id 8, wireType 0 =*/64).uint32(message.shift);
                if (message.valuesPerItem != null && $Object.hasOwnProperty.call(message, "valuesPerItem") && message.valuesPerItem !== 0)
                    writer.uint32(/* id 9, wireType 0 =*/72).uint32(message.valuesPerItem);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a StreamOpened message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.StreamOpened
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.StreamOpened & spindrift.v1.StreamOpened.$Shape} StreamOpened
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            StreamOpened.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.StreamOpened();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.blockBytes = value;
                            else
                                delete message.blockBytes;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.format = value;
                            else
                                delete message.format;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.rate = value;
                            else
                                delete message.rate;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.totalBytes = value;
                            else
                                delete message.totalBytes;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.upBlockBytes = value;
                            else
                                delete message.upBlockBytes;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.upTotalBytes = value;
                            else
                                delete message.upTotalBytes;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.lossless = value;
                            else
                                delete message.lossless;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.shift = value;
                            else
                                delete message.shift;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.valuesPerItem = value;
                            else
                                delete message.valuesPerItem;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return StreamOpened;
        })();

        v1.StreamStats = (function() {

            /**
             * Properties of a StreamStats.
             * @typedef {Object} spindrift.v1.StreamStats.$Properties
             * @property {number|Long|null} [blocks] StreamStats blocks
             * @property {number|Long|null} [bytes] StreamStats bytes
             * @property {number|Long|null} [dropped] StreamStats dropped
             * @property {number|Long|null} [clipped] StreamStats clipped
             * @property {number|Long|null} [items] StreamStats items
             * @property {number|Long|null} [boardTimeUs] StreamStats boardTimeUs
             * @property {number|null} [pauses] StreamStats pauses
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a StreamStats.
             * @memberof spindrift.v1
             * @interface IStreamStats
             * @augments spindrift.v1.StreamStats.$Properties
             * @deprecated Use spindrift.v1.StreamStats.$Properties instead.
             */

            /**
             * Shape of a StreamStats.
             * @typedef {spindrift.v1.StreamStats.$Properties} spindrift.v1.StreamStats.$Shape
             */

            /**
             * Constructs a new StreamStats.
             * @memberof spindrift.v1
             * @classdesc Represents a StreamStats.
             * @constructor
             * @param {spindrift.v1.StreamStats.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const StreamStats = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * StreamStats blocks.
             * @member {number|Long} blocks
             * @memberof spindrift.v1.StreamStats
             * @instance
             */
            StreamStats.prototype.blocks = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * StreamStats bytes.
             * @member {number|Long} bytes
             * @memberof spindrift.v1.StreamStats
             * @instance
             */
            StreamStats.prototype.bytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * StreamStats dropped.
             * @member {number|Long} dropped
             * @memberof spindrift.v1.StreamStats
             * @instance
             */
            StreamStats.prototype.dropped = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * StreamStats clipped.
             * @member {number|Long} clipped
             * @memberof spindrift.v1.StreamStats
             * @instance
             */
            StreamStats.prototype.clipped = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * StreamStats items.
             * @member {number|Long} items
             * @memberof spindrift.v1.StreamStats
             * @instance
             */
            StreamStats.prototype.items = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * StreamStats boardTimeUs.
             * @member {number|Long} boardTimeUs
             * @memberof spindrift.v1.StreamStats
             * @instance
             */
            StreamStats.prototype.boardTimeUs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * StreamStats pauses.
             * @member {number} pauses
             * @memberof spindrift.v1.StreamStats
             * @instance
             */
            StreamStats.prototype.pauses = 0;

            /**
             * Creates a new StreamStats instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.StreamStats
             * @static
             * @param {spindrift.v1.StreamStats.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.StreamStats} StreamStats instance
             * @type {{
             *   (properties: spindrift.v1.StreamStats.$Shape): spindrift.v1.StreamStats & spindrift.v1.StreamStats.$Shape;
             *   (properties?: spindrift.v1.StreamStats.$Properties): spindrift.v1.StreamStats;
             * }}
             */
            StreamStats.create = function(properties) {
                return new StreamStats(properties);
            };

            /**
             * Encodes the specified StreamStats message. Does not implicitly {@link spindrift.v1.StreamStats.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.StreamStats
             * @static
             * @param {spindrift.v1.StreamStats.$Properties} message StreamStats message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            StreamStats.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.blocks != null && $Object.hasOwnProperty.call(message, "blocks") && (typeof message.blocks === "object" ? message.blocks.low || message.blocks.high : message.blocks !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.blocks);
                if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes") && (typeof message.bytes === "object" ? message.bytes.low || message.bytes.high : message.bytes !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.bytes);
                if (message.dropped != null && $Object.hasOwnProperty.call(message, "dropped") && (typeof message.dropped === "object" ? message.dropped.low || message.dropped.high : message.dropped !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.dropped);
                if (message.clipped != null && $Object.hasOwnProperty.call(message, "clipped") && (typeof message.clipped === "object" ? message.clipped.low || message.clipped.high : message.clipped !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.clipped);
                if (message.items != null && $Object.hasOwnProperty.call(message, "items") && (typeof message.items === "object" ? message.items.low || message.items.high : message.items !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.items);
                if (message.boardTimeUs != null && $Object.hasOwnProperty.call(message, "boardTimeUs") && (typeof message.boardTimeUs === "object" ? message.boardTimeUs.low || message.boardTimeUs.high : message.boardTimeUs !== 0))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.boardTimeUs);
                if (message.pauses != null && $Object.hasOwnProperty.call(message, "pauses") && message.pauses !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.pauses);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a StreamStats message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.StreamStats
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.StreamStats & spindrift.v1.StreamStats.$Shape} StreamStats
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            StreamStats.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.StreamStats();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.blocks = value;
                            else
                                delete message.blocks;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.bytes = value;
                            else
                                delete message.bytes;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.dropped = value;
                            else
                                delete message.dropped;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.clipped = value;
                            else
                                delete message.clipped;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.items = value;
                            else
                                delete message.items;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.boardTimeUs = value;
                            else
                                delete message.boardTimeUs;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.pauses = value;
                            else
                                delete message.pauses;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return StreamStats;
        })();

        v1.SetLogLevel = (function() {

            /**
             * Properties of a SetLogLevel.
             * @typedef {Object} spindrift.v1.SetLogLevel.$Properties
             * @property {spindrift.v1.Severity|null} [level] SetLogLevel level
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SetLogLevel.
             * @memberof spindrift.v1
             * @interface ISetLogLevel
             * @augments spindrift.v1.SetLogLevel.$Properties
             * @deprecated Use spindrift.v1.SetLogLevel.$Properties instead.
             */

            /**
             * Shape of a SetLogLevel.
             * @typedef {spindrift.v1.SetLogLevel.$Properties} spindrift.v1.SetLogLevel.$Shape
             */

            /**
             * Constructs a new SetLogLevel.
             * @memberof spindrift.v1
             * @classdesc Represents a SetLogLevel.
             * @constructor
             * @param {spindrift.v1.SetLogLevel.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SetLogLevel = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SetLogLevel level.
             * @member {spindrift.v1.Severity} level
             * @memberof spindrift.v1.SetLogLevel
             * @instance
             */
            SetLogLevel.prototype.level = 0;

            /**
             * Creates a new SetLogLevel instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.SetLogLevel
             * @static
             * @param {spindrift.v1.SetLogLevel.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.SetLogLevel} SetLogLevel instance
             * @type {{
             *   (properties: spindrift.v1.SetLogLevel.$Shape): spindrift.v1.SetLogLevel & spindrift.v1.SetLogLevel.$Shape;
             *   (properties?: spindrift.v1.SetLogLevel.$Properties): spindrift.v1.SetLogLevel;
             * }}
             */
            SetLogLevel.create = function(properties) {
                return new SetLogLevel(properties);
            };

            /**
             * Encodes the specified SetLogLevel message. Does not implicitly {@link spindrift.v1.SetLogLevel.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.SetLogLevel
             * @static
             * @param {spindrift.v1.SetLogLevel.$Properties} message SetLogLevel message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SetLogLevel.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.level != null && $Object.hasOwnProperty.call(message, "level") && message.level !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.level);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SetLogLevel message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.SetLogLevel
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.SetLogLevel & spindrift.v1.SetLogLevel.$Shape} SetLogLevel
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SetLogLevel.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.SetLogLevel();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.level = value;
                            else
                                delete message.level;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SetLogLevel;
        })();

        v1.Log = (function() {

            /**
             * Properties of a Log.
             * @typedef {Object} spindrift.v1.Log.$Properties
             * @property {spindrift.v1.Severity|null} [level] Log level
             * @property {string|null} [module] Log module
             * @property {string|null} [text] Log text
             * @property {number|Long|null} [tUs] Log tUs
             * @property {number|null} [dropped] Log dropped
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Log.
             * @memberof spindrift.v1
             * @interface ILog
             * @augments spindrift.v1.Log.$Properties
             * @deprecated Use spindrift.v1.Log.$Properties instead.
             */

            /**
             * Shape of a Log.
             * @typedef {spindrift.v1.Log.$Properties} spindrift.v1.Log.$Shape
             */

            /**
             * Constructs a new Log.
             * @memberof spindrift.v1
             * @classdesc Represents a Log.
             * @constructor
             * @param {spindrift.v1.Log.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Log = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Log level.
             * @member {spindrift.v1.Severity} level
             * @memberof spindrift.v1.Log
             * @instance
             */
            Log.prototype.level = 0;

            /**
             * Log module.
             * @member {string} module
             * @memberof spindrift.v1.Log
             * @instance
             */
            Log.prototype.module = "";

            /**
             * Log text.
             * @member {string} text
             * @memberof spindrift.v1.Log
             * @instance
             */
            Log.prototype.text = "";

            /**
             * Log tUs.
             * @member {number|Long} tUs
             * @memberof spindrift.v1.Log
             * @instance
             */
            Log.prototype.tUs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Log dropped.
             * @member {number} dropped
             * @memberof spindrift.v1.Log
             * @instance
             */
            Log.prototype.dropped = 0;

            /**
             * Creates a new Log instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.Log
             * @static
             * @param {spindrift.v1.Log.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.Log} Log instance
             * @type {{
             *   (properties: spindrift.v1.Log.$Shape): spindrift.v1.Log & spindrift.v1.Log.$Shape;
             *   (properties?: spindrift.v1.Log.$Properties): spindrift.v1.Log;
             * }}
             */
            Log.create = function(properties) {
                return new Log(properties);
            };

            /**
             * Encodes the specified Log message. Does not implicitly {@link spindrift.v1.Log.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.Log
             * @static
             * @param {spindrift.v1.Log.$Properties} message Log message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Log.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.level != null && $Object.hasOwnProperty.call(message, "level") && message.level !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.level);
                if (message.module != null && $Object.hasOwnProperty.call(message, "module") && message.module !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.module);
                if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.text);
                if (message.tUs != null && $Object.hasOwnProperty.call(message, "tUs") && (typeof message.tUs === "object" ? message.tUs.low || message.tUs.high : message.tUs !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.tUs);
                if (message.dropped != null && $Object.hasOwnProperty.call(message, "dropped") && message.dropped !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.dropped);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Log message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.Log
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.Log & spindrift.v1.Log.$Shape} Log
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Log.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.Log();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.level = value;
                            else
                                delete message.level;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.module = value;
                            else
                                delete message.module;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.text = value;
                            else
                                delete message.text;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.tUs = value;
                            else
                                delete message.tUs;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.dropped = value;
                            else
                                delete message.dropped;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Log;
        })();

        v1.Fault = (function() {

            /**
             * Properties of a Fault.
             * @typedef {Object} spindrift.v1.Fault.$Properties
             * @property {spindrift.v1.FaultCode|null} [code] Fault code
             * @property {spindrift.v1.Severity|null} [severity] Fault severity
             * @property {string|null} [source] Fault source
             * @property {number|null} [value] Fault value
             * @property {number|null} [limit] Fault limit
             * @property {number|Long|null} [tUs] Fault tUs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Fault.
             * @memberof spindrift.v1
             * @interface IFault
             * @augments spindrift.v1.Fault.$Properties
             * @deprecated Use spindrift.v1.Fault.$Properties instead.
             */

            /**
             * Shape of a Fault.
             * @typedef {spindrift.v1.Fault.$Properties} spindrift.v1.Fault.$Shape
             */

            /**
             * Constructs a new Fault.
             * @memberof spindrift.v1
             * @classdesc Represents a Fault.
             * @constructor
             * @param {spindrift.v1.Fault.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Fault = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Fault code.
             * @member {spindrift.v1.FaultCode} code
             * @memberof spindrift.v1.Fault
             * @instance
             */
            Fault.prototype.code = 0;

            /**
             * Fault severity.
             * @member {spindrift.v1.Severity} severity
             * @memberof spindrift.v1.Fault
             * @instance
             */
            Fault.prototype.severity = 0;

            /**
             * Fault source.
             * @member {string} source
             * @memberof spindrift.v1.Fault
             * @instance
             */
            Fault.prototype.source = "";

            /**
             * Fault value.
             * @member {number} value
             * @memberof spindrift.v1.Fault
             * @instance
             */
            Fault.prototype.value = 0;

            /**
             * Fault limit.
             * @member {number} limit
             * @memberof spindrift.v1.Fault
             * @instance
             */
            Fault.prototype.limit = 0;

            /**
             * Fault tUs.
             * @member {number|Long} tUs
             * @memberof spindrift.v1.Fault
             * @instance
             */
            Fault.prototype.tUs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new Fault instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.Fault
             * @static
             * @param {spindrift.v1.Fault.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.Fault} Fault instance
             * @type {{
             *   (properties: spindrift.v1.Fault.$Shape): spindrift.v1.Fault & spindrift.v1.Fault.$Shape;
             *   (properties?: spindrift.v1.Fault.$Properties): spindrift.v1.Fault;
             * }}
             */
            Fault.create = function(properties) {
                return new Fault(properties);
            };

            /**
             * Encodes the specified Fault message. Does not implicitly {@link spindrift.v1.Fault.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.Fault
             * @static
             * @param {spindrift.v1.Fault.$Properties} message Fault message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Fault.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.code);
                if (message.severity != null && $Object.hasOwnProperty.call(message, "severity") && message.severity !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.severity);
                if (message.source != null && $Object.hasOwnProperty.call(message, "source") && message.source !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.source);
                if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).sint32(message.value);
                if (message.limit != null && $Object.hasOwnProperty.call(message, "limit") && message.limit !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).sint32(message.limit);
                if (message.tUs != null && $Object.hasOwnProperty.call(message, "tUs") && (typeof message.tUs === "object" ? message.tUs.low || message.tUs.high : message.tUs !== 0))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.tUs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Fault message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.Fault
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.Fault & spindrift.v1.Fault.$Shape} Fault
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Fault.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.Fault();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.severity = value;
                            else
                                delete message.severity;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.source = value;
                            else
                                delete message.source;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.sint32())
                                message.value = value;
                            else
                                delete message.value;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.sint32())
                                message.limit = value;
                            else
                                delete message.limit;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.tUs = value;
                            else
                                delete message.tUs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Fault;
        })();

        v1.GetCalibration = (function() {

            /**
             * Properties of a GetCalibration.
             * @typedef {Object} spindrift.v1.GetCalibration.$Properties
             * @property {number|null} [knownHash] GetCalibration knownHash
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetCalibration.
             * @memberof spindrift.v1
             * @interface IGetCalibration
             * @augments spindrift.v1.GetCalibration.$Properties
             * @deprecated Use spindrift.v1.GetCalibration.$Properties instead.
             */

            /**
             * Shape of a GetCalibration.
             * @typedef {spindrift.v1.GetCalibration.$Properties} spindrift.v1.GetCalibration.$Shape
             */

            /**
             * Constructs a new GetCalibration.
             * @memberof spindrift.v1
             * @classdesc Represents a GetCalibration.
             * @constructor
             * @param {spindrift.v1.GetCalibration.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetCalibration = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GetCalibration knownHash.
             * @member {number} knownHash
             * @memberof spindrift.v1.GetCalibration
             * @instance
             */
            GetCalibration.prototype.knownHash = 0;

            /**
             * Creates a new GetCalibration instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.GetCalibration
             * @static
             * @param {spindrift.v1.GetCalibration.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.GetCalibration} GetCalibration instance
             * @type {{
             *   (properties: spindrift.v1.GetCalibration.$Shape): spindrift.v1.GetCalibration & spindrift.v1.GetCalibration.$Shape;
             *   (properties?: spindrift.v1.GetCalibration.$Properties): spindrift.v1.GetCalibration;
             * }}
             */
            GetCalibration.create = function(properties) {
                return new GetCalibration(properties);
            };

            /**
             * Encodes the specified GetCalibration message. Does not implicitly {@link spindrift.v1.GetCalibration.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.GetCalibration
             * @static
             * @param {spindrift.v1.GetCalibration.$Properties} message GetCalibration message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetCalibration.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.knownHash != null && $Object.hasOwnProperty.call(message, "knownHash") && message.knownHash !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.knownHash);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetCalibration message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.GetCalibration
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.GetCalibration & spindrift.v1.GetCalibration.$Shape} GetCalibration
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetCalibration.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.GetCalibration();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.knownHash = value;
                            else
                                delete message.knownHash;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GetCalibration;
        })();

        v1.PutCalibration = (function() {

            /**
             * Properties of a PutCalibration.
             * @typedef {Object} spindrift.v1.PutCalibration.$Properties
             * @property {number|null} [size] PutCalibration size
             * @property {number|null} [dataCrc32] PutCalibration dataCrc32
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PutCalibration.
             * @memberof spindrift.v1
             * @interface IPutCalibration
             * @augments spindrift.v1.PutCalibration.$Properties
             * @deprecated Use spindrift.v1.PutCalibration.$Properties instead.
             */

            /**
             * Shape of a PutCalibration.
             * @typedef {spindrift.v1.PutCalibration.$Properties} spindrift.v1.PutCalibration.$Shape
             */

            /**
             * Constructs a new PutCalibration.
             * @memberof spindrift.v1
             * @classdesc Represents a PutCalibration.
             * @constructor
             * @param {spindrift.v1.PutCalibration.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PutCalibration = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PutCalibration size.
             * @member {number} size
             * @memberof spindrift.v1.PutCalibration
             * @instance
             */
            PutCalibration.prototype.size = 0;

            /**
             * PutCalibration dataCrc32.
             * @member {number} dataCrc32
             * @memberof spindrift.v1.PutCalibration
             * @instance
             */
            PutCalibration.prototype.dataCrc32 = 0;

            /**
             * Creates a new PutCalibration instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.PutCalibration
             * @static
             * @param {spindrift.v1.PutCalibration.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.PutCalibration} PutCalibration instance
             * @type {{
             *   (properties: spindrift.v1.PutCalibration.$Shape): spindrift.v1.PutCalibration & spindrift.v1.PutCalibration.$Shape;
             *   (properties?: spindrift.v1.PutCalibration.$Properties): spindrift.v1.PutCalibration;
             * }}
             */
            PutCalibration.create = function(properties) {
                return new PutCalibration(properties);
            };

            /**
             * Encodes the specified PutCalibration message. Does not implicitly {@link spindrift.v1.PutCalibration.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.PutCalibration
             * @static
             * @param {spindrift.v1.PutCalibration.$Properties} message PutCalibration message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PutCalibration.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.size != null && $Object.hasOwnProperty.call(message, "size") && message.size !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.size);
                if (message.dataCrc32 != null && $Object.hasOwnProperty.call(message, "dataCrc32") && message.dataCrc32 !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.dataCrc32);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PutCalibration message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.PutCalibration
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.PutCalibration & spindrift.v1.PutCalibration.$Shape} PutCalibration
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PutCalibration.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.PutCalibration();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.size = value;
                            else
                                delete message.size;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.dataCrc32 = value;
                            else
                                delete message.dataCrc32;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PutCalibration;
        })();

        v1.PutCalibrationReply = (function() {

            /**
             * Properties of a PutCalibrationReply.
             * @typedef {Object} spindrift.v1.PutCalibrationReply.$Properties
             * @property {number|null} [calibrationHash] PutCalibrationReply calibrationHash
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PutCalibrationReply.
             * @memberof spindrift.v1
             * @interface IPutCalibrationReply
             * @augments spindrift.v1.PutCalibrationReply.$Properties
             * @deprecated Use spindrift.v1.PutCalibrationReply.$Properties instead.
             */

            /**
             * Shape of a PutCalibrationReply.
             * @typedef {spindrift.v1.PutCalibrationReply.$Properties} spindrift.v1.PutCalibrationReply.$Shape
             */

            /**
             * Constructs a new PutCalibrationReply.
             * @memberof spindrift.v1
             * @classdesc Represents a PutCalibrationReply.
             * @constructor
             * @param {spindrift.v1.PutCalibrationReply.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PutCalibrationReply = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PutCalibrationReply calibrationHash.
             * @member {number} calibrationHash
             * @memberof spindrift.v1.PutCalibrationReply
             * @instance
             */
            PutCalibrationReply.prototype.calibrationHash = 0;

            /**
             * Creates a new PutCalibrationReply instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.PutCalibrationReply
             * @static
             * @param {spindrift.v1.PutCalibrationReply.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.PutCalibrationReply} PutCalibrationReply instance
             * @type {{
             *   (properties: spindrift.v1.PutCalibrationReply.$Shape): spindrift.v1.PutCalibrationReply & spindrift.v1.PutCalibrationReply.$Shape;
             *   (properties?: spindrift.v1.PutCalibrationReply.$Properties): spindrift.v1.PutCalibrationReply;
             * }}
             */
            PutCalibrationReply.create = function(properties) {
                return new PutCalibrationReply(properties);
            };

            /**
             * Encodes the specified PutCalibrationReply message. Does not implicitly {@link spindrift.v1.PutCalibrationReply.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.PutCalibrationReply
             * @static
             * @param {spindrift.v1.PutCalibrationReply.$Properties} message PutCalibrationReply message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PutCalibrationReply.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.calibrationHash != null && $Object.hasOwnProperty.call(message, "calibrationHash") && message.calibrationHash !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.calibrationHash);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PutCalibrationReply message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.PutCalibrationReply
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.PutCalibrationReply & spindrift.v1.PutCalibrationReply.$Shape} PutCalibrationReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PutCalibrationReply.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.PutCalibrationReply();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.calibrationHash = value;
                            else
                                delete message.calibrationHash;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PutCalibrationReply;
        })();

        /**
         * CalibrationRoutine enum.
         * @name spindrift.v1.CalibrationRoutine
         * @enum {number}
         * @property {number} CALIBRATION_ROUTINE_UNSPECIFIED=0 CALIBRATION_ROUTINE_UNSPECIFIED value
         * @property {number} CALIBRATION_ROUTINE_ADC_OFFSET=1 CALIBRATION_ROUTINE_ADC_OFFSET value
         * @property {number} CALIBRATION_ROUTINE_ADC_GAIN=2 CALIBRATION_ROUTINE_ADC_GAIN value
         * @property {number} CALIBRATION_ROUTINE_PULSE_WIDTH=3 CALIBRATION_ROUTINE_PULSE_WIDTH value
         * @property {number} CALIBRATION_ROUTINE_FIELD_ZERO=4 CALIBRATION_ROUTINE_FIELD_ZERO value
         * @property {number} CALIBRATION_ROUTINE_READ_REFERENCE=5 CALIBRATION_ROUTINE_READ_REFERENCE value
         * @property {number} CALIBRATION_ROUTINE_BIAS_TO_HALF=6 CALIBRATION_ROUTINE_BIAS_TO_HALF value
         */
        v1.CalibrationRoutine = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "CALIBRATION_ROUTINE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "CALIBRATION_ROUTINE_ADC_OFFSET"] = 1;
            values[valuesById[2] = "CALIBRATION_ROUTINE_ADC_GAIN"] = 2;
            values[valuesById[3] = "CALIBRATION_ROUTINE_PULSE_WIDTH"] = 3;
            values[valuesById[4] = "CALIBRATION_ROUTINE_FIELD_ZERO"] = 4;
            values[valuesById[5] = "CALIBRATION_ROUTINE_READ_REFERENCE"] = 5;
            values[valuesById[6] = "CALIBRATION_ROUTINE_BIAS_TO_HALF"] = 6;
            return values;
        })();

        v1.Calibrate = (function() {

            /**
             * Properties of a Calibrate.
             * @typedef {Object} spindrift.v1.Calibrate.$Properties
             * @property {spindrift.v1.CalibrationRoutine|null} [routine] Calibrate routine
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Calibrate.
             * @memberof spindrift.v1
             * @interface ICalibrate
             * @augments spindrift.v1.Calibrate.$Properties
             * @deprecated Use spindrift.v1.Calibrate.$Properties instead.
             */

            /**
             * Shape of a Calibrate.
             * @typedef {spindrift.v1.Calibrate.$Properties} spindrift.v1.Calibrate.$Shape
             */

            /**
             * Constructs a new Calibrate.
             * @memberof spindrift.v1
             * @classdesc Represents a Calibrate.
             * @constructor
             * @param {spindrift.v1.Calibrate.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Calibrate = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Calibrate routine.
             * @member {spindrift.v1.CalibrationRoutine} routine
             * @memberof spindrift.v1.Calibrate
             * @instance
             */
            Calibrate.prototype.routine = 0;

            /**
             * Creates a new Calibrate instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.Calibrate
             * @static
             * @param {spindrift.v1.Calibrate.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.Calibrate} Calibrate instance
             * @type {{
             *   (properties: spindrift.v1.Calibrate.$Shape): spindrift.v1.Calibrate & spindrift.v1.Calibrate.$Shape;
             *   (properties?: spindrift.v1.Calibrate.$Properties): spindrift.v1.Calibrate;
             * }}
             */
            Calibrate.create = function(properties) {
                return new Calibrate(properties);
            };

            /**
             * Encodes the specified Calibrate message. Does not implicitly {@link spindrift.v1.Calibrate.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.Calibrate
             * @static
             * @param {spindrift.v1.Calibrate.$Properties} message Calibrate message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Calibrate.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.routine != null && $Object.hasOwnProperty.call(message, "routine") && message.routine !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.routine);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Calibrate message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.Calibrate
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.Calibrate & spindrift.v1.Calibrate.$Shape} Calibrate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Calibrate.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.Calibrate();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.routine = value;
                            else
                                delete message.routine;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Calibrate;
        })();

        v1.CalibrationValue = (function() {

            /**
             * Properties of a CalibrationValue.
             * @typedef {Object} spindrift.v1.CalibrationValue.$Properties
             * @property {string|null} [name] CalibrationValue name
             * @property {number|null} [value] CalibrationValue value
             * @property {number|null} [sigma] CalibrationValue sigma
             * @property {string|null} [unit] CalibrationValue unit
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CalibrationValue.
             * @memberof spindrift.v1
             * @interface ICalibrationValue
             * @augments spindrift.v1.CalibrationValue.$Properties
             * @deprecated Use spindrift.v1.CalibrationValue.$Properties instead.
             */

            /**
             * Shape of a CalibrationValue.
             * @typedef {spindrift.v1.CalibrationValue.$Properties} spindrift.v1.CalibrationValue.$Shape
             */

            /**
             * Constructs a new CalibrationValue.
             * @memberof spindrift.v1
             * @classdesc Represents a CalibrationValue.
             * @constructor
             * @param {spindrift.v1.CalibrationValue.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CalibrationValue = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CalibrationValue name.
             * @member {string} name
             * @memberof spindrift.v1.CalibrationValue
             * @instance
             */
            CalibrationValue.prototype.name = "";

            /**
             * CalibrationValue value.
             * @member {number} value
             * @memberof spindrift.v1.CalibrationValue
             * @instance
             */
            CalibrationValue.prototype.value = 0;

            /**
             * CalibrationValue sigma.
             * @member {number} sigma
             * @memberof spindrift.v1.CalibrationValue
             * @instance
             */
            CalibrationValue.prototype.sigma = 0;

            /**
             * CalibrationValue unit.
             * @member {string} unit
             * @memberof spindrift.v1.CalibrationValue
             * @instance
             */
            CalibrationValue.prototype.unit = "";

            /**
             * Creates a new CalibrationValue instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.CalibrationValue
             * @static
             * @param {spindrift.v1.CalibrationValue.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.CalibrationValue} CalibrationValue instance
             * @type {{
             *   (properties: spindrift.v1.CalibrationValue.$Shape): spindrift.v1.CalibrationValue & spindrift.v1.CalibrationValue.$Shape;
             *   (properties?: spindrift.v1.CalibrationValue.$Properties): spindrift.v1.CalibrationValue;
             * }}
             */
            CalibrationValue.create = function(properties) {
                return new CalibrationValue(properties);
            };

            /**
             * Encodes the specified CalibrationValue message. Does not implicitly {@link spindrift.v1.CalibrationValue.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.CalibrationValue
             * @static
             * @param {spindrift.v1.CalibrationValue.$Properties} message CalibrationValue message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CalibrationValue.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).sint32(message.value);
                if (message.sigma != null && $Object.hasOwnProperty.call(message, "sigma") && message.sigma !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.sigma);
                if (message.unit != null && $Object.hasOwnProperty.call(message, "unit") && message.unit !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.unit);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CalibrationValue message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.CalibrationValue
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.CalibrationValue & spindrift.v1.CalibrationValue.$Shape} CalibrationValue
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CalibrationValue.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.CalibrationValue();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.sint32())
                                message.value = value;
                            else
                                delete message.value;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.sigma = value;
                            else
                                delete message.sigma;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.unit = value;
                            else
                                delete message.unit;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CalibrationValue;
        })();

        v1.CalibrateReply = (function() {

            /**
             * Properties of a CalibrateReply.
             * @typedef {Object} spindrift.v1.CalibrateReply.$Properties
             * @property {number|null} [done] CalibrateReply done
             * @property {number|null} [total] CalibrateReply total
             * @property {Array.<spindrift.v1.CalibrationValue.$Properties>|null} [values] CalibrateReply values
             * @property {number|null} [failed] CalibrateReply failed
             * @property {number|null} [calibrationHash] CalibrateReply calibrationHash
             * @property {number|null} [configHash] CalibrateReply configHash
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CalibrateReply.
             * @memberof spindrift.v1
             * @interface ICalibrateReply
             * @augments spindrift.v1.CalibrateReply.$Properties
             * @deprecated Use spindrift.v1.CalibrateReply.$Properties instead.
             */

            /**
             * Shape of a CalibrateReply.
             * @typedef {spindrift.v1.CalibrateReply.$Properties} spindrift.v1.CalibrateReply.$Shape
             */

            /**
             * Constructs a new CalibrateReply.
             * @memberof spindrift.v1
             * @classdesc Represents a CalibrateReply.
             * @constructor
             * @param {spindrift.v1.CalibrateReply.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CalibrateReply = function (properties) {
                this.values = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CalibrateReply done.
             * @member {number} done
             * @memberof spindrift.v1.CalibrateReply
             * @instance
             */
            CalibrateReply.prototype.done = 0;

            /**
             * CalibrateReply total.
             * @member {number} total
             * @memberof spindrift.v1.CalibrateReply
             * @instance
             */
            CalibrateReply.prototype.total = 0;

            /**
             * CalibrateReply values.
             * @member {Array.<spindrift.v1.CalibrationValue.$Properties>} values
             * @memberof spindrift.v1.CalibrateReply
             * @instance
             */
            CalibrateReply.prototype.values = $util.emptyArray;

            /**
             * CalibrateReply failed.
             * @member {number} failed
             * @memberof spindrift.v1.CalibrateReply
             * @instance
             */
            CalibrateReply.prototype.failed = 0;

            /**
             * CalibrateReply calibrationHash.
             * @member {number} calibrationHash
             * @memberof spindrift.v1.CalibrateReply
             * @instance
             */
            CalibrateReply.prototype.calibrationHash = 0;

            /**
             * CalibrateReply configHash.
             * @member {number} configHash
             * @memberof spindrift.v1.CalibrateReply
             * @instance
             */
            CalibrateReply.prototype.configHash = 0;

            /**
             * Creates a new CalibrateReply instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.CalibrateReply
             * @static
             * @param {spindrift.v1.CalibrateReply.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.CalibrateReply} CalibrateReply instance
             * @type {{
             *   (properties: spindrift.v1.CalibrateReply.$Shape): spindrift.v1.CalibrateReply & spindrift.v1.CalibrateReply.$Shape;
             *   (properties?: spindrift.v1.CalibrateReply.$Properties): spindrift.v1.CalibrateReply;
             * }}
             */
            CalibrateReply.create = function(properties) {
                return new CalibrateReply(properties);
            };

            /**
             * Encodes the specified CalibrateReply message. Does not implicitly {@link spindrift.v1.CalibrateReply.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.CalibrateReply
             * @static
             * @param {spindrift.v1.CalibrateReply.$Properties} message CalibrateReply message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CalibrateReply.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.done != null && $Object.hasOwnProperty.call(message, "done") && message.done !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.done);
                if (message.total != null && $Object.hasOwnProperty.call(message, "total") && message.total !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.total);
                if (message.values != null && message.values.length)
                    for (let i = 0; i < message.values.length; ++i)
                        $root.spindrift.v1.CalibrationValue.encode(message.values[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.failed != null && $Object.hasOwnProperty.call(message, "failed") && message.failed !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.failed);
                if (message.calibrationHash != null && $Object.hasOwnProperty.call(message, "calibrationHash") && message.calibrationHash !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.calibrationHash);
                if (message.configHash != null && $Object.hasOwnProperty.call(message, "configHash") && message.configHash !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.configHash);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CalibrateReply message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.CalibrateReply
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.CalibrateReply & spindrift.v1.CalibrateReply.$Shape} CalibrateReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CalibrateReply.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.CalibrateReply();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.done = value;
                            else
                                delete message.done;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.total = value;
                            else
                                delete message.total;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.values && message.values.length))
                                message.values = [];
                            message.values.push($root.spindrift.v1.CalibrationValue.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.failed = value;
                            else
                                delete message.failed;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.calibrationHash = value;
                            else
                                delete message.calibrationHash;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.configHash = value;
                            else
                                delete message.configHash;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CalibrateReply;
        })();

        v1.HostToDevice = (function() {

            /**
             * Properties of a HostToDevice.
             * @typedef {Object} spindrift.v1.HostToDevice.$Properties
             * @property {number|null} [id] HostToDevice id
             * @property {number|null} [deadlineMs] HostToDevice deadlineMs
             * @property {number|null} [configHash] HostToDevice configHash
             * @property {spindrift.v1.Hello.$Properties|null} [hello] HostToDevice hello
             * @property {spindrift.v1.Heartbeat.$Properties|null} [heartbeat] HostToDevice heartbeat
             * @property {spindrift.v1.Cancel.$Properties|null} [cancel] HostToDevice cancel
             * @property {spindrift.v1.StreamCredit.$Properties|null} [streamCredit] HostToDevice streamCredit
             * @property {spindrift.v1.StreamClose.$Properties|null} [streamClose] HostToDevice streamClose
             * @property {spindrift.v1.SetLogLevel.$Properties|null} [setLogLevel] HostToDevice setLogLevel
             * @property {spindrift.v1.GetIdentity.$Properties|null} [getIdentity] HostToDevice getIdentity
             * @property {spindrift.v1.GetLimits.$Properties|null} [getLimits] HostToDevice getLimits
             * @property {spindrift.v1.GetState.$Properties|null} [getState] HostToDevice getState
             * @property {spindrift.v1.SetConfig.$Properties|null} [setConfig] HostToDevice setConfig
             * @property {spindrift.v1.Arm.$Properties|null} [arm] HostToDevice arm
             * @property {spindrift.v1.MakeSafe.$Properties|null} [makeSafe] HostToDevice makeSafe
             * @property {spindrift.v1.ClearFault.$Properties|null} [clearFault] HostToDevice clearFault
             * @property {spindrift.v1.OpenTelemetry.$Properties|null} [openTelemetry] HostToDevice openTelemetry
             * @property {spindrift.v1.SelfTest.$Properties|null} [selfTest] HostToDevice selfTest
             * @property {spindrift.v1.Reboot.$Properties|null} [reboot] HostToDevice reboot
             * @property {spindrift.v1.RunShots.$Properties|null} [runShots] HostToDevice runShots
             * @property {spindrift.v1.OpenShots.$Properties|null} [openShots] HostToDevice openShots
             * @property {spindrift.v1.OpenBits.$Properties|null} [openBits] HostToDevice openBits
             * @property {spindrift.v1.OpenReadMap.$Properties|null} [openReadMap] HostToDevice openReadMap
             * @property {spindrift.v1.ProgramTile.$Properties|null} [programTile] HostToDevice programTile
             * @property {spindrift.v1.MultiplyVector.$Properties|null} [multiplyVector] HostToDevice multiplyVector
             * @property {spindrift.v1.OpenMultiply.$Properties|null} [openMultiply] HostToDevice openMultiply
             * @property {spindrift.v1.GetCalibration.$Properties|null} [getCalibration] HostToDevice getCalibration
             * @property {spindrift.v1.PutCalibration.$Properties|null} [putCalibration] HostToDevice putCalibration
             * @property {spindrift.v1.Calibrate.$Properties|null} [calibrate] HostToDevice calibrate
             * @property {spindrift.v1.PinMode.$Properties|null} [pinMode] HostToDevice pinMode
             * @property {spindrift.v1.PinRead.$Properties|null} [pinRead] HostToDevice pinRead
             * @property {spindrift.v1.PinWrite.$Properties|null} [pinWrite] HostToDevice pinWrite
             * @property {spindrift.v1.PwmWrite.$Properties|null} [pwmWrite] HostToDevice pwmWrite
             * @property {spindrift.v1.DacWrite.$Properties|null} [dacWrite] HostToDevice dacWrite
             * @property {spindrift.v1.ServoWrite.$Properties|null} [servoWrite] HostToDevice servoWrite
             * @property {spindrift.v1.WatchPin.$Properties|null} [watchPin] HostToDevice watchPin
             * @property {spindrift.v1.WatchAdc.$Properties|null} [watchAdc] HostToDevice watchAdc
             * @property {spindrift.v1.I2cConfig.$Properties|null} [i2cConfig] HostToDevice i2cConfig
             * @property {spindrift.v1.I2cWrite.$Properties|null} [i2cWrite] HostToDevice i2cWrite
             * @property {spindrift.v1.I2cRead.$Properties|null} [i2cRead] HostToDevice i2cRead
             * @property {spindrift.v1.WatchI2c.$Properties|null} [watchI2c] HostToDevice watchI2c
             * @property {"hello"|"heartbeat"|"cancel"|"streamCredit"|"streamClose"|"setLogLevel"|"getIdentity"|"getLimits"|"getState"|"setConfig"|"arm"|"makeSafe"|"clearFault"|"openTelemetry"|"selfTest"|"reboot"|"runShots"|"openShots"|"openBits"|"openReadMap"|"programTile"|"multiplyVector"|"openMultiply"|"getCalibration"|"putCalibration"|"calibrate"|"pinMode"|"pinRead"|"pinWrite"|"pwmWrite"|"dacWrite"|"servoWrite"|"watchPin"|"watchAdc"|"i2cConfig"|"i2cWrite"|"i2cRead"|"watchI2c"} [body] HostToDevice body
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a HostToDevice.
             * @memberof spindrift.v1
             * @interface IHostToDevice
             * @augments spindrift.v1.HostToDevice.$Properties
             * @deprecated Use spindrift.v1.HostToDevice.$Properties instead.
             */

            /**
             * Narrowed shape of a HostToDevice.
             * @typedef {{
             *   id?: number|null;
             *   deadlineMs?: number|null;
             *   configHash?: number|null;
             *   hello?: spindrift.v1.Hello.$Shape|null;
             *   heartbeat?: spindrift.v1.Heartbeat.$Shape|null;
             *   cancel?: spindrift.v1.Cancel.$Shape|null;
             *   streamCredit?: spindrift.v1.StreamCredit.$Shape|null;
             *   streamClose?: spindrift.v1.StreamClose.$Shape|null;
             *   setLogLevel?: spindrift.v1.SetLogLevel.$Shape|null;
             *   getIdentity?: spindrift.v1.GetIdentity.$Shape|null;
             *   getLimits?: spindrift.v1.GetLimits.$Shape|null;
             *   getState?: spindrift.v1.GetState.$Shape|null;
             *   setConfig?: spindrift.v1.SetConfig.$Shape|null;
             *   arm?: spindrift.v1.Arm.$Shape|null;
             *   makeSafe?: spindrift.v1.MakeSafe.$Shape|null;
             *   clearFault?: spindrift.v1.ClearFault.$Shape|null;
             *   openTelemetry?: spindrift.v1.OpenTelemetry.$Shape|null;
             *   selfTest?: spindrift.v1.SelfTest.$Shape|null;
             *   reboot?: spindrift.v1.Reboot.$Shape|null;
             *   runShots?: spindrift.v1.RunShots.$Shape|null;
             *   openShots?: spindrift.v1.OpenShots.$Shape|null;
             *   openBits?: spindrift.v1.OpenBits.$Shape|null;
             *   openReadMap?: spindrift.v1.OpenReadMap.$Shape|null;
             *   programTile?: spindrift.v1.ProgramTile.$Shape|null;
             *   multiplyVector?: spindrift.v1.MultiplyVector.$Shape|null;
             *   openMultiply?: spindrift.v1.OpenMultiply.$Shape|null;
             *   getCalibration?: spindrift.v1.GetCalibration.$Shape|null;
             *   putCalibration?: spindrift.v1.PutCalibration.$Shape|null;
             *   calibrate?: spindrift.v1.Calibrate.$Shape|null;
             *   pinMode?: spindrift.v1.PinMode.$Shape|null;
             *   pinRead?: spindrift.v1.PinRead.$Shape|null;
             *   pinWrite?: spindrift.v1.PinWrite.$Shape|null;
             *   pwmWrite?: spindrift.v1.PwmWrite.$Shape|null;
             *   dacWrite?: spindrift.v1.DacWrite.$Shape|null;
             *   servoWrite?: spindrift.v1.ServoWrite.$Shape|null;
             *   watchPin?: spindrift.v1.WatchPin.$Shape|null;
             *   watchAdc?: spindrift.v1.WatchAdc.$Shape|null;
             *   i2cConfig?: spindrift.v1.I2cConfig.$Shape|null;
             *   i2cWrite?: spindrift.v1.I2cWrite.$Shape|null;
             *   i2cRead?: spindrift.v1.I2cRead.$Shape|null;
             *   watchI2c?: spindrift.v1.WatchI2c.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ body?: undefined; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "hello"; hello: spindrift.v1.Hello.$Shape; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "heartbeat"; hello?: null; heartbeat: spindrift.v1.Heartbeat.$Shape; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "cancel"; hello?: null; heartbeat?: null; cancel: spindrift.v1.Cancel.$Shape; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "streamCredit"; hello?: null; heartbeat?: null; cancel?: null; streamCredit: spindrift.v1.StreamCredit.$Shape; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "streamClose"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose: spindrift.v1.StreamClose.$Shape; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "setLogLevel"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel: spindrift.v1.SetLogLevel.$Shape; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "getIdentity"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity: spindrift.v1.GetIdentity.$Shape; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "getLimits"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits: spindrift.v1.GetLimits.$Shape; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "getState"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState: spindrift.v1.GetState.$Shape; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "setConfig"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig: spindrift.v1.SetConfig.$Shape; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "arm"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm: spindrift.v1.Arm.$Shape; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "makeSafe"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe: spindrift.v1.MakeSafe.$Shape; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "clearFault"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault: spindrift.v1.ClearFault.$Shape; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "openTelemetry"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry: spindrift.v1.OpenTelemetry.$Shape; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "selfTest"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest: spindrift.v1.SelfTest.$Shape; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "reboot"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot: spindrift.v1.Reboot.$Shape; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "runShots"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots: spindrift.v1.RunShots.$Shape; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "openShots"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots: spindrift.v1.OpenShots.$Shape; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "openBits"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits: spindrift.v1.OpenBits.$Shape; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "openReadMap"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap: spindrift.v1.OpenReadMap.$Shape; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "programTile"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile: spindrift.v1.ProgramTile.$Shape; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "multiplyVector"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector: spindrift.v1.MultiplyVector.$Shape; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "openMultiply"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply: spindrift.v1.OpenMultiply.$Shape; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "getCalibration"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration: spindrift.v1.GetCalibration.$Shape; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "putCalibration"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration: spindrift.v1.PutCalibration.$Shape; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "calibrate"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate: spindrift.v1.Calibrate.$Shape; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "pinMode"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode: spindrift.v1.PinMode.$Shape; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "pinRead"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead: spindrift.v1.PinRead.$Shape; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "pinWrite"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite: spindrift.v1.PinWrite.$Shape; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "pwmWrite"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite: spindrift.v1.PwmWrite.$Shape; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "dacWrite"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite: spindrift.v1.DacWrite.$Shape; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "servoWrite"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite: spindrift.v1.ServoWrite.$Shape; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "watchPin"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin: spindrift.v1.WatchPin.$Shape; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "watchAdc"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc: spindrift.v1.WatchAdc.$Shape; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "i2cConfig"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig: spindrift.v1.I2cConfig.$Shape; i2cWrite?: null; i2cRead?: null; watchI2c?: null }|{ body?: "i2cWrite"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite: spindrift.v1.I2cWrite.$Shape; i2cRead?: null; watchI2c?: null }|{ body?: "i2cRead"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead: spindrift.v1.I2cRead.$Shape; watchI2c?: null }|{ body?: "watchI2c"; hello?: null; heartbeat?: null; cancel?: null; streamCredit?: null; streamClose?: null; setLogLevel?: null; getIdentity?: null; getLimits?: null; getState?: null; setConfig?: null; arm?: null; makeSafe?: null; clearFault?: null; openTelemetry?: null; selfTest?: null; reboot?: null; runShots?: null; openShots?: null; openBits?: null; openReadMap?: null; programTile?: null; multiplyVector?: null; openMultiply?: null; getCalibration?: null; putCalibration?: null; calibrate?: null; pinMode?: null; pinRead?: null; pinWrite?: null; pwmWrite?: null; dacWrite?: null; servoWrite?: null; watchPin?: null; watchAdc?: null; i2cConfig?: null; i2cWrite?: null; i2cRead?: null; watchI2c: spindrift.v1.WatchI2c.$Shape })
             * )} spindrift.v1.HostToDevice.$Shape
             */

            /**
             * Constructs a new HostToDevice.
             * @memberof spindrift.v1
             * @classdesc Represents a HostToDevice.
             * @constructor
             * @param {spindrift.v1.HostToDevice.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const HostToDevice = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * HostToDevice id.
             * @member {number} id
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.id = 0;

            /**
             * HostToDevice deadlineMs.
             * @member {number} deadlineMs
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.deadlineMs = 0;

            /**
             * HostToDevice configHash.
             * @member {number} configHash
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.configHash = 0;

            /**
             * HostToDevice hello.
             * @member {spindrift.v1.Hello.$Properties|null|undefined} hello
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.hello = null;

            /**
             * HostToDevice heartbeat.
             * @member {spindrift.v1.Heartbeat.$Properties|null|undefined} heartbeat
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.heartbeat = null;

            /**
             * HostToDevice cancel.
             * @member {spindrift.v1.Cancel.$Properties|null|undefined} cancel
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.cancel = null;

            /**
             * HostToDevice streamCredit.
             * @member {spindrift.v1.StreamCredit.$Properties|null|undefined} streamCredit
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.streamCredit = null;

            /**
             * HostToDevice streamClose.
             * @member {spindrift.v1.StreamClose.$Properties|null|undefined} streamClose
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.streamClose = null;

            /**
             * HostToDevice setLogLevel.
             * @member {spindrift.v1.SetLogLevel.$Properties|null|undefined} setLogLevel
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.setLogLevel = null;

            /**
             * HostToDevice getIdentity.
             * @member {spindrift.v1.GetIdentity.$Properties|null|undefined} getIdentity
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.getIdentity = null;

            /**
             * HostToDevice getLimits.
             * @member {spindrift.v1.GetLimits.$Properties|null|undefined} getLimits
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.getLimits = null;

            /**
             * HostToDevice getState.
             * @member {spindrift.v1.GetState.$Properties|null|undefined} getState
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.getState = null;

            /**
             * HostToDevice setConfig.
             * @member {spindrift.v1.SetConfig.$Properties|null|undefined} setConfig
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.setConfig = null;

            /**
             * HostToDevice arm.
             * @member {spindrift.v1.Arm.$Properties|null|undefined} arm
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.arm = null;

            /**
             * HostToDevice makeSafe.
             * @member {spindrift.v1.MakeSafe.$Properties|null|undefined} makeSafe
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.makeSafe = null;

            /**
             * HostToDevice clearFault.
             * @member {spindrift.v1.ClearFault.$Properties|null|undefined} clearFault
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.clearFault = null;

            /**
             * HostToDevice openTelemetry.
             * @member {spindrift.v1.OpenTelemetry.$Properties|null|undefined} openTelemetry
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.openTelemetry = null;

            /**
             * HostToDevice selfTest.
             * @member {spindrift.v1.SelfTest.$Properties|null|undefined} selfTest
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.selfTest = null;

            /**
             * HostToDevice reboot.
             * @member {spindrift.v1.Reboot.$Properties|null|undefined} reboot
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.reboot = null;

            /**
             * HostToDevice runShots.
             * @member {spindrift.v1.RunShots.$Properties|null|undefined} runShots
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.runShots = null;

            /**
             * HostToDevice openShots.
             * @member {spindrift.v1.OpenShots.$Properties|null|undefined} openShots
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.openShots = null;

            /**
             * HostToDevice openBits.
             * @member {spindrift.v1.OpenBits.$Properties|null|undefined} openBits
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.openBits = null;

            /**
             * HostToDevice openReadMap.
             * @member {spindrift.v1.OpenReadMap.$Properties|null|undefined} openReadMap
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.openReadMap = null;

            /**
             * HostToDevice programTile.
             * @member {spindrift.v1.ProgramTile.$Properties|null|undefined} programTile
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.programTile = null;

            /**
             * HostToDevice multiplyVector.
             * @member {spindrift.v1.MultiplyVector.$Properties|null|undefined} multiplyVector
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.multiplyVector = null;

            /**
             * HostToDevice openMultiply.
             * @member {spindrift.v1.OpenMultiply.$Properties|null|undefined} openMultiply
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.openMultiply = null;

            /**
             * HostToDevice getCalibration.
             * @member {spindrift.v1.GetCalibration.$Properties|null|undefined} getCalibration
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.getCalibration = null;

            /**
             * HostToDevice putCalibration.
             * @member {spindrift.v1.PutCalibration.$Properties|null|undefined} putCalibration
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.putCalibration = null;

            /**
             * HostToDevice calibrate.
             * @member {spindrift.v1.Calibrate.$Properties|null|undefined} calibrate
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.calibrate = null;

            /**
             * HostToDevice pinMode.
             * @member {spindrift.v1.PinMode.$Properties|null|undefined} pinMode
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.pinMode = null;

            /**
             * HostToDevice pinRead.
             * @member {spindrift.v1.PinRead.$Properties|null|undefined} pinRead
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.pinRead = null;

            /**
             * HostToDevice pinWrite.
             * @member {spindrift.v1.PinWrite.$Properties|null|undefined} pinWrite
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.pinWrite = null;

            /**
             * HostToDevice pwmWrite.
             * @member {spindrift.v1.PwmWrite.$Properties|null|undefined} pwmWrite
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.pwmWrite = null;

            /**
             * HostToDevice dacWrite.
             * @member {spindrift.v1.DacWrite.$Properties|null|undefined} dacWrite
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.dacWrite = null;

            /**
             * HostToDevice servoWrite.
             * @member {spindrift.v1.ServoWrite.$Properties|null|undefined} servoWrite
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.servoWrite = null;

            /**
             * HostToDevice watchPin.
             * @member {spindrift.v1.WatchPin.$Properties|null|undefined} watchPin
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.watchPin = null;

            /**
             * HostToDevice watchAdc.
             * @member {spindrift.v1.WatchAdc.$Properties|null|undefined} watchAdc
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.watchAdc = null;

            /**
             * HostToDevice i2cConfig.
             * @member {spindrift.v1.I2cConfig.$Properties|null|undefined} i2cConfig
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.i2cConfig = null;

            /**
             * HostToDevice i2cWrite.
             * @member {spindrift.v1.I2cWrite.$Properties|null|undefined} i2cWrite
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.i2cWrite = null;

            /**
             * HostToDevice i2cRead.
             * @member {spindrift.v1.I2cRead.$Properties|null|undefined} i2cRead
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.i2cRead = null;

            /**
             * HostToDevice watchI2c.
             * @member {spindrift.v1.WatchI2c.$Properties|null|undefined} watchI2c
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            HostToDevice.prototype.watchI2c = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * HostToDevice body.
             * @member {"hello"|"heartbeat"|"cancel"|"streamCredit"|"streamClose"|"setLogLevel"|"getIdentity"|"getLimits"|"getState"|"setConfig"|"arm"|"makeSafe"|"clearFault"|"openTelemetry"|"selfTest"|"reboot"|"runShots"|"openShots"|"openBits"|"openReadMap"|"programTile"|"multiplyVector"|"openMultiply"|"getCalibration"|"putCalibration"|"calibrate"|"pinMode"|"pinRead"|"pinWrite"|"pwmWrite"|"dacWrite"|"servoWrite"|"watchPin"|"watchAdc"|"i2cConfig"|"i2cWrite"|"i2cRead"|"watchI2c"|undefined} body
             * @memberof spindrift.v1.HostToDevice
             * @instance
             */
            $Object.defineProperty(HostToDevice.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["hello", "heartbeat", "cancel", "streamCredit", "streamClose", "setLogLevel", "getIdentity", "getLimits", "getState", "setConfig", "arm", "makeSafe", "clearFault", "openTelemetry", "selfTest", "reboot", "runShots", "openShots", "openBits", "openReadMap", "programTile", "multiplyVector", "openMultiply", "getCalibration", "putCalibration", "calibrate", "pinMode", "pinRead", "pinWrite", "pwmWrite", "dacWrite", "servoWrite", "watchPin", "watchAdc", "i2cConfig", "i2cWrite", "i2cRead", "watchI2c"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new HostToDevice instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.HostToDevice
             * @static
             * @param {spindrift.v1.HostToDevice.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.HostToDevice} HostToDevice instance
             * @type {{
             *   (properties: spindrift.v1.HostToDevice.$Shape): spindrift.v1.HostToDevice & spindrift.v1.HostToDevice.$Shape;
             *   (properties?: spindrift.v1.HostToDevice.$Properties): spindrift.v1.HostToDevice;
             * }}
             */
            HostToDevice.create = function(properties) {
                return new HostToDevice(properties);
            };

            /**
             * Encodes the specified HostToDevice message. Does not implicitly {@link spindrift.v1.HostToDevice.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.HostToDevice
             * @static
             * @param {spindrift.v1.HostToDevice.$Properties} message HostToDevice message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            HostToDevice.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.id);
                if (message.deadlineMs != null && $Object.hasOwnProperty.call(message, "deadlineMs") && message.deadlineMs !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.deadlineMs);
                if (message.configHash != null && $Object.hasOwnProperty.call(message, "configHash") && message.configHash !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.configHash);
                if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                    $root.spindrift.v1.Hello.encode(message.hello, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.heartbeat != null && $Object.hasOwnProperty.call(message, "heartbeat"))
                    $root.spindrift.v1.Heartbeat.encode(message.heartbeat, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                if (message.cancel != null && $Object.hasOwnProperty.call(message, "cancel"))
                    $root.spindrift.v1.Cancel.encode(message.cancel, writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                if (message.streamCredit != null && $Object.hasOwnProperty.call(message, "streamCredit"))
                    $root.spindrift.v1.StreamCredit.encode(message.streamCredit, writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                if (message.streamClose != null && $Object.hasOwnProperty.call(message, "streamClose"))
                    $root.spindrift.v1.StreamClose.encode(message.streamClose, writer.uint32(/* id 14, wireType 2 =*/114).fork(), _depth + 1).ldelim();
                if (message.setLogLevel != null && $Object.hasOwnProperty.call(message, "setLogLevel"))
                    $root.spindrift.v1.SetLogLevel.encode(message.setLogLevel, writer.uint32(/* id 15, wireType 2 =*/122).fork(), _depth + 1).ldelim();
                if (message.getIdentity != null && $Object.hasOwnProperty.call(message, "getIdentity"))
                    $root.spindrift.v1.GetIdentity.encode(message.getIdentity, writer.uint32(/* id 20, wireType 2 =*/162).fork(), _depth + 1).ldelim();
                if (message.getLimits != null && $Object.hasOwnProperty.call(message, "getLimits"))
                    $root.spindrift.v1.GetLimits.encode(message.getLimits, writer.uint32(/* id 21, wireType 2 =*/170).fork(), _depth + 1).ldelim();
                if (message.getState != null && $Object.hasOwnProperty.call(message, "getState"))
                    $root.spindrift.v1.GetState.encode(message.getState, writer.uint32(/* id 22, wireType 2 =*/178).fork(), _depth + 1).ldelim();
                if (message.setConfig != null && $Object.hasOwnProperty.call(message, "setConfig"))
                    $root.spindrift.v1.SetConfig.encode(message.setConfig, writer.uint32(/* id 23, wireType 2 =*/186).fork(), _depth + 1).ldelim();
                if (message.arm != null && $Object.hasOwnProperty.call(message, "arm"))
                    $root.spindrift.v1.Arm.encode(message.arm, writer.uint32(/* id 24, wireType 2 =*/194).fork(), _depth + 1).ldelim();
                if (message.makeSafe != null && $Object.hasOwnProperty.call(message, "makeSafe"))
                    $root.spindrift.v1.MakeSafe.encode(message.makeSafe, writer.uint32(/* id 25, wireType 2 =*/202).fork(), _depth + 1).ldelim();
                if (message.clearFault != null && $Object.hasOwnProperty.call(message, "clearFault"))
                    $root.spindrift.v1.ClearFault.encode(message.clearFault, writer.uint32(/* id 26, wireType 2 =*/210).fork(), _depth + 1).ldelim();
                if (message.openTelemetry != null && $Object.hasOwnProperty.call(message, "openTelemetry"))
                    $root.spindrift.v1.OpenTelemetry.encode(message.openTelemetry, writer.uint32(/* id 27, wireType 2 =*/218).fork(), _depth + 1).ldelim();
                if (message.selfTest != null && $Object.hasOwnProperty.call(message, "selfTest"))
                    $root.spindrift.v1.SelfTest.encode(message.selfTest, writer.uint32(/* id 28, wireType 2 =*/226).fork(), _depth + 1).ldelim();
                if (message.reboot != null && $Object.hasOwnProperty.call(message, "reboot"))
                    $root.spindrift.v1.Reboot.encode(message.reboot, writer.uint32(/* id 29, wireType 2 =*/234).fork(), _depth + 1).ldelim();
                if (message.runShots != null && $Object.hasOwnProperty.call(message, "runShots"))
                    $root.spindrift.v1.RunShots.encode(message.runShots, writer.uint32(/* id 30, wireType 2 =*/242).fork(), _depth + 1).ldelim();
                if (message.openShots != null && $Object.hasOwnProperty.call(message, "openShots"))
                    $root.spindrift.v1.OpenShots.encode(message.openShots, writer.uint32(/* id 31, wireType 2 =*/250).fork(), _depth + 1).ldelim();
                if (message.openBits != null && $Object.hasOwnProperty.call(message, "openBits"))
                    $root.spindrift.v1.OpenBits.encode(message.openBits, writer.uint32(/* id 32, wireType 2 =*/258).fork(), _depth + 1).ldelim();
                if (message.openReadMap != null && $Object.hasOwnProperty.call(message, "openReadMap"))
                    $root.spindrift.v1.OpenReadMap.encode(message.openReadMap, writer.uint32(/* id 33, wireType 2 =*/266).fork(), _depth + 1).ldelim();
                if (message.programTile != null && $Object.hasOwnProperty.call(message, "programTile"))
                    $root.spindrift.v1.ProgramTile.encode(message.programTile, writer.uint32(/* id 50, wireType 2 =*/402).fork(), _depth + 1).ldelim();
                if (message.multiplyVector != null && $Object.hasOwnProperty.call(message, "multiplyVector"))
                    $root.spindrift.v1.MultiplyVector.encode(message.multiplyVector, writer.uint32(/* id 51, wireType 2 =*/410).fork(), _depth + 1).ldelim();
                if (message.openMultiply != null && $Object.hasOwnProperty.call(message, "openMultiply"))
                    $root.spindrift.v1.OpenMultiply.encode(message.openMultiply, writer.uint32(/* id 52, wireType 2 =*/418).fork(), _depth + 1).ldelim();
                if (message.getCalibration != null && $Object.hasOwnProperty.call(message, "getCalibration"))
                    $root.spindrift.v1.GetCalibration.encode(message.getCalibration, writer.uint32(/* id 60, wireType 2 =*/482).fork(), _depth + 1).ldelim();
                if (message.putCalibration != null && $Object.hasOwnProperty.call(message, "putCalibration"))
                    $root.spindrift.v1.PutCalibration.encode(message.putCalibration, writer.uint32(/* id 61, wireType 2 =*/490).fork(), _depth + 1).ldelim();
                if (message.calibrate != null && $Object.hasOwnProperty.call(message, "calibrate"))
                    $root.spindrift.v1.Calibrate.encode(message.calibrate, writer.uint32(/* id 62, wireType 2 =*/498).fork(), _depth + 1).ldelim();
                if (message.pinMode != null && $Object.hasOwnProperty.call(message, "pinMode"))
                    $root.spindrift.v1.PinMode.encode(message.pinMode, writer.uint32(/* id 70, wireType 2 =*/562).fork(), _depth + 1).ldelim();
                if (message.pinRead != null && $Object.hasOwnProperty.call(message, "pinRead"))
                    $root.spindrift.v1.PinRead.encode(message.pinRead, writer.uint32(/* id 71, wireType 2 =*/570).fork(), _depth + 1).ldelim();
                if (message.pinWrite != null && $Object.hasOwnProperty.call(message, "pinWrite"))
                    $root.spindrift.v1.PinWrite.encode(message.pinWrite, writer.uint32(/* id 72, wireType 2 =*/578).fork(), _depth + 1).ldelim();
                if (message.pwmWrite != null && $Object.hasOwnProperty.call(message, "pwmWrite"))
                    $root.spindrift.v1.PwmWrite.encode(message.pwmWrite, writer.uint32(/* id 73, wireType 2 =*/586).fork(), _depth + 1).ldelim();
                if (message.dacWrite != null && $Object.hasOwnProperty.call(message, "dacWrite"))
                    $root.spindrift.v1.DacWrite.encode(message.dacWrite, writer.uint32(/* id 74, wireType 2 =*/594).fork(), _depth + 1).ldelim();
                if (message.servoWrite != null && $Object.hasOwnProperty.call(message, "servoWrite"))
                    $root.spindrift.v1.ServoWrite.encode(message.servoWrite, writer.uint32(/* id 75, wireType 2 =*/602).fork(), _depth + 1).ldelim();
                if (message.watchPin != null && $Object.hasOwnProperty.call(message, "watchPin"))
                    $root.spindrift.v1.WatchPin.encode(message.watchPin, writer.uint32(/* id 76, wireType 2 =*/610).fork(), _depth + 1).ldelim();
                if (message.watchAdc != null && $Object.hasOwnProperty.call(message, "watchAdc"))
                    $root.spindrift.v1.WatchAdc.encode(message.watchAdc, writer.uint32(/* id 77, wireType 2 =*/618).fork(), _depth + 1).ldelim();
                if (message.i2cConfig != null && $Object.hasOwnProperty.call(message, "i2cConfig"))
                    $root.spindrift.v1.I2cConfig.encode(message.i2cConfig, writer.uint32(/* id 78, wireType 2 =*/626).fork(), _depth + 1).ldelim();
                if (message.i2cWrite != null && $Object.hasOwnProperty.call(message, "i2cWrite"))
                    $root.spindrift.v1.I2cWrite.encode(message.i2cWrite, writer.uint32(/* id 79, wireType 2 =*/634).fork(), _depth + 1).ldelim();
                if (message.i2cRead != null && $Object.hasOwnProperty.call(message, "i2cRead"))
                    $root.spindrift.v1.I2cRead.encode(message.i2cRead, writer.uint32(/* id 80, wireType 2 =*/642).fork(), _depth + 1).ldelim();
                if (message.watchI2c != null && $Object.hasOwnProperty.call(message, "watchI2c"))
                    $root.spindrift.v1.WatchI2c.encode(message.watchI2c, writer.uint32(/* id 81, wireType 2 =*/650).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a HostToDevice message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.HostToDevice
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.HostToDevice & spindrift.v1.HostToDevice.$Shape} HostToDevice
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            HostToDevice.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.HostToDevice();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.deadlineMs = value;
                            else
                                delete message.deadlineMs;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.configHash = value;
                            else
                                delete message.configHash;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.hello = $root.spindrift.v1.Hello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                            message.body = "hello";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.heartbeat = $root.spindrift.v1.Heartbeat.decode(reader, reader.size(), $undefined, _depth + 1, message.heartbeat);
                            message.body = "heartbeat";
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.cancel = $root.spindrift.v1.Cancel.decode(reader, reader.size(), $undefined, _depth + 1, message.cancel);
                            message.body = "cancel";
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            message.streamCredit = $root.spindrift.v1.StreamCredit.decode(reader, reader.size(), $undefined, _depth + 1, message.streamCredit);
                            message.body = "streamCredit";
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            message.streamClose = $root.spindrift.v1.StreamClose.decode(reader, reader.size(), $undefined, _depth + 1, message.streamClose);
                            message.body = "streamClose";
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            message.setLogLevel = $root.spindrift.v1.SetLogLevel.decode(reader, reader.size(), $undefined, _depth + 1, message.setLogLevel);
                            message.body = "setLogLevel";
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            message.getIdentity = $root.spindrift.v1.GetIdentity.decode(reader, reader.size(), $undefined, _depth + 1, message.getIdentity);
                            message.body = "getIdentity";
                            continue;
                        }
                    case 21: {
                            if (wireType !== 2)
                                break;
                            message.getLimits = $root.spindrift.v1.GetLimits.decode(reader, reader.size(), $undefined, _depth + 1, message.getLimits);
                            message.body = "getLimits";
                            continue;
                        }
                    case 22: {
                            if (wireType !== 2)
                                break;
                            message.getState = $root.spindrift.v1.GetState.decode(reader, reader.size(), $undefined, _depth + 1, message.getState);
                            message.body = "getState";
                            continue;
                        }
                    case 23: {
                            if (wireType !== 2)
                                break;
                            message.setConfig = $root.spindrift.v1.SetConfig.decode(reader, reader.size(), $undefined, _depth + 1, message.setConfig);
                            message.body = "setConfig";
                            continue;
                        }
                    case 24: {
                            if (wireType !== 2)
                                break;
                            message.arm = $root.spindrift.v1.Arm.decode(reader, reader.size(), $undefined, _depth + 1, message.arm);
                            message.body = "arm";
                            continue;
                        }
                    case 25: {
                            if (wireType !== 2)
                                break;
                            message.makeSafe = $root.spindrift.v1.MakeSafe.decode(reader, reader.size(), $undefined, _depth + 1, message.makeSafe);
                            message.body = "makeSafe";
                            continue;
                        }
                    case 26: {
                            if (wireType !== 2)
                                break;
                            message.clearFault = $root.spindrift.v1.ClearFault.decode(reader, reader.size(), $undefined, _depth + 1, message.clearFault);
                            message.body = "clearFault";
                            continue;
                        }
                    case 27: {
                            if (wireType !== 2)
                                break;
                            message.openTelemetry = $root.spindrift.v1.OpenTelemetry.decode(reader, reader.size(), $undefined, _depth + 1, message.openTelemetry);
                            message.body = "openTelemetry";
                            continue;
                        }
                    case 28: {
                            if (wireType !== 2)
                                break;
                            message.selfTest = $root.spindrift.v1.SelfTest.decode(reader, reader.size(), $undefined, _depth + 1, message.selfTest);
                            message.body = "selfTest";
                            continue;
                        }
                    case 29: {
                            if (wireType !== 2)
                                break;
                            message.reboot = $root.spindrift.v1.Reboot.decode(reader, reader.size(), $undefined, _depth + 1, message.reboot);
                            message.body = "reboot";
                            continue;
                        }
                    case 30: {
                            if (wireType !== 2)
                                break;
                            message.runShots = $root.spindrift.v1.RunShots.decode(reader, reader.size(), $undefined, _depth + 1, message.runShots);
                            message.body = "runShots";
                            continue;
                        }
                    case 31: {
                            if (wireType !== 2)
                                break;
                            message.openShots = $root.spindrift.v1.OpenShots.decode(reader, reader.size(), $undefined, _depth + 1, message.openShots);
                            message.body = "openShots";
                            continue;
                        }
                    case 32: {
                            if (wireType !== 2)
                                break;
                            message.openBits = $root.spindrift.v1.OpenBits.decode(reader, reader.size(), $undefined, _depth + 1, message.openBits);
                            message.body = "openBits";
                            continue;
                        }
                    case 33: {
                            if (wireType !== 2)
                                break;
                            message.openReadMap = $root.spindrift.v1.OpenReadMap.decode(reader, reader.size(), $undefined, _depth + 1, message.openReadMap);
                            message.body = "openReadMap";
                            continue;
                        }
                    case 50: {
                            if (wireType !== 2)
                                break;
                            message.programTile = $root.spindrift.v1.ProgramTile.decode(reader, reader.size(), $undefined, _depth + 1, message.programTile);
                            message.body = "programTile";
                            continue;
                        }
                    case 51: {
                            if (wireType !== 2)
                                break;
                            message.multiplyVector = $root.spindrift.v1.MultiplyVector.decode(reader, reader.size(), $undefined, _depth + 1, message.multiplyVector);
                            message.body = "multiplyVector";
                            continue;
                        }
                    case 52: {
                            if (wireType !== 2)
                                break;
                            message.openMultiply = $root.spindrift.v1.OpenMultiply.decode(reader, reader.size(), $undefined, _depth + 1, message.openMultiply);
                            message.body = "openMultiply";
                            continue;
                        }
                    case 60: {
                            if (wireType !== 2)
                                break;
                            message.getCalibration = $root.spindrift.v1.GetCalibration.decode(reader, reader.size(), $undefined, _depth + 1, message.getCalibration);
                            message.body = "getCalibration";
                            continue;
                        }
                    case 61: {
                            if (wireType !== 2)
                                break;
                            message.putCalibration = $root.spindrift.v1.PutCalibration.decode(reader, reader.size(), $undefined, _depth + 1, message.putCalibration);
                            message.body = "putCalibration";
                            continue;
                        }
                    case 62: {
                            if (wireType !== 2)
                                break;
                            message.calibrate = $root.spindrift.v1.Calibrate.decode(reader, reader.size(), $undefined, _depth + 1, message.calibrate);
                            message.body = "calibrate";
                            continue;
                        }
                    case 70: {
                            if (wireType !== 2)
                                break;
                            message.pinMode = $root.spindrift.v1.PinMode.decode(reader, reader.size(), $undefined, _depth + 1, message.pinMode);
                            message.body = "pinMode";
                            continue;
                        }
                    case 71: {
                            if (wireType !== 2)
                                break;
                            message.pinRead = $root.spindrift.v1.PinRead.decode(reader, reader.size(), $undefined, _depth + 1, message.pinRead);
                            message.body = "pinRead";
                            continue;
                        }
                    case 72: {
                            if (wireType !== 2)
                                break;
                            message.pinWrite = $root.spindrift.v1.PinWrite.decode(reader, reader.size(), $undefined, _depth + 1, message.pinWrite);
                            message.body = "pinWrite";
                            continue;
                        }
                    case 73: {
                            if (wireType !== 2)
                                break;
                            message.pwmWrite = $root.spindrift.v1.PwmWrite.decode(reader, reader.size(), $undefined, _depth + 1, message.pwmWrite);
                            message.body = "pwmWrite";
                            continue;
                        }
                    case 74: {
                            if (wireType !== 2)
                                break;
                            message.dacWrite = $root.spindrift.v1.DacWrite.decode(reader, reader.size(), $undefined, _depth + 1, message.dacWrite);
                            message.body = "dacWrite";
                            continue;
                        }
                    case 75: {
                            if (wireType !== 2)
                                break;
                            message.servoWrite = $root.spindrift.v1.ServoWrite.decode(reader, reader.size(), $undefined, _depth + 1, message.servoWrite);
                            message.body = "servoWrite";
                            continue;
                        }
                    case 76: {
                            if (wireType !== 2)
                                break;
                            message.watchPin = $root.spindrift.v1.WatchPin.decode(reader, reader.size(), $undefined, _depth + 1, message.watchPin);
                            message.body = "watchPin";
                            continue;
                        }
                    case 77: {
                            if (wireType !== 2)
                                break;
                            message.watchAdc = $root.spindrift.v1.WatchAdc.decode(reader, reader.size(), $undefined, _depth + 1, message.watchAdc);
                            message.body = "watchAdc";
                            continue;
                        }
                    case 78: {
                            if (wireType !== 2)
                                break;
                            message.i2cConfig = $root.spindrift.v1.I2cConfig.decode(reader, reader.size(), $undefined, _depth + 1, message.i2cConfig);
                            message.body = "i2cConfig";
                            continue;
                        }
                    case 79: {
                            if (wireType !== 2)
                                break;
                            message.i2cWrite = $root.spindrift.v1.I2cWrite.decode(reader, reader.size(), $undefined, _depth + 1, message.i2cWrite);
                            message.body = "i2cWrite";
                            continue;
                        }
                    case 80: {
                            if (wireType !== 2)
                                break;
                            message.i2cRead = $root.spindrift.v1.I2cRead.decode(reader, reader.size(), $undefined, _depth + 1, message.i2cRead);
                            message.body = "i2cRead";
                            continue;
                        }
                    case 81: {
                            if (wireType !== 2)
                                break;
                            message.watchI2c = $root.spindrift.v1.WatchI2c.decode(reader, reader.size(), $undefined, _depth + 1, message.watchI2c);
                            message.body = "watchI2c";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return HostToDevice;
        })();

        v1.DeviceToHost = (function() {

            /**
             * Properties of a DeviceToHost.
             * @typedef {Object} spindrift.v1.DeviceToHost.$Properties
             * @property {number|null} [id] DeviceToHost id
             * @property {spindrift.v1.Status|null} [status] DeviceToHost status
             * @property {boolean|null} [end] DeviceToHost end
             * @property {string|null} [detail] DeviceToHost detail
             * @property {number|null} [retryAfterMs] DeviceToHost retryAfterMs
             * @property {number|null} [bootId] DeviceToHost bootId
             * @property {spindrift.v1.HelloReply.$Properties|null} [helloReply] DeviceToHost helloReply
             * @property {spindrift.v1.Heartbeat.$Properties|null} [heartbeat] DeviceToHost heartbeat
             * @property {spindrift.v1.StreamOpened.$Properties|null} [streamOpened] DeviceToHost streamOpened
             * @property {spindrift.v1.StreamCredit.$Properties|null} [streamCredit] DeviceToHost streamCredit
             * @property {spindrift.v1.StreamStats.$Properties|null} [streamStats] DeviceToHost streamStats
             * @property {spindrift.v1.Log.$Properties|null} [log] DeviceToHost log
             * @property {spindrift.v1.Fault.$Properties|null} [fault] DeviceToHost fault
             * @property {spindrift.v1.GetIdentityReply.$Properties|null} [getIdentityReply] DeviceToHost getIdentityReply
             * @property {spindrift.v1.GetLimitsReply.$Properties|null} [getLimitsReply] DeviceToHost getLimitsReply
             * @property {spindrift.v1.GetStateReply.$Properties|null} [getStateReply] DeviceToHost getStateReply
             * @property {spindrift.v1.SetConfigReply.$Properties|null} [setConfigReply] DeviceToHost setConfigReply
             * @property {spindrift.v1.StateReply.$Properties|null} [armReply] DeviceToHost armReply
             * @property {spindrift.v1.StateReply.$Properties|null} [makeSafeReply] DeviceToHost makeSafeReply
             * @property {spindrift.v1.StateReply.$Properties|null} [clearFaultReply] DeviceToHost clearFaultReply
             * @property {spindrift.v1.Telemetry.$Properties|null} [telemetry] DeviceToHost telemetry
             * @property {spindrift.v1.SelfTestReply.$Properties|null} [selfTestReply] DeviceToHost selfTestReply
             * @property {spindrift.v1.RebootReply.$Properties|null} [rebootReply] DeviceToHost rebootReply
             * @property {spindrift.v1.RunShotsReply.$Properties|null} [runShotsReply] DeviceToHost runShotsReply
             * @property {spindrift.v1.ProgramTileReply.$Properties|null} [programTileReply] DeviceToHost programTileReply
             * @property {spindrift.v1.MultiplyVectorReply.$Properties|null} [multiplyVectorReply] DeviceToHost multiplyVectorReply
             * @property {spindrift.v1.PutCalibrationReply.$Properties|null} [putCalibrationReply] DeviceToHost putCalibrationReply
             * @property {spindrift.v1.CalibrateReply.$Properties|null} [calibrateReply] DeviceToHost calibrateReply
             * @property {spindrift.v1.PinReply.$Properties|null} [pinModeReply] DeviceToHost pinModeReply
             * @property {spindrift.v1.PinReply.$Properties|null} [pinReadReply] DeviceToHost pinReadReply
             * @property {spindrift.v1.PinReply.$Properties|null} [pinWriteReply] DeviceToHost pinWriteReply
             * @property {spindrift.v1.PinReply.$Properties|null} [pwmWriteReply] DeviceToHost pwmWriteReply
             * @property {spindrift.v1.PinReply.$Properties|null} [dacWriteReply] DeviceToHost dacWriteReply
             * @property {spindrift.v1.PinReply.$Properties|null} [servoWriteReply] DeviceToHost servoWriteReply
             * @property {spindrift.v1.PinReply.$Properties|null} [watchPinReply] DeviceToHost watchPinReply
             * @property {spindrift.v1.PinReply.$Properties|null} [watchAdcReply] DeviceToHost watchAdcReply
             * @property {spindrift.v1.I2cReply.$Properties|null} [i2cConfigReply] DeviceToHost i2cConfigReply
             * @property {spindrift.v1.I2cReply.$Properties|null} [i2cWriteReply] DeviceToHost i2cWriteReply
             * @property {spindrift.v1.I2cReply.$Properties|null} [i2cReadReply] DeviceToHost i2cReadReply
             * @property {spindrift.v1.I2cReply.$Properties|null} [watchI2cReply] DeviceToHost watchI2cReply
             * @property {"helloReply"|"heartbeat"|"streamOpened"|"streamCredit"|"streamStats"|"log"|"fault"|"getIdentityReply"|"getLimitsReply"|"getStateReply"|"setConfigReply"|"armReply"|"makeSafeReply"|"clearFaultReply"|"telemetry"|"selfTestReply"|"rebootReply"|"runShotsReply"|"programTileReply"|"multiplyVectorReply"|"putCalibrationReply"|"calibrateReply"|"pinModeReply"|"pinReadReply"|"pinWriteReply"|"pwmWriteReply"|"dacWriteReply"|"servoWriteReply"|"watchPinReply"|"watchAdcReply"|"i2cConfigReply"|"i2cWriteReply"|"i2cReadReply"|"watchI2cReply"} [body] DeviceToHost body
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DeviceToHost.
             * @memberof spindrift.v1
             * @interface IDeviceToHost
             * @augments spindrift.v1.DeviceToHost.$Properties
             * @deprecated Use spindrift.v1.DeviceToHost.$Properties instead.
             */

            /**
             * Narrowed shape of a DeviceToHost.
             * @typedef {{
             *   id?: number|null;
             *   status?: spindrift.v1.Status|null;
             *   end?: boolean|null;
             *   detail?: string|null;
             *   retryAfterMs?: number|null;
             *   bootId?: number|null;
             *   helloReply?: spindrift.v1.HelloReply.$Shape|null;
             *   heartbeat?: spindrift.v1.Heartbeat.$Shape|null;
             *   streamOpened?: spindrift.v1.StreamOpened.$Shape|null;
             *   streamCredit?: spindrift.v1.StreamCredit.$Shape|null;
             *   streamStats?: spindrift.v1.StreamStats.$Shape|null;
             *   log?: spindrift.v1.Log.$Shape|null;
             *   fault?: spindrift.v1.Fault.$Shape|null;
             *   getIdentityReply?: spindrift.v1.GetIdentityReply.$Shape|null;
             *   getLimitsReply?: spindrift.v1.GetLimitsReply.$Shape|null;
             *   getStateReply?: spindrift.v1.GetStateReply.$Shape|null;
             *   setConfigReply?: spindrift.v1.SetConfigReply.$Shape|null;
             *   armReply?: spindrift.v1.StateReply.$Shape|null;
             *   makeSafeReply?: spindrift.v1.StateReply.$Shape|null;
             *   clearFaultReply?: spindrift.v1.StateReply.$Shape|null;
             *   telemetry?: spindrift.v1.Telemetry.$Shape|null;
             *   selfTestReply?: spindrift.v1.SelfTestReply.$Shape|null;
             *   rebootReply?: spindrift.v1.RebootReply.$Shape|null;
             *   runShotsReply?: spindrift.v1.RunShotsReply.$Shape|null;
             *   programTileReply?: spindrift.v1.ProgramTileReply.$Shape|null;
             *   multiplyVectorReply?: spindrift.v1.MultiplyVectorReply.$Shape|null;
             *   putCalibrationReply?: spindrift.v1.PutCalibrationReply.$Shape|null;
             *   calibrateReply?: spindrift.v1.CalibrateReply.$Shape|null;
             *   pinModeReply?: spindrift.v1.PinReply.$Shape|null;
             *   pinReadReply?: spindrift.v1.PinReply.$Shape|null;
             *   pinWriteReply?: spindrift.v1.PinReply.$Shape|null;
             *   pwmWriteReply?: spindrift.v1.PinReply.$Shape|null;
             *   dacWriteReply?: spindrift.v1.PinReply.$Shape|null;
             *   servoWriteReply?: spindrift.v1.PinReply.$Shape|null;
             *   watchPinReply?: spindrift.v1.PinReply.$Shape|null;
             *   watchAdcReply?: spindrift.v1.PinReply.$Shape|null;
             *   i2cConfigReply?: spindrift.v1.I2cReply.$Shape|null;
             *   i2cWriteReply?: spindrift.v1.I2cReply.$Shape|null;
             *   i2cReadReply?: spindrift.v1.I2cReply.$Shape|null;
             *   watchI2cReply?: spindrift.v1.I2cReply.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ body?: undefined; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "helloReply"; helloReply: spindrift.v1.HelloReply.$Shape; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "heartbeat"; helloReply?: null; heartbeat: spindrift.v1.Heartbeat.$Shape; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "streamOpened"; helloReply?: null; heartbeat?: null; streamOpened: spindrift.v1.StreamOpened.$Shape; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "streamCredit"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit: spindrift.v1.StreamCredit.$Shape; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "streamStats"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats: spindrift.v1.StreamStats.$Shape; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "log"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log: spindrift.v1.Log.$Shape; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "fault"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault: spindrift.v1.Fault.$Shape; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "getIdentityReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply: spindrift.v1.GetIdentityReply.$Shape; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "getLimitsReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply: spindrift.v1.GetLimitsReply.$Shape; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "getStateReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply: spindrift.v1.GetStateReply.$Shape; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "setConfigReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply: spindrift.v1.SetConfigReply.$Shape; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "armReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply: spindrift.v1.StateReply.$Shape; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "makeSafeReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply: spindrift.v1.StateReply.$Shape; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "clearFaultReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply: spindrift.v1.StateReply.$Shape; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "telemetry"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry: spindrift.v1.Telemetry.$Shape; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "selfTestReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply: spindrift.v1.SelfTestReply.$Shape; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "rebootReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply: spindrift.v1.RebootReply.$Shape; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "runShotsReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply: spindrift.v1.RunShotsReply.$Shape; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "programTileReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply: spindrift.v1.ProgramTileReply.$Shape; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "multiplyVectorReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply: spindrift.v1.MultiplyVectorReply.$Shape; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "putCalibrationReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply: spindrift.v1.PutCalibrationReply.$Shape; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "calibrateReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply: spindrift.v1.CalibrateReply.$Shape; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "pinModeReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply: spindrift.v1.PinReply.$Shape; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "pinReadReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply: spindrift.v1.PinReply.$Shape; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "pinWriteReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply: spindrift.v1.PinReply.$Shape; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "pwmWriteReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply: spindrift.v1.PinReply.$Shape; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "dacWriteReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply: spindrift.v1.PinReply.$Shape; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "servoWriteReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply: spindrift.v1.PinReply.$Shape; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "watchPinReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply: spindrift.v1.PinReply.$Shape; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "watchAdcReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply: spindrift.v1.PinReply.$Shape; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "i2cConfigReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply: spindrift.v1.I2cReply.$Shape; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "i2cWriteReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply: spindrift.v1.I2cReply.$Shape; i2cReadReply?: null; watchI2cReply?: null }|{ body?: "i2cReadReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply: spindrift.v1.I2cReply.$Shape; watchI2cReply?: null }|{ body?: "watchI2cReply"; helloReply?: null; heartbeat?: null; streamOpened?: null; streamCredit?: null; streamStats?: null; log?: null; fault?: null; getIdentityReply?: null; getLimitsReply?: null; getStateReply?: null; setConfigReply?: null; armReply?: null; makeSafeReply?: null; clearFaultReply?: null; telemetry?: null; selfTestReply?: null; rebootReply?: null; runShotsReply?: null; programTileReply?: null; multiplyVectorReply?: null; putCalibrationReply?: null; calibrateReply?: null; pinModeReply?: null; pinReadReply?: null; pinWriteReply?: null; pwmWriteReply?: null; dacWriteReply?: null; servoWriteReply?: null; watchPinReply?: null; watchAdcReply?: null; i2cConfigReply?: null; i2cWriteReply?: null; i2cReadReply?: null; watchI2cReply: spindrift.v1.I2cReply.$Shape })
             * )} spindrift.v1.DeviceToHost.$Shape
             */

            /**
             * Constructs a new DeviceToHost.
             * @memberof spindrift.v1
             * @classdesc Represents a DeviceToHost.
             * @constructor
             * @param {spindrift.v1.DeviceToHost.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DeviceToHost = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * DeviceToHost id.
             * @member {number} id
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.id = 0;

            /**
             * DeviceToHost status.
             * @member {spindrift.v1.Status} status
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.status = 0;

            /**
             * DeviceToHost end.
             * @member {boolean} end
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.end = false;

            /**
             * DeviceToHost detail.
             * @member {string} detail
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.detail = "";

            /**
             * DeviceToHost retryAfterMs.
             * @member {number} retryAfterMs
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.retryAfterMs = 0;

            /**
             * DeviceToHost bootId.
             * @member {number} bootId
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.bootId = 0;

            /**
             * DeviceToHost helloReply.
             * @member {spindrift.v1.HelloReply.$Properties|null|undefined} helloReply
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.helloReply = null;

            /**
             * DeviceToHost heartbeat.
             * @member {spindrift.v1.Heartbeat.$Properties|null|undefined} heartbeat
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.heartbeat = null;

            /**
             * DeviceToHost streamOpened.
             * @member {spindrift.v1.StreamOpened.$Properties|null|undefined} streamOpened
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.streamOpened = null;

            /**
             * DeviceToHost streamCredit.
             * @member {spindrift.v1.StreamCredit.$Properties|null|undefined} streamCredit
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.streamCredit = null;

            /**
             * DeviceToHost streamStats.
             * @member {spindrift.v1.StreamStats.$Properties|null|undefined} streamStats
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.streamStats = null;

            /**
             * DeviceToHost log.
             * @member {spindrift.v1.Log.$Properties|null|undefined} log
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.log = null;

            /**
             * DeviceToHost fault.
             * @member {spindrift.v1.Fault.$Properties|null|undefined} fault
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.fault = null;

            /**
             * DeviceToHost getIdentityReply.
             * @member {spindrift.v1.GetIdentityReply.$Properties|null|undefined} getIdentityReply
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.getIdentityReply = null;

            /**
             * DeviceToHost getLimitsReply.
             * @member {spindrift.v1.GetLimitsReply.$Properties|null|undefined} getLimitsReply
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.getLimitsReply = null;

            /**
             * DeviceToHost getStateReply.
             * @member {spindrift.v1.GetStateReply.$Properties|null|undefined} getStateReply
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.getStateReply = null;

            /**
             * DeviceToHost setConfigReply.
             * @member {spindrift.v1.SetConfigReply.$Properties|null|undefined} setConfigReply
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.setConfigReply = null;

            /**
             * DeviceToHost armReply.
             * @member {spindrift.v1.StateReply.$Properties|null|undefined} armReply
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.armReply = null;

            /**
             * DeviceToHost makeSafeReply.
             * @member {spindrift.v1.StateReply.$Properties|null|undefined} makeSafeReply
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.makeSafeReply = null;

            /**
             * DeviceToHost clearFaultReply.
             * @member {spindrift.v1.StateReply.$Properties|null|undefined} clearFaultReply
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.clearFaultReply = null;

            /**
             * DeviceToHost telemetry.
             * @member {spindrift.v1.Telemetry.$Properties|null|undefined} telemetry
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.telemetry = null;

            /**
             * DeviceToHost selfTestReply.
             * @member {spindrift.v1.SelfTestReply.$Properties|null|undefined} selfTestReply
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.selfTestReply = null;

            /**
             * DeviceToHost rebootReply.
             * @member {spindrift.v1.RebootReply.$Properties|null|undefined} rebootReply
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.rebootReply = null;

            /**
             * DeviceToHost runShotsReply.
             * @member {spindrift.v1.RunShotsReply.$Properties|null|undefined} runShotsReply
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.runShotsReply = null;

            /**
             * DeviceToHost programTileReply.
             * @member {spindrift.v1.ProgramTileReply.$Properties|null|undefined} programTileReply
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.programTileReply = null;

            /**
             * DeviceToHost multiplyVectorReply.
             * @member {spindrift.v1.MultiplyVectorReply.$Properties|null|undefined} multiplyVectorReply
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.multiplyVectorReply = null;

            /**
             * DeviceToHost putCalibrationReply.
             * @member {spindrift.v1.PutCalibrationReply.$Properties|null|undefined} putCalibrationReply
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.putCalibrationReply = null;

            /**
             * DeviceToHost calibrateReply.
             * @member {spindrift.v1.CalibrateReply.$Properties|null|undefined} calibrateReply
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.calibrateReply = null;

            /**
             * DeviceToHost pinModeReply.
             * @member {spindrift.v1.PinReply.$Properties|null|undefined} pinModeReply
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.pinModeReply = null;

            /**
             * DeviceToHost pinReadReply.
             * @member {spindrift.v1.PinReply.$Properties|null|undefined} pinReadReply
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.pinReadReply = null;

            /**
             * DeviceToHost pinWriteReply.
             * @member {spindrift.v1.PinReply.$Properties|null|undefined} pinWriteReply
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.pinWriteReply = null;

            /**
             * DeviceToHost pwmWriteReply.
             * @member {spindrift.v1.PinReply.$Properties|null|undefined} pwmWriteReply
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.pwmWriteReply = null;

            /**
             * DeviceToHost dacWriteReply.
             * @member {spindrift.v1.PinReply.$Properties|null|undefined} dacWriteReply
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.dacWriteReply = null;

            /**
             * DeviceToHost servoWriteReply.
             * @member {spindrift.v1.PinReply.$Properties|null|undefined} servoWriteReply
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.servoWriteReply = null;

            /**
             * DeviceToHost watchPinReply.
             * @member {spindrift.v1.PinReply.$Properties|null|undefined} watchPinReply
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.watchPinReply = null;

            /**
             * DeviceToHost watchAdcReply.
             * @member {spindrift.v1.PinReply.$Properties|null|undefined} watchAdcReply
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.watchAdcReply = null;

            /**
             * DeviceToHost i2cConfigReply.
             * @member {spindrift.v1.I2cReply.$Properties|null|undefined} i2cConfigReply
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.i2cConfigReply = null;

            /**
             * DeviceToHost i2cWriteReply.
             * @member {spindrift.v1.I2cReply.$Properties|null|undefined} i2cWriteReply
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.i2cWriteReply = null;

            /**
             * DeviceToHost i2cReadReply.
             * @member {spindrift.v1.I2cReply.$Properties|null|undefined} i2cReadReply
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.i2cReadReply = null;

            /**
             * DeviceToHost watchI2cReply.
             * @member {spindrift.v1.I2cReply.$Properties|null|undefined} watchI2cReply
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            DeviceToHost.prototype.watchI2cReply = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * DeviceToHost body.
             * @member {"helloReply"|"heartbeat"|"streamOpened"|"streamCredit"|"streamStats"|"log"|"fault"|"getIdentityReply"|"getLimitsReply"|"getStateReply"|"setConfigReply"|"armReply"|"makeSafeReply"|"clearFaultReply"|"telemetry"|"selfTestReply"|"rebootReply"|"runShotsReply"|"programTileReply"|"multiplyVectorReply"|"putCalibrationReply"|"calibrateReply"|"pinModeReply"|"pinReadReply"|"pinWriteReply"|"pwmWriteReply"|"dacWriteReply"|"servoWriteReply"|"watchPinReply"|"watchAdcReply"|"i2cConfigReply"|"i2cWriteReply"|"i2cReadReply"|"watchI2cReply"|undefined} body
             * @memberof spindrift.v1.DeviceToHost
             * @instance
             */
            $Object.defineProperty(DeviceToHost.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["helloReply", "heartbeat", "streamOpened", "streamCredit", "streamStats", "log", "fault", "getIdentityReply", "getLimitsReply", "getStateReply", "setConfigReply", "armReply", "makeSafeReply", "clearFaultReply", "telemetry", "selfTestReply", "rebootReply", "runShotsReply", "programTileReply", "multiplyVectorReply", "putCalibrationReply", "calibrateReply", "pinModeReply", "pinReadReply", "pinWriteReply", "pwmWriteReply", "dacWriteReply", "servoWriteReply", "watchPinReply", "watchAdcReply", "i2cConfigReply", "i2cWriteReply", "i2cReadReply", "watchI2cReply"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new DeviceToHost instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.DeviceToHost
             * @static
             * @param {spindrift.v1.DeviceToHost.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.DeviceToHost} DeviceToHost instance
             * @type {{
             *   (properties: spindrift.v1.DeviceToHost.$Shape): spindrift.v1.DeviceToHost & spindrift.v1.DeviceToHost.$Shape;
             *   (properties?: spindrift.v1.DeviceToHost.$Properties): spindrift.v1.DeviceToHost;
             * }}
             */
            DeviceToHost.create = function(properties) {
                return new DeviceToHost(properties);
            };

            /**
             * Encodes the specified DeviceToHost message. Does not implicitly {@link spindrift.v1.DeviceToHost.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.DeviceToHost
             * @static
             * @param {spindrift.v1.DeviceToHost.$Properties} message DeviceToHost message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DeviceToHost.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.id);
                if (message.status != null && $Object.hasOwnProperty.call(message, "status") && message.status !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.status);
                if (message.end != null && $Object.hasOwnProperty.call(message, "end") && message.end !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.end);
                if (message.detail != null && $Object.hasOwnProperty.call(message, "detail") && message.detail !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.detail);
                if (message.retryAfterMs != null && $Object.hasOwnProperty.call(message, "retryAfterMs") && message.retryAfterMs !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.retryAfterMs);
                if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId") && message.bootId !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.bootId);
                if (message.helloReply != null && $Object.hasOwnProperty.call(message, "helloReply"))
                    $root.spindrift.v1.HelloReply.encode(message.helloReply, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.heartbeat != null && $Object.hasOwnProperty.call(message, "heartbeat"))
                    $root.spindrift.v1.Heartbeat.encode(message.heartbeat, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                if (message.streamOpened != null && $Object.hasOwnProperty.call(message, "streamOpened"))
                    $root.spindrift.v1.StreamOpened.encode(message.streamOpened, writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                if (message.streamCredit != null && $Object.hasOwnProperty.call(message, "streamCredit"))
                    $root.spindrift.v1.StreamCredit.encode(message.streamCredit, writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                if (message.streamStats != null && $Object.hasOwnProperty.call(message, "streamStats"))
                    $root.spindrift.v1.StreamStats.encode(message.streamStats, writer.uint32(/* id 14, wireType 2 =*/114).fork(), _depth + 1).ldelim();
                if (message.log != null && $Object.hasOwnProperty.call(message, "log"))
                    $root.spindrift.v1.Log.encode(message.log, writer.uint32(/* id 16, wireType 2 =*/130).fork(), _depth + 1).ldelim();
                if (message.fault != null && $Object.hasOwnProperty.call(message, "fault"))
                    $root.spindrift.v1.Fault.encode(message.fault, writer.uint32(/* id 17, wireType 2 =*/138).fork(), _depth + 1).ldelim();
                if (message.getIdentityReply != null && $Object.hasOwnProperty.call(message, "getIdentityReply"))
                    $root.spindrift.v1.GetIdentityReply.encode(message.getIdentityReply, writer.uint32(/* id 20, wireType 2 =*/162).fork(), _depth + 1).ldelim();
                if (message.getLimitsReply != null && $Object.hasOwnProperty.call(message, "getLimitsReply"))
                    $root.spindrift.v1.GetLimitsReply.encode(message.getLimitsReply, writer.uint32(/* id 21, wireType 2 =*/170).fork(), _depth + 1).ldelim();
                if (message.getStateReply != null && $Object.hasOwnProperty.call(message, "getStateReply"))
                    $root.spindrift.v1.GetStateReply.encode(message.getStateReply, writer.uint32(/* id 22, wireType 2 =*/178).fork(), _depth + 1).ldelim();
                if (message.setConfigReply != null && $Object.hasOwnProperty.call(message, "setConfigReply"))
                    $root.spindrift.v1.SetConfigReply.encode(message.setConfigReply, writer.uint32(/* id 23, wireType 2 =*/186).fork(), _depth + 1).ldelim();
                if (message.armReply != null && $Object.hasOwnProperty.call(message, "armReply"))
                    $root.spindrift.v1.StateReply.encode(message.armReply, writer.uint32(/* id 24, wireType 2 =*/194).fork(), _depth + 1).ldelim();
                if (message.makeSafeReply != null && $Object.hasOwnProperty.call(message, "makeSafeReply"))
                    $root.spindrift.v1.StateReply.encode(message.makeSafeReply, writer.uint32(/* id 25, wireType 2 =*/202).fork(), _depth + 1).ldelim();
                if (message.clearFaultReply != null && $Object.hasOwnProperty.call(message, "clearFaultReply"))
                    $root.spindrift.v1.StateReply.encode(message.clearFaultReply, writer.uint32(/* id 26, wireType 2 =*/210).fork(), _depth + 1).ldelim();
                if (message.telemetry != null && $Object.hasOwnProperty.call(message, "telemetry"))
                    $root.spindrift.v1.Telemetry.encode(message.telemetry, writer.uint32(/* id 27, wireType 2 =*/218).fork(), _depth + 1).ldelim();
                if (message.selfTestReply != null && $Object.hasOwnProperty.call(message, "selfTestReply"))
                    $root.spindrift.v1.SelfTestReply.encode(message.selfTestReply, writer.uint32(/* id 28, wireType 2 =*/226).fork(), _depth + 1).ldelim();
                if (message.rebootReply != null && $Object.hasOwnProperty.call(message, "rebootReply"))
                    $root.spindrift.v1.RebootReply.encode(message.rebootReply, writer.uint32(/* id 29, wireType 2 =*/234).fork(), _depth + 1).ldelim();
                if (message.runShotsReply != null && $Object.hasOwnProperty.call(message, "runShotsReply"))
                    $root.spindrift.v1.RunShotsReply.encode(message.runShotsReply, writer.uint32(/* id 30, wireType 2 =*/242).fork(), _depth + 1).ldelim();
                if (message.programTileReply != null && $Object.hasOwnProperty.call(message, "programTileReply"))
                    $root.spindrift.v1.ProgramTileReply.encode(message.programTileReply, writer.uint32(/* id 50, wireType 2 =*/402).fork(), _depth + 1).ldelim();
                if (message.multiplyVectorReply != null && $Object.hasOwnProperty.call(message, "multiplyVectorReply"))
                    $root.spindrift.v1.MultiplyVectorReply.encode(message.multiplyVectorReply, writer.uint32(/* id 51, wireType 2 =*/410).fork(), _depth + 1).ldelim();
                if (message.putCalibrationReply != null && $Object.hasOwnProperty.call(message, "putCalibrationReply"))
                    $root.spindrift.v1.PutCalibrationReply.encode(message.putCalibrationReply, writer.uint32(/* id 61, wireType 2 =*/490).fork(), _depth + 1).ldelim();
                if (message.calibrateReply != null && $Object.hasOwnProperty.call(message, "calibrateReply"))
                    $root.spindrift.v1.CalibrateReply.encode(message.calibrateReply, writer.uint32(/* id 62, wireType 2 =*/498).fork(), _depth + 1).ldelim();
                if (message.pinModeReply != null && $Object.hasOwnProperty.call(message, "pinModeReply"))
                    $root.spindrift.v1.PinReply.encode(message.pinModeReply, writer.uint32(/* id 70, wireType 2 =*/562).fork(), _depth + 1).ldelim();
                if (message.pinReadReply != null && $Object.hasOwnProperty.call(message, "pinReadReply"))
                    $root.spindrift.v1.PinReply.encode(message.pinReadReply, writer.uint32(/* id 71, wireType 2 =*/570).fork(), _depth + 1).ldelim();
                if (message.pinWriteReply != null && $Object.hasOwnProperty.call(message, "pinWriteReply"))
                    $root.spindrift.v1.PinReply.encode(message.pinWriteReply, writer.uint32(/* id 72, wireType 2 =*/578).fork(), _depth + 1).ldelim();
                if (message.pwmWriteReply != null && $Object.hasOwnProperty.call(message, "pwmWriteReply"))
                    $root.spindrift.v1.PinReply.encode(message.pwmWriteReply, writer.uint32(/* id 73, wireType 2 =*/586).fork(), _depth + 1).ldelim();
                if (message.dacWriteReply != null && $Object.hasOwnProperty.call(message, "dacWriteReply"))
                    $root.spindrift.v1.PinReply.encode(message.dacWriteReply, writer.uint32(/* id 74, wireType 2 =*/594).fork(), _depth + 1).ldelim();
                if (message.servoWriteReply != null && $Object.hasOwnProperty.call(message, "servoWriteReply"))
                    $root.spindrift.v1.PinReply.encode(message.servoWriteReply, writer.uint32(/* id 75, wireType 2 =*/602).fork(), _depth + 1).ldelim();
                if (message.watchPinReply != null && $Object.hasOwnProperty.call(message, "watchPinReply"))
                    $root.spindrift.v1.PinReply.encode(message.watchPinReply, writer.uint32(/* id 76, wireType 2 =*/610).fork(), _depth + 1).ldelim();
                if (message.watchAdcReply != null && $Object.hasOwnProperty.call(message, "watchAdcReply"))
                    $root.spindrift.v1.PinReply.encode(message.watchAdcReply, writer.uint32(/* id 77, wireType 2 =*/618).fork(), _depth + 1).ldelim();
                if (message.i2cConfigReply != null && $Object.hasOwnProperty.call(message, "i2cConfigReply"))
                    $root.spindrift.v1.I2cReply.encode(message.i2cConfigReply, writer.uint32(/* id 78, wireType 2 =*/626).fork(), _depth + 1).ldelim();
                if (message.i2cWriteReply != null && $Object.hasOwnProperty.call(message, "i2cWriteReply"))
                    $root.spindrift.v1.I2cReply.encode(message.i2cWriteReply, writer.uint32(/* id 79, wireType 2 =*/634).fork(), _depth + 1).ldelim();
                if (message.i2cReadReply != null && $Object.hasOwnProperty.call(message, "i2cReadReply"))
                    $root.spindrift.v1.I2cReply.encode(message.i2cReadReply, writer.uint32(/* id 80, wireType 2 =*/642).fork(), _depth + 1).ldelim();
                if (message.watchI2cReply != null && $Object.hasOwnProperty.call(message, "watchI2cReply"))
                    $root.spindrift.v1.I2cReply.encode(message.watchI2cReply, writer.uint32(/* id 81, wireType 2 =*/650).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a DeviceToHost message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.DeviceToHost
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.DeviceToHost & spindrift.v1.DeviceToHost.$Shape} DeviceToHost
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DeviceToHost.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.DeviceToHost();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.status = value;
                            else
                                delete message.status;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.end = value;
                            else
                                delete message.end;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.detail = value;
                            else
                                delete message.detail;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.retryAfterMs = value;
                            else
                                delete message.retryAfterMs;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.bootId = value;
                            else
                                delete message.bootId;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.helloReply = $root.spindrift.v1.HelloReply.decode(reader, reader.size(), $undefined, _depth + 1, message.helloReply);
                            message.body = "helloReply";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.heartbeat = $root.spindrift.v1.Heartbeat.decode(reader, reader.size(), $undefined, _depth + 1, message.heartbeat);
                            message.body = "heartbeat";
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.streamOpened = $root.spindrift.v1.StreamOpened.decode(reader, reader.size(), $undefined, _depth + 1, message.streamOpened);
                            message.body = "streamOpened";
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            message.streamCredit = $root.spindrift.v1.StreamCredit.decode(reader, reader.size(), $undefined, _depth + 1, message.streamCredit);
                            message.body = "streamCredit";
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            message.streamStats = $root.spindrift.v1.StreamStats.decode(reader, reader.size(), $undefined, _depth + 1, message.streamStats);
                            message.body = "streamStats";
                            continue;
                        }
                    case 16: {
                            if (wireType !== 2)
                                break;
                            message.log = $root.spindrift.v1.Log.decode(reader, reader.size(), $undefined, _depth + 1, message.log);
                            message.body = "log";
                            continue;
                        }
                    case 17: {
                            if (wireType !== 2)
                                break;
                            message.fault = $root.spindrift.v1.Fault.decode(reader, reader.size(), $undefined, _depth + 1, message.fault);
                            message.body = "fault";
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            message.getIdentityReply = $root.spindrift.v1.GetIdentityReply.decode(reader, reader.size(), $undefined, _depth + 1, message.getIdentityReply);
                            message.body = "getIdentityReply";
                            continue;
                        }
                    case 21: {
                            if (wireType !== 2)
                                break;
                            message.getLimitsReply = $root.spindrift.v1.GetLimitsReply.decode(reader, reader.size(), $undefined, _depth + 1, message.getLimitsReply);
                            message.body = "getLimitsReply";
                            continue;
                        }
                    case 22: {
                            if (wireType !== 2)
                                break;
                            message.getStateReply = $root.spindrift.v1.GetStateReply.decode(reader, reader.size(), $undefined, _depth + 1, message.getStateReply);
                            message.body = "getStateReply";
                            continue;
                        }
                    case 23: {
                            if (wireType !== 2)
                                break;
                            message.setConfigReply = $root.spindrift.v1.SetConfigReply.decode(reader, reader.size(), $undefined, _depth + 1, message.setConfigReply);
                            message.body = "setConfigReply";
                            continue;
                        }
                    case 24: {
                            if (wireType !== 2)
                                break;
                            message.armReply = $root.spindrift.v1.StateReply.decode(reader, reader.size(), $undefined, _depth + 1, message.armReply);
                            message.body = "armReply";
                            continue;
                        }
                    case 25: {
                            if (wireType !== 2)
                                break;
                            message.makeSafeReply = $root.spindrift.v1.StateReply.decode(reader, reader.size(), $undefined, _depth + 1, message.makeSafeReply);
                            message.body = "makeSafeReply";
                            continue;
                        }
                    case 26: {
                            if (wireType !== 2)
                                break;
                            message.clearFaultReply = $root.spindrift.v1.StateReply.decode(reader, reader.size(), $undefined, _depth + 1, message.clearFaultReply);
                            message.body = "clearFaultReply";
                            continue;
                        }
                    case 27: {
                            if (wireType !== 2)
                                break;
                            message.telemetry = $root.spindrift.v1.Telemetry.decode(reader, reader.size(), $undefined, _depth + 1, message.telemetry);
                            message.body = "telemetry";
                            continue;
                        }
                    case 28: {
                            if (wireType !== 2)
                                break;
                            message.selfTestReply = $root.spindrift.v1.SelfTestReply.decode(reader, reader.size(), $undefined, _depth + 1, message.selfTestReply);
                            message.body = "selfTestReply";
                            continue;
                        }
                    case 29: {
                            if (wireType !== 2)
                                break;
                            message.rebootReply = $root.spindrift.v1.RebootReply.decode(reader, reader.size(), $undefined, _depth + 1, message.rebootReply);
                            message.body = "rebootReply";
                            continue;
                        }
                    case 30: {
                            if (wireType !== 2)
                                break;
                            message.runShotsReply = $root.spindrift.v1.RunShotsReply.decode(reader, reader.size(), $undefined, _depth + 1, message.runShotsReply);
                            message.body = "runShotsReply";
                            continue;
                        }
                    case 50: {
                            if (wireType !== 2)
                                break;
                            message.programTileReply = $root.spindrift.v1.ProgramTileReply.decode(reader, reader.size(), $undefined, _depth + 1, message.programTileReply);
                            message.body = "programTileReply";
                            continue;
                        }
                    case 51: {
                            if (wireType !== 2)
                                break;
                            message.multiplyVectorReply = $root.spindrift.v1.MultiplyVectorReply.decode(reader, reader.size(), $undefined, _depth + 1, message.multiplyVectorReply);
                            message.body = "multiplyVectorReply";
                            continue;
                        }
                    case 61: {
                            if (wireType !== 2)
                                break;
                            message.putCalibrationReply = $root.spindrift.v1.PutCalibrationReply.decode(reader, reader.size(), $undefined, _depth + 1, message.putCalibrationReply);
                            message.body = "putCalibrationReply";
                            continue;
                        }
                    case 62: {
                            if (wireType !== 2)
                                break;
                            message.calibrateReply = $root.spindrift.v1.CalibrateReply.decode(reader, reader.size(), $undefined, _depth + 1, message.calibrateReply);
                            message.body = "calibrateReply";
                            continue;
                        }
                    case 70: {
                            if (wireType !== 2)
                                break;
                            message.pinModeReply = $root.spindrift.v1.PinReply.decode(reader, reader.size(), $undefined, _depth + 1, message.pinModeReply);
                            message.body = "pinModeReply";
                            continue;
                        }
                    case 71: {
                            if (wireType !== 2)
                                break;
                            message.pinReadReply = $root.spindrift.v1.PinReply.decode(reader, reader.size(), $undefined, _depth + 1, message.pinReadReply);
                            message.body = "pinReadReply";
                            continue;
                        }
                    case 72: {
                            if (wireType !== 2)
                                break;
                            message.pinWriteReply = $root.spindrift.v1.PinReply.decode(reader, reader.size(), $undefined, _depth + 1, message.pinWriteReply);
                            message.body = "pinWriteReply";
                            continue;
                        }
                    case 73: {
                            if (wireType !== 2)
                                break;
                            message.pwmWriteReply = $root.spindrift.v1.PinReply.decode(reader, reader.size(), $undefined, _depth + 1, message.pwmWriteReply);
                            message.body = "pwmWriteReply";
                            continue;
                        }
                    case 74: {
                            if (wireType !== 2)
                                break;
                            message.dacWriteReply = $root.spindrift.v1.PinReply.decode(reader, reader.size(), $undefined, _depth + 1, message.dacWriteReply);
                            message.body = "dacWriteReply";
                            continue;
                        }
                    case 75: {
                            if (wireType !== 2)
                                break;
                            message.servoWriteReply = $root.spindrift.v1.PinReply.decode(reader, reader.size(), $undefined, _depth + 1, message.servoWriteReply);
                            message.body = "servoWriteReply";
                            continue;
                        }
                    case 76: {
                            if (wireType !== 2)
                                break;
                            message.watchPinReply = $root.spindrift.v1.PinReply.decode(reader, reader.size(), $undefined, _depth + 1, message.watchPinReply);
                            message.body = "watchPinReply";
                            continue;
                        }
                    case 77: {
                            if (wireType !== 2)
                                break;
                            message.watchAdcReply = $root.spindrift.v1.PinReply.decode(reader, reader.size(), $undefined, _depth + 1, message.watchAdcReply);
                            message.body = "watchAdcReply";
                            continue;
                        }
                    case 78: {
                            if (wireType !== 2)
                                break;
                            message.i2cConfigReply = $root.spindrift.v1.I2cReply.decode(reader, reader.size(), $undefined, _depth + 1, message.i2cConfigReply);
                            message.body = "i2cConfigReply";
                            continue;
                        }
                    case 79: {
                            if (wireType !== 2)
                                break;
                            message.i2cWriteReply = $root.spindrift.v1.I2cReply.decode(reader, reader.size(), $undefined, _depth + 1, message.i2cWriteReply);
                            message.body = "i2cWriteReply";
                            continue;
                        }
                    case 80: {
                            if (wireType !== 2)
                                break;
                            message.i2cReadReply = $root.spindrift.v1.I2cReply.decode(reader, reader.size(), $undefined, _depth + 1, message.i2cReadReply);
                            message.body = "i2cReadReply";
                            continue;
                        }
                    case 81: {
                            if (wireType !== 2)
                                break;
                            message.watchI2cReply = $root.spindrift.v1.I2cReply.decode(reader, reader.size(), $undefined, _depth + 1, message.watchI2cReply);
                            message.body = "watchI2cReply";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return DeviceToHost;
        })();

        /**
         * PinFunction enum.
         * @name spindrift.v1.PinFunction
         * @enum {number}
         * @property {number} PIN_FUNCTION_UNSPECIFIED=0 PIN_FUNCTION_UNSPECIFIED value
         * @property {number} PIN_FUNCTION_INPUT=1 PIN_FUNCTION_INPUT value
         * @property {number} PIN_FUNCTION_INPUT_PULLUP=2 PIN_FUNCTION_INPUT_PULLUP value
         * @property {number} PIN_FUNCTION_OUTPUT=3 PIN_FUNCTION_OUTPUT value
         * @property {number} PIN_FUNCTION_ANALOG=4 PIN_FUNCTION_ANALOG value
         * @property {number} PIN_FUNCTION_PWM=5 PIN_FUNCTION_PWM value
         * @property {number} PIN_FUNCTION_DAC=6 PIN_FUNCTION_DAC value
         * @property {number} PIN_FUNCTION_SERVO=7 PIN_FUNCTION_SERVO value
         */
        v1.PinFunction = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "PIN_FUNCTION_UNSPECIFIED"] = 0;
            values[valuesById[1] = "PIN_FUNCTION_INPUT"] = 1;
            values[valuesById[2] = "PIN_FUNCTION_INPUT_PULLUP"] = 2;
            values[valuesById[3] = "PIN_FUNCTION_OUTPUT"] = 3;
            values[valuesById[4] = "PIN_FUNCTION_ANALOG"] = 4;
            values[valuesById[5] = "PIN_FUNCTION_PWM"] = 5;
            values[valuesById[6] = "PIN_FUNCTION_DAC"] = 6;
            values[valuesById[7] = "PIN_FUNCTION_SERVO"] = 7;
            return values;
        })();

        v1.PinMode = (function() {

            /**
             * Properties of a PinMode.
             * @typedef {Object} spindrift.v1.PinMode.$Properties
             * @property {number|null} [pin] PinMode pin
             * @property {spindrift.v1.PinFunction|null} ["function"] PinMode function
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PinMode.
             * @memberof spindrift.v1
             * @interface IPinMode
             * @augments spindrift.v1.PinMode.$Properties
             * @deprecated Use spindrift.v1.PinMode.$Properties instead.
             */

            /**
             * Shape of a PinMode.
             * @typedef {spindrift.v1.PinMode.$Properties} spindrift.v1.PinMode.$Shape
             */

            /**
             * Constructs a new PinMode.
             * @memberof spindrift.v1
             * @classdesc Represents a PinMode.
             * @constructor
             * @param {spindrift.v1.PinMode.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PinMode = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PinMode pin.
             * @member {number} pin
             * @memberof spindrift.v1.PinMode
             * @instance
             */
            PinMode.prototype.pin = 0;

            /**
             * PinMode function.
             * @member {spindrift.v1.PinFunction} function
             * @memberof spindrift.v1.PinMode
             * @instance
             */
            PinMode.prototype["function"] = 0;

            /**
             * Creates a new PinMode instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.PinMode
             * @static
             * @param {spindrift.v1.PinMode.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.PinMode} PinMode instance
             * @type {{
             *   (properties: spindrift.v1.PinMode.$Shape): spindrift.v1.PinMode & spindrift.v1.PinMode.$Shape;
             *   (properties?: spindrift.v1.PinMode.$Properties): spindrift.v1.PinMode;
             * }}
             */
            PinMode.create = function(properties) {
                return new PinMode(properties);
            };

            /**
             * Encodes the specified PinMode message. Does not implicitly {@link spindrift.v1.PinMode.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.PinMode
             * @static
             * @param {spindrift.v1.PinMode.$Properties} message PinMode message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PinMode.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.pin != null && $Object.hasOwnProperty.call(message, "pin") && message.pin !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.pin);
                if (message["function"] != null && $Object.hasOwnProperty.call(message, "function") && message["function"] !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message["function"]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PinMode message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.PinMode
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.PinMode & spindrift.v1.PinMode.$Shape} PinMode
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PinMode.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.PinMode();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.pin = value;
                            else
                                delete message.pin;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message["function"] = value;
                            else
                                delete message["function"];
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PinMode;
        })();

        v1.PinRead = (function() {

            /**
             * Properties of a PinRead.
             * @typedef {Object} spindrift.v1.PinRead.$Properties
             * @property {number|null} [pin] PinRead pin
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PinRead.
             * @memberof spindrift.v1
             * @interface IPinRead
             * @augments spindrift.v1.PinRead.$Properties
             * @deprecated Use spindrift.v1.PinRead.$Properties instead.
             */

            /**
             * Shape of a PinRead.
             * @typedef {spindrift.v1.PinRead.$Properties} spindrift.v1.PinRead.$Shape
             */

            /**
             * Constructs a new PinRead.
             * @memberof spindrift.v1
             * @classdesc Represents a PinRead.
             * @constructor
             * @param {spindrift.v1.PinRead.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PinRead = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PinRead pin.
             * @member {number} pin
             * @memberof spindrift.v1.PinRead
             * @instance
             */
            PinRead.prototype.pin = 0;

            /**
             * Creates a new PinRead instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.PinRead
             * @static
             * @param {spindrift.v1.PinRead.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.PinRead} PinRead instance
             * @type {{
             *   (properties: spindrift.v1.PinRead.$Shape): spindrift.v1.PinRead & spindrift.v1.PinRead.$Shape;
             *   (properties?: spindrift.v1.PinRead.$Properties): spindrift.v1.PinRead;
             * }}
             */
            PinRead.create = function(properties) {
                return new PinRead(properties);
            };

            /**
             * Encodes the specified PinRead message. Does not implicitly {@link spindrift.v1.PinRead.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.PinRead
             * @static
             * @param {spindrift.v1.PinRead.$Properties} message PinRead message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PinRead.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.pin != null && $Object.hasOwnProperty.call(message, "pin") && message.pin !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.pin);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PinRead message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.PinRead
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.PinRead & spindrift.v1.PinRead.$Shape} PinRead
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PinRead.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.PinRead();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.pin = value;
                            else
                                delete message.pin;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PinRead;
        })();

        v1.PinWrite = (function() {

            /**
             * Properties of a PinWrite.
             * @typedef {Object} spindrift.v1.PinWrite.$Properties
             * @property {number|null} [pin] PinWrite pin
             * @property {boolean|null} [high] PinWrite high
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PinWrite.
             * @memberof spindrift.v1
             * @interface IPinWrite
             * @augments spindrift.v1.PinWrite.$Properties
             * @deprecated Use spindrift.v1.PinWrite.$Properties instead.
             */

            /**
             * Shape of a PinWrite.
             * @typedef {spindrift.v1.PinWrite.$Properties} spindrift.v1.PinWrite.$Shape
             */

            /**
             * Constructs a new PinWrite.
             * @memberof spindrift.v1
             * @classdesc Represents a PinWrite.
             * @constructor
             * @param {spindrift.v1.PinWrite.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PinWrite = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PinWrite pin.
             * @member {number} pin
             * @memberof spindrift.v1.PinWrite
             * @instance
             */
            PinWrite.prototype.pin = 0;

            /**
             * PinWrite high.
             * @member {boolean} high
             * @memberof spindrift.v1.PinWrite
             * @instance
             */
            PinWrite.prototype.high = false;

            /**
             * Creates a new PinWrite instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.PinWrite
             * @static
             * @param {spindrift.v1.PinWrite.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.PinWrite} PinWrite instance
             * @type {{
             *   (properties: spindrift.v1.PinWrite.$Shape): spindrift.v1.PinWrite & spindrift.v1.PinWrite.$Shape;
             *   (properties?: spindrift.v1.PinWrite.$Properties): spindrift.v1.PinWrite;
             * }}
             */
            PinWrite.create = function(properties) {
                return new PinWrite(properties);
            };

            /**
             * Encodes the specified PinWrite message. Does not implicitly {@link spindrift.v1.PinWrite.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.PinWrite
             * @static
             * @param {spindrift.v1.PinWrite.$Properties} message PinWrite message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PinWrite.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.pin != null && $Object.hasOwnProperty.call(message, "pin") && message.pin !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.pin);
                if (message.high != null && $Object.hasOwnProperty.call(message, "high") && message.high !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.high);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PinWrite message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.PinWrite
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.PinWrite & spindrift.v1.PinWrite.$Shape} PinWrite
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PinWrite.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.PinWrite();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.pin = value;
                            else
                                delete message.pin;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.high = value;
                            else
                                delete message.high;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PinWrite;
        })();

        v1.PwmWrite = (function() {

            /**
             * Properties of a PwmWrite.
             * @typedef {Object} spindrift.v1.PwmWrite.$Properties
             * @property {number|null} [pin] PwmWrite pin
             * @property {number|null} [dutyPpm] PwmWrite dutyPpm
             * @property {number|null} [periodNs] PwmWrite periodNs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PwmWrite.
             * @memberof spindrift.v1
             * @interface IPwmWrite
             * @augments spindrift.v1.PwmWrite.$Properties
             * @deprecated Use spindrift.v1.PwmWrite.$Properties instead.
             */

            /**
             * Shape of a PwmWrite.
             * @typedef {spindrift.v1.PwmWrite.$Properties} spindrift.v1.PwmWrite.$Shape
             */

            /**
             * Constructs a new PwmWrite.
             * @memberof spindrift.v1
             * @classdesc Represents a PwmWrite.
             * @constructor
             * @param {spindrift.v1.PwmWrite.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PwmWrite = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PwmWrite pin.
             * @member {number} pin
             * @memberof spindrift.v1.PwmWrite
             * @instance
             */
            PwmWrite.prototype.pin = 0;

            /**
             * PwmWrite dutyPpm.
             * @member {number} dutyPpm
             * @memberof spindrift.v1.PwmWrite
             * @instance
             */
            PwmWrite.prototype.dutyPpm = 0;

            /**
             * PwmWrite periodNs.
             * @member {number} periodNs
             * @memberof spindrift.v1.PwmWrite
             * @instance
             */
            PwmWrite.prototype.periodNs = 0;

            /**
             * Creates a new PwmWrite instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.PwmWrite
             * @static
             * @param {spindrift.v1.PwmWrite.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.PwmWrite} PwmWrite instance
             * @type {{
             *   (properties: spindrift.v1.PwmWrite.$Shape): spindrift.v1.PwmWrite & spindrift.v1.PwmWrite.$Shape;
             *   (properties?: spindrift.v1.PwmWrite.$Properties): spindrift.v1.PwmWrite;
             * }}
             */
            PwmWrite.create = function(properties) {
                return new PwmWrite(properties);
            };

            /**
             * Encodes the specified PwmWrite message. Does not implicitly {@link spindrift.v1.PwmWrite.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.PwmWrite
             * @static
             * @param {spindrift.v1.PwmWrite.$Properties} message PwmWrite message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PwmWrite.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.pin != null && $Object.hasOwnProperty.call(message, "pin") && message.pin !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.pin);
                if (message.dutyPpm != null && $Object.hasOwnProperty.call(message, "dutyPpm") && message.dutyPpm !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.dutyPpm);
                if (message.periodNs != null && $Object.hasOwnProperty.call(message, "periodNs") && message.periodNs !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.periodNs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PwmWrite message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.PwmWrite
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.PwmWrite & spindrift.v1.PwmWrite.$Shape} PwmWrite
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PwmWrite.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.PwmWrite();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.pin = value;
                            else
                                delete message.pin;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.dutyPpm = value;
                            else
                                delete message.dutyPpm;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.periodNs = value;
                            else
                                delete message.periodNs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PwmWrite;
        })();

        v1.DacWrite = (function() {

            /**
             * Properties of a DacWrite.
             * @typedef {Object} spindrift.v1.DacWrite.$Properties
             * @property {number|null} [pin] DacWrite pin
             * @property {number|null} [levelUv] DacWrite levelUv
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DacWrite.
             * @memberof spindrift.v1
             * @interface IDacWrite
             * @augments spindrift.v1.DacWrite.$Properties
             * @deprecated Use spindrift.v1.DacWrite.$Properties instead.
             */

            /**
             * Shape of a DacWrite.
             * @typedef {spindrift.v1.DacWrite.$Properties} spindrift.v1.DacWrite.$Shape
             */

            /**
             * Constructs a new DacWrite.
             * @memberof spindrift.v1
             * @classdesc Represents a DacWrite.
             * @constructor
             * @param {spindrift.v1.DacWrite.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DacWrite = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * DacWrite pin.
             * @member {number} pin
             * @memberof spindrift.v1.DacWrite
             * @instance
             */
            DacWrite.prototype.pin = 0;

            /**
             * DacWrite levelUv.
             * @member {number} levelUv
             * @memberof spindrift.v1.DacWrite
             * @instance
             */
            DacWrite.prototype.levelUv = 0;

            /**
             * Creates a new DacWrite instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.DacWrite
             * @static
             * @param {spindrift.v1.DacWrite.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.DacWrite} DacWrite instance
             * @type {{
             *   (properties: spindrift.v1.DacWrite.$Shape): spindrift.v1.DacWrite & spindrift.v1.DacWrite.$Shape;
             *   (properties?: spindrift.v1.DacWrite.$Properties): spindrift.v1.DacWrite;
             * }}
             */
            DacWrite.create = function(properties) {
                return new DacWrite(properties);
            };

            /**
             * Encodes the specified DacWrite message. Does not implicitly {@link spindrift.v1.DacWrite.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.DacWrite
             * @static
             * @param {spindrift.v1.DacWrite.$Properties} message DacWrite message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DacWrite.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.pin != null && $Object.hasOwnProperty.call(message, "pin") && message.pin !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.pin);
                if (message.levelUv != null && $Object.hasOwnProperty.call(message, "levelUv") && message.levelUv !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.levelUv);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a DacWrite message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.DacWrite
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.DacWrite & spindrift.v1.DacWrite.$Shape} DacWrite
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DacWrite.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.DacWrite();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.pin = value;
                            else
                                delete message.pin;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.levelUv = value;
                            else
                                delete message.levelUv;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return DacWrite;
        })();

        v1.ServoWrite = (function() {

            /**
             * Properties of a ServoWrite.
             * @typedef {Object} spindrift.v1.ServoWrite.$Properties
             * @property {number|null} [pin] ServoWrite pin
             * @property {number|null} [pulseUs] ServoWrite pulseUs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ServoWrite.
             * @memberof spindrift.v1
             * @interface IServoWrite
             * @augments spindrift.v1.ServoWrite.$Properties
             * @deprecated Use spindrift.v1.ServoWrite.$Properties instead.
             */

            /**
             * Shape of a ServoWrite.
             * @typedef {spindrift.v1.ServoWrite.$Properties} spindrift.v1.ServoWrite.$Shape
             */

            /**
             * Constructs a new ServoWrite.
             * @memberof spindrift.v1
             * @classdesc Represents a ServoWrite.
             * @constructor
             * @param {spindrift.v1.ServoWrite.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ServoWrite = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ServoWrite pin.
             * @member {number} pin
             * @memberof spindrift.v1.ServoWrite
             * @instance
             */
            ServoWrite.prototype.pin = 0;

            /**
             * ServoWrite pulseUs.
             * @member {number} pulseUs
             * @memberof spindrift.v1.ServoWrite
             * @instance
             */
            ServoWrite.prototype.pulseUs = 0;

            /**
             * Creates a new ServoWrite instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.ServoWrite
             * @static
             * @param {spindrift.v1.ServoWrite.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.ServoWrite} ServoWrite instance
             * @type {{
             *   (properties: spindrift.v1.ServoWrite.$Shape): spindrift.v1.ServoWrite & spindrift.v1.ServoWrite.$Shape;
             *   (properties?: spindrift.v1.ServoWrite.$Properties): spindrift.v1.ServoWrite;
             * }}
             */
            ServoWrite.create = function(properties) {
                return new ServoWrite(properties);
            };

            /**
             * Encodes the specified ServoWrite message. Does not implicitly {@link spindrift.v1.ServoWrite.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.ServoWrite
             * @static
             * @param {spindrift.v1.ServoWrite.$Properties} message ServoWrite message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ServoWrite.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.pin != null && $Object.hasOwnProperty.call(message, "pin") && message.pin !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.pin);
                if (message.pulseUs != null && $Object.hasOwnProperty.call(message, "pulseUs") && message.pulseUs !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.pulseUs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ServoWrite message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.ServoWrite
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.ServoWrite & spindrift.v1.ServoWrite.$Shape} ServoWrite
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ServoWrite.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.ServoWrite();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.pin = value;
                            else
                                delete message.pin;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.pulseUs = value;
                            else
                                delete message.pulseUs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ServoWrite;
        })();

        v1.PinReply = (function() {

            /**
             * Properties of a PinReply.
             * @typedef {Object} spindrift.v1.PinReply.$Properties
             * @property {number|null} [pin] PinReply pin
             * @property {number|null} [value] PinReply value
             * @property {number|null} [seq] PinReply seq
             * @property {number|Long|null} [tUs] PinReply tUs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PinReply.
             * @memberof spindrift.v1
             * @interface IPinReply
             * @augments spindrift.v1.PinReply.$Properties
             * @deprecated Use spindrift.v1.PinReply.$Properties instead.
             */

            /**
             * Shape of a PinReply.
             * @typedef {spindrift.v1.PinReply.$Properties} spindrift.v1.PinReply.$Shape
             */

            /**
             * Constructs a new PinReply.
             * @memberof spindrift.v1
             * @classdesc Represents a PinReply.
             * @constructor
             * @param {spindrift.v1.PinReply.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PinReply = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PinReply pin.
             * @member {number} pin
             * @memberof spindrift.v1.PinReply
             * @instance
             */
            PinReply.prototype.pin = 0;

            /**
             * PinReply value.
             * @member {number} value
             * @memberof spindrift.v1.PinReply
             * @instance
             */
            PinReply.prototype.value = 0;

            /**
             * PinReply seq.
             * @member {number} seq
             * @memberof spindrift.v1.PinReply
             * @instance
             */
            PinReply.prototype.seq = 0;

            /**
             * PinReply tUs.
             * @member {number|Long} tUs
             * @memberof spindrift.v1.PinReply
             * @instance
             */
            PinReply.prototype.tUs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new PinReply instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.PinReply
             * @static
             * @param {spindrift.v1.PinReply.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.PinReply} PinReply instance
             * @type {{
             *   (properties: spindrift.v1.PinReply.$Shape): spindrift.v1.PinReply & spindrift.v1.PinReply.$Shape;
             *   (properties?: spindrift.v1.PinReply.$Properties): spindrift.v1.PinReply;
             * }}
             */
            PinReply.create = function(properties) {
                return new PinReply(properties);
            };

            /**
             * Encodes the specified PinReply message. Does not implicitly {@link spindrift.v1.PinReply.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.PinReply
             * @static
             * @param {spindrift.v1.PinReply.$Properties} message PinReply message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PinReply.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.pin != null && $Object.hasOwnProperty.call(message, "pin") && message.pin !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.pin);
                if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.value);
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq") && message.seq !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.seq);
                if (message.tUs != null && $Object.hasOwnProperty.call(message, "tUs") && (typeof message.tUs === "object" ? message.tUs.low || message.tUs.high : message.tUs !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.tUs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PinReply message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.PinReply
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.PinReply & spindrift.v1.PinReply.$Shape} PinReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PinReply.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.PinReply();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.pin = value;
                            else
                                delete message.pin;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.value = value;
                            else
                                delete message.value;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.seq = value;
                            else
                                delete message.seq;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.tUs = value;
                            else
                                delete message.tUs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PinReply;
        })();

        v1.WatchPin = (function() {

            /**
             * Properties of a WatchPin.
             * @typedef {Object} spindrift.v1.WatchPin.$Properties
             * @property {number|null} [pin] WatchPin pin
             * @property {number|null} [debounceUs] WatchPin debounceUs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a WatchPin.
             * @memberof spindrift.v1
             * @interface IWatchPin
             * @augments spindrift.v1.WatchPin.$Properties
             * @deprecated Use spindrift.v1.WatchPin.$Properties instead.
             */

            /**
             * Shape of a WatchPin.
             * @typedef {spindrift.v1.WatchPin.$Properties} spindrift.v1.WatchPin.$Shape
             */

            /**
             * Constructs a new WatchPin.
             * @memberof spindrift.v1
             * @classdesc Represents a WatchPin.
             * @constructor
             * @param {spindrift.v1.WatchPin.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const WatchPin = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * WatchPin pin.
             * @member {number} pin
             * @memberof spindrift.v1.WatchPin
             * @instance
             */
            WatchPin.prototype.pin = 0;

            /**
             * WatchPin debounceUs.
             * @member {number} debounceUs
             * @memberof spindrift.v1.WatchPin
             * @instance
             */
            WatchPin.prototype.debounceUs = 0;

            /**
             * Creates a new WatchPin instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.WatchPin
             * @static
             * @param {spindrift.v1.WatchPin.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.WatchPin} WatchPin instance
             * @type {{
             *   (properties: spindrift.v1.WatchPin.$Shape): spindrift.v1.WatchPin & spindrift.v1.WatchPin.$Shape;
             *   (properties?: spindrift.v1.WatchPin.$Properties): spindrift.v1.WatchPin;
             * }}
             */
            WatchPin.create = function(properties) {
                return new WatchPin(properties);
            };

            /**
             * Encodes the specified WatchPin message. Does not implicitly {@link spindrift.v1.WatchPin.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.WatchPin
             * @static
             * @param {spindrift.v1.WatchPin.$Properties} message WatchPin message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            WatchPin.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.pin != null && $Object.hasOwnProperty.call(message, "pin") && message.pin !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.pin);
                if (message.debounceUs != null && $Object.hasOwnProperty.call(message, "debounceUs") && message.debounceUs !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.debounceUs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a WatchPin message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.WatchPin
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.WatchPin & spindrift.v1.WatchPin.$Shape} WatchPin
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            WatchPin.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.WatchPin();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.pin = value;
                            else
                                delete message.pin;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.debounceUs = value;
                            else
                                delete message.debounceUs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return WatchPin;
        })();

        v1.WatchAdc = (function() {

            /**
             * Properties of a WatchAdc.
             * @typedef {Object} spindrift.v1.WatchAdc.$Properties
             * @property {number|null} [pin] WatchAdc pin
             * @property {number|null} [periodMs] WatchAdc periodMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a WatchAdc.
             * @memberof spindrift.v1
             * @interface IWatchAdc
             * @augments spindrift.v1.WatchAdc.$Properties
             * @deprecated Use spindrift.v1.WatchAdc.$Properties instead.
             */

            /**
             * Shape of a WatchAdc.
             * @typedef {spindrift.v1.WatchAdc.$Properties} spindrift.v1.WatchAdc.$Shape
             */

            /**
             * Constructs a new WatchAdc.
             * @memberof spindrift.v1
             * @classdesc Represents a WatchAdc.
             * @constructor
             * @param {spindrift.v1.WatchAdc.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const WatchAdc = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * WatchAdc pin.
             * @member {number} pin
             * @memberof spindrift.v1.WatchAdc
             * @instance
             */
            WatchAdc.prototype.pin = 0;

            /**
             * WatchAdc periodMs.
             * @member {number} periodMs
             * @memberof spindrift.v1.WatchAdc
             * @instance
             */
            WatchAdc.prototype.periodMs = 0;

            /**
             * Creates a new WatchAdc instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.WatchAdc
             * @static
             * @param {spindrift.v1.WatchAdc.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.WatchAdc} WatchAdc instance
             * @type {{
             *   (properties: spindrift.v1.WatchAdc.$Shape): spindrift.v1.WatchAdc & spindrift.v1.WatchAdc.$Shape;
             *   (properties?: spindrift.v1.WatchAdc.$Properties): spindrift.v1.WatchAdc;
             * }}
             */
            WatchAdc.create = function(properties) {
                return new WatchAdc(properties);
            };

            /**
             * Encodes the specified WatchAdc message. Does not implicitly {@link spindrift.v1.WatchAdc.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.WatchAdc
             * @static
             * @param {spindrift.v1.WatchAdc.$Properties} message WatchAdc message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            WatchAdc.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.pin != null && $Object.hasOwnProperty.call(message, "pin") && message.pin !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.pin);
                if (message.periodMs != null && $Object.hasOwnProperty.call(message, "periodMs") && message.periodMs !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.periodMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a WatchAdc message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.WatchAdc
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.WatchAdc & spindrift.v1.WatchAdc.$Shape} WatchAdc
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            WatchAdc.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.WatchAdc();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.pin = value;
                            else
                                delete message.pin;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.periodMs = value;
                            else
                                delete message.periodMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return WatchAdc;
        })();

        v1.I2cConfig = (function() {

            /**
             * Properties of a I2cConfig.
             * @typedef {Object} spindrift.v1.I2cConfig.$Properties
             * @property {number|null} [clockHz] I2cConfig clockHz
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a I2cConfig.
             * @memberof spindrift.v1
             * @interface II2cConfig
             * @augments spindrift.v1.I2cConfig.$Properties
             * @deprecated Use spindrift.v1.I2cConfig.$Properties instead.
             */

            /**
             * Shape of a I2cConfig.
             * @typedef {spindrift.v1.I2cConfig.$Properties} spindrift.v1.I2cConfig.$Shape
             */

            /**
             * Constructs a new I2cConfig.
             * @memberof spindrift.v1
             * @classdesc Represents a I2cConfig.
             * @constructor
             * @param {spindrift.v1.I2cConfig.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const I2cConfig = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * I2cConfig clockHz.
             * @member {number} clockHz
             * @memberof spindrift.v1.I2cConfig
             * @instance
             */
            I2cConfig.prototype.clockHz = 0;

            /**
             * Creates a new I2cConfig instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.I2cConfig
             * @static
             * @param {spindrift.v1.I2cConfig.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.I2cConfig} I2cConfig instance
             * @type {{
             *   (properties: spindrift.v1.I2cConfig.$Shape): spindrift.v1.I2cConfig & spindrift.v1.I2cConfig.$Shape;
             *   (properties?: spindrift.v1.I2cConfig.$Properties): spindrift.v1.I2cConfig;
             * }}
             */
            I2cConfig.create = function(properties) {
                return new I2cConfig(properties);
            };

            /**
             * Encodes the specified I2cConfig message. Does not implicitly {@link spindrift.v1.I2cConfig.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.I2cConfig
             * @static
             * @param {spindrift.v1.I2cConfig.$Properties} message I2cConfig message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            I2cConfig.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.clockHz != null && $Object.hasOwnProperty.call(message, "clockHz") && message.clockHz !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.clockHz);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a I2cConfig message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.I2cConfig
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.I2cConfig & spindrift.v1.I2cConfig.$Shape} I2cConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            I2cConfig.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.I2cConfig();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.clockHz = value;
                            else
                                delete message.clockHz;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return I2cConfig;
        })();

        v1.I2cWrite = (function() {

            /**
             * Properties of a I2cWrite.
             * @typedef {Object} spindrift.v1.I2cWrite.$Properties
             * @property {number|null} [address] I2cWrite address
             * @property {Uint8Array|null} [data] I2cWrite data
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a I2cWrite.
             * @memberof spindrift.v1
             * @interface II2cWrite
             * @augments spindrift.v1.I2cWrite.$Properties
             * @deprecated Use spindrift.v1.I2cWrite.$Properties instead.
             */

            /**
             * Shape of a I2cWrite.
             * @typedef {spindrift.v1.I2cWrite.$Properties} spindrift.v1.I2cWrite.$Shape
             */

            /**
             * Constructs a new I2cWrite.
             * @memberof spindrift.v1
             * @classdesc Represents a I2cWrite.
             * @constructor
             * @param {spindrift.v1.I2cWrite.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const I2cWrite = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * I2cWrite address.
             * @member {number} address
             * @memberof spindrift.v1.I2cWrite
             * @instance
             */
            I2cWrite.prototype.address = 0;

            /**
             * I2cWrite data.
             * @member {Uint8Array} data
             * @memberof spindrift.v1.I2cWrite
             * @instance
             */
            I2cWrite.prototype.data = $util.newBuffer([]);

            /**
             * Creates a new I2cWrite instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.I2cWrite
             * @static
             * @param {spindrift.v1.I2cWrite.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.I2cWrite} I2cWrite instance
             * @type {{
             *   (properties: spindrift.v1.I2cWrite.$Shape): spindrift.v1.I2cWrite & spindrift.v1.I2cWrite.$Shape;
             *   (properties?: spindrift.v1.I2cWrite.$Properties): spindrift.v1.I2cWrite;
             * }}
             */
            I2cWrite.create = function(properties) {
                return new I2cWrite(properties);
            };

            /**
             * Encodes the specified I2cWrite message. Does not implicitly {@link spindrift.v1.I2cWrite.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.I2cWrite
             * @static
             * @param {spindrift.v1.I2cWrite.$Properties} message I2cWrite message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            I2cWrite.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.address);
                if (message.data != null && $Object.hasOwnProperty.call(message, "data") && message.data.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.data);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a I2cWrite message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.I2cWrite
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.I2cWrite & spindrift.v1.I2cWrite.$Shape} I2cWrite
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            I2cWrite.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.I2cWrite();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.address = value;
                            else
                                delete message.address;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.data = value;
                            else
                                delete message.data;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return I2cWrite;
        })();

        v1.I2cRead = (function() {

            /**
             * Properties of a I2cRead.
             * @typedef {Object} spindrift.v1.I2cRead.$Properties
             * @property {number|null} [address] I2cRead address
             * @property {Uint8Array|null} [prefix] I2cRead prefix
             * @property {number|null} [count] I2cRead count
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a I2cRead.
             * @memberof spindrift.v1
             * @interface II2cRead
             * @augments spindrift.v1.I2cRead.$Properties
             * @deprecated Use spindrift.v1.I2cRead.$Properties instead.
             */

            /**
             * Shape of a I2cRead.
             * @typedef {spindrift.v1.I2cRead.$Properties} spindrift.v1.I2cRead.$Shape
             */

            /**
             * Constructs a new I2cRead.
             * @memberof spindrift.v1
             * @classdesc Represents a I2cRead.
             * @constructor
             * @param {spindrift.v1.I2cRead.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const I2cRead = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * I2cRead address.
             * @member {number} address
             * @memberof spindrift.v1.I2cRead
             * @instance
             */
            I2cRead.prototype.address = 0;

            /**
             * I2cRead prefix.
             * @member {Uint8Array} prefix
             * @memberof spindrift.v1.I2cRead
             * @instance
             */
            I2cRead.prototype.prefix = $util.newBuffer([]);

            /**
             * I2cRead count.
             * @member {number} count
             * @memberof spindrift.v1.I2cRead
             * @instance
             */
            I2cRead.prototype.count = 0;

            /**
             * Creates a new I2cRead instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.I2cRead
             * @static
             * @param {spindrift.v1.I2cRead.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.I2cRead} I2cRead instance
             * @type {{
             *   (properties: spindrift.v1.I2cRead.$Shape): spindrift.v1.I2cRead & spindrift.v1.I2cRead.$Shape;
             *   (properties?: spindrift.v1.I2cRead.$Properties): spindrift.v1.I2cRead;
             * }}
             */
            I2cRead.create = function(properties) {
                return new I2cRead(properties);
            };

            /**
             * Encodes the specified I2cRead message. Does not implicitly {@link spindrift.v1.I2cRead.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.I2cRead
             * @static
             * @param {spindrift.v1.I2cRead.$Properties} message I2cRead message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            I2cRead.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.address);
                if (message.prefix != null && $Object.hasOwnProperty.call(message, "prefix") && message.prefix.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.prefix);
                if (message.count != null && $Object.hasOwnProperty.call(message, "count") && message.count !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.count);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a I2cRead message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.I2cRead
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.I2cRead & spindrift.v1.I2cRead.$Shape} I2cRead
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            I2cRead.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.I2cRead();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.address = value;
                            else
                                delete message.address;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.prefix = value;
                            else
                                delete message.prefix;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.count = value;
                            else
                                delete message.count;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return I2cRead;
        })();

        v1.WatchI2c = (function() {

            /**
             * Properties of a WatchI2c.
             * @typedef {Object} spindrift.v1.WatchI2c.$Properties
             * @property {spindrift.v1.I2cRead.$Properties|null} [read] WatchI2c read
             * @property {number|null} [periodMs] WatchI2c periodMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a WatchI2c.
             * @memberof spindrift.v1
             * @interface IWatchI2c
             * @augments spindrift.v1.WatchI2c.$Properties
             * @deprecated Use spindrift.v1.WatchI2c.$Properties instead.
             */

            /**
             * Shape of a WatchI2c.
             * @typedef {spindrift.v1.WatchI2c.$Properties} spindrift.v1.WatchI2c.$Shape
             */

            /**
             * Constructs a new WatchI2c.
             * @memberof spindrift.v1
             * @classdesc Represents a WatchI2c.
             * @constructor
             * @param {spindrift.v1.WatchI2c.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const WatchI2c = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * WatchI2c read.
             * @member {spindrift.v1.I2cRead.$Properties|null|undefined} read
             * @memberof spindrift.v1.WatchI2c
             * @instance
             */
            WatchI2c.prototype.read = null;

            /**
             * WatchI2c periodMs.
             * @member {number} periodMs
             * @memberof spindrift.v1.WatchI2c
             * @instance
             */
            WatchI2c.prototype.periodMs = 0;

            /**
             * Creates a new WatchI2c instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.WatchI2c
             * @static
             * @param {spindrift.v1.WatchI2c.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.WatchI2c} WatchI2c instance
             * @type {{
             *   (properties: spindrift.v1.WatchI2c.$Shape): spindrift.v1.WatchI2c & spindrift.v1.WatchI2c.$Shape;
             *   (properties?: spindrift.v1.WatchI2c.$Properties): spindrift.v1.WatchI2c;
             * }}
             */
            WatchI2c.create = function(properties) {
                return new WatchI2c(properties);
            };

            /**
             * Encodes the specified WatchI2c message. Does not implicitly {@link spindrift.v1.WatchI2c.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.WatchI2c
             * @static
             * @param {spindrift.v1.WatchI2c.$Properties} message WatchI2c message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            WatchI2c.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.read != null && $Object.hasOwnProperty.call(message, "read"))
                    $root.spindrift.v1.I2cRead.encode(message.read, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.periodMs != null && $Object.hasOwnProperty.call(message, "periodMs") && message.periodMs !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.periodMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a WatchI2c message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.WatchI2c
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.WatchI2c & spindrift.v1.WatchI2c.$Shape} WatchI2c
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            WatchI2c.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.WatchI2c();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.read = $root.spindrift.v1.I2cRead.decode(reader, reader.size(), $undefined, _depth + 1, message.read);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.periodMs = value;
                            else
                                delete message.periodMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return WatchI2c;
        })();

        v1.I2cReply = (function() {

            /**
             * Properties of a I2cReply.
             * @typedef {Object} spindrift.v1.I2cReply.$Properties
             * @property {number|null} [address] I2cReply address
             * @property {Uint8Array|null} [data] I2cReply data
             * @property {number|null} [seq] I2cReply seq
             * @property {number|Long|null} [tUs] I2cReply tUs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a I2cReply.
             * @memberof spindrift.v1
             * @interface II2cReply
             * @augments spindrift.v1.I2cReply.$Properties
             * @deprecated Use spindrift.v1.I2cReply.$Properties instead.
             */

            /**
             * Shape of a I2cReply.
             * @typedef {spindrift.v1.I2cReply.$Properties} spindrift.v1.I2cReply.$Shape
             */

            /**
             * Constructs a new I2cReply.
             * @memberof spindrift.v1
             * @classdesc Represents a I2cReply.
             * @constructor
             * @param {spindrift.v1.I2cReply.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const I2cReply = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * I2cReply address.
             * @member {number} address
             * @memberof spindrift.v1.I2cReply
             * @instance
             */
            I2cReply.prototype.address = 0;

            /**
             * I2cReply data.
             * @member {Uint8Array} data
             * @memberof spindrift.v1.I2cReply
             * @instance
             */
            I2cReply.prototype.data = $util.newBuffer([]);

            /**
             * I2cReply seq.
             * @member {number} seq
             * @memberof spindrift.v1.I2cReply
             * @instance
             */
            I2cReply.prototype.seq = 0;

            /**
             * I2cReply tUs.
             * @member {number|Long} tUs
             * @memberof spindrift.v1.I2cReply
             * @instance
             */
            I2cReply.prototype.tUs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new I2cReply instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.I2cReply
             * @static
             * @param {spindrift.v1.I2cReply.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.I2cReply} I2cReply instance
             * @type {{
             *   (properties: spindrift.v1.I2cReply.$Shape): spindrift.v1.I2cReply & spindrift.v1.I2cReply.$Shape;
             *   (properties?: spindrift.v1.I2cReply.$Properties): spindrift.v1.I2cReply;
             * }}
             */
            I2cReply.create = function(properties) {
                return new I2cReply(properties);
            };

            /**
             * Encodes the specified I2cReply message. Does not implicitly {@link spindrift.v1.I2cReply.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.I2cReply
             * @static
             * @param {spindrift.v1.I2cReply.$Properties} message I2cReply message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            I2cReply.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.address);
                if (message.data != null && $Object.hasOwnProperty.call(message, "data") && message.data.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.data);
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq") && message.seq !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.seq);
                if (message.tUs != null && $Object.hasOwnProperty.call(message, "tUs") && (typeof message.tUs === "object" ? message.tUs.low || message.tUs.high : message.tUs !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.tUs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a I2cReply message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.I2cReply
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.I2cReply & spindrift.v1.I2cReply.$Shape} I2cReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            I2cReply.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.I2cReply();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.address = value;
                            else
                                delete message.address;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.data = value;
                            else
                                delete message.data;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.seq = value;
                            else
                                delete message.seq;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.tUs = value;
                            else
                                delete message.tUs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return I2cReply;
        })();

        /**
         * CellFormat enum.
         * @name spindrift.v1.CellFormat
         * @enum {number}
         * @property {number} CELL_FORMAT_UNSPECIFIED=0 CELL_FORMAT_UNSPECIFIED value
         * @property {number} CELL_FORMAT_CELLS_U8=1 CELL_FORMAT_CELLS_U8 value
         */
        v1.CellFormat = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "CELL_FORMAT_UNSPECIFIED"] = 0;
            values[valuesById[1] = "CELL_FORMAT_CELLS_U8"] = 1;
            return values;
        })();

        /**
         * ColumnMode enum.
         * @name spindrift.v1.ColumnMode
         * @enum {number}
         * @property {number} COLUMN_MODE_UNSPECIFIED=0 COLUMN_MODE_UNSPECIFIED value
         * @property {number} COLUMN_MODE_SINGLE=1 COLUMN_MODE_SINGLE value
         * @property {number} COLUMN_MODE_DIFFERENTIAL=2 COLUMN_MODE_DIFFERENTIAL value
         */
        v1.ColumnMode = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "COLUMN_MODE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "COLUMN_MODE_SINGLE"] = 1;
            values[valuesById[2] = "COLUMN_MODE_DIFFERENTIAL"] = 2;
            return values;
        })();

        /**
         * AdcRange enum.
         * @name spindrift.v1.AdcRange
         * @enum {number}
         * @property {number} ADC_RANGE_UNSPECIFIED=0 ADC_RANGE_UNSPECIFIED value
         * @property {number} ADC_RANGE_MAC=1 ADC_RANGE_MAC value
         * @property {number} ADC_RANGE_CELL=2 ADC_RANGE_CELL value
         */
        v1.AdcRange = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "ADC_RANGE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "ADC_RANGE_MAC"] = 1;
            values[valuesById[2] = "ADC_RANGE_CELL"] = 2;
            return values;
        })();

        v1.Window = (function() {

            /**
             * Properties of a Window.
             * @typedef {Object} spindrift.v1.Window.$Properties
             * @property {number|null} [tile] Window tile
             * @property {number|null} [rowFirst] Window rowFirst
             * @property {number|null} [rows] Window rows
             * @property {number|null} [colFirst] Window colFirst
             * @property {number|null} [cols] Window cols
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Window.
             * @memberof spindrift.v1
             * @interface IWindow
             * @augments spindrift.v1.Window.$Properties
             * @deprecated Use spindrift.v1.Window.$Properties instead.
             */

            /**
             * Shape of a Window.
             * @typedef {spindrift.v1.Window.$Properties} spindrift.v1.Window.$Shape
             */

            /**
             * Constructs a new Window.
             * @memberof spindrift.v1
             * @classdesc Represents a Window.
             * @constructor
             * @param {spindrift.v1.Window.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Window = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Window tile.
             * @member {number} tile
             * @memberof spindrift.v1.Window
             * @instance
             */
            Window.prototype.tile = 0;

            /**
             * Window rowFirst.
             * @member {number} rowFirst
             * @memberof spindrift.v1.Window
             * @instance
             */
            Window.prototype.rowFirst = 0;

            /**
             * Window rows.
             * @member {number} rows
             * @memberof spindrift.v1.Window
             * @instance
             */
            Window.prototype.rows = 0;

            /**
             * Window colFirst.
             * @member {number} colFirst
             * @memberof spindrift.v1.Window
             * @instance
             */
            Window.prototype.colFirst = 0;

            /**
             * Window cols.
             * @member {number} cols
             * @memberof spindrift.v1.Window
             * @instance
             */
            Window.prototype.cols = 0;

            /**
             * Creates a new Window instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.Window
             * @static
             * @param {spindrift.v1.Window.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.Window} Window instance
             * @type {{
             *   (properties: spindrift.v1.Window.$Shape): spindrift.v1.Window & spindrift.v1.Window.$Shape;
             *   (properties?: spindrift.v1.Window.$Properties): spindrift.v1.Window;
             * }}
             */
            Window.create = function(properties) {
                return new Window(properties);
            };

            /**
             * Encodes the specified Window message. Does not implicitly {@link spindrift.v1.Window.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.Window
             * @static
             * @param {spindrift.v1.Window.$Properties} message Window message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Window.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.tile != null && $Object.hasOwnProperty.call(message, "tile") && message.tile !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.tile);
                if (message.rowFirst != null && $Object.hasOwnProperty.call(message, "rowFirst") && message.rowFirst !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.rowFirst);
                if (message.rows != null && $Object.hasOwnProperty.call(message, "rows") && message.rows !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.rows);
                if (message.colFirst != null && $Object.hasOwnProperty.call(message, "colFirst") && message.colFirst !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.colFirst);
                if (message.cols != null && $Object.hasOwnProperty.call(message, "cols") && message.cols !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.cols);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Window message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.Window
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.Window & spindrift.v1.Window.$Shape} Window
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Window.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.Window();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.tile = value;
                            else
                                delete message.tile;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.rowFirst = value;
                            else
                                delete message.rowFirst;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.rows = value;
                            else
                                delete message.rows;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.colFirst = value;
                            else
                                delete message.colFirst;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.cols = value;
                            else
                                delete message.cols;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Window;
        })();

        v1.ProgramTile = (function() {

            /**
             * Properties of a ProgramTile.
             * @typedef {Object} spindrift.v1.ProgramTile.$Properties
             * @property {spindrift.v1.Window.$Properties|null} [window] ProgramTile window
             * @property {spindrift.v1.CellFormat|null} [format] ProgramTile format
             * @property {number|null} [verifyPasses] ProgramTile verifyPasses
             * @property {number|null} [dataCrc32] ProgramTile dataCrc32
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ProgramTile.
             * @memberof spindrift.v1
             * @interface IProgramTile
             * @augments spindrift.v1.ProgramTile.$Properties
             * @deprecated Use spindrift.v1.ProgramTile.$Properties instead.
             */

            /**
             * Shape of a ProgramTile.
             * @typedef {spindrift.v1.ProgramTile.$Properties} spindrift.v1.ProgramTile.$Shape
             */

            /**
             * Constructs a new ProgramTile.
             * @memberof spindrift.v1
             * @classdesc Represents a ProgramTile.
             * @constructor
             * @param {spindrift.v1.ProgramTile.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ProgramTile = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ProgramTile window.
             * @member {spindrift.v1.Window.$Properties|null|undefined} window
             * @memberof spindrift.v1.ProgramTile
             * @instance
             */
            ProgramTile.prototype.window = null;

            /**
             * ProgramTile format.
             * @member {spindrift.v1.CellFormat} format
             * @memberof spindrift.v1.ProgramTile
             * @instance
             */
            ProgramTile.prototype.format = 0;

            /**
             * ProgramTile verifyPasses.
             * @member {number} verifyPasses
             * @memberof spindrift.v1.ProgramTile
             * @instance
             */
            ProgramTile.prototype.verifyPasses = 0;

            /**
             * ProgramTile dataCrc32.
             * @member {number} dataCrc32
             * @memberof spindrift.v1.ProgramTile
             * @instance
             */
            ProgramTile.prototype.dataCrc32 = 0;

            /**
             * Creates a new ProgramTile instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.ProgramTile
             * @static
             * @param {spindrift.v1.ProgramTile.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.ProgramTile} ProgramTile instance
             * @type {{
             *   (properties: spindrift.v1.ProgramTile.$Shape): spindrift.v1.ProgramTile & spindrift.v1.ProgramTile.$Shape;
             *   (properties?: spindrift.v1.ProgramTile.$Properties): spindrift.v1.ProgramTile;
             * }}
             */
            ProgramTile.create = function(properties) {
                return new ProgramTile(properties);
            };

            /**
             * Encodes the specified ProgramTile message. Does not implicitly {@link spindrift.v1.ProgramTile.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.ProgramTile
             * @static
             * @param {spindrift.v1.ProgramTile.$Properties} message ProgramTile message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ProgramTile.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.window != null && $Object.hasOwnProperty.call(message, "window"))
                    $root.spindrift.v1.Window.encode(message.window, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.format);
                if (message.verifyPasses != null && $Object.hasOwnProperty.call(message, "verifyPasses") && message.verifyPasses !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.verifyPasses);
                if (message.dataCrc32 != null && $Object.hasOwnProperty.call(message, "dataCrc32") && message.dataCrc32 !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.dataCrc32);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ProgramTile message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.ProgramTile
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.ProgramTile & spindrift.v1.ProgramTile.$Shape} ProgramTile
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ProgramTile.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.ProgramTile();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.window = $root.spindrift.v1.Window.decode(reader, reader.size(), $undefined, _depth + 1, message.window);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.format = value;
                            else
                                delete message.format;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.verifyPasses = value;
                            else
                                delete message.verifyPasses;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.dataCrc32 = value;
                            else
                                delete message.dataCrc32;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ProgramTile;
        })();

        v1.ProgramTileReply = (function() {

            /**
             * Properties of a ProgramTileReply.
             * @typedef {Object} spindrift.v1.ProgramTileReply.$Properties
             * @property {number|null} [cellsFailed] ProgramTileReply cellsFailed
             * @property {number|null} [writeAttempts] ProgramTileReply writeAttempts
             * @property {number|Long|null} [boardTimeUs] ProgramTileReply boardTimeUs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ProgramTileReply.
             * @memberof spindrift.v1
             * @interface IProgramTileReply
             * @augments spindrift.v1.ProgramTileReply.$Properties
             * @deprecated Use spindrift.v1.ProgramTileReply.$Properties instead.
             */

            /**
             * Shape of a ProgramTileReply.
             * @typedef {spindrift.v1.ProgramTileReply.$Properties} spindrift.v1.ProgramTileReply.$Shape
             */

            /**
             * Constructs a new ProgramTileReply.
             * @memberof spindrift.v1
             * @classdesc Represents a ProgramTileReply.
             * @constructor
             * @param {spindrift.v1.ProgramTileReply.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ProgramTileReply = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ProgramTileReply cellsFailed.
             * @member {number} cellsFailed
             * @memberof spindrift.v1.ProgramTileReply
             * @instance
             */
            ProgramTileReply.prototype.cellsFailed = 0;

            /**
             * ProgramTileReply writeAttempts.
             * @member {number} writeAttempts
             * @memberof spindrift.v1.ProgramTileReply
             * @instance
             */
            ProgramTileReply.prototype.writeAttempts = 0;

            /**
             * ProgramTileReply boardTimeUs.
             * @member {number|Long} boardTimeUs
             * @memberof spindrift.v1.ProgramTileReply
             * @instance
             */
            ProgramTileReply.prototype.boardTimeUs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new ProgramTileReply instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.ProgramTileReply
             * @static
             * @param {spindrift.v1.ProgramTileReply.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.ProgramTileReply} ProgramTileReply instance
             * @type {{
             *   (properties: spindrift.v1.ProgramTileReply.$Shape): spindrift.v1.ProgramTileReply & spindrift.v1.ProgramTileReply.$Shape;
             *   (properties?: spindrift.v1.ProgramTileReply.$Properties): spindrift.v1.ProgramTileReply;
             * }}
             */
            ProgramTileReply.create = function(properties) {
                return new ProgramTileReply(properties);
            };

            /**
             * Encodes the specified ProgramTileReply message. Does not implicitly {@link spindrift.v1.ProgramTileReply.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.ProgramTileReply
             * @static
             * @param {spindrift.v1.ProgramTileReply.$Properties} message ProgramTileReply message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ProgramTileReply.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.cellsFailed != null && $Object.hasOwnProperty.call(message, "cellsFailed") && message.cellsFailed !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.cellsFailed);
                if (message.writeAttempts != null && $Object.hasOwnProperty.call(message, "writeAttempts") && message.writeAttempts !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.writeAttempts);
                if (message.boardTimeUs != null && $Object.hasOwnProperty.call(message, "boardTimeUs") && (typeof message.boardTimeUs === "object" ? message.boardTimeUs.low || message.boardTimeUs.high : message.boardTimeUs !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.boardTimeUs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ProgramTileReply message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.ProgramTileReply
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.ProgramTileReply & spindrift.v1.ProgramTileReply.$Shape} ProgramTileReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ProgramTileReply.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.ProgramTileReply();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.cellsFailed = value;
                            else
                                delete message.cellsFailed;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.writeAttempts = value;
                            else
                                delete message.writeAttempts;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.boardTimeUs = value;
                            else
                                delete message.boardTimeUs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ProgramTileReply;
        })();

        v1.MultiplyPlan = (function() {

            /**
             * Properties of a MultiplyPlan.
             * @typedef {Object} spindrift.v1.MultiplyPlan.$Properties
             * @property {spindrift.v1.Window.$Properties|null} [window] MultiplyPlan window
             * @property {number|null} [inputBits] MultiplyPlan inputBits
             * @property {spindrift.v1.ColumnMode|null} [columnMode] MultiplyPlan columnMode
             * @property {number|null} [repeats] MultiplyPlan repeats
             * @property {spindrift.v1.AdcRange|null} [adcRange] MultiplyPlan adcRange
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a MultiplyPlan.
             * @memberof spindrift.v1
             * @interface IMultiplyPlan
             * @augments spindrift.v1.MultiplyPlan.$Properties
             * @deprecated Use spindrift.v1.MultiplyPlan.$Properties instead.
             */

            /**
             * Shape of a MultiplyPlan.
             * @typedef {spindrift.v1.MultiplyPlan.$Properties} spindrift.v1.MultiplyPlan.$Shape
             */

            /**
             * Constructs a new MultiplyPlan.
             * @memberof spindrift.v1
             * @classdesc Represents a MultiplyPlan.
             * @constructor
             * @param {spindrift.v1.MultiplyPlan.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const MultiplyPlan = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * MultiplyPlan window.
             * @member {spindrift.v1.Window.$Properties|null|undefined} window
             * @memberof spindrift.v1.MultiplyPlan
             * @instance
             */
            MultiplyPlan.prototype.window = null;

            /**
             * MultiplyPlan inputBits.
             * @member {number} inputBits
             * @memberof spindrift.v1.MultiplyPlan
             * @instance
             */
            MultiplyPlan.prototype.inputBits = 0;

            /**
             * MultiplyPlan columnMode.
             * @member {spindrift.v1.ColumnMode} columnMode
             * @memberof spindrift.v1.MultiplyPlan
             * @instance
             */
            MultiplyPlan.prototype.columnMode = 0;

            /**
             * MultiplyPlan repeats.
             * @member {number} repeats
             * @memberof spindrift.v1.MultiplyPlan
             * @instance
             */
            MultiplyPlan.prototype.repeats = 0;

            /**
             * MultiplyPlan adcRange.
             * @member {spindrift.v1.AdcRange} adcRange
             * @memberof spindrift.v1.MultiplyPlan
             * @instance
             */
            MultiplyPlan.prototype.adcRange = 0;

            /**
             * Creates a new MultiplyPlan instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.MultiplyPlan
             * @static
             * @param {spindrift.v1.MultiplyPlan.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.MultiplyPlan} MultiplyPlan instance
             * @type {{
             *   (properties: spindrift.v1.MultiplyPlan.$Shape): spindrift.v1.MultiplyPlan & spindrift.v1.MultiplyPlan.$Shape;
             *   (properties?: spindrift.v1.MultiplyPlan.$Properties): spindrift.v1.MultiplyPlan;
             * }}
             */
            MultiplyPlan.create = function(properties) {
                return new MultiplyPlan(properties);
            };

            /**
             * Encodes the specified MultiplyPlan message. Does not implicitly {@link spindrift.v1.MultiplyPlan.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.MultiplyPlan
             * @static
             * @param {spindrift.v1.MultiplyPlan.$Properties} message MultiplyPlan message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            MultiplyPlan.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.window != null && $Object.hasOwnProperty.call(message, "window"))
                    $root.spindrift.v1.Window.encode(message.window, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.inputBits != null && $Object.hasOwnProperty.call(message, "inputBits") && message.inputBits !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.inputBits);
                if (message.columnMode != null && $Object.hasOwnProperty.call(message, "columnMode") && message.columnMode !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.columnMode);
                if (message.repeats != null && $Object.hasOwnProperty.call(message, "repeats") && message.repeats !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.repeats);
                if (message.adcRange != null && $Object.hasOwnProperty.call(message, "adcRange") && message.adcRange !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).int32(message.adcRange);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a MultiplyPlan message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.MultiplyPlan
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.MultiplyPlan & spindrift.v1.MultiplyPlan.$Shape} MultiplyPlan
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            MultiplyPlan.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.MultiplyPlan();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.window = $root.spindrift.v1.Window.decode(reader, reader.size(), $undefined, _depth + 1, message.window);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.inputBits = value;
                            else
                                delete message.inputBits;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.columnMode = value;
                            else
                                delete message.columnMode;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.repeats = value;
                            else
                                delete message.repeats;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.adcRange = value;
                            else
                                delete message.adcRange;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return MultiplyPlan;
        })();

        v1.MultiplyVector = (function() {

            /**
             * Properties of a MultiplyVector.
             * @typedef {Object} spindrift.v1.MultiplyVector.$Properties
             * @property {spindrift.v1.MultiplyPlan.$Properties|null} [plan] MultiplyVector plan
             * @property {Uint8Array|null} [inputs] MultiplyVector inputs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a MultiplyVector.
             * @memberof spindrift.v1
             * @interface IMultiplyVector
             * @augments spindrift.v1.MultiplyVector.$Properties
             * @deprecated Use spindrift.v1.MultiplyVector.$Properties instead.
             */

            /**
             * Shape of a MultiplyVector.
             * @typedef {spindrift.v1.MultiplyVector.$Properties} spindrift.v1.MultiplyVector.$Shape
             */

            /**
             * Constructs a new MultiplyVector.
             * @memberof spindrift.v1
             * @classdesc Represents a MultiplyVector.
             * @constructor
             * @param {spindrift.v1.MultiplyVector.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const MultiplyVector = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * MultiplyVector plan.
             * @member {spindrift.v1.MultiplyPlan.$Properties|null|undefined} plan
             * @memberof spindrift.v1.MultiplyVector
             * @instance
             */
            MultiplyVector.prototype.plan = null;

            /**
             * MultiplyVector inputs.
             * @member {Uint8Array} inputs
             * @memberof spindrift.v1.MultiplyVector
             * @instance
             */
            MultiplyVector.prototype.inputs = $util.newBuffer([]);

            /**
             * Creates a new MultiplyVector instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.MultiplyVector
             * @static
             * @param {spindrift.v1.MultiplyVector.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.MultiplyVector} MultiplyVector instance
             * @type {{
             *   (properties: spindrift.v1.MultiplyVector.$Shape): spindrift.v1.MultiplyVector & spindrift.v1.MultiplyVector.$Shape;
             *   (properties?: spindrift.v1.MultiplyVector.$Properties): spindrift.v1.MultiplyVector;
             * }}
             */
            MultiplyVector.create = function(properties) {
                return new MultiplyVector(properties);
            };

            /**
             * Encodes the specified MultiplyVector message. Does not implicitly {@link spindrift.v1.MultiplyVector.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.MultiplyVector
             * @static
             * @param {spindrift.v1.MultiplyVector.$Properties} message MultiplyVector message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            MultiplyVector.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.plan != null && $Object.hasOwnProperty.call(message, "plan"))
                    $root.spindrift.v1.MultiplyPlan.encode(message.plan, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.inputs != null && $Object.hasOwnProperty.call(message, "inputs") && message.inputs.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.inputs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a MultiplyVector message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.MultiplyVector
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.MultiplyVector & spindrift.v1.MultiplyVector.$Shape} MultiplyVector
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            MultiplyVector.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.MultiplyVector();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.plan = $root.spindrift.v1.MultiplyPlan.decode(reader, reader.size(), $undefined, _depth + 1, message.plan);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.inputs = value;
                            else
                                delete message.inputs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return MultiplyVector;
        })();

        v1.MultiplyVectorReply = (function() {

            /**
             * Properties of a MultiplyVectorReply.
             * @typedef {Object} spindrift.v1.MultiplyVectorReply.$Properties
             * @property {Uint8Array|null} [results] MultiplyVectorReply results
             * @property {number|null} [shift] MultiplyVectorReply shift
             * @property {number|null} [clipped] MultiplyVectorReply clipped
             * @property {number|null} [boardTimeUs] MultiplyVectorReply boardTimeUs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a MultiplyVectorReply.
             * @memberof spindrift.v1
             * @interface IMultiplyVectorReply
             * @augments spindrift.v1.MultiplyVectorReply.$Properties
             * @deprecated Use spindrift.v1.MultiplyVectorReply.$Properties instead.
             */

            /**
             * Shape of a MultiplyVectorReply.
             * @typedef {spindrift.v1.MultiplyVectorReply.$Properties} spindrift.v1.MultiplyVectorReply.$Shape
             */

            /**
             * Constructs a new MultiplyVectorReply.
             * @memberof spindrift.v1
             * @classdesc Represents a MultiplyVectorReply.
             * @constructor
             * @param {spindrift.v1.MultiplyVectorReply.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const MultiplyVectorReply = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * MultiplyVectorReply results.
             * @member {Uint8Array} results
             * @memberof spindrift.v1.MultiplyVectorReply
             * @instance
             */
            MultiplyVectorReply.prototype.results = $util.newBuffer([]);

            /**
             * MultiplyVectorReply shift.
             * @member {number} shift
             * @memberof spindrift.v1.MultiplyVectorReply
             * @instance
             */
            MultiplyVectorReply.prototype.shift = 0;

            /**
             * MultiplyVectorReply clipped.
             * @member {number} clipped
             * @memberof spindrift.v1.MultiplyVectorReply
             * @instance
             */
            MultiplyVectorReply.prototype.clipped = 0;

            /**
             * MultiplyVectorReply boardTimeUs.
             * @member {number} boardTimeUs
             * @memberof spindrift.v1.MultiplyVectorReply
             * @instance
             */
            MultiplyVectorReply.prototype.boardTimeUs = 0;

            /**
             * Creates a new MultiplyVectorReply instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.MultiplyVectorReply
             * @static
             * @param {spindrift.v1.MultiplyVectorReply.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.MultiplyVectorReply} MultiplyVectorReply instance
             * @type {{
             *   (properties: spindrift.v1.MultiplyVectorReply.$Shape): spindrift.v1.MultiplyVectorReply & spindrift.v1.MultiplyVectorReply.$Shape;
             *   (properties?: spindrift.v1.MultiplyVectorReply.$Properties): spindrift.v1.MultiplyVectorReply;
             * }}
             */
            MultiplyVectorReply.create = function(properties) {
                return new MultiplyVectorReply(properties);
            };

            /**
             * Encodes the specified MultiplyVectorReply message. Does not implicitly {@link spindrift.v1.MultiplyVectorReply.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.MultiplyVectorReply
             * @static
             * @param {spindrift.v1.MultiplyVectorReply.$Properties} message MultiplyVectorReply message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            MultiplyVectorReply.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.results != null && $Object.hasOwnProperty.call(message, "results") && message.results.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.results);
                if (message.shift != null && $Object.hasOwnProperty.call(message, "shift") && message.shift !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.shift);
                if (message.clipped != null && $Object.hasOwnProperty.call(message, "clipped") && message.clipped !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.clipped);
                if (message.boardTimeUs != null && $Object.hasOwnProperty.call(message, "boardTimeUs") && message.boardTimeUs !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.boardTimeUs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a MultiplyVectorReply message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.MultiplyVectorReply
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.MultiplyVectorReply & spindrift.v1.MultiplyVectorReply.$Shape} MultiplyVectorReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            MultiplyVectorReply.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.MultiplyVectorReply();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.results = value;
                            else
                                delete message.results;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.shift = value;
                            else
                                delete message.shift;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.clipped = value;
                            else
                                delete message.clipped;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.boardTimeUs = value;
                            else
                                delete message.boardTimeUs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return MultiplyVectorReply;
        })();

        v1.OpenMultiply = (function() {

            /**
             * Properties of an OpenMultiply.
             * @typedef {Object} spindrift.v1.OpenMultiply.$Properties
             * @property {spindrift.v1.MultiplyPlan.$Properties|null} [plan] OpenMultiply plan
             * @property {number|null} [count] OpenMultiply count
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an OpenMultiply.
             * @memberof spindrift.v1
             * @interface IOpenMultiply
             * @augments spindrift.v1.OpenMultiply.$Properties
             * @deprecated Use spindrift.v1.OpenMultiply.$Properties instead.
             */

            /**
             * Shape of an OpenMultiply.
             * @typedef {spindrift.v1.OpenMultiply.$Properties} spindrift.v1.OpenMultiply.$Shape
             */

            /**
             * Constructs a new OpenMultiply.
             * @memberof spindrift.v1
             * @classdesc Represents an OpenMultiply.
             * @constructor
             * @param {spindrift.v1.OpenMultiply.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const OpenMultiply = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * OpenMultiply plan.
             * @member {spindrift.v1.MultiplyPlan.$Properties|null|undefined} plan
             * @memberof spindrift.v1.OpenMultiply
             * @instance
             */
            OpenMultiply.prototype.plan = null;

            /**
             * OpenMultiply count.
             * @member {number} count
             * @memberof spindrift.v1.OpenMultiply
             * @instance
             */
            OpenMultiply.prototype.count = 0;

            /**
             * Creates a new OpenMultiply instance using the specified properties.
             * @function create
             * @memberof spindrift.v1.OpenMultiply
             * @static
             * @param {spindrift.v1.OpenMultiply.$Properties=} [properties] Properties to set
             * @returns {spindrift.v1.OpenMultiply} OpenMultiply instance
             * @type {{
             *   (properties: spindrift.v1.OpenMultiply.$Shape): spindrift.v1.OpenMultiply & spindrift.v1.OpenMultiply.$Shape;
             *   (properties?: spindrift.v1.OpenMultiply.$Properties): spindrift.v1.OpenMultiply;
             * }}
             */
            OpenMultiply.create = function(properties) {
                return new OpenMultiply(properties);
            };

            /**
             * Encodes the specified OpenMultiply message. Does not implicitly {@link spindrift.v1.OpenMultiply.verify|verify} messages.
             * @function encode
             * @memberof spindrift.v1.OpenMultiply
             * @static
             * @param {spindrift.v1.OpenMultiply.$Properties} message OpenMultiply message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            OpenMultiply.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.plan != null && $Object.hasOwnProperty.call(message, "plan"))
                    $root.spindrift.v1.MultiplyPlan.encode(message.plan, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.count != null && $Object.hasOwnProperty.call(message, "count") && message.count !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.count);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an OpenMultiply message from the specified reader or buffer.
             * @function decode
             * @memberof spindrift.v1.OpenMultiply
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {spindrift.v1.OpenMultiply & spindrift.v1.OpenMultiply.$Shape} OpenMultiply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            OpenMultiply.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.spindrift.v1.OpenMultiply();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.plan = $root.spindrift.v1.MultiplyPlan.decode(reader, reader.size(), $undefined, _depth + 1, message.plan);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.count = value;
                            else
                                delete message.count;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return OpenMultiply;
        })();

        return v1;
    })();

    return spindrift;
})();

export {
  $root as default
};
