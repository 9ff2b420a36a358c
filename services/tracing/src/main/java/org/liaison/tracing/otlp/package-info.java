/// Sends what is told of messages to an OpenTelemetry collector, by OTLP over HTTP.
///
/// Way in: [Collector]. Rule of this room: a message's trace has the message's id, and the stages
/// that other programs' stages follow from have ids that every program can compute. So nothing is
/// added to any message, and nothing that comes from outside is believed. Never here: anything of
/// a message that is not in a [org.liaison.tracing.Leg].
@NullMarked
package org.liaison.tracing.otlp;

import org.jspecify.annotations.NullMarked;
