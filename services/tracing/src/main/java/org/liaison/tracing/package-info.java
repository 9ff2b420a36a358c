/// What of a message's way may be shown to whoever watches the machines: which stage it passed,
/// when, and how it went. What may be shown of the machines themselves is in
/// [org.liaison.tracing.routes].
///
/// Way in: [Follower], whom the flows tell; [org.liaison.tracing.otlp.Collector] sends it on as
/// OpenTelemetry traces. Rule of this room: a [Leg] has no place for content, names, file names
/// or case ids, so none can slip in. Never here: a decision about a message. Whoever is told can
/// neither stop nor delay it.
@NullMarked
package org.liaison.tracing;

import org.jspecify.annotations.NullMarked;
